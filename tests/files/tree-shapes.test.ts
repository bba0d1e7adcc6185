import { describe, expect, it } from 'vitest'
import { longestPath } from '../../src/files/paths.ts'
import { parseTree } from '../../src/files/tree.ts'

/** Each entry as `path kind mark`, folders with a slash; then each problem as `line: kind`. */
function read(lines: string[], expected = true): string[] {
  const tree = parseTree(lines.join('\n'), expected)
  if (!tree) return ['no tree']
  for (const { mark, line } of tree.entries)
    if (mark) expect(lines[line]!.slice(mark.column, mark.endColumn)).toBe(mark.raw)
  return [
    ...tree.entries.map(({ path, directory, kind, mark }) =>
      [
        directory ? `${path}/` : path,
        ...(kind === (directory ? 'directory' : 'file') ? [] : [kind]),
        ...(mark ? [mark.kind] : [])
      ].join(' ')
    ),
    ...tree.problems.map(({ kind, line }) => `${line}: ${kind}`)
  ]
}

describe('levels', () => {
  it.each<[string, string[], string[]]>([
    [
      'an entry below a file belongs beside it',
      ['src/', '  a.ts', '    b.ts', '    c/', '      d.ts'],
      ['src/', 'src/a.ts', 'src/b.ts', 'src/c/', 'src/c/d.ts', '2: bad-indent']
    ],
    ['a name without an ending may hold others', ['src/', '  lib', '    a.ts'], ['src/', 'src/lib/', 'src/lib/a.ts']],
    [
      'lines drawn below a file lie beside it',
      ['src/', '├── a.ts', '│   └── b.ts', '└── c.ts'],
      ['src/', 'src/a.ts', 'src/b.ts', 'src/c.ts', '2: below-file']
    ],
    [
      'lines drawn badly are not told of',
      ['src/', '├── lib/', '│     └── a.ts', '│   └── b.ts', '└── c.ts'],
      ['src/', 'src/lib/', 'src/lib/a.ts', 'src/lib/b.ts', 'src/c.ts']
    ],
    [
      'lines drawn and lines that are not',
      ['src/', '├── lib/', '│   a.ts', '└── c.ts', 'd.ts'],
      ['src/', 'src/lib/', 'src/lib/a.ts', 'src/c.ts', 'd.ts']
    ],
    [
      'indented below a drawn folder',
      ['src/', '├── lib/', '      a.ts', '└── c.ts'],
      ['src/', 'src/lib/', 'src/lib/a.ts', 'src/c.ts']
    ],
    [
      'a folder may stand where its lines start',
      ['  src/', '  ├── a.ts', '  └── b.ts'],
      ['src/', 'src/a.ts', 'src/b.ts']
    ],
    ['an indented folder holds no lines to its left', ['├── x.ts', '    lib/', '├── a.ts'], ['x.ts', 'lib/', 'a.ts']],
    [
      'a group starts at the root again',
      ['src/', '  a.ts', 'Tests changed:', '  b.ts', 'Docs:', 'docs/', '  c.md'],
      ['src/', 'src/a.ts', 'b.ts', 'docs/', 'docs/c.md']
    ],
    [
      'a path before a colon is no group',
      ['src/:', '  a.ts', 'lib.d:', '  c.ts'],
      ['src/', 'src/a.ts', 'lib.d/', 'lib.d/c.ts']
    ],
    [
      'a folder before a colon, drawn, is no group',
      ['├── lib:', '│   └── a.ts', '└── b.ts'],
      ['lib/', 'lib/a.ts', 'b.ts']
    ]
  ])('%s', (_, lines, entries) => expect(read(lines)).toEqual(entries))

  it.each(['.', './', '/', '[project-root]/', '<repo>', '{my repository}', '(the project folder)/', '[Root]'])(
    '"%s" stands for the repository',
    root => {
      expect(read([root, '├── src/', '│   └── a.ts', '└── b.md'])).toEqual(['src/', 'src/a.ts', 'b.md'])
    }
  )

  it('takes a name that only holds such a word for a folder', () => {
    for (const name of ['project/', '[id]/', 'root'])
      expect(read([name, '├── src/', '│   └── a.ts', '└── b.md'])[1]).toMatch(/^.+\/src\/$/)
  })

  it('reads a root again, and none that is drawn', () => {
    expect(read(['src/', '  a.ts', '.', '  b.ts'])).toEqual(['src/', 'src/a.ts', 'b.ts'])
    expect(read(['src/', '├── a.ts', '├── .', '└── b.ts'])).toEqual(['src/', 'src/a.ts', 'src/b.ts', '2: unparsable'])
  })
})

describe('names', () => {
  it.each<[string, string[], string[]]>([
    [
      'paths go on with those above',
      ['app/', '├── ././src\\a.ts', '├── /etc/x.ts', '├── lib/y/', '│   └── z.ts', '└── ./b.ts'],
      ['app/', 'app/src/a.ts', 'app/etc/x.ts', 'app/lib/y/', 'app/lib/y/z.ts', 'app/b.ts']
    ],
    ['a step within a name stays', ['app/', '├── a./b.ts', '└── c.ts'], ['app/', 'app/a./b.ts', 'app/c.ts']],
    [
      'several names share their line',
      ['src/', '  a.ts, b.ts <new>', '  x/, lib/', '    c.ts'],
      ['src/', 'src/a.ts new', 'src/b.ts new', 'src/x/', 'src/lib/', 'src/lib/c.ts']
    ],
    ['of several names all must be paths', ['src/', '  a.ts, "b', '  c.ts'], ['src/', 'src/c.ts', '1: unparsable']],
    [
      'patterns stay what they are',
      ['packages/*/', '  a.ts', 'src/{a,b}.ts'],
      ['packages/*/ glob', 'packages/*/a.ts', 'src/{a,b}.ts glob']
    ]
  ])('%s', (_, lines, entries) => expect(read(lines)).toEqual(entries))

  it('reads no path that is longer than any', () => {
    const name = `${'a'.repeat(250)}/`
    const lines = [0, 1, 2, 3].map(depth => '  '.repeat(depth) + name)
    const room = longestPath - 4 * 251
    expect(read([...lines, `${' '.repeat(8)}${'b'.repeat(room)}`])).toHaveLength(5)
    expect(read([...lines, `${' '.repeat(8)}${'b'.repeat(room + 1)}`]).at(-1)).toBe('4: unparsable')
  })
})

