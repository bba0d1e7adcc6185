import { describe, expect, it } from 'vitest'
import { looksLikeOther, looksLikeTree, newStats, type TreeStats } from '../../src/files/tree-look.ts'
import { readLine } from '../../src/files/tree-lines.ts'

const other = (lines: string[], expected = false): boolean =>
  looksLikeOther(
    lines.map((text, i) => readLine(text, i)).filter(line => line !== undefined),
    expected
  )
const files = ['src/', '  a.ts', '  b.ts', '  c.ts', '  d.ts', '  e.ts', '  f.ts', '  g.ts']

describe('a line of a drawing', () => {
  it.each([...'┐┘┤┴┼╗╝╣╩╬╮╯▼▲►◄▶◀', 'a ──> b', '══→ x', '━━> x', '┌── a', '╔══ a', '+---+', 'a +-----+ b'])(
    'is no line of a tree: %s',
    line => {
      expect(other([...files, line])).toBe(true)
      // Where a tree is expected, it may have an odd line.
      expect(other([...files, line], true)).toBe(false)
      expect(other([line, 'a.ts'], true)).toBe(true)
    }
  )

  it.each([
    'a ||--o{ b',
    'a }o..o{ b',
    'a |..| b',
    '↓ x',
    '↑',
    '↙',
    '↘',
    '⬇',
    'v',
    'a -> b',
    'a ->b',
    'a->b',
    'a → b',
    'a => b',
    'a --> b',
    'a ⇒ b',
    'a ─> b'
  ])('is a flow where every third line is like it: %s', line => {
    expect(other([...files.slice(0, 3), line, ...files.slice(3)])).toBe(false)
    expect(other([line, 'a.ts', 'b.ts'])).toBe(true)
    expect(other([line, 'a.ts', 'b.ts', 'c.ts'])).toBe(false)
  })

  it.each([
    'a # x → b',
    'a.ts // ▼',
    'a.ts ← ┐',
    'a.ts (x → y)',
    '─x',
    '┌─ a',
    '╔═ a',
    '+--+',
    'vx',
    'xv',
    'x ↓',
    'a →b',
    'a -x',
    'a.b'
  ])('may be one of a tree: %s', line => {
    expect(other([line])).toBe(false)
    expect(other([line], true)).toBe(false)
  })
})

describe('a line of a shell', () => {
  it.each([
    '$ npm test',
    '> npm',
    'npm test',
    'npx x',
    'cargo build',
    'docker-compose up',
    './run.sh x',
    'sudo npm x',
    'A=1 npm x',
    'A_1=x ./run.sh x',
    'make all'
  ])('is one: %s', line => {
    expect(other([line])).toBe(true)
    expect(other([line], true)).toBe(true)
    expect(other([line, 'a.ts'])).toBe(false)
  })

  it.each([
    'npm',
    '$',
    'npmx test',
    './run',
    'sudo npm',
    'sudo x y',
    'A x make',
    'x make all',
    'npm  test',
    'x./run.sh y',
    'src/ npm all'
  ])('is none: %s', line => expect(other([line])).toBe(false))
})

describe('a line of code', () => {
  it.each([
    'foo;',
    'a {',
    'a.b = 1',
    'a[0] = x',
    'a += b',
    'a := 2',
    'if x:',
    'elif x:',
    'else:',
    'for x in y {',
    'try:',
    'with a:',
    'return f(x',
    'raise X(',
    'throw new X(',
    'run()',
    'a.b(c)',
    '|a|b|',
    '* [x] y',
    '  - [ ] x',
    '1. a',
    '12. a',
    'import x from "y"',
    'const a = 1',
    'let a: x',
    'var x =',
    'def f(x):',
    'class A:',
    'function f() {',
    'fn f() {',
    'pub fn x(',
    'func main(',
    'type A = B',
    'interface A {',
    'async x(',
    '{',
    '[ ',
    '}',
    '};',
    '},',
    ']',
    '"a": 1',
    'a: "x"',
    'a: 1',
    'a = [',
    'a: {x',
    'GET /x',
    'POST /x',
    'PATCH /x',
    'PUT /x',
    'DELETE /x',
    'while x:',
    "from x import 'y'"
  ])('is one: %s', line => {
    expect(other([line])).toBe(true)
    expect(other([line, 'a.ts', 'b.ts'])).toBe(true)
    expect(other([line, 'a.ts', 'b.ts', 'c.ts'])).toBe(false)
    expect(other([line], true)).toBe(true)
    expect(other([line, 'a.ts'], true)).toBe(false)
  })

  it.each([
    '[package]',
    'if x',
    'while x',
    'a.b(c) d',
    'a 1. b',
    'import x',
    'let x',
    'class A',
    '"a"',
    'a: x',
    'HEAD /x',
    'get /x',
    'a.ts',
    'src/',
    'x GET /x',
    'my if x:',
    '[id].ts',
    '{a,b}.ts',
    'x "a": y',
    'x }',
    '(auth)/',
    'a.ts  # x = 1;',
    'iff x:'
  ])('is none: %s', line => expect(other([line])).toBe(false))
})

