import { describe, expect, it } from 'vitest'
import { parseTree } from '../../src/files/tree.ts'
import { spent } from '../spent.ts'

const read = (text: string, expected = true) => parseTree(text, expected)
const paths = (text: string, expected = true) =>
  read(text, expected)?.entries.map(({ path, directory }) => (directory ? `${path}/` : path))
const marks = (text: string) => read(text)?.entries.map(({ path, mark }) => `${path} ${mark?.kind ?? '-'}`)

const indented = `lib/store/
  cache.py <new>   # holds the entries
  api/client.py <modified>
  tests/
    test_cache.py <new>
lib/examples/
  demo.yaml <renamed: sample.yaml>`

const boxed = `shop/
├── README.md
├── src/
│   ├── cart.ts       # NEW: the cart
│   └── pages
│       └── [id].tsx  (modified)
└── tests/
    └── cart.test.ts  ← new`

describe('parseTree', () => {
  it('takes what a tree draws for a file, though it is spelled like a host or a product', () => {
    const drawn =
      'site/\n├── docs/\n│   ├── API.md <new>\n│   └── docs.rs <modified>\n├── node.js <new>\n└── api.md <modified>'
    expect(paths(drawn)).toEqual([
      'site/',
      'site/docs/',
      'site/docs/API.md',
      'site/docs/docs.rs',
      'site/node.js',
      'site/api.md'
    ])
    expect(read(drawn)?.problems).toEqual([])
  })

  it('reads plain indentation with several roots', () => {
    expect(paths(indented, false)).toEqual([
      'lib/store/',
      'lib/store/cache.py',
      'lib/store/api/client.py',
      'lib/store/tests/',
      'lib/store/tests/test_cache.py',
      'lib/examples/',
      'lib/examples/demo.yaml'
    ])
    expect(read(indented)).toMatchObject({ style: 'indent', problems: [] })
    expect(read(indented)?.entries[1]).toEqual({
      path: 'lib/store/cache.py',
      name: 'cache.py',
      depth: 1,
      directory: false,
      kind: 'file',
      line: 1,
      column: 2,
      endColumn: 10,
      mark: { kind: 'new', raw: '<new>', start: 1, end: 6, form: 'angle', canonical: true, column: 11, endColumn: 16 }
    })
    expect(read(indented)?.entries.at(-1)?.mark).toMatchObject({
      kind: 'renamed',
      from: 'sample.yaml',
      canonical: true
    })
  })

  it('reads box drawing, and directories without a slash', () => {
    expect(paths(boxed, false)).toEqual([
      'shop/',
      'shop/README.md',
      'shop/src/',
      'shop/src/cart.ts',
      'shop/src/pages/',
      'shop/src/pages/[id].tsx',
      'shop/tests/',
      'shop/tests/cart.test.ts'
    ])
    expect(marks(boxed)?.filter(line => !line.endsWith('-'))).toEqual([
      'shop/src/cart.ts new',
      'shop/src/pages/[id].tsx modified',
      'shop/tests/cart.test.ts new'
    ])
    expect(read(boxed)?.style).toBe('box')
  })

  it.each([
    ['three columns', 'a/\n├─ b/\n│  └─ c.ts\n└─ d.ts'],
    ['heavy lines', 'a/\n┣━━ b/\n┃   ┗━━ c.ts\n┗━━ d.ts'],
    ['rounded corners', 'a/\n├── b/\n│   ╰── c.ts\n╰── d.ts'],
    ['double lines', 'a/\n╠══ b/\n║   ╚══ c.ts\n╚══ d.ts'],
    ['pipes', 'a/\n|-- b/\n|   `-- c.ts\n`-- d.ts'],
    ['plus signs', 'a/\n+-- b/\n|   \\-- c.ts\n+-- d.ts'],
    ['an indented root', 'a/\n  ├── b/\n  │   └── c.ts\n  └── d.ts'],
    ['no-break spaces', 'a/\n├──\u00A0b/\n│\u00A0\u00A0\u00A0└── c.ts\n└── d.ts'],
    ['full-width spaces', 'a/\n├──\u3000b/\n│\u3000└── c.ts\n└── d.ts'],
    ['tabs', 'a/\n\tb/\n\t\tc.ts\n\td.ts'],
    ['CRLF', 'a/\r\n  b/\r\n    c.ts\r\n  d.ts'],
    ['blank lines and guides alone', 'a/\n├── b/\n│   └── c.ts\n│\n\n└── d.ts']
  ])('reads %s', (_, text) => {
    expect(paths(text, false)).toEqual(['a/', 'a/b/', 'a/b/c.ts', 'a/d.ts'])
  })

  it('takes a lone dot and a placeholder for the root', () => {
    for (const root of ['.', './', '[project-root]/', '<repo>/'])
      expect(paths(`${root}\n├── src/\n│   └── a.ts\n└── b.md`)).toEqual(['src/', 'src/a.ts', 'b.md'])
  })

  it('skips elisions and comment lines, reads globs, several names, spaces, foreign names', () => {
    expect(
      paths(
        'src/\n├── ...\n├── …\n├── a.py, b.py\n├── test_*.py\n├── {x,y}.ts\n├── (auth)/\n├── My Notes.md\n├── 说明.md  # 新增\n# the rest\n└── c.ts entry point'
      )
    ).toEqual([
      'src/',
      'src/a.py',
      'src/b.py',
      'src/test_*.py',
      'src/{x,y}.ts',
      'src/(auth)/',
      'src/My Notes.md',
      'src/说明.md',
      'src/c.ts'
    ])
    expect(read('src/\n├── test_*.py\n└── {x,y}.ts')?.entries.map(({ kind }) => kind)).toEqual([
      'directory',
      'glob',
      'glob'
    ])
  })

  it('finds marks in every accepted place', () => {
    expect(
      marks(
        'src/\n├── a.ts (NEW)\n├── b.ts  # store adapter (new)\n├── c.ts [MOD]\n├── NEW: d.ts\n├── e.ts - DELETED\n├── [NEW] f.ts\n└── g.ts # plain words'
      )
    ).toEqual([
      'src -',
      'src/a.ts new',
      'src/b.ts new',
      'src/c.ts modified',
      'src/d.ts new',
      'src/e.ts deleted',
      'src/f.ts new',
      'src/g.ts -'
    ])
    expect(marks('+ src/a.ts\n- src/b.ts\nM src/c.ts')).toEqual([
      'src/a.ts new',
      'src/b.ts deleted',
      'src/c.ts modified'
    ])
    expect(marks('- src/a.ts\n- src/b.ts'), 'bullets delete nothing').toEqual(['src/a.ts -', 'src/b.ts -'])
  })

  it('gives columns that hold in the line', () => {
    for (const text of [indented, boxed, 'src/\n├── a.py, b.py <new>\n└── NEW: c.ts']) {
      const lines = text.split('\n')
      for (const { line, column, endColumn, name, mark } of read(text)?.entries ?? []) {
        expect(lines[line]?.slice(column, endColumn)).toBe(name)
        if (mark) expect(lines[line]?.slice(mark.column, mark.endColumn)).toBe(mark.raw)
      }
    }
  })

  it('reports indentation that fits no level, and keeps the entry', () => {
    const tree = read('src/\n    a/\n        x.ts\n      y.ts')
    expect(tree?.problems).toEqual([{ kind: 'bad-indent', line: 3, text: 'y.ts' }])
    expect(tree?.entries.at(-1)?.path).toBe('src/a/y.ts')
    expect(paths('src/\n  a.ts <new>\n    b.ts <new>')).toEqual(['src/', 'src/a.ts', 'src/b.ts'])
    expect(read('src/\n  a.ts\n\tb.ts')?.problems.some(({ kind }) => kind === 'mixed-tabs')).toBe(true)
  })

  it('puts what is drawn below a file beside it, and says so', () => {
    const tree = read('app/\n├── a.kt <new>\n│   ├── sub\n│   │   └── b.kt <new>\n│   └── c.kt <new>\n└── d.kt <new>')
    expect(tree?.entries.map(({ path }) => path)).toEqual([
      'app',
      'app/a.kt',
      'app/sub',
      'app/sub/b.kt',
      'app/c.kt',
      'app/d.kt'
    ])
    expect(tree?.problems).toEqual([{ kind: 'below-file', line: 2, text: 'sub', file: 'a.kt' }])
    const bundle = read('App.xcodeproj\n├── project.pbxproj <modified>\n└── lib.js <new>')
    expect(bundle?.problems).toEqual([])
    expect(bundle?.entries.at(-1)?.path).toBe('App.xcodeproj/lib.js')
  })

  it('reports what it cannot read where a tree is expected', () => {
    expect(read('src/\n├── a.ts\n├── whatever the parser needs here\n└── b.ts')?.problems).toEqual([
      { kind: 'unparsable', line: 2, text: 'whatever the parser needs here' }
    ])
    expect(read('TBD')).toMatchObject({ entries: [], problems: [{ kind: 'unparsable', line: 0 }] })
    expect(read('TBD', false)).toBeUndefined()
  })

  it('takes a blank fence for an empty tree', () => {
    for (const text of ['', ' \n\n']) expect(read(text, false)).toEqual({ entries: [], problems: [], style: 'flat' })
  })

  it.each([
    ['a box diagram', '┌───────┐     ┌───────┐\n│ store │────▶│ cache │\n└───────┘     └───────┘'],
    ['an ASCII box', '+-------+\n| store |\n+-------+'],
    ['a call flow', 'submit()\n    │\n    ▼\nvalidate() → 2 plain objects\n    ▼\nsave()'],
    [
      'a flow with branches',
      'Sort the task\n    |\n    +-- Simple  --> Do it --> Done\n    |\n    +-- Complex --> Split it --> Done'
    ],
    [
      'a component tree',
      'CheckoutPage\n├── CartProvider (context)\n│   ├── CartHeader\n│   └── CartList\n└── PayButton'
    ],
    [
      'a decision tree',
      'For each edge:\n├── Is the target shared?\n│   └── YES → merge them\n└── Default → draw it plainly'
    ],
    ['an ER diagram', 'SHOPS ||--o{ ORDERS : "has orders"\nORDERS ||--|| BILLS : "is billed by"'],
    ['JSON', '{\n  "name": "x",\n  "files": ["a.ts"]\n}'],
    ['code', 'import x from "./x.ts"\nconst a = x()\nexport default a;'],
    ['a shell session', '$ npm test\n$ git status\nok'],
    ['commands', 'npm ci\nnpm test\npython3 -m pytest tests/a.py'],
    ['routes', 'GET /api/items\nPOST /api/items\nDELETE /api/items/{id}'],
    ['a table', '| File | Action |\n|---|---|\n| a.ts | Create |']
  ])('does not take %s for a tree', (_, text) => {
    expect(read(text, false)).toBeUndefined()
    expect(read(text, true)).toBeUndefined()
  })

  it('takes a bare list of files for a tree only where one is expected, or where it is marked', () => {
    expect(read('dist/\n*.log\nnode_modules/', false)).toBeUndefined()
    expect(paths('src/a.ts <new>\nsrc/b.ts <modified>', false)).toEqual(['src/a.ts', 'src/b.ts'])
    expect(paths('src/a.ts\nMakefile')).toEqual(['src/a.ts', 'Makefile'])
  })

  it('keeps names that have other meanings in objects apart', () => {
    const tree = read('__proto__/\n  constructor.ts <new>')
    expect(tree?.entries.map(({ path }) => path)).toEqual(['__proto__', '__proto__/constructor.ts'])
  })

  it('is linear in its lines and in hostile text', () => {
    const tree = (length: number): string =>
      'src/\n' +
      Array.from({ length }, (_, index) =>
        index % 50 ? `│   ├── file${index}.ts  # NEW: part` : `├── dir${index}/`
      ).join('\n')
    const took = (text: string): number => {
      // The last text is remembered: each run reads another one.
      const runs = [0, 1, 2].map(run => {
        const from = spent()
        read(`${text}\n├── last${run}.ts`, false)
        return spent() - from
      })
      return Math.min(...runs)
    }
    expect(read(tree(50_000), false)?.entries).toHaveLength(50_001)
    // 5 times as much; quadratic would be 25 times
    expect(took(tree(50_000)) / took(tree(10_000))).toBeLessThan(12)
    const deep = Array.from({ length: 900 }, (_, index) => `${' '.repeat(index)}d/`).join('\n')
    const began = spent()
    for (const text of [
      deep,
      'x '.repeat(200_000),
      '-'.repeat(300_000),
      '│'.repeat(300_000),
      `${'a'.repeat(300_000)}/\n  b.ts`,
      '# '.repeat(200_000),
      'a.ts,'.repeat(50_000)
    ]) {
      read(text)
    }
    expect(spent() - began).toBeLessThan(3000)
  })
})

it.each([
  ['latest -> src/report', []],
  ['latest -> src/report <new>', ['latest new']],
  ['b.ts → c.ts', ['c.ts renamed from b.ts']],
  ['b.ts → c.ts <renamed>', ['c.ts renamed from b.ts']],
  ['b.ts -> c.ts (renamed)', ['c.ts renamed from b.ts']],
  ['b.ts -> c.ts', []],
  ['b.ts → new', ['b.ts new']]
])('an arrow behind a name: %s', (line, expected) => {
  const entries = parseTree(`src/\n├── a.ts <new>\n└── ${line}`, true)!.entries.slice(2)
  expect(
    entries.map(({ name, mark }) => `${name} ${mark?.kind}${mark?.from === undefined ? '' : ` from ${mark.from}`}`)
  ).toEqual(expected)
})

it('leaves out the command that drew a tree and what it counted', () => {
  const tree = parseTree('$ tree src\nsrc\n├── a.ts <new>\n└── b.ts <new>\n\n1 directory, 2 files', true)!
  expect(tree.entries.map(({ path }) => path)).toEqual(['src', 'src/a.ts', 'src/b.ts'])
  expect(tree.problems).toEqual([])
})