describe('remarks', () => {
  it.each<[string, string[], string[]]>([
    [
      'go on in the column where they started',
      ['src/', '  a.ts   # holds the state', '           of all parts', '  b.ts'],
      ['src/', 'src/a.ts', 'src/b.ts']
    ],
    [
      'go on beyond it',
      ['src/', '  a.ts  - holds', '           of all parts', '  b.ts'],
      ['src/', 'src/a.ts', 'src/b.ts']
    ],
    [
      'end before it',
      ['src/', '  a.ts   # holds', '   of all "parts"', '  b.ts'],
      ['src/', 'src/a.ts', 'src/b.ts', '2: unparsable']
    ],
    [
      'are none where none started',
      ['src/', '  a.ts', '         of all "parts"', '  b.ts'],
      ['src/', 'src/a.ts', 'src/b.ts', '2: unparsable']
    ],
    [
      'hide nothing that is drawn',
      ['src/', '├── a # x', '│       └── b.ts', '└── c.ts'],
      ['src/', 'src/a/', 'src/a/b.ts', 'src/c.ts']
    ],
    [
      'may stand alone',
      ['src/', '# all of it', '  a.ts', '  ...', '  b.ts', '  etc.'],
      ['src/', 'src/a.ts', 'src/b.ts']
    ]
  ])('%s', (_, lines, entries) => expect(read(lines)).toEqual(entries))
})

describe('marks', () => {
  it.each<[string, string[], string[]]>([
    [
      'after the name, before it, and both',
      ['src/', '  a.ts <new>', '  NEW: b.ts', '  [mod] c.ts (deleted)'],
      ['src/', 'src/a.ts new', 'src/b.ts new', 'src/c.ts deleted']
    ],
    [
      'in the first column of a diff',
      ['+ a.ts', '- b.ts', 'M c.ts', '~ d.ts <new>'],
      ['a.ts new', 'b.ts deleted', 'c.ts modified', 'd.ts new']
    ],
    ['not in bullets', ['- a.ts', '- b.ts <new>'], ['a.ts', 'b.ts new']],
    [
      'not in bullets that are indented',
      ['src/', '  - a.ts', '  - b.ts <new>', '  + c.ts'],
      ['src/', 'src/a.ts', 'src/b.ts new', 'src/c.ts new']
    ]
  ])('%s', (_, lines, entries) => expect(read(lines)).toEqual(entries))
})

describe('indentation', () => {
  it.each<[string, string[], string[]]>([
    ['by tabs, then by spaces', ['src/', '\ta.ts', '    b.ts'], ['2: mixed-tabs']],
    ['by spaces, then by tabs', ['src/', '    a.ts', '\tc.ts'], ['2: mixed-tabs']],
    ['by both in one line', ['src/', '\ta/', '\t  b.ts'], ['2: mixed-tabs']],
    ['by tabs alone', ['src/', '\ta/', '\t\tb.ts'], []],
    ['by spaces alone', ['src/', '  a/', '    b.ts'], []],
    ['drawn', ['src/', '├──\ta/', '│   └── b.ts'], []],
    ['in a list', ['\tb.ts <new>', 'a.ts <new>'], []]
  ])('%s', (_, lines, problems) => expect(read(lines).filter(line => line.includes(': '))).toEqual(problems))

  it.each([
    ['box', ['a/', '├── b.ts']],
    ['ascii', ['a/', '|-- b.ts']],
    ['box', ['a/', '├── b/', '|   `-- c.ts']],
    ['indent', ['a/', '  b.ts']],
    ['flat', ['a.ts', 'b.ts']],
    ['flat', ['  a.ts', 'b.ts']],
    ['ascii', ['a/', '|-- b.ts', 'c/']]
  ])('tells the style: %s', (style, lines) => expect(parseTree(lines.join('\n'), true)?.style).toBe(style))
})

describe('without a tree being expected', () => {
  it.each<[string, string[], boolean]>([
    ['names such as components have', ['Page', '├── Header2', '├── MyList', '└── Aside.tsx'], false],
    ['such names and files', ['src/', '├── Header.tsx', '├── MyList.tsx', '└── Aside'], true],
    ['files with children', ['a.ts', '├── b.ts', '│   └── c.ts', '└── d.ts'], false],
    ['names with spaces', ['src/', '├── the first', '├── My Notes.md', '├── b c.md', '└── all'], false],
    ['folders by indentation', ['src', '  a.ts', '  b.ts', '  c.ts'], false],
    ['folders with slashes by indentation', ['src/', '  a.ts', '  b.ts', '  c.ts'], true],
    ['marks by indentation', ['src', '  a.ts <new>', '  b.ts', '  c.ts'], true],
    ['one line of prose too many', ['src/', '  a.ts', '  b "c" d', '  c.ts'], false]
  ])('%s', (_, lines, isTree) => expect(parseTree(lines.join('\n'), false) !== undefined).toBe(isTree))
})
