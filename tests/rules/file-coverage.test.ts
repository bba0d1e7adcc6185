import { describe, expect, it } from 'vitest'
import type { Profile } from '../../src/profiles/schema.ts'
import type { Lists } from './listing.ts'
import { lintText } from '../../src/index.ts'
import { findingsOf, listing, textOf } from './listing.ts'
import { planFixtures } from './load.ts'

type Pair = NonNullable<Profile['coverage']>[number]

const found = (lists: Lists, ...coverage: Pair[]): string[] =>
  findingsOf('file-coverage', textOf(lists), listing({ coverage }))

/** The paths that are missed. */
const missed = (lists: Lists, ...coverage: Pair[]): string[] =>
  found(lists, ...coverage).map(line => /Missing "([^"]*)"/.exec(line)?.[1] ?? line)

describe('a file that the other side lacks', () => {
  it.each<[Pair, Lists, string]>([
    [
      { files: 'overview', in: 'inventory' },
      { tree: ['src/a.ts <new>'], overview: ['`src/a.ts`', '`src/b.ts`'] },
      'error Missing "src/b.ts" in the directory tree @### `src/b.ts`'
    ],
    [
      { files: 'inventory', in: 'overview' },
      { tree: ['src/a.ts <new>', 'src/b.ts <new>'], overview: ['`src/a.ts`'] },
      'error Missing "src/b.ts" in the file-by-file overview @src/b.ts'
    ],
    [
      { files: 'steps', in: 'table', required: 'warning' },
      { table: ['`src/a.ts` | Create'], steps: ['`src/a.ts`, `src/b.ts`'] },
      'warning Missing "src/b.ts" in the file table @`src/b.ts`'
    ],
    [
      { files: 'steps', in: 'context' },
      { context: ['src/a.ts'], steps: ['`src/a.ts` (new), `src/b.ts`'] },
      'error Missing "src/b.ts" in the file tree @`src/b.ts`'
    ],
    [
      { files: 'inventory', in: 'roadmap' },
      { tree: ['src/a.ts <new>', 'src/b.ts <new>'], roadmap: ['`src/a.ts`'] },
      'error Missing "src/b.ts" in the roadmap @src/b.ts'
    ],
    [
      { files: 'commits', in: 'map' },
      { map: '**New Files**:\n- `src/a.ts`', commits: ['`src/a.ts`, `src/b.ts`'] },
      'error Missing "src/b.ts" in the file map @`src/b.ts`'
    ],
    [
      { files: 'table', in: 'steps' },
      { table: ['`src/a.ts` | Create', '`src/b.ts` | Create'], steps: ['`src/a.ts`'] },
      'error Missing "src/b.ts" in the steps @`src/b.ts`'
    ],
    [
      { files: 'map', in: 'commits' },
      { map: '**New Files**:\n- `src/a.ts`\n- `src/b.ts`', commits: ['`src/a.ts`'] },
      'error Missing "src/b.ts" in the commits @`src/b.ts`'
    ]
  ])('$from → $in', (pair, lists, message) => expect(found(lists, pair)).toEqual([message]))

  it('is told once, though it is named twice', () =>
    expect(
      missed(
        { tree: ['src/a.ts <new>'], steps: ['`src/a.ts`, `src/b.ts`', '`src/b.ts`'] },
        { files: 'steps', in: 'inventory' }
      )
    ).toEqual(['src/b.ts']))

  it('is told once, though two places lack it', () =>
    expect(
      found(
        { tree: ['src/a.ts <new>', 'src/b.ts <new>'], overview: ['`src/a.ts`'], table: ['`src/a.ts` | Create'] },
        { files: 'inventory', in: 'overview' },
        { files: 'inventory', in: 'table' }
      )
    ).toEqual(['error Missing "src/b.ts" in the file-by-file overview @src/b.ts']))

  it('is none where the other side names no file at all', () =>
    expect(found({ tree: ['src/a.ts <new>'], overview: [] }, { files: 'inventory', in: 'overview' })).toEqual([]))

  it('is none where the profile compares nothing', () =>
    expect(
      findingsOf(
        'file-coverage',
        textOf({ tree: ['src/a.ts <new>'], overview: ['`src/b.ts`', '`src/b.ts`'] }),
        listing()
      )
    ).toEqual([]))
})

