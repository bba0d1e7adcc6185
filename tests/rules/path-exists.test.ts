import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { RepoFacts } from '../../src/repo/facts.ts'
import { createPool } from '../../src/repo/pool.ts'
import { repo as makeRepo, sweep } from '../repo/make.ts'
import type { Lists } from './listing.ts'
import { holding, listing, textOf } from './listing.ts'

afterAll(sweep)

const profile = listing()

/** "severity message | help" of each finding. */
function judge(lists: Lists, repo: RepoFacts, path = 'a-plan.md'): string[] {
  const report = lintText(textOf(lists), { profiles: [profile], forced: profile.name, path, repo })
  return report.fatalErrors
    .map(fatal => fatal.message)
    .concat(
      report.findings
        .filter(({ rule }) => rule === 'path-exists')
        .map(({ severity, message, help }) => `${severity} ${message} | ${help}`)
    )
}

const repo = holding(['src/app.ts', 'src/deep/dates.ts', 'src/Button.tsx', 'banner.ts'])
const found = (...tree: string[]): string[] => judge({ tree }, repo)
const taken = 'Mark it <modified>, or choose another path'
const check = 'Check the path, or mark it <new>'

describe('paths of one machine', () => {
  const judged = (...steps: string[]) =>
    lintText(`## Steps\n\n${steps.map((files, i) => `### Step ${i + 1}: Sort\n\n**Files**: ${files}\n`).join('\n')}`, {
      options: { profile: 'generic' },
      path: 'a-plan.md',
      repo
    }).findings.filter(({ rule }) => rule === 'path-exists')
  const fixed = (text: string, found: ReturnType<typeof judged>): string =>
    found
      .flatMap(({ fixes = [] }) => fixes)
      .flatMap(({ edits }) => edits)
      .reduceRight((edited, { start, end, text: by }) => edited.slice(0, start) + by + edited.slice(end), text)

  it.each([
    ['/Users/ann/shelf/', '/'],
    ['/home/ann/work/shelf/', '/'],
    ['~/shelf/', '/'],
    ['C:\\Users\\ann\\shelf\\', '\\']
  ])('%s: once, with what is to be written, and an offer to write it', (root, slash) => {
    const at = (path: string): string => `\`${root}${path.replaceAll('/', slash)}\` (modified)`
    const found = judged(`${at('src/app.ts')}, ${at('src/deep/dates.ts')}`, at('src/app.ts'), at('src/new.ts'))
    expect(found.map(({ severity, message, help }) => `${severity} ${message} | ${help}`)).toEqual([
      `warning Expected paths that hold on any machine: 4 begin with "${root}" | Write each relative to the top of the repository: "src/app.ts"`
    ])
    expect(found[0]!.related!.map(({ place }) => place.start.line)).toEqual([5, 9, 13])
    const text = `## Steps\n\n### Step 1: Sort\n\n**Files**: ${at('src/app.ts')}\n`
    const one = judged(at('src/app.ts'))
    expect(one.map(({ message }) => message)).toEqual([
      `Expected paths that hold on any machine: 1 begins with "${root}"`
    ])
    expect(one[0]!.fixes).toMatchObject([{ safe: false }])
    expect(fixed(text, one)).toBe(text.replace(at('src/app.ts'), '`src/app.ts` (modified)'))
  })

  it('that the repository has nothing of are told of once for each beginning, without a fix', () => {
    const found = judged('`/Users/ann/a/x.ts`, `/Users/ann/b/y.ts`, `/opt/tool/conf/z.ts`')
    expect(found.map(({ message, fixes, related = [] }) => [message, fixes, related.length])).toEqual([
      ['Expected paths that hold on any machine: 2 begin with "/Users/ann/"', undefined, 1],
      ['Expected a path inside the repository: "/opt/tool/conf/z.ts" is absolute', undefined, 0]
    ])
  })

  it('may have the name of a file of the repository by chance', () =>
    expect(judged('`/etc/banner.ts`').map(({ messageId }) => messageId)).toEqual(['outside']))
})

