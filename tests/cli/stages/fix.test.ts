/** `--fix` and `--fix-dry-run` with planlint's own rules and real files. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownServices } from '../../../src/cli/runtime/own-services.ts'
import { createProgress } from '../../../src/cli/output/progress.ts'
import { unifiedDiff } from '../../../src/cli/stages/unified-diff.ts'
import { folderOf, runIn } from '../harness.ts'
import type { Outcome, World } from '../harness.ts'
import type { FileReport } from '../../../src/types.ts'

const plan = fs.readFileSync(path.join(import.meta.dirname, '../../../fixtures/plans/design-plan/valid-1.md'), 'utf8')
const spoilt = plan
  .replace('## 5. Alternatives', '## 5. Altrenatives')
  .replace('<modified>', '<modifed>')
  .replace('### Step 3:', '### Step 5:')
const bytes = (cwd: string, name = 'a-plan.md'): string => fs.readFileSync(path.join(cwd, name), 'utf8')

function own(world: World, ...argv: string[]): Promise<Outcome> {
  return runIn({ ...world, services: ownServices }, ...argv)
}

describe('--fix', () => {
  test.each([
    ['as it is', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['byte order mark', (text: string) => `\uFEFF${text}`],
    ['no last line break', (text: string) => text.trimEnd()]
  ])('mends a file: %s', async (_, write) => {
    const cwd = folderOf({ 'a-plan.md': write(spoilt) })
    fs.chmodSync(path.join(cwd, 'a-plan.md'), 0o640)
    expect(await own({ cwd }, '--fix', '-f', 'compact')).toMatchObject({ code: 0, stderr: '' })
    expect(bytes(cwd)).toBe(write(plan))
    expect(fs.statSync(path.join(cwd, 'a-plan.md')).mode & 0o777).toBe(0o640)
    expect(fs.readdirSync(cwd)).toEqual(['a-plan.md'])
  })

  test('reports what is left, at its place in the mended text', async () => {
    const cwd = folderOf({ 'a-plan.md': spoilt.replace(/## 2\. Non-Goals[^]*?(?=## 3\.)/, '') })
    const { code, stdout } = await own({ cwd }, '--fix', '-f', 'compact')
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(
        /^a-plan.md:\d+:1: error: Missing section "Non-Goals"[^\n]*\n(?:planlint: info: [^\n]*\n){3}$/
      )
    ])
    expect(bytes(cwd)).toBe(plan.replace(/## 2\. Non-Goals[^]*?(?=## 3\.)/, ''))
  })

  test('says which headings links from other files do not find any more', async () => {
    const note = 'links from other files to renamed headings are not changed: '
    const cwd = folderOf({ 'a-plan.md': spoilt })
    const { stdout } = await own({ cwd }, '--fix', '-f', 'json')
    const { files } = JSON.parse(stdout) as { files: { notes: string[] }[] }
    expect(files[0]!.notes.find(each => each.startsWith(note))).toMatch(
      /#step-5-\S+ is #step-3-\S+|#5-altrenatives\S* is #5-alternatives/
    )
    const again = await own({ cwd }, '--fix', '-f', 'json')
    expect(again.stdout).not.toContain(note)
  })

  describe('renames nothing that other files name', () => {
    const renumbered = plan.replace('### Step 3:', '### Step 5:')
    const slug = /(?<=### )Step 5:.*/
      .exec(renumbered)![0]
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-')

    test.each([
      ['docs/plans/b.md', `See [that](a-plan.md#${slug}).`],
      ['README.md', `See [that](docs/plans/a-plan.md#${slug}).`],
      ['docs/notes.md', 'It is done\nin Step 5 of plans/a-plan.md.'],
      ['docs/guide/how.md', `See [that](../plans/a-plan.md#${slug}).`],
      ['site/pages/next.md', 'It is done in Step 5 of docs/plans/a-plan.md.'],
      ['docs/plans/notes/more.md', `See [that](../a-plan.md#${slug}).`],
      ['docs/plans/b.md', `See [[a-plan#${slug}]].`],
      ['notes/vault.md', 'See [[a-plan#Step 5: Write the docs|there]].'],
      ['notes/vault.md', 'See [[docs/plans/a-plan#Step 5]].'],
      ['docs/notes.md', 'It comes behind Step 5 of *Undo for the\ndrawing tool*.'],
      ['docs/notes.txt', 'It is done in Step 5 of plans/a-plan.md.'],
      ['.github/workflows/ci.yml', '# Step 5 of docs/plans/a-plan.md'],
      ['docs/plans/b.md', '参见 a-plan.md 的第5步。'],
      ['docs/plans/b.md', 'See a-plan.md, items 1–5.'],
      ['docs/plans/PROGRESS.md', '- [x] Step 5'],
      ['docs/results/a-plan.md', '| Step | State |\n|---|---|\n| 5 | done |']
    ])('%s', async (name, text) => {
      const cwd = folderOf({ 'docs/plans/a-plan.md': renumbered, [name]: `# Notes\n\n${text}\n` })
      const { code, stdout } = await own({ cwd }, '--fix', '-f', 'json', 'docs/plans/a-plan.md')
      const { files } = JSON.parse(stdout) as { files: FileReport[] }
      expect([code, bytes(cwd, 'docs/plans/a-plan.md')]).toEqual([1, renumbered])
      const found = files[0]!.findings.filter(({ rule }) => rule === 'step-sequence')
      expect(found).toMatchObject([
        {
          related: [{ path: name, message: 'What would be renamed is named here: --fix renames nothing' }]
        }
      ])
      // Nor is it promised.
      expect((await own({ cwd }, 'docs/plans/a-plan.md')).stdout).not.toContain('fixable')
    })

    test.each([
      ['docs/plans/b.md', 'See [that](a-plan.md#1-goal), and Step 2 of a-plan.md.'],
      ['docs/plans/b.md', `See [that](data-plan.md#${slug}).`],
      ['docs/plans/b.md', 'Step 5 is hard.\n\nSee a-plan.md.'],
      ['docs/plans/b.md', 'See [[data-plan#Step 5]].'],
      ['docs/plans/b.md', 'It comes behind Step 5 of undo.'],
      ['src/a.ts', '// Step 5 of docs/plans/a-plan.md'],
      ['docs/plans/b.md', '```text\na-plan.md: Step 5 is out of order\n```']
    ])('what else %s says holds nothing back: %j', async (name, text) => {
      const cwd = folderOf({ 'docs/plans/a-plan.md': renumbered, [name]: `# Notes\n\n${text}\n` })
      expect((await own({ cwd }, '--fix', '-f', 'json', 'docs/plans/a-plan.md')).code).toBe(0)
      expect(bytes(cwd, 'docs/plans/a-plan.md')).toBe(plan)
    })
  })

  test('says how many it fixed, and how many are left', async () => {
    const cwd = folderOf({ 'a-plan.md': spoilt.replace(/## 2\. Non-Goals[^]*?(?=## 3\.)/, '') })
    expect((await own({ cwd }, '--fix-dry-run')).stdout).toContain(
      '✖ would fix 3, 1 left: 1 problem (1 error) in 1 plan'
    )
    const { stdout } = await own({ cwd }, '--fix', '-f', 'agent', '-f', 'json', '-o', 'r.json')
    expect(stdout).toContain('\nfixed 3, 1 left: 1 problem (1 error) in 1 plan; examined')
    expect(JSON.parse(bytes(cwd, 'r.json'))).toMatchObject({ summary: { fixed: 3 }, files: [{ fixed: 3 }] })
  })

  test('--scaffold inserts what is missing besides, to be filled in', async () => {
    const cwd = folderOf({ 'a-plan.md': spoilt.replace(/## 2\. Non-Goals[^]*?(?=## 3\.)/, '') })
    const { code, stdout } = await own({ cwd }, '--fix', '--scaffold', '-f', 'compact')
    expect(code).toBe(1)
    const [, line] = /^a-plan\.md:(\d+):3: error: Placeholder "\[TODO/.exec(stdout)!
    expect(bytes(cwd).split('\n')[Number(line) - 1]).toMatch(/^- \[TODO: List what is left out/)
    // The finding, by which profile, which headings are called otherwise, and that no repository was asked.
    expect(stdout.split('\n')).toHaveLength(5)
    expect((await own({ cwd }, '--scaffold')).code).toBe(2)
  })

  test('a clean file is not touched', async () => {
    const cwd = folderOf({ 'a-plan.md': plan })
    const before = fs.statSync(path.join(cwd, 'a-plan.md'))
    await own({ cwd }, '--fix')
    expect(fs.statSync(path.join(cwd, 'a-plan.md'))).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino })
  })

  test("a file that changes meanwhile keeps the other's words: exit 2", async () => {
    const cwd = folderOf({ 'a-plan.md': spoilt })
    const services = {
      ...ownServices,
      readPlan: async () => async () => ({ ok: true as const, text: spoilt.replace('People', 'Users') })
    }
    const { code, stderr } = await runIn({ cwd, services }, '--fix')
    expect([code, stderr]).toEqual([
      2,
      'planlint: a-plan.md: File changed since it was read: left as it was; run again\n'
    ])
    expect(bytes(cwd)).toBe(spoilt)
  })

  test('a link out of the tree, and hard links, are left alone: exit 2', async () => {
    const outside = folderOf({ 'real.md': spoilt })
    const cwd = folderOf({ 'b-plan.md': spoilt })
    fs.symlinkSync(path.join(outside, 'real.md'), path.join(cwd, 'a-plan.md'))
    fs.linkSync(path.join(cwd, 'b-plan.md'), path.join(cwd, 'c-plan.md'))
    const { code, stderr } = await own({ cwd }, '--fix', '-f', 'compact')
    expect(code).toBe(2)
    expect(stderr).toContain('planlint: a-plan.md: Symbolic link leads out of the project')
    expect(stderr).toContain('planlint: b-plan.md: File has several hard links')
    expect([bytes(outside, 'real.md'), bytes(cwd, 'b-plan.md')]).toEqual([spoilt, spoilt])
  })

  test('standard input: mended text to standard output, the report to standard error', async () => {
    const { code, stdout, stderr } = await own(
      { cwd: folderOf({}), stdin: `\uFEFF${spoilt}- [TODO]\n` },
      '-',
      '--fix',
      '-f',
      'compact'
    )
    expect(stdout).toBe(`\uFEFF${plan}- [TODO]\n`)
    expect(stderr).toMatch(/^<stdin>:\d+:3: error: Placeholder "\[TODO\]"/)
    expect(code).toBe(1)
  })

  test('with --cache: the mended text is what is remembered', async () => {
    const cwd = folderOf({ 'a-plan.md': spoilt })
    await own({ cwd }, '--fix', '--cache')
    expect((await own({ cwd }, '--cache', '-f', 'compact')).code).toBe(0)
    expect(bytes(cwd, '.planlintcache')).toContain('"findings":[]')
  })
})

describe('--fix-dry-run', () => {
  test('writes nothing; its diff is what --fix does, and the report what would be left', async () => {
    const cwd = folderOf({ 'a-plan.md': spoilt })
    const { code, stdout } = await own({ cwd }, '--fix-dry-run', '-f', 'compact')
    expect([code, bytes(cwd)]).toEqual([0, spoilt])
    expect(stdout).toMatch(/^--- a-plan\.md\n\+\+\+ a-plan\.md\n@@ -\d+,\d+ \+\d+,\d+ @@\n/)
    execFileSync('patch', ['-p0', '-s'], { cwd, input: stdout })
    expect(bytes(cwd)).toBe(plan)
  })

  test('where a machine reads standard output, the diff goes to standard error', async () => {
    const cwd = folderOf({ 'a-plan.md': spoilt })
    const { stdout, stderr } = await own({ cwd }, '--fix-dry-run', '-f', 'json')
    expect(JSON.parse(stdout)).toMatchObject({ summary: { errors: 0 } })
    expect(stderr).toMatch(/^--- a-plan\.md/)
  })

  test('nothing that a plan says steers the terminal, or begins a line', () => {
    const diff = unifiedDiff('::error::x\n\u001B[2Jold\n', '::error::x\n\u001B[2Jnew\n', '::a\n.md')
    expect(diff).not.toContain('\u001B')
    expect(diff).not.toMatch(/^(?:::|##\[)/m)
  })
})

test('a diff of any two texts is one that git applies', () => {
  const cwd = folderOf({})
  const lines = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '', 'f g'), { maxLength: 25 })
    .map(list => list.join('\n'))
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.tuple(fc.nat(30), fc.constantFrom('x', 'y\nz', undefined)), { maxLength: 4 }),
      fc.boolean(),
      (text, edits, hasEnd) => {
        const before = text === '' ? 'one' : text + (hasEnd ? '\n' : '')
        const list = before.split('\n')
        for (const [at, put] of edits)
          if (at < list.length) list.splice(at, put === undefined ? 1 : 0, ...(put === undefined ? [] : [put]))
        const after = list.join('\n') || 'two'
        fs.writeFileSync(path.join(cwd, 'f.md'), before)
        const diff = unifiedDiff(before, after, 'f.md')
        if (diff !== '')
          execFileSync('git', ['apply', '-p0', '--unidiff-zero', '-'], {
            cwd,
            input: diff,
            stdio: ['pipe', 'ignore', 'pipe']
          })
        expect(fs.readFileSync(path.join(cwd, 'f.md'), 'utf8')).toBe(after)
      }
    ),
    { numRuns: 60 }
  )
}, 60_000)

test('progress: a terminal alone, after a second, ten times a second, gone at the end', () => {
  const said: string[] = []
  let now = 0
  const stderr = { write: (text: string) => said.push(text) }
  const progress = createProgress({ stderr, isErrorTTY: true }, () => now)
  for (; now < 1300; now += 20) progress.at(now, 5000)
  expect(said).toEqual([
    '\r\u001B[Kplanlint: 1000 of 5000 files',
    '\r\u001B[Kplanlint: 1100 of 5000 files',
    '\r\u001B[Kplanlint: 1200 of 5000 files'
  ])
  progress.end()
  progress.end()
  expect(said.slice(3)).toEqual(['\r\u001B[K'])
  const silent = createProgress({ stderr }, () => now++ * 1e6)
  silent.at(1, 5)
  silent.end()
  expect(said).toHaveLength(4)
})