describe('what need not stand on the other side', () => {
  const side = (path: string): string[] =>
    missed({ overview: ['`src/a.ts`'], steps: [`\`src/a.ts\`, \`${path}\``] }, { files: 'steps', in: 'overview' })

  it.each([
    'src/parts/',
    'src/*.ts',
    'lib/*.py',
    '/etc/hosts.conf',
    '../other/b.ts',
    '[module.py]',
    'src/[module.py]',
    'db/XXXX_orders.sql'
  ])('%s', path => expect(side(path)).toEqual([]))

  it.each(['src/b.ts', 'pages/[slug].tsx', 'pages/[id.json].ts', 'src/X.ts'])('but %s', path =>
    expect(side(path)).toEqual([path])
  )

  const context = (...tree: string[]): string[] =>
    missed({ tree, overview: ['`src/a.ts`'] }, { files: 'inventory', in: 'overview' })

  it('a file that stays as it is', () => expect(context('src/a.ts <new>', 'src/b.ts (unchanged)')).toEqual([]))

  it('but one that a step names all the same', () =>
    expect(
      missed(
        { overview: ['`src/a.ts`'], steps: ['`src/a.ts`, `src/b.ts` (unchanged)'] },
        { files: 'steps', in: 'overview' }
      )
    ).toEqual(['src/b.ts']))

  const kept = [
    'tests/b.test.ts',
    'docs/use.md',
    'docs/use.mdx',
    'guide.rst',
    'guide.adoc',
    'guide.txt',
    '.env',
    '.env.local',
    'app/.env',
    'app.toml',
    'app.yaml',
    'app.yml',
    'conf/app-1.json',
    'src/md.ts',
    'docs/use.md.ts',
    'app.json.ts',
    'src/env.ts'
  ]

  it.each<[NonNullable<Pair['not']>[number], string[]]>([
    ['tests', kept.slice(0, 1)],
    ['docs', kept.slice(1, 6)],
    ['config', kept.slice(6, 13)]
  ])('%s, where the profile ignores them', (ignore, ignored) => {
    const lists = {
      table: ['`src/a.ts` | Create', ...kept.map(path => `\`${path}\` | Create`)],
      context: ['src/a.ts <new>']
    }
    expect(missed(lists, { files: 'table', in: 'context', not: [ignore] })).toEqual(
      kept.filter(path => !ignored.includes(path))
    )
    expect(missed(lists, { files: 'table', in: 'context' })).toEqual(kept)
  })

  it.each<[string, string[], string[]]>([
    ['all unmarked, and fewer than two thirds known', ['src/a.ts', 'src/b.ts', 'src/c.ts'], []],
    ['all unmarked, and two thirds known', ['src/a.ts', 'src/d.ts', 'src/c.ts'], ['src/c.ts']],
    [
      'all unmarked with folders, and two thirds of the files known',
      ['src/a.ts', 'src/d.ts', 'src/c.ts', 'lib/', 'bin/'],
      ['src/c.ts']
    ],
    ['some marked, and most known', ['src/a.ts <new>', 'src/d.ts', 'src/c.ts'], []],
    ['a marked one', ['src/a.ts', 'src/b.ts', 'src/c.ts <new>'], ['src/c.ts']],
    ['only a folder marked', ['src/a.ts', 'src/d.ts', 'src/c.ts', 'lib/ <new>'], ['src/c.ts']]
  ])('files of a tree that shows where things are: %s', (_, context, paths) =>
    expect(
      missed(
        { context, table: ['`src/a.ts` | Create', '`src/d.ts` | Create'] },
        { files: 'context', in: 'table', not: ['unmarked'] }
      )
    ).toEqual(paths)
  )
})

