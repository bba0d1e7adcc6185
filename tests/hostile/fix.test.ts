/** `--fix` really run on poisoned plans under poisoned names: what it does not name in an edit, it leaves as it was, byte by byte. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.ts'
import { lintText } from '../../src/lint/linter.ts'
import { expectInert, planlintIn } from './inert.ts'
import { names, poisonedPlan } from './names.ts'

const folders: string[] = []
afterAll(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true, force: true })))

function folderOf(files: readonly (readonly [string | Buffer, string])[]): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-hostile-fix-')))
  folders.push(folder)
  for (const [name, text] of files) fs.writeFileSync(inFolder(folder, name), text)
  return folder
}

const inFolder = (folder: string, name: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name as string)])
const plan = fs.readFileSync(path.join(import.meta.dirname, '../../fixtures/plans/design-plan/valid-1.md'), 'utf8')

/** Odd bytes in a place where nothing is wrong with them. */
const odd = [
  '\u001b[31mred\u001b[0m \u202egpj a\u200bb',
  '::error file=a.md::owned\t ',
  '##[error]x   ',
  '<script>alert(1)</script> ]]> &#0; \u0001\u0085\u2028\u2029 e\u0301 \ufffd 😀 \ufeff',
  'no-break\u00a0space',
  '__proto__: %0A',
  'lone return\rhere'
].join('\n')
const poisoned = plan.replace(/(\n## [^\n]*Cross-Cutting[^\n]*\n)/, `\n\`\`\`text\n${odd}\n\`\`\`\n$1`)
const spoilt = poisoned
  .replace('## 5. Alternatives', '## 5. Altrenatives')
  .replace('<modified>', '<modifed>')
  .replace('### Step 3:', '### Step 5:')

test('the plan is a poisoned one with three faults', () => {
  expect(poisoned).toContain(odd)
  expect(spoilt).not.toBe(poisoned)
  expect(lintText(poisoned, { forced: 'design-plan' }).findings).toEqual([])
})

describe.each(['--fix', '--fix-dry-run'])('%s', option => {
  test('47 names: each plan is mended, or left alone and named; nothing else is touched', async () => {
    const folder = folderOf(names.map(name => [name, spoilt]))
    const before = fs.readdirSync(Buffer.from(folder), { encoding: 'buffer' }).map(String).sort()
    const { stdout, stderr, code } = await planlintIn(folder, option, '--profile', 'design-plan', '--no-config', '.')
    // Two names are no UTF-8: their files can't be judged.
    expect(code).toBe(2)
    expectInert(stderr)
    expectInert(stdout)
    expect(fs.readdirSync(Buffer.from(folder), { encoding: 'buffer' }).map(String).sort()).toEqual(before)
    for (const name of names) {
      const areGone = option === '--fix' && typeof name === 'string'
      expect(fs.readFileSync(inFolder(folder, name), 'utf8') === (areGone ? poisoned : spoilt), String(name)).toBe(true)
    }
  })
})

test('a plan that is poisoned everywhere: what is written is what the engine says, with the bytes around the edits', async () => {
  const text = `\uFEFF${poisonedPlan.replaceAll('\ud800', 'x')}`
  const folder = folderOf([
    ['a-plan.md', text],
    ['b-plan.md', text.replaceAll('\n', '\r\n')]
  ])
  const { stdout, stderr } = await planlintIn(
    folder,
    '--fix',
    '--scaffold',
    '--profile',
    'design-plan',
    '--no-config',
    '.'
  )
  expectInert(stdout)
  expectInert(stderr)
  const [unix, windows] = ['a-plan.md', 'b-plan.md'].map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
  const engine = await applyFixes(text, each => lintText(each, { forced: 'design-plan' }), { scaffold: true })
  expect(engine.fixed).toBeGreaterThan(3)
  expect(unix).toBe(engine.text)
  expect(windows).toBe(engine.text.replaceAll('\n', '\r\n'))
  // Line by line the old text is there, in its order, but for the numbers of steps and what was renamed.
  const linesOf = (each: string): string[] => each.replace(/^### Step \d+:/gm, '### Step N:').split('\n')
  const lines = linesOf(text)
  let [at, missing] = [0, 0]
  const written = linesOf(unix!)
  for (const line of lines) {
    const found = written.indexOf(line, at)
    if (found < 0) missing++
    else at = found + 1
  }
  expect(missing).toBeLessThanOrEqual(engine.titles.filter(title => title.startsWith('Rename')).length)
  const again = await planlintIn(folder, '--fix', '--scaffold', '--profile', 'design-plan', '--no-config', '.')
  expectInert(again.stdout)
  expect(['a-plan.md', 'b-plan.md'].map(name => fs.readFileSync(path.join(folder, name), 'utf8'))).toEqual([
    unix,
    windows
  ])
})
