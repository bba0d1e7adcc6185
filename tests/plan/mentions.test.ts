import { describe, expect, it } from 'vitest'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { smallPlan } from './small-plan.ts'

/** Each mention as `role path kind mark "what stands at its place" "what its mark is written as" unit`; what is absent is left out. */
function mentions(lines: string[], ...sections: Record<string, unknown>[]): string[] {
  const text = `# A plan\n\n${lines.join('\n')}\n`
  const files = filesOf(smallPlan(text, sections))
  const quoted = ({ start, end }: { start: { offset: number }; end: { offset: number } }): string =>
    JSON.stringify(text.slice(start.offset, end.offset))
  expect(files.mentions.every(mention => files.by(mention.role).includes(mention))).toBe(true)
  return files.mentions.map(({ role, path, kind, mark, written, place, unit }) =>
    [
      role,
      path,
      ...(kind === 'file' ? [] : [kind]),
      ...(mark ? [mark] : []),
      quoted(place),
      ...(written ? [quoted(written.place)] : []),
      ...(unit ? [unit.index] : [])
    ].join(' ')
  )
}

describe('files named in titles', () => {
  const overview = {
    id: 'overview',
    title: 'Overview',
    files: 'overview',
    units: { role: 'file', counts: 'part', form: ['any-heading'] }
  }
  const named = (title: string): string[] =>
    mentions(['## Overview', '', `### ${title}`, '', 'Text.'], overview).map(line =>
      line.replace(/^overview /, '').replace(/ "### .*/, '')
    )

  it.each<[string, string[]]>([
    ['`src/a.ts`, `src/b.ts` (new)', ['src/a.ts new', 'src/b.ts new']],
    ['src/c.ts (modified)', ['src/c.ts modified']],
    ['New `src/d.ts`', ['src/d.ts new']],
    ['`src/e.ts` – deleted', ['src/e.ts deleted']],
    ['`src/e.ts` (renamed from `src/old.ts`)', ['src/e.ts renamed']],
    ['`src/e.ts` (was `src/old.ts`), `src/f.ts`', ['src/e.ts', 'src/f.ts']],
    ['The parser (`src/g.ts`)', ['src/g.ts']],
    ['`src/lib/` and `src/*.ts`', ['src/lib directory', 'src/*.ts glob']],
    ['`run()` and `config`', ['config']],
    ['Nothing of any file', []]
  ])('%s', (title, expected) => expect(named(title)).toEqual(expected))

  it('stand at the title', () =>
    expect(mentions(['## Overview', '', '### `a.ts` (new)', '', 'Text.'], overview)).toEqual([
      'overview a.ts new "### `a.ts` (new)" "### `a.ts` (new)" 0'
    ]))
})

describe('files that the text of a field begins with', () => {
  const steps = {
    id: 'steps',
    title: 'Steps',
    units: { role: 'step', fields: [{ label: 'Tests', kind: 'text', files: true }] }
  }
  const named = (...value: string[]): string[] =>
    mentions(['## Steps', '', '### Step 1: Begin', '', ...value], steps).map(line => line.split(' ')[1]!)

  it.each<[string[], string[]]>([
    [['**Tests**: `tests/a.py`'], ['tests/a.py']],
    [['**Tests**: `tests/a.py` covers what `src/b.py` does.'], ['tests/a.py']],
    [
      ['**Tests**: `tests/a.py`, `tests/b.py` and `tests/c.py` gain a case.'],
      ['tests/a.py', 'tests/b.py', 'tests/c.py']
    ],
    [['**Tests**:', '', '- `tests/a.py`: growth', '- cases of `tests/b.py`'], ['tests/a.py']],
    [['**Tests**: cases of `tests/a.py`'], []],
    [['**Tests**: `tests/a.py` still passes.'], []],
    [['**Tests**: `./run.sh`'], []],
    [['**Tests**: `Meter` counts.'], []]
  ])('%j', (value, expected) => expect(named(...value)).toEqual(expected))
})

describe('files named in tables', () => {
  const table = { id: 'changes', title: 'Changes', files: 'table' }

  it.each(['File', 'Files', 'Path', 'paths', 'Module', 'Modules (new)', 'Location'])('in the column "%s"', title => {
    expect(mentions(['## Changes', '', `| No | ${title} |`, '| --- | --- |', '| 1 | src/a.ts |'], table)).toEqual([
      'table src/a.ts "| src/a.ts |"'
    ])
  })

  it.each(['Action', 'actions', 'Change', 'Change type', 'Type', 'Operation', 'Status'])(
    'with marks in the column "%s"',
    title => {
      expect(
        mentions(
          [
            '## Changes',
            '',
            `| ${title} | File |`,
            '| --- | --- |',
            '| Create | `src/a.ts`, `src/b.ts` |',
            '| x | src/c.ts and lib/d.ts |'
          ],
          table
        )
      ).toEqual([
        'table src/a.ts new "`src/a.ts`" "| Create "',
        'table src/b.ts new "`src/b.ts`" "| Create "',
        'table src/c.ts "| src/c.ts and lib/d.ts |"',
        'table lib/d.ts "| src/c.ts and lib/d.ts |"'
      ])
    }
  )

  it('in no other column, and only paths', () => {
    expect(
      mentions(['## Changes', '', '| File | Transactions |', '| --- | --- |', '| `config` | New |'], table)
    ).toEqual(['table config "`config`"'])
    expect(
      mentions(['## Changes', '', '| Profile | Filed |', '| --- | --- |', '| src/a.ts | src/b.ts |'], table)
    ).toEqual([])
    expect(
      mentions(
        [
          '## Changes',
          '',
          '| File | Changes to it |',
          '| --- | --- |',
          '| `run()` | New |',
          '| none |',
          '| | New |',
          '| src/a.ts | New |'
        ],
        table
      )
    ).toEqual(['table src/a.ts "| src/a.ts "'])
  })
})

describe('files named in fields', () => {
  const fields = [
    { label: 'Files', kind: 'files' },
    { label: 'Creates', kind: 'files', files: 'new' },
    { label: 'Code', files: true },
    { label: 'Other', kind: 'text' }
  ]
  const steps = { id: 'steps', title: 'Steps', units: { role: 'step', words: ['Step'], fields } }
  const named = (...lines: string[]): string[] =>
    mentions(['## Steps', '', '### Step 1: One', '', ...lines], steps).map(line =>
      line.replace(/^steps /, '').replace(/ 0$/, '')
    )

  it.each<[string, string[], string[]]>([
    [
      'at the head of items',
      [
        '**Files**:',
        '- `src/a.ts` (new), `src/b.ts` – like `src/z.ts`',
        '- src/c.ts → made of src/y.ts',
        '- **`src/d.ts`**: takes `src/x.ts`',
        '- `src/e.ts`** <modified>'
      ],
      [
        'src/a.ts new "`src/a.ts`" "(new)"',
        'src/b.ts "`src/b.ts`"',
        'src/c.ts "src/c.ts"',
        'src/d.ts "`src/d.ts`"',
        'src/e.ts modified "`src/e.ts`" "<modified>"'
      ]
    ],
    [
      'in items that start with no text',
      ['**Files**:', '- ```', '  src/a.ts', '  ```', '- src/b.ts'],
      ['src/b.ts "src/b.ts"']
    ],
    [
      'in the value',
      ['**Creates**: src/f.ts, src/g.ts', '', '**Files**: `src/h.ts` (deleted), `src/i.ts`'],
      [
        'src/h.ts deleted "`src/h.ts`" "(deleted)"',
        'src/i.ts "`src/i.ts`"',
        'src/f.ts new "src/f.ts, src/g.ts"',
        'src/g.ts new "src/f.ts, src/g.ts"'
      ]
    ],
    [
      'in the value and in items',
      ['**Files**: `src/j.ts`', '- `src/k.ts`'],
      ['src/j.ts "`src/j.ts`"', 'src/k.ts "`src/k.ts`"']
    ],
    [
      'by a mark that counts more than the field',
      ['**Creates**: `src/m.ts` <modified>'],
      ['src/m.ts modified "`src/m.ts`" "<modified>"']
    ],
    ['in the label', ['**Code** (add to `src/h.ts`): `src/i.ts`'], ['src/h.ts "`src/h.ts`"']],
    ['in the value of none that is a list of files', ['**Code**: src/h.ts'], []],
    ['where no paths stand', ['**Other**: `src/no.ts`'], []],
    [
      'with the mark beside the last',
      ['**Files**: `src/a.ts`, `src/b.ts` (new)'],
      ['src/a.ts "`src/a.ts`"', 'src/b.ts new "`src/b.ts`" "(new)"']
    ],
    ['in the label, and no more', ['**Files** (all of `src/a.ts`):', '- `src/b.ts`'], ['src/a.ts "`src/a.ts`"']],
    ['in the label, where it is surely a path', ['**Code** (add to `config`): x'], []],
    [
      'twice',
      ['**Files**: `src/a.ts`', '', '**Files**: `src/b.ts`'],
      ['src/a.ts "`src/a.ts`"', 'src/b.ts "`src/b.ts`"']
    ],
    ['among what is no path', ['**Files**: `run()`, `config` and the rest'], ['config "`config`"']]
  ])('%s', (_, lines, expected) => expect(named(...lines)).toEqual(expected))

  it('looks for a mark on the line of the path alone, and not far', () => {
    expect(named('**Files**: `src/a.ts`', '(new)')).toEqual(['src/a.ts "`src/a.ts`"'])
    expect(named(`**Files**: \`src/a.ts\`${' '.repeat(190)}(new)`)).toEqual(['src/a.ts new "`src/a.ts`" "(new)"'])
    expect(named(`**Files**: \`src/a.ts\`${' '.repeat(200)}(new)`)).toEqual(['src/a.ts "`src/a.ts`"'])
  })

  it('has the role of commits in commits, and of what is inside of them', () => {
    const commits = {
      id: 'commits',
      title: 'Commits',
      units: {
        role: 'phase',
        words: ['Phase'],
        fields,
        units: { role: 'commit', words: ['Commit'], fields }
      }
    }
    expect(
      mentions(
        [
          '## Commits',
          '',
          '### Phase 1: One',
          '',
          '**Files**: `a.ts`',
          '',
          '#### Commit 1: Two',
          '',
          '**Files**: `b.ts`'
        ],
        commits
      )
    ).toEqual(['steps a.ts "`a.ts`" 0', 'commits b.ts "`b.ts`" 0'])
  })

  it.each(['roadmap', 'map'])('has the role of its section: %s', files => {
    expect(
      mentions(['## Files', '', '**Files**: `a.ts`, `lib/`'], { id: 'files', title: 'Files', files, fields })
    ).toEqual([`${files} a.ts "\`a.ts\`"`, `${files} lib directory "\`lib/\`"`])
  })
})

describe('files named in trees', () => {
  const tree = { id: 'files', title: 'Files', files: 'inventory', content: [{ kind: 'tree' }] }

  it('one by one, with folders', () => {
    expect(
      mentions(
        [
          '## Files',
          '',
          '```',
          'src/',
          '├── a.ts  <new>',
          '├── lib',
          '│   └── b.ts # DELETED: it goes',
          '└── *.md',
          '```'
        ],
        tree
      )
    ).toEqual([
      'inventory src directory "src/"',
      'inventory src/a.ts new "a.ts" "<new>"',
      'inventory src/lib directory "lib"',
      'inventory src/lib/b.ts deleted "b.ts" "DELETED"',
      'inventory src/*.md glob "*.md"'
    ])
  })

  it('in lists, in quotes, in indented code, behind tabs', () => {
    expect(mentions(['## Files', '', '- All:', '', '  ```', '  src/', '    a.ts <new>', '  ```'], tree)).toEqual([
      'inventory src directory "src/"',
      'inventory src/a.ts new "a.ts" "<new>"'
    ])
    expect(mentions(['## Files', '', '> ~~~', '> src/', '>   a.ts <new>', '> ~~~'], tree)).toEqual([
      'inventory src directory "src/"',
      'inventory src/a.ts new "a.ts" "<new>"'
    ])
    expect(mentions(['## Files', '', '    src/', '      a.ts <new>'], tree)).toEqual([
      'inventory src directory "src/"',
      'inventory src/a.ts new "a.ts" "<new>"'
    ])
    expect(mentions(['## Files', '', '```', 'src/', '\ta.ts <new>', '```'], tree)).toEqual([
      'inventory src directory "src/"',
      'inventory src/a.ts new "a.ts" "<new>"'
    ])
  })

  it('in every fence that holds a tree', () => {
    expect(
      mentions(
        [
          '## Files',
          '',
          '```',
          'a -> b',
          '```',
          '',
          '```',
          'src/a.ts <new>',
          '```',
          '',
          '```',
          'src/b.ts <new>',
          '```'
        ],
        tree
      )
    ).toEqual(['inventory src/a.ts new "src/a.ts" "<new>"', 'inventory src/b.ts new "src/b.ts" "<new>"'])
  })

  it('not in sections that say there is none, or give files no role', () => {
    expect(mentions(['## Files', '', 'N/A – nothing changes'], tree)).toEqual([])
    expect(mentions(['## Files', '', '```', 'src/a.ts <new>', '```'], { ...tree, files: undefined })).toEqual([])
  })
})
