import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ownServices } from '../../../src/cli/runtime/own-services.ts'
import { run } from '../../../src/cli/run.ts'
import { repo, sweep, type TestRepo } from '../../repo/make.ts'
import { plan } from '../../repo-rules/plan.ts'

afterAll(sweep)

const text = (name: string) => Array.from({ length: 20 }, (_, i) => `${name} line ${i}`).join('\n')

let made: TestRepo
const file = 'docs/plans/relay.md'
const tree = [
  'src/store.ts <new>',
  'src/app.ts <modified>',
  'src/gone.ts <deleted>',
  'src/clock.ts <renamed: src/time.ts>',
  'src/idle.ts <modified>',
  'src/wrong.ts <new>'
]

beforeEach(() => {
  made = repo()
  made.commit('first', {
    'src/app.ts': text('app'),
    'src/gone.ts': text('gone'),
    'src/time.ts': text('time'),
    'src/idle.ts': text('idle'),
    'src/wrong.ts': text('wrong'),
    'src/other.ts': text('other'),
    'src/moved.ts': text('moved'),
    'package-lock.json': '{}',
    [file]: plan({ tree })
  })
  made.git('checkout', '-q', '-b', 'work')
})

/** The whole change, with a case for each group. */
function work(): void {
  made.move('src/time.ts', 'src/clock.ts')
  made.move('src/moved.ts', 'lib/moved.ts')
  made.commit('work', {
    'src/store.ts': text('store'),
    'src/app.ts': text('app two'),
    'src/gone.ts': null,
    'src/wrong.ts': text('wrong two'),
    'src/other.ts': text('other two'),
    'package-lock.json': '{"a":1}',
    [file]: `${plan({ tree })}\n`
  })
  made.write({ 'src/untracked.ts': text('new') })
}

async function planlint(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const out: string[] = []
  const err: string[] = []
  const io = {
    stdout: { write: (each: string) => out.push(each) },
    stderr: { write: (each: string) => err.push(each) },
    stdin: (async function* () {})(),
    cwd: made.top,
    env: made.env as Record<string, string>,
    isTTY: false,
    columns: 100
  }
  const code = await run(argv, io, ownServices)
  return { code, stdout: out.join(''), stderr: err.join('') }
}

async function compared(...argv: string[]) {
  const { code, stdout, stderr } = await planlint('diff', file, '--base', 'main', '--format', 'json', ...argv)
  expect(stderr).toBe('')
  const report = JSON.parse(stdout) as Record<
    'planned' | 'untouched' | 'unplanned' | 'contradictions' | 'allowed',
    { path: string; message?: string; change?: string; from?: string }[]
  >
  return {
    code,
    ...report,
    paths: (group: 'planned' | 'untouched' | 'unplanned' | 'contradictions' | 'allowed') =>
      report[group].map(each => each.path)
  }
}

