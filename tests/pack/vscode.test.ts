/** The extension of Visual Studio Code: it builds, says what it must, and its server answers where nothing else is installed. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startClient } from '../integration/lsp-client.ts'
import { goodPlan, newFolder, root } from '../integration/place.ts'

const source = path.join(root, 'editors/vscode')
const folder = newFolder('vscode')
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
beforeAll(() => {
  execFileSync(process.execPath, [path.join(source, 'pack.mjs'), '--no-pack', `--out=${folder}`])
}, 120_000)

test('is of the version of planlint, and names what it needs', () => {
  const own = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8')) as {
    version: string
    main: string
    activationEvents: string[]
    dependencies?: object
    contributes: { configuration: { properties: object } }
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  expect(own).toMatchObject({ version, main: './extension.cjs', activationEvents: ['onLanguage:markdown'] })
  expect(own.dependencies).toBeUndefined()
  expect(Object.keys(own.contributes.configuration.properties)).toEqual([
    'planlint.enable',
    'planlint.profile',
    'planlint.configPath'
  ])
})

test('is one file that needs the editor alone', () => {
  const text = fs.readFileSync(path.join(folder, 'extension.cjs'), 'utf8')
  const needed = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!.replace(/^node:/, ''))
  const { builtinModules } = process.getBuiltinModule('node:module')
  expect(needed.filter(name => !builtinModules.includes(name))).toEqual(needed.filter(name => name === 'vscode'))
  expect(needed).toContain('vscode')
})

test('its server answers in a fresh folder', { timeout: 60_000 }, async () => {
  // As the editor's client starts it.
  const words = ['lsp', '--stdio', `--clientProcessId=${process.pid}`]
  const client = await startClient(process.execPath, [path.join(folder, 'server/bin.cjs'), ...words], folder)
  const file = path.join(folder, 'PLAN.md')
  expect(await client.show(file, goodPlan)).toEqual([])
  expect(await client.show(file, goodPlan.replace('### Step 3:', '### Step 4:'))).toMatchObject([
    { code: 'step-sequence' }
  ])
  expect(await client.close()).toBe(0)
})
