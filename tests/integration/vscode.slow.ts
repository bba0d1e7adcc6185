/**
 * The extension as it is packed: what is in it, that its server answers, and Visual Studio Code itself (code-server, in a browser) with it installed.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, skipped } from '../browser/browser.ts'
import { startClient } from './lsp-client.ts'
import { badPlan, can, fill, goodPlan, newFolder, root, run } from './place.ts'
import { unzip } from './unzip.ts'

const folder = newFolder('vsix')
const isOnline = can('the registry', 'npm', 'view', '@vscode/vsce', 'version')
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
const vsix = path.join(folder, 'packed', `planlint-${version}.vsix`)

beforeAll(async () => {
  if (!isOnline) return
  const pack = path.join(root, 'editors/vscode/pack.mjs')
  const packed = await run(process.execPath, [pack, `--out=${path.dirname(vsix)}`], { cwd: folder, timeout: 280_000 })
  expect(packed.code, packed.stdout + packed.stderr).toBe(0)
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test.skipIf(!isOnline)('holds one file, its server, and no second package', () => {
  const names = [...unzip(vsix).keys()]
  const own = names.filter(name => !name.startsWith('extension/server/'))
  expect(own.toSorted()).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/extension.cjs',
    'extension/package.json',
    'extension/readme.md'
  ])
  const shipped = fs.readdirSync(path.join(root, 'dist/cli')).filter(name => name !== '.code')
  const server = names.filter(name => name.startsWith('extension/server/')).map(name => name.slice(17))
  expect(server.toSorted()).toEqual(['bin.cjs', ...shipped.map(name => `cli/${name}`)].toSorted())
})

test.skipIf(!isOnline)('its server answers from where it was unpacked', async () => {
  const place = path.join(folder, 'unpacked')
  for (const [name, bytes] of unzip(vsix)) {
    fs.mkdirSync(path.dirname(path.join(place, name)), { recursive: true })
    fs.writeFileSync(path.join(place, name), bytes)
  }
  const words = ['lsp', '--stdio', `--clientProcessId=${process.pid}`]
  const client = await startClient(process.execPath, [path.join(place, 'extension/server/bin.cjs'), ...words], place)
  const file = path.join(place, 'PLAN.md')
  expect(await client.show(file, goodPlan)).toEqual([])
  expect(await client.show(file, badPlan)).toMatchObject([{ code: 'step-sequence' }])
  expect(await client.close()).toBe(0)
})

/** Visual Studio Code's own code behind a web server: 700 MB once it is installed. Its native parts would be compiled, and are not needed. */
const codeServer = 'code-server@4.139.1'

/** @returns the command that starts it; undefined where it can't be had, and why is said */
async function installEditor(): Promise<string[] | undefined> {
  const home = path.join(folder, 'editor')
  fill(home, { 'package.json': '{"private": true}\n' })
  const words = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = (cwd: string, ...more: string[]) => run('npm', ['install', ...words, ...more], { cwd, timeout: 240_000 })
  const place = path.join(home, 'node_modules/code-server')
  const node = await run('npx', ['-y', '-p', 'node@24', '--', 'node', '-p', 'process.execPath'], { cwd: folder })
  for (const { code, stderr } of [
    node,
    await npm(home, codeServer),
    fs.existsSync(place) ? await npm(path.join(place, 'lib/vscode'), '--omit=dev') : node
  ])
    if (code !== 0) {
      process.stderr.write(`skipped: Visual Studio Code can't be had here: ${stderr.slice(0, 300)}\n`)
      return undefined
    }
  return [node.stdout.trim(), path.join(place, 'out/node/entry.js')]
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** Nothing but the editor: no welcome, no offers, no questions. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never'
}

test.skipIf(!isOnline || skipped !== undefined)(
  'Visual Studio Code shows the findings of an opened plan, and none once it is mended',
  { timeout: 600_000 },
  async context => {
    const editor = await installEditor()
    if (!editor) return context.skip()
    const [command, ...entry] = editor as [string, string]
    const [data, work] = [path.join(folder, 'data'), path.join(folder, 'work')]
    fill(data, { 'User/settings.json': JSON.stringify(quiet) })
    fill(work, { 'PLAN.md': badPlan })
    const places = ['--user-data-dir', data, '--extensions-dir', path.join(folder, 'extensions')]
    const installed = await run(command, [...entry, ...places, '--install-extension', vsix], { cwd: work })
    expect(installed.stdout + installed.stderr).toContain('successfully installed')
    const port = await freePort()
    const server = spawn(
      command,
      [...entry, ...places, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-update-check', work],
      { cwd: work, stdio: 'ignore' }
    )
    const browser = await launch()
    try {
      const page = await browser.newPage({ viewport: { width: 1300, height: 900 } })
      await open(page, `http://127.0.0.1:${port}`, work)
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'PLAN.md' }).dblclick()
      await page.locator('.editor-instance .view-lines').waitFor()
      await page.keyboard.press('Control+Shift+M')
      const problems = page.locator('.markers-panel')
      await problems.getByText('Missing step 3: 4 follows 2').waitFor({ timeout: 60_000 })
      expect(await problems.innerText()).toMatch(/step-sequence[^]*Ln 89, Col 1[^]*Renumber it to 3/)
      // As whoever writes would: the editor takes the file's new text.
      fill(work, { 'PLAN.md': goodPlan })
      await problems.getByText('No problems have been detected').waitFor({ timeout: 60_000 })
    } finally {
      await browser.close()
      server.kill()
    }
  }
)

/** Goes to the editor's page once its server is there. */
async function open(page: Page, address: string, work: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await fetch(`${address}/healthz`).catch(() => undefined)
    if (answer?.ok) break
    await setTimeout(250)
  }
  await page.goto(`${address}/?folder=${work}`)
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 90_000 })
}