describe('planlint diff', () => {
  it('sorts a change into its groups', async () => {
    work()
    const found = await compared()
    expect(found.paths('planned')).toEqual(['src/app.ts', 'src/clock.ts', 'src/gone.ts', 'src/store.ts'])
    expect(found.paths('untouched')).toEqual(['src/idle.ts'])
    expect(found.unplanned).toEqual([
      { path: 'lib/moved.ts', change: 'renamed', from: 'src/moved.ts' },
      { path: 'src/other.ts', change: 'modified' },
      { path: 'src/untracked.ts', change: 'added', untracked: true }
    ])
    expect(found.contradictions).toEqual([
      {
        path: 'src/wrong.ts',
        change: 'modified',
        written: 'src/wrong.ts',
        mark: 'new',
        line: 27,
        column: 1,
        message: 'planned as new, but was modified'
      }
    ])
    expect(found.allowed).toEqual([{ path: 'package-lock.json', change: 'modified', why: 'lockfile' }])
    expect(found.code).toBe(1)
  })

  it('is content with what is planned', async () => {
    made.git('checkout', '-q', '-b', 'good')
    made.move('src/time.ts', 'src/clock.ts')
    made.commit('work', {
      'src/store.ts': text('store'),
      'src/app.ts': text('app two'),
      'src/gone.ts': null,
      'src/idle.ts': text('busy')
    })
    const found = await compared()
    expect([found.paths('unplanned'), found.paths('contradictions'), found.paths('untouched')]).toEqual([
      [],
      [],
      ['src/wrong.ts']
    ])
    expect(found.code).toBe(0)
    expect((await compared('--fail-on', 'untouched')).code).toBe(1)
  })

  it.each([
    ['none', 0],
    ['untouched', 1],
    ['unplanned', 1],
    ['contradictions', 1],
    ['unplanned,untouched', 1]
  ])('fails on %s: %i', async (groups, code) => {
    work()
    expect((await compared('--fail-on', groups)).code).toBe(code)
  })

  it('leaves untracked files out where only commits count', async () => {
    work()
    expect((await compared('--committed')).paths('unplanned')).toEqual(['lib/moved.ts', 'src/other.ts'])
  })

  it('allows what the user and .gitattributes name', async () => {
    made.commit('attributes', { '.gitattributes': 'src/made/** linguist-generated=true\n' })
    made.git('branch', '-f', 'main', 'work')
    made.commit('work', { 'src/made/table.ts': 'x', 'notes/today.txt': 'x', 'tests/__snapshots__/a.snap': 'x' })
    const found = await compared('--allow', 'notes/**')
    expect(found.allowed.map(each => each.path)).toEqual([
      'notes/today.txt',
      'src/made/table.ts',
      'tests/__snapshots__/a.snap'
    ])
    expect(found.unplanned).toEqual([])
  })

  it('takes the base that the plan states', async () => {
    writeFileSync(join(made.top, file), plan({ tree, head: '**Base commit**: `main`' }))
    expect((await planlint('diff', file)).code).toBe(0)
    writeFileSync(join(made.top, file), plan({ tree }))
    expect(await planlint('diff', file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Missing --base') as string
    })
  })

  it.each([
    [['--base', 'nowhere'], 'Unknown commit, branch or tag "nowhere"'],
    [['--base', 'main', '--fail-on', 'unplaned'], 'did you mean "unplanned"?'],
    [['--base', 'main', '--format', 'txt'], 'Unknown format "txt"']
  ])('%j ends in 2', async (argv, message) =>
    expect(await planlint('diff', file, ...argv)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(message) as string
    })
  )

  it('says what is no plan', async () => {
    made.write({ 'README.md': '# Relay\n\nIt relays.\n' })
    expect(await planlint('diff', 'README.md', '--base', 'main')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('No plan to compare: not judged, no profile recognises it as a plan') as string
    })
    expect(await planlint('diff', 'none.md', '--base', 'main')).toMatchObject({ code: 2 })
    made.write({ 'plan-template.md': plan({ tree }) })
    expect(await planlint('diff', 'plan-template.md', '--base', 'main')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('excluded, a template, by its name') as string
    })
  })

  it('says what it did not compare, and that nothing was to be compared', async () => {
    made.write({ [file]: plan({ tree: ['../elsewhere/app.ts <modified>', 'src/store.ts <new>'] }) })
    const formats = ['text', 'json', 'markdown', 'sarif']
    for (const format of formats) {
      const { stdout } = await planlint('diff', file, '--base', 'main', '--format', format)
      expect(stdout, format).toContain(format === 'markdown' ? 'leaves the repository' : 'elsewhere/app.ts')
      expect(stdout, format).toContain('leaves the repository')
    }
    made.write({ [file]: plan({ tree: ['../elsewhere/app.ts <modified>'] }) })
    const { stdout, code } = await planlint('diff', file, '--base', 'main')
    expect(code).toBe(0)
    expect(stdout).toContain('nothing to compare; 1 not compared')
    expect(stdout).not.toContain('✔')
  })

  it('knows a path by its end, and by the folder of the project', async () => {
    made.write({
      [file]: plan({ tree: ['relay/src/app.ts <modified>', 'relay/src/store.ts <new>'] }),
      'src/app.ts': text('two'),
      'src/store.ts': 'x'
    })
    expect((await compared()).paths('planned')).toEqual(['src/app.ts', 'src/store.ts'])
    made.write({ [file]: plan({ tree: ['a/app.ts <modified>', 'store.ts <new>'] }) })
    const found = await compared()
    expect(found.paths('unplanned')).toEqual(['src/app.ts', 'src/store.ts'])
    expect(found.paths('untouched')).toEqual(['a/app.ts', 'store.ts'])
  })

  it('keeps what is to stay', async () => {
    made.write({ [file]: plan({ tree: ['src/app.ts (existing)', 'src/store.ts <new>'] }), 'src/app.ts': text('two') })
    const found = await compared()
    expect(found.contradictions.map(each => each.message)).toEqual(['to be kept as it is, but was modified'])
    expect(found.paths('untouched')).toEqual(['src/store.ts'])
  })

  it('writes text, Markdown and SARIF', async () => {
    work()
    const { stdout } = await planlint('diff', file, '--base', 'main')
    expect(stdout.replace(/\([0-9a-f]{7}\)/, '(HASH)')).toBe(`docs/plans/relay.md  against main (HASH)

Not as planned (1)
  src/wrong.ts  planned as new, but was modified · line 27

Changed, but not planned (3)
  lib/moved.ts      renamed from src/moved.ts
  src/other.ts      modified
  src/untracked.ts  added (untracked)

Planned, but not changed (1)
  src/idle.ts  modified · line 26

As planned (4)
  src/app.ts    modified
  src/clock.ts  renamed from src/time.ts
  src/gone.ts   deleted
  src/store.ts  added

Left out (1)
  package-lock.json  lockfile

✖ 1 not as planned, 3 unplanned, 1 untouched
`)
    const markdown = (await planlint('diff', file, '--base', 'main', '-f', 'markdown')).stdout
    expect(markdown).toContain('### ❌ docs/plans/relay.md: 1 not as planned, 3 unplanned, 1 untouched')
    expect(markdown).toContain('- src/other.ts: modified')
    const sarif = JSON.parse((await planlint('diff', file, '--base', 'main', '-f', 'sarif')).stdout) as {
      runs: {
        results: {
          ruleId: string
          level: string
          locations: { physicalLocation: { artifactLocation: { uri: string } } }[]
        }[]
      }[]
    }
    expect(
      sarif.runs[0]!.results.map(each => [
        each.ruleId,
        each.level,
        each.locations[0]!.physicalLocation.artifactLocation.uri
      ])
    ).toEqual([
      ['plan-diff/contradiction', 'error', 'docs/plans/relay.md'],
      ['plan-diff/untouched', 'warning', 'docs/plans/relay.md'],
      ['plan-diff/unplanned', 'error', 'lib/moved.ts'],
      ['plan-diff/unplanned', 'error', 'src/other.ts'],
      ['plan-diff/unplanned', 'error', 'src/untracked.ts']
    ])
  })
})