describe('a document that the plan goes with', () => {
  const noted = listing({ fields: [{ label: 'Spec', aliases: ['Design'], kind: 'link', hint: 'the design' }] })
  const docs = holding(['docs/specs/ferry.md', 'docs/plans/old.md', 'guide.md'])
  const dead = (note: string): string[] => {
    const text = `# Ferry\n\n${note}\n\n## Steps\n\n### Step 1: Row\n\n**Files**: \`src/row.ts\` (new)\n`
    const { findings } = lintText(text, { profiles: [noted], forced: noted.name, path: 'docs/plans/f.md', repo: docs })
    return findings
      .filter(({ rule }) => rule === 'path-exists')
      .map(({ severity, message, help, place }) => `${place.start.line} ${severity} ${message} | ${help}`)
  }

  it.each([
    ['**Spec:** [the ferry](../specs/fery.md#slots)', '../specs/fery.md', 'Spec', 'docs/specs/ferry.md'],
    ['**Design:** `docs/specs/fery.md` §2', 'docs/specs/fery.md', 'Design', 'docs/specs/ferry.md'],
    ['Spec: docs/specs/fery.md', 'docs/specs/fery.md', 'Spec', 'docs/specs/ferry.md']
  ])('%s: is told of where it is not there', (note, path, label, near) =>
    expect(dead(note)).toEqual([
      `3 warning Missing "${path}" in the repository: "${label}" names it | Write "${near}", if that is meant`
    ])
  )

  it('is to be written where nothing is like it', () =>
    expect(dead('**Spec:** `notes/harbour.md`')).toEqual([
      '3 warning Missing "notes/harbour.md" in the repository: "Spec" names it | Correct the path, or write the document'
    ]))

  it.each([
    '**Spec:** [the ferry](../specs/ferry.md#slots)',
    '**Spec:** [the ferry](docs/specs/ferry.md)',
    '**Spec:** `docs/specs/ferry.md:10-20`',
    '**Spec:** old.md, ../../guide.md',
    '**Spec:** [an issue](https://tracker.test/12.md), [below](#steps), [mail](mailto:a@b.test)',
    '**Design:** A slot is a row in `src/slots.ts`, as `Slot.take` shows.',
    '**Spec:** `~/notes/ferry.md`',
    '**Spec:** [from the top](/guide/none.md)',
    '**Design:** As usual.\nSee `notes/none.md` for more.'
  ])('%s: fine', note => expect(dead(note)).toEqual([]))
})

describe('what a plan says of files', () => {
  it.each([
    ['src/app.ts <new>', `error Conflicting mark on "src/app.ts": it is to be created, but exists already | ${taken}`],
    ['src/none.ts <modified>', `error Missing "src/none.ts" in the repository: it is to be modified | ${check}`],
    ['src/none.ts <deleted>', `error Missing "src/none.ts" in the repository: it is to be deleted | ${check}`],
    ['src/none.ts (unchanged)', `error Missing "src/none.ts" in the repository: it is to be kept as it is | ${check}`],
    [
      'src/button.tsx <modified>',
      'error Missing "src/button.tsx" in the repository: it is to be modified | Write "src/Button.tsx": only the case differs'
    ],
    [
      'src/deep/date.ts <modified>',
      'error Missing "src/deep/date.ts" in the repository: it is to be modified | Write "src/deep/dates.ts", if that is meant'
    ]
  ])('%s', (line, message) => expect(found(line)).toEqual([message]))

  it.each([
    'src/app.ts <modified>',
    'src/none.ts <new>',
    'src/none.ts',
    'src/app.ts',
    'src/none/*.ts <modified>',
    'src/ <new>',
    'src/none.ts <todo>'
  ])('but not of %s', line => expect(found(line)).toEqual([]))

  it('is a warning while the plan is a draft', () => {
    expect(judge({ text: '**Status**: Draft', tree: ['src/none.ts <modified>'] }, repo)).toEqual([
      `warning Missing "src/none.ts" in the repository: it is to be modified | ${check}`
    ])
    expect(judge({ text: '**Status**: Active', tree: ['src/none.ts <modified>'] }, repo)).toEqual([
      `error Missing "src/none.ts" in the repository: it is to be modified | ${check}`
    ])
  })
})

describe('a rename', () => {
  const source = (from: string, to = 'src/deep/days.ts'): string =>
    `error Missing "${from}" in the repository: "${to}" is to be renamed from it`

  it.each([
    [
      'src/app.ts <renamed: src/deep/dates.ts>',
      `error Conflicting mark on "src/app.ts": it is to be renamed, but exists already | ${taken}`
    ],
    [
      'src/deep/days.ts <renamed: src/deep/date.ts>',
      `${source('src/deep/date.ts')} | Write "src/deep/dates.ts", if that is meant`
    ],
    ['src/deep/days.ts <renamed: date.ts>', `${source('date.ts')} | Write "src/deep/dates.ts", if that is meant`],
    ['src/deep/days.ts <renamed: nothing/like/it.ts>', `${source('nothing/like/it.ts')} | ${check}`],
    ['days.ts <renamed: baner.ts>', `${source('baner.ts', 'days.ts')} | Write "banner.ts", if that is meant`]
  ])('%s', (line, message) => expect(found(line)).toEqual([message]))

  it.each([
    'src/deep/days.ts <renamed: src/deep/dates.ts>',
    'src/deep/days.ts <renamed: dates.ts>',
    'days.ts <renamed: banner.ts>',
    'src/app.ts <renamed: old>',
    'src/app.ts <renamed>',
    'src/days.ts <renamed: ../elsewhere/days.ts>'
  ])('but not %s', line => expect(found(line)).toEqual([]))
})

