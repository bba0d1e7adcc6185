/** The language server under a stranger's text, in a stranger's folder, and under somebody who types. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { startClient } from './lsp-client.ts'
import { bin, fill, goodPlan, newFolder } from './place.ts'

const folders: string[] = []
afterAll(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true, force: true })))

function workspace(files: Record<string, string> = {}): string {
  const folder = newFolder('lsp-doors')
  folders.push(folder)
  fill(folder, { 'package.json': '{"private": true}\n', ...files })
  return folder
}

const misnumbered = goodPlan.replace('### Step 3:', '### Step 4:')
const start = (folder: string, ...words: string[]) =>
  startClient(process.execPath, [bin, 'lsp', '--stdio', ...words], folder)

test('what is too complex is a diagnostic like any other, and the server goes on', { timeout: 60_000 }, async () => {
  const folder = workspace()
  const file = path.join(folder, 'PLAN.md')
  const client = await start(folder)
  for (const text of [`${'- '.repeat(8192)}a`, 'a <!--\n'.repeat(4000)]) {
    const found = await client.show(file, text)
    expect(found).toMatchObject([{ code: 'too-complex', source: 'planlint', severity: 1 }])
    expect(found[0]!.message).not.toMatch(/\n\s+at /)
  }
  expect(await client.show(file, misnumbered)).toHaveLength(1)
  await client.close()
})

test('texts that the next key supersedes are not linted', { timeout: 120_000 }, async () => {
  const folder = workspace()
  const file = path.join(folder, 'PLAN.md')
  const long = goodPlan + '\nAnother paragraph, with `code` and a [link](https://example.org).\n'.repeat(800)
  const client = await start(folder)
  await client.show(file, long)
  client.heard.length = 0
  let last = 0
  for (let key = 1; key <= 50; key++) {
    client.change(file, long + 'x'.repeat(key))
    last = Date.now()
    await setTimeout(60)
  }
  while (client.heard.at(-1)?.version !== 51 && Date.now() - last < 60_000) await setTimeout(10)
  expect(client.heard.at(-1)?.version).toBe(51)
  // A busy machine stretches three seconds of typing; each second may bring one, and the pause at the end.
  expect(client.heard.length).toBeLessThanOrEqual(12)
  await client.close()
})

test('a git that fails is a diagnostic, no silence', { timeout: 60_000 }, async () => {
  const folder = workspace()
  execFileSync('git', ['init', '-q'], { cwd: folder })
  fs.writeFileSync(path.join(folder, '.git/index'), 'damaged')
  const client = await start(folder)
  expect(await client.show(path.join(folder, 'PLAN.md'), goodPlan)).toMatchObject([
    { source: 'planlint', message: expect.stringContaining("Git can't tell of the repository") as string }
  ])
  await client.close()
})

/** Says that it ran. */
const canary = (name: string): string => `require("node:fs").writeFileSync(${JSON.stringify(name)}, "")\n`

function trap(folder: string): void {
  const stub = (name: string): Record<string, string> => ({
    [`node_modules/${name}/package.json`]: `{"name": "${name}", "main": "index.js"}`,
    [`node_modules/${name}/index.js`]: canary(path.join(folder, `${name}.ran`))
  })
  fill(folder, {
    ...stub('unified-language-server'),
    ...stub('remark'),
    '.remarkrc.cjs': canary(path.join(folder, 'rc.ran'))
  })
}

const ran = (folder: string): string[] => fs.readdirSync(folder).filter(name => name.endsWith('.ran'))

test('the server is not the one that the workspace brings', { timeout: 60_000 }, async () => {
  const folder = workspace()
  trap(folder)
  fs.rmSync(path.join(folder, 'node_modules/remark'), { recursive: true })
  fs.rmSync(path.join(folder, '.remarkrc.cjs'))
  const client = await start(folder)
  expect(await client.show(path.join(folder, 'PLAN.md'), misnumbered)).toHaveLength(1)
  await client.close()
  expect(ran(folder)).toEqual([])
})

test('--no-config-js runs nothing of the workspace, and reads its data', { timeout: 60_000 }, async () => {
  const folder = workspace({ 'sub/.remarkrc.json': '{"plugins": [["planlint", {"rules": {"step-sequence": false}}]]}' })
  trap(folder)
  const client = await start(folder, '--no-config-js')
  expect(await client.show(path.join(folder, 'sub/PLAN.md'), misnumbered)).toEqual([])
  const trusted = workspace({ '.remarkrc.json': '{"plugins": [["planlint", {"rules": {"step-sequence": "warn"}}]]}' })
  await client.close()
  const other = await start(trusted, '--no-config-js')
  expect(await other.show(path.join(trusted, 'PLAN.md'), misnumbered)).toMatchObject([{ severity: 2 }])
  await other.close()
  expect(ran(folder)).toEqual([])
})