describe('what stands for a file on the other side', () => {
  it.each<[string, string[]]>([
    ['src/*.ts', []],
    ['parts/*.ts', ['src/b.ts']],
    ['src/**/*.ts', []],
    ['src/*.py', ['src/b.ts', 'src/parts/c.ts']]
  ])('the pattern %s', (glob, paths) =>
    expect(
      missed(
        { tree: ['src/b.ts <new>', 'src/parts/c.ts <new>'], steps: [`\`${glob}\``] },
        { files: 'inventory', in: 'steps' }
      )
    ).toEqual(glob === 'src/*.ts' ? ['src/parts/c.ts'] : paths)
  )

  it.each(['{http,cron}/', 'ht*/', 'h{x,tt}p/'])('one file of the folder %s', folder => {
    const lists = (path: string): Lists => ({
      tree: [folder, '└── index.ts <new>'],
      overview: ['`src/main.ts`', `\`${path}\``]
    })
    expect(missed(lists('http/index.ts'), { files: 'inventory', in: 'overview' })).toEqual([])
    expect(missed(lists('http/main.ts'), { files: 'inventory', in: 'overview' })).toEqual([`${folder}index.ts`])
  })

  it.each<[Pair['or'], string[]]>([
    ['folder', []],
    ['empty-folder', ['src/b.ts']],
    [undefined, ['src/b.ts', 'lib/deep/c.ts']]
  ])('its folder, with or: %s', (or, paths) =>
    expect(
      missed(
        { context: ['src/', '└── a.ts', 'lib/', 'd.ts'], roadmap: ['`src/b.ts`, `lib/deep/c.ts`'] },
        { files: 'roadmap', in: 'context', ...(or === undefined ? {} : { or }) }
      )
    ).toEqual(paths)
  )

  it('but not a file of that name', () =>
    expect(
      missed(
        { context: ['bin/deploy', 'src/a.ts'], roadmap: ['`bin/deploy/run.ts`'] },
        { files: 'roadmap', in: 'context', or: 'folder' }
      )
    ).toEqual(['bin/deploy/run.ts']))

  it('but not a folder of its name', () =>
    expect(
      missed(
        { tree: ['relay/', '└── main.go <new>'], steps: ['`relay/main.go`, `bin/relay`'] },
        { files: 'steps', in: 'inventory' }
      )
    ).toEqual(['bin/relay']))

  it('its name in the text of a step, where that will do', () => {
    const lists = {
      table: ['`src/a.ts` | Create', '`src/Parts.ts` | Create', '`src/c.ts` | Create'],
      steps: ['`src/a.ts`\n\nThen parts.ts.']
    }
    expect(missed(lists, { files: 'table', in: 'steps', or: 'text' })).toEqual(['src/c.ts'])
    expect(missed(lists, { files: 'table', in: 'steps' })).toEqual(['src/Parts.ts', 'src/c.ts'])
    expect(missed({ ...lists, steps: ['nothing yet'] }, { files: 'table', in: 'steps', or: 'text' })).toEqual([
      'src/a.ts',
      'src/Parts.ts',
      'src/c.ts'
    ])
    expect(missed({ ...lists, steps: [] }, { files: 'table', in: 'steps', or: 'text' })).toEqual([])
  })

  it.each<[string, Pair, Lists]>([
    ['steps', { files: 'inventory', in: 'steps' }, { steps: ['`src/a.ts`', '[Name]: `src/c.ts`'] }],
    ['commits', { files: 'inventory', in: 'commits' }, { commits: ['`src/a.ts`', '[Name]: `src/c.ts`'] }]
  ])('%s that are still to be written', (_, pair, lists) => {
    const tree = ['src/a.ts <new>', 'src/b.ts <new>']
    expect(missed({ tree, ...lists }, pair)).toEqual([])
    expect(missed({ tree, ...lists, table: ['`src/a.ts` | Create'] }, { files: 'inventory', in: 'table' })).toEqual([
      'src/b.ts'
    ])
    expect(missed({ tree, steps: ['`src/a.ts`'], commits: ['`src/a.ts`'] }, pair)).toEqual(['src/b.ts'])
  })

  it('steps that are still to be written say nothing of commits, nor these of steps', () => {
    const tree = ['src/a.ts <new>', 'src/b.ts <new>']
    expect(
      missed({ tree, steps: ['[Name]: `src/a.ts`'], commits: ['`src/a.ts`'] }, { files: 'inventory', in: 'commits' })
    ).toEqual(['src/b.ts'])
    expect(
      missed({ tree, commits: ['[Name]: `src/a.ts`'], steps: ['`src/a.ts`'] }, { files: 'inventory', in: 'steps' })
    ).toEqual(['src/b.ts'])
  })

  it('a phase of the plan that is not over', () => {
    const base = listing()
    const sections = base.sections.map(section => (section.id === 'tree' ? { ...section, from: 'Design' } : section))
    const judge = (phase: string): string[] =>
      findingsOf(
        'file-coverage',
        textOf({ text: `**Phase**: ${phase}`, tree: ['src/a.ts <new>', 'src/b.ts <new>'], overview: ['`src/a.ts`'] }),
        listing({
          sections,
          fields: [{ label: 'Phase', values: { Design: [], Build: [] } }],
          coverage: [{ files: 'inventory', in: 'overview' }]
        })
      )
    expect(judge('Design')).toEqual([])
    expect(judge('Build')).toEqual(['error Missing "src/b.ts" in the file-by-file overview @src/b.ts'])
  })
})

