import { describe, expect, it } from 'vitest'
import { PathIndex, segmentsOf, splitPaths } from '../../src/files/paths.ts'
import { codeSpans, splitList } from '../../src/files/split.ts'

describe('splitPaths', () => {
  it.each([
    ['foo/bar, baz/qux', ['foo/bar', 'baz/qux']],
    ['foo/bar (new), baz/qux [x]', ['foo/bar', 'baz/qux']],
    ['foo/bar <new>, baz/qux', ['foo/bar', 'baz/qux']],
    ['config, Makefile', ['config', 'Makefile']],
    ['src/foo, my notes', ['src/foo']],
    ['x y.ts, config', ['y.ts']],
    ['foo/bar, the baz', []],
    ['foo/bar', []],
    ['config', []],
    ['', []]
  ])('takes more in a list of words than alone: %s', (text, expected) =>
    expect(splitPaths(text).map(({ path }) => path)).toEqual(expected)
  )

  it.each([
    ['"src/a.ts".', 'src/a.ts'],
    ['(src/a.ts)', 'src/a.ts'],
    ['‘src/a.ts’!', 'src/a.ts'],
    ['src/a.ts?!)', 'src/a.ts'],
    ['src/a.ts...', 'src/a.ts'],
    ['“src/a.ts”', 'src/a.ts'],
    ['src/[id].ts.', 'src/[id].ts'],
    ['src/x/[id]', 'src/x/[id]'],
    ['src/x]', 'src/x'],
    ['see  src/a.ts\t now', 'src/a.ts'],
    ['src/a.ts (see lib/b.ts)', 'src/a.ts'],
    ['the src/a.ts (see lib/b.ts)', 'src/a.ts']
  ])('leaves punctuation and remarks off: %s', (text, path) =>
    expect(splitPaths(text).map(ref => ref.path)).toEqual([path])
  )

  it.each([
    ['`src/a.ts and lib/b.py`', ['src/a.ts', 'lib/b.py']],
    ['`foo/bar, config`', []],
    ['`src/a.ts', []],
    ['x"a.ts', []],
    ['src/b.ts and ` `', []]
  ])('reads what is marked as code by itself: %s', (text, expected) =>
    expect(splitPaths(text).map(({ path }) => path)).toEqual(expected)
  )
})

it.each([
  ['a `b` c `d`', ['b', 'd']],
  ['``a `x` ``, `b`', ['a `x` ', 'b']],
  ['`a `` b` `` `c`', ['a `` b', 'c']],
  ['``` a `b`', ['b']],
  ['a ` b', []],
  ['``', []],
  ['none', []],
  ['`a``b`', ['a``b']]
])('the code spans of %s', (text, expected) => expect(codeSpans(text)).toEqual(expected))

it.each([
  ['a, b; c、d，e；f\ng', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ['a and b & c + d und e и f 和 g と h', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ['sand andy an d', ['sand andy an d']],
  ['x and', ['x and']],
  ['b xx and c', ['b xx', 'c']],
  ['{a,b}, c', ['{a,b}', 'c']],
  ['{a,{b,c},d}, e', ['{a,{b,c},d}', 'e']],
  ['a}, b}, {c, d}', ['a}', 'b}', '{c, d}']],
  ['a, {b, c', ['a', '{b, c']],
  [' , ,a,', ['a']],
  ['', []]
])('the parts of %s', (text, expected) => expect(splitList(text)).toEqual(expected))

describe('PathIndex', () => {
  it('keeps several values of one path, and passes over what names nothing', () => {
    const index = new PathIndex<number>()
    for (const [i, path] of ['a/x.ts', './a//x.ts', 'a\\x.ts', 'x.ts', '', './.', 'b/a/x.ts'].entries())
      index.add(path, i)
    expect(index.find('a/x.ts')).toEqual([0, 1, 2])
    expect(index.find('x.ts')).toEqual([3])
    expect(index.find('c/b/a/x.ts')).toEqual([6, 0, 1, 2, 3])
    expect(index.find('c/x.ts')).toEqual([3])
    expect(index.find('a')).toEqual([])
    expect(index.find('./.')).toEqual([])
    expect(index.find('')).toEqual([])
  })

  it('finds what ends in a path that is none itself', () => {
    const index = new PathIndex<number>()
    for (const [i, path] of ['src/a/x.ts', 'lib/a/x.ts'].entries()) index.add(path, i)
    expect(index.find('a/x.ts')).toEqual([0, 1])
    expect(index.find('a\\x.ts')).toEqual([0, 1])
    expect(index.find('b/x.ts')).toEqual([])
  })

  it('reads both separators', () =>
    expect(['a\\b/c', './a//b/.', 'a/b', 'a/..'].map(segmentsOf)).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b'],
      ['a', 'b'],
      ['a', '..']
    ]))
})