describe('a path out of the repository', () => {
  const outside =
    'warning Expected a path inside the repository: "/etc/relay.conf" is absolute | Write it relative to the top of the repository; it was not looked up'

  it.each<[string, Lists, string[]]>([
    ['in the table', { table: ['`/etc/relay.conf` | Modify'] }, [outside]],
    ['in the table, without a mark', { table: ['`/etc/relay.conf` | later'] }, [outside]],
    ['in a tree that shows where things are, with a mark', { context: ['/etc/relay.conf <modified>'] }, [outside]],
    ['there without one', { context: ['/etc/relay.conf'] }, []]
  ])('%s', (_, lists, messages) => expect(judge(lists, repo)).toEqual(messages))
})

describe('a repository with a history', () => {
  let now: RepoFacts
  const ids: Record<string, string> = {}
  const text = (name: string): string => Array.from({ length: 20 }, (_, i) => `${name} ${i}`).join('\n')

  beforeAll(async () => {
    const made = makeRepo()
    ids['first'] = made
      .commit('first', {
        'src/app.ts': text('app'),
        'src/gone.ts': text('gone'),
        'src/moved.ts': text('moved'),
        '.gitignore': 'dist/\n'
      })
      .slice(0, 7)
    made.move('src/moved.ts', 'lib/moved.ts')
    ids['second'] = made.commit('second', { 'src/gone.ts': null, 'plan.md': '# Plan' }).slice(0, 7)
    made.commit('third', { 'src/later.ts': text('later') })
    now = (await createPool(made.top, { env: made.env }).of('plan.md')).facts
  })

  const done = (...tree: string[]): string[] => judge({ text: '**Status**: Done', tree }, now)
  const help = "Finish the work, or correct the plan's status"

  it('tells what became of a file, as of a fresh plan, of the one that came in then, and of one that starts from a commit', () => {
    const tree = [
      'src/gone.ts <modified>',
      'src/moved.ts <modified>',
      'src/later.ts <modified>',
      'src/nothing-like-it.ts <modified>',
      'src/app.ts <new>'
    ]
    const help_ = (text: string, path: string): string[] =>
      judge({ text, tree }, now, path).map(line => `${line.split(' ')[0]} ${line.split(' | ')[1]}`)
    expect(help_('', 'fresh.md')).toEqual([
      `error Mark it <new> if the plan brings it back, or take it out: commit ${ids['second']} deleted it`,
      `error Write "lib/moved.ts": commit ${ids['second']} moved it there`,
      `error ${check}`,
      `error ${taken}`
    ])
    const came = `at commit ${ids['second']}, which brought the plan`
    expect(help_('', 'plan.md')).toEqual([
      `error Check the path, or mark it <new>: it is not there ${came}`,
      `error Mark it <modified>, or choose another path: it was there ${came}`
    ])
    const base = `at commit ${ids['first']}, which the plan starts from`
    expect(help_(`**Base commit**: ${ids['first']}`, 'plan.md')).toEqual([
      `error Check the path, or mark it <new>: it is not there ${base}`,
      `error Mark it <modified>, or choose another path: it was there ${base}`
    ])
  })

  it('cannot tell of ignored files', () =>
    expect(judge({ tree: ['dist/none.js <modified>', 'dist/days.js <renamed: dates.js>'] }, now, 'fresh.md')).toEqual(
      []
    ))

  it.each([
    ['src/app.ts <deleted>', `error Conflicting status: the plan is done, but "src/app.ts" is still there | ${help}`],
    [
      'src/new.ts <renamed: src/app.ts>',
      `error Conflicting status: the plan is done, but "src/app.ts" is still there | ${help}`
    ],
    [
      'src/new.ts <renamed: app.ts>',
      `error Conflicting status: the plan is done, but "src/app.ts" is still there | ${help}`
    ],
    [
      'src/new.ts <renamed: none.ts>',
      `error Missing "src/new.ts" in the repository, though the plan is done | ${help}`
    ],
    ['src/new.ts <renamed>', `error Missing "src/new.ts" in the repository, though the plan is done | ${help}`],
    ['src/new.ts <new>', `error Missing "src/new.ts" in the repository, though the plan is done | ${help}`],
    [
      'src/lates.ts <modified>',
      `error Missing "src/lates.ts" in the repository, though the plan is done | ${help}; did you mean "src/later.ts"?`
    ]
  ])('a plan that is done: %s', (line, message) => expect(done(line)).toEqual([message]))

  it.each([
    'src/app.ts <new>',
    'src/app.ts <modified>',
    'src/gone.ts <deleted>',
    'src/gone.ts <new>',
    'src/moved.ts <modified>',
    'src/app.ts <renamed: src/gone.ts>',
    'src/none.ts (unchanged)',
    'src/none.ts',
    'none/*.ts <new>'
  ])('a plan that is done, and nothing to say: %s', line => expect(done(line)).toEqual([]))
})