describe('what two places say of a file', () => {
  const inSteps = (tree: string[], ...steps: string[]): string[] =>
    found({ tree, steps }, { files: 'steps', in: 'inventory' })

  it('differs: told at the later one', () =>
    expect(inSteps(['src/a.ts <new>'], '`src/a.ts` (modified)')).toEqual([
      'error Conflicting status of "src/a.ts": modified here, new in the directory tree @(modified) → new here: src/a.ts'
    ]))

  it('differs for two files: each is told', () =>
    expect(inSteps(['src/a.ts <new>', 'src/b.ts <new>'], '`src/a.ts` (modified), `src/b.ts` (deleted)')).toHaveLength(
      2
    ))

  it('differs, by the field that names it', () =>
    expect(
      found(
        { tree: ['src/a.ts <modified>'], roadmap: [], map: '**New Files**:\n- `src/a.ts`' },
        { files: 'inventory', in: 'map', required: 'warning' },
        { files: 'map', in: 'inventory' }
      )
    ).toEqual([
      'warning Conflicting status of "src/a.ts": new here, modified in the directory tree @`src/a.ts` → modified here: src/a.ts'
    ]))

  it.each([
    [
      'an earlier step creates it, a later one modifies it',
      ['src/a.ts <new>'],
      ['`src/a.ts` (new)', '`src/a.ts` (modified)'],
      0
    ],
    ['the later one deletes it', ['src/a.ts <new>'], ['`src/a.ts` (new)', '`src/a.ts` (deleted)'], 1],
    ['the earlier one only modifies it', ['src/a.ts <new>'], ['`src/a.ts` (modified)'], 1],
    ['another one was created', ['src/a.ts <new>', 'src/b.ts <new>'], ['`src/b.ts` (new)', '`src/a.ts` (modified)'], 1],
    [
      'one of two in the other place agrees',
      ['src/a.ts <new>', 'old/', '└── src/', '    └── a.ts <modified>'],
      ['`a.ts` (new)'],
      0
    ],
    [
      'one of two in the other place says nothing',
      ['src/a.ts <new>', 'old/', '└── src/', '    └── a.ts'],
      ['`a.ts` (modified)'],
      1
    ],
    ['only a folder of that name says otherwise', ['bin/relay <new>', 'relay/ <deleted>'], ['`bin/relay` (new)'], 0]
  ])('%s', (_, tree, steps, count) => expect(inSteps(tree, ...steps)).toHaveLength(count))
})