describe('what was read is a file tree', () => {
  const tree = (stats: Partial<TreeStats>, style: 'indent' | 'box' | 'ascii' | 'flat', expected: boolean): boolean =>
    looksLikeTree({ ...newStats(), ...stats }, style, expected)

  it.each<[string, Partial<TreeStats>, 'indent' | 'box' | 'ascii' | 'flat', boolean, boolean]>([
    ['nothing', {}, 'flat', false, true],
    ['nothing but lines drawn', { connectors: 1 }, 'box', true, true],
    ['drawn files', { lines: 10, sure: 3, likely: 7, connectors: 9 }, 'box', true, true],
    ['few files among drawn names', { lines: 10, sure: 2, likely: 8, connectors: 9 }, 'ascii', false, true],
    ['files among prose, drawn: a third', { lines: 9, sure: 6, prose: 3 }, 'box', true, true],
    ['files among prose, drawn: more', { lines: 9, sure: 5, prose: 4 }, 'box', false, true],
    ['prose, mostly, drawn', { lines: 9, sure: 2, prose: 7 }, 'box', false, false],
    ['a quarter of files among prose, drawn', { lines: 8, sure: 2, prose: 6 }, 'box', false, true],
    ['as many drawn names as prose', { lines: 8, sure: 1, likely: 3, prose: 4 }, 'box', false, false],
    ['files with children, drawn: a quarter', { lines: 8, sure: 8, parents: 2 }, 'box', true, true],
    ['files with children, drawn: more', { lines: 8, sure: 8, parents: 3 }, 'box', false, true],
    ['components, drawn: half', { lines: 8, sure: 8, camel: 4 }, 'box', true, true],
    ['components, drawn: more', { lines: 8, sure: 8, camel: 5 }, 'box', false, true],
    ['drawn names without a file', { lines: 4, likely: 4 }, 'box', false, true],
    ['drawn names without a file, as much prose', { lines: 4, likely: 2, prose: 2 }, 'box', false, false],
    ['drawn components', { lines: 4, likely: 4, camel: 2 }, 'box', false, false],
    ['indented files', { lines: 10, sure: 7, likely: 3, slashes: 1, nested: 1 }, 'indent', true, true],
    ['indented files with marks', { lines: 10, sure: 7, likely: 3, marks: 1, nested: 1 }, 'indent', true, true],
    ['indented files without folders or marks', { lines: 10, sure: 10, nested: 1 }, 'indent', false, true],
    ['indented names, few of files', { lines: 10, sure: 6, likely: 4, slashes: 1 }, 'indent', false, true],
    ['one indented name', { lines: 1, sure: 1, slashes: 1 }, 'indent', false, true],
    ['indented files among prose: a tenth', { lines: 10, sure: 9, prose: 1, slashes: 1 }, 'indent', true, true],
    ['indented files among prose: more', { lines: 10, sure: 8, prose: 2, slashes: 1 }, 'indent', false, true],
    ['indented files with children: a quarter', { lines: 8, sure: 8, parents: 2, slashes: 1 }, 'indent', true, true],
    ['indented files with children: more', { lines: 8, sure: 8, parents: 3, slashes: 1 }, 'indent', false, true],
    ['a list of which half is marked', { lines: 4, sure: 4, marks: 2 }, 'flat', true, true],
    ['a list of which less is marked', { lines: 4, sure: 4, marks: 1 }, 'flat', false, true],
    ['a list of which half is prose', { lines: 4, sure: 1, likely: 1, prose: 2 }, 'flat', false, true],
    ['a list of which more is prose', { lines: 4, sure: 1, prose: 3 }, 'flat', false, false],
    ['words, as many as lines of prose', { lines: 4, likely: 2, prose: 2 }, 'flat', false, true],
    ['words, fewer than lines of prose', { lines: 5, likely: 2, prose: 3 }, 'flat', false, false],
    ['components in a list', { lines: 3, likely: 3, camel: 3 }, 'flat', false, false],
    ['two lines of prose', { lines: 2, prose: 2 }, 'flat', false, true],
    ['three lines of prose', { lines: 3, prose: 3 }, 'flat', false, false]
  ])('%s', (_, stats, style, anywhere, expected) =>
    expect([tree(stats, style, false), tree(stats, style, true)]).toEqual([anywhere, expected])
  )
})