describe('--amend', () => {
  const drawn = (lines: string) => plan({ tree: ['x <new>'] }).replace('x <new>', lines)
  const fenceOf = (from: string) => /### Directory Tree\s+```\r?\n([\s\S]*?)\r?\n```/.exec(from)![1]

  it.each([
    [
      'flat',
      'src/app.ts    <modified>\nsrc/store.ts  <new>',
      'src/app.ts    <modified>\nsrc/store.ts  <new>\nlib/moved.ts  <renamed: src/moved.ts>\nsrc/other.ts  <modified>\nsrc/untracked.ts <new>'
    ],
    [
      'indented',
      'src/\n  app.ts <modified>\n  deep/\n    store.ts <new>\ndocs/\n  relay.md <new>',
      'src/\n  app.ts <modified>\n  deep/\n    store.ts <new>\n  other.ts <modified>\n  untracked.ts <new>\ndocs/\n  relay.md <new>\nlib/moved.ts <renamed: src/moved.ts>'
    ],
    [
      'indented, its marks in one column by chance, the last folder at its end',
      'src/\n  app.ts <modified>\n  lib.ts <new>',
      'src/\n  app.ts <modified>\n  lib.ts <new>\n  other.ts <modified>\n  untracked.ts <new>\nlib/moved.ts <renamed: src/moved.ts>'
    ],
    [
      'drawn',
      'src/\n├── app.ts       <modified>\n└── deep/\n    └── store.ts <new>',
      'src/\n├── app.ts       <modified>\n├── other.ts     <modified>\n├── untracked.ts <new>\n└── deep/\n    └── store.ts <new>\nlib/moved.ts     <renamed: src/moved.ts>'
    ],
    [
      'drawn in ASCII, with marks in parentheses',
      'src/\n|-- app.ts (modified)\n`-- store.ts (new)',
      'src/\n|-- app.ts (modified)\n|-- other.ts (modified)\n|-- untracked.ts (new)\n`-- store.ts (new)\nlib/moved.ts (renamed: src/moved.ts)'
    ]
  ])('writes into a tree that is %s', async (_, before, after) => {
    work()
    made.write({ [file]: drawn(before) })
    const { code, stdout } = await planlint(
      'diff',
      file,
      '--base',
      'main',
      '--amend',
      '--fail-on',
      'unplanned',
      '--allow',
      'src/wrong.ts',
      '--allow',
      'src/store.ts',
      '--allow',
      'src/clock.ts',
      '--allow',
      'src/gone.ts',
      '--allow',
      'src/time.ts'
    )
    expect(fenceOf(readFileSync(join(made.top, file), 'utf8'))).toBe(after)
    expect(code).toBe(0)
    expect(stdout).toContain("Wrote 3 files into the plan's tree")
    // Once written, they are planned.
    const again = await compared(
      '--fail-on',
      'unplanned',
      '--allow',
      'src/wrong.ts',
      '--allow',
      'src/store.ts',
      '--allow',
      'src/clock.ts',
      '--allow',
      'src/gone.ts'
    )
    expect(again.paths('unplanned')).toEqual([])
    expect(again.paths('planned')).toEqual(expect.arrayContaining(['lib/moved.ts', 'src/other.ts', 'src/untracked.ts']))
  })

  it.each([
    [
      'in comments',
      'src/app.ts    # changed',
      'src/store.ts  # added',
      'src/other.ts  # changed',
      'lib/moved.ts  # renamed: src/moved.ts'
    ],
    [
      'as orders',
      'src/app.ts (Modify)',
      'src/store.ts (Create)',
      'src/other.ts (Modify)',
      'lib/moved.ts (Rename from src/moved.ts)'
    ],
    ['as signs before the path', 'M src/app.ts', 'A src/store.ts', 'M src/other.ts', undefined],
    [
      'behind arrows, in capitals',
      'src/app.ts  ← MODIFIED',
      'src/store.ts ← NEW',
      'src/other.ts ← MODIFIED',
      'lib/moved.ts ← RENAMED: src/moved.ts'
    ]
  ])('marks as the plan does: %s', async (_, app, store, other, moved) => {
    work()
    made.write({ [file]: drawn(`${app}\n${store}`) })
    await planlint('diff', file, '--base', 'main', '--amend')
    const lines = fenceOf(readFileSync(join(made.top, file), 'utf8'))!.split('\n')
    expect(lines).toContain(other)
    if (moved !== undefined) expect(lines).toContain(moved)
  })

  it('writes into the overview, too, what is left to be said', async () => {
    work()
    made.write({
      [file]: drawn('src/app.ts <modified>').replace('#### `x`', '#### `src/app.ts` (modified)')
    })
    const { stdout } = await planlint('diff', file, '--base', 'main', '--amend')
    expect(stdout).toContain("into the plan's tree and overview")
    const after = readFileSync(join(made.top, file), 'utf8')
    expect(after).toMatch(/^#### `src\/other\.ts` \(modified\)\n\n\[TODO: .+\]$/m)
    expect(after).toMatch(/^#### `src\/untracked\.ts` \(new\)$/m)
  })

  it('leaves out what tools leave behind', async () => {
    made.write({ '.planlintcache': 'x', 'lib/__pycache__/a.pyc': 'x', 'src/fine.ts': 'x' })
    expect((await compared()).paths('unplanned')).not.toEqual(expect.arrayContaining(['.planlintcache']))
    await planlint('diff', file, '--base', 'main', '--amend')
    expect(fenceOf(readFileSync(join(made.top, file), 'utf8'))).not.toMatch(/cache/)
  })

  it("goes by the tree's own top, and keeps line ends", async () => {
    made.write({
      'src/app.ts': text('two'),
      'src/other.ts': text('two'),
      [file]: drawn(
        'relay/\n├── src/\n│   ├── app.ts <modified>\n│   └── idle.ts <modified>\n└── docs.md <new>'
      ).replaceAll('\n', '\r\n')
    })
    expect((await planlint('diff', file, '--base', 'main', '--amend')).code).toBe(0)
    const after = readFileSync(join(made.top, file), 'utf8')
    expect(fenceOf(after)).toBe(
      'relay/\r\n├── src/\r\n│   ├── app.ts <modified>\r\n│   ├── other.ts <modified>\r\n│   └── idle.ts <modified>\r\n└── docs.md <new>'
    )
    expect(after.replaceAll('\r\n', '')).not.toContain('\n')
  })

  it("says which names can't stand in a tree", async () => {
    made.write({ 'src/a`b\nc.ts': 'x', 'src/fine.ts': 'x' })
    const { code, stdout } = await planlint('diff', file, '--base', 'main', '--amend')
    expect(code).toBe(1)
    expect(stdout).toContain("Names that can't stand in a plan: src/a`b\\u{a}c.ts")
    expect(readFileSync(join(made.top, file), 'utf8')).toMatch(/^src\/fine\.ts +<new>$/m)
  })
})