describe('a file that is listed twice', () => {
  it('in the table', () =>
    expect(
      found(
        { table: ['`src/a.ts` | Create', '`src/b.ts` | Create', '`src/a.ts` | Create', '`src/a.ts` | Modify'] },
        { files: 'table', in: 'steps' }
      )
    ).toEqual([
      'error Duplicate entry for "src/a.ts" @`src/a.ts` → First one here: `src/a.ts`',
      'error Duplicate entry for "src/a.ts" @`src/a.ts` → First one here: `src/a.ts`'
    ]))

  it('in the overview, more than once', () =>
    expect(
      found(
        { overview: ['`src/a.ts` (new)', '`src/a.ts` again', '`src/a.ts` at last'] },
        { files: 'table', in: 'steps' }
      )
    ).toEqual([
      'error Duplicate entry for "src/a.ts" @### `src/a.ts` again → First one here: ### `src/a.ts` (new)',
      'error Duplicate entry for "src/a.ts" @### `src/a.ts` at last → First one here: ### `src/a.ts` (new)'
    ]))

  it('but not in one row, or in one entry, or elsewhere', () => {
    const pair: Pair = { files: 'table', in: 'steps' }
    expect(found({ table: ['`src/a.ts`, again `src/a.ts` | Create'] }, pair)).toEqual([])
    expect(found({ overview: ['`src/a.ts`, and once more `src/a.ts`'] }, pair)).toEqual([])
    expect(found({ overview: ['`src/a.ts`\n\n**Files**: `src/a.ts`'] }, pair)).toEqual([])
    expect(found({ tree: ['src/a.ts', 'src/a.ts'], steps: ['`src/a.ts`', '`src/a.ts`'] }, pair)).toEqual([])
  })
})

describe('a file that is to stay as it is', () => {
  const steps: Pair = { files: 'steps', in: 'inventory' }
  const rows: Pair = { files: 'context', in: 'table' }

  it.each<[string, Pair, Lists, string[]]>([
    [
      'is changed by a step',
      steps,
      { tree: ['src/a.ts # unchanged'], steps: ['`src/a.ts` (modified)'] },
      ['error Conflicting status of "src/a.ts": modified here, unchanged in the directory tree']
    ],
    [
      'is changed by the table',
      rows,
      { context: ['src/a.ts # no changes'], table: ['`src/a.ts` | Modify'] },
      ['error Conflicting status of "src/a.ts": unchanged here, modified in the file table']
    ],
    [
      'is changed in the step that leaves it alone',
      steps,
      { tree: ['src/a.ts'], steps: ['`src/a.ts` (modified), `src/a.ts` (unchanged)'] },
      ['error Conflicting status of "src/a.ts": unchanged here, modified in the same step']
    ],
    [
      'is left alone by one step of two',
      steps,
      { tree: ['src/a.ts <modified>'], steps: ['`src/a.ts` (modified)', '`src/a.ts` (unchanged)'] },
      []
    ],
    ['is there, and is changed', steps, { tree: ['src/a.ts # existing'], steps: ['`src/a.ts` (modified)'] }, []],
    [
      'is changed in one respect',
      steps,
      { tree: ['src/a.ts # unchanged, except its header'], steps: ['`src/a.ts` (modified)'] },
      []
    ],
    ['is changed later', steps, { tree: ['src/a.ts # unchanged for now'], steps: ['`src/a.ts` (modified)'] }, []],
    [
      'is named by nobody else',
      rows,
      { context: ['src/a.ts # unchanged', 'src/b.ts'], table: ['`src/b.ts` | Modify'] },
      []
    ]
  ])('%s', (_, pair, lists, messages) =>
    expect(found(lists, pair).map(line => line.replace(/ @.*/, ''))).toEqual(messages)
  )
})

describe('a list that says that there are no files', () => {
  const both: Pair[] = [
    { files: 'commits', in: 'map' },
    { files: 'map', in: 'commits' }
  ]
  const none = '**New Files**: None\n\n**Modified Files**: None'

  it('is told of once, with all that others name', () =>
    expect(found({ map: none, commits: ['`src/a.ts` (new), `src/b.ts`'] }, ...both)).toEqual([
      'error Missing "src/a.ts" and 1 more in the file map, where it says that there are none @`src/a.ts` → And this one: `src/b.ts`'
    ]))

  it('is told of, were it all commits', () =>
    expect(found({ map: '**New Files**:\n- `src/a.ts`', commits: ['None', 'None'] }, ...both)).toEqual([
      'error Missing "src/a.ts" in the commits, where it says that there are none @`src/a.ts`'
    ]))

  it('is right where others name none, or where one of its lists has some', () => {
    expect(found({ map: none, commits: ['None'] }, ...both)).toEqual([])
    expect(
      found({ map: '**New Files**: None\n\n**Modified Files**:\n- `src/a.ts`', commits: ['`src/a.ts`'] }, ...both)
    ).toEqual([])
  })
})

it('finds files that depend on each other in a circle', () =>
  expect(found({ map: '```\na.ts → b.ts\nb.ts → a.ts\n```' }, { files: 'map', in: 'commits' })).toEqual([
    'error Circular dependency in the file map: b.ts → a.ts → b.ts @b.ts → a.ts'
  ]))

it('says what to do', () => {
  const help = (lists: Lists, pair: Pair): string[] =>
    findingsOf('file-coverage', textOf(lists), listing({ coverage: [pair] }), {}, true)
  expect(
    help({ tree: ['src/a.ts <new>'], steps: ['`src/b.ts`, `src/a.ts` (deleted)'] }, { files: 'steps', in: 'inventory' })
  ).toEqual(['Add it to the directory tree, or take it out here', 'Make the two say the same'])
  expect(help({ table: ['`a.ts` | Create', '`a.ts` | Modify'] }, { files: 'table', in: 'steps' })).toEqual([
    'Merge the two rows'
  ])
  expect(help({ overview: ['`a.ts`', '`a.ts`'] }, { files: 'table', in: 'steps' })).toEqual(['Merge the two entries'])
  expect(help({ map: '```\na.ts → b.ts\nb.ts → a.ts\n```' }, { files: 'map', in: 'commits' })).toEqual([
    'Break the cycle: leaves first, roots last'
  ])
})

describe('the test summary of a task', () => {
  const text = planFixtures().find(({ id, name }) => id === 'task-plan' && name === 'valid-1.md')!.text
  const affected = '- `tests/test_loader.py` - loads tiles from a fake server\n'
  const row = '| `tests/test_loader.py` | ~14 | Loading |\n'
  const of = (...edits: [from: string, more: string][]): string[] => {
    let edited = text
    for (const [from, more] of edits) {
      expect(edited).toContain(from)
      edited = edited.replace(from, () => from + more)
    }
    return lintText(edited, { forced: 'task-plan', path: 'x-plan.md' }).findings.map(({ message }) => message)
  }

  it('names the affected tests, and not what tests share', () => {
    expect(of([affected, '- `tests/test_more.py` - more\n'])).toEqual([
      'Missing "tests/test_more.py" in the test summary'
    ])
    expect(of([affected, '- `tests/conftest.py` - what they share\n'])).toEqual([])
  })

  it('names tests that a step runs, by themselves or by their folder', () => {
    const more: [string, string] = [row, '| `tests/unit/test_more.py` | ~3 | More |\n']
    const last = '- [ ] Try it with the network off\n\n**Verification**:\n```bash\n'
    expect(of(more)).toEqual(['Missing "tests/unit/test_more.py" in the steps'])
    expect(of(more, [last, 'uv run pytest tests/end -q\n'])).toEqual(['Missing "tests/unit/test_more.py" in the steps'])
    expect(of(more, [last, 'uv run pytest tests/unit/ -q\n'])).toEqual([])
    expect(of(more, [last, 'uv run pytest tests/ -q\n'])).toEqual([])
  })
})
