import { describe, expect, it } from 'vitest'
import { ancestors, normalise, refusePath } from '../../src/repo/paths.ts'

describe('normalise', () => {
  it.each([
    ['src/a.ts', 'src/a.ts'],
    ['./src//a.ts', 'src/a.ts'],
    ['src/', 'src'],
    ['src/../b', 'b'],
    ['.', ''],
    ['..', undefined],
    ['a/../../b', undefined]
  ])('%s', (path, expected) => expect(normalise(path)).toBe(expected))
})

describe('ancestors', () => {
  it('goes from the outermost folder inwards', () => expect([...ancestors('a/b/c')]).toEqual(['a', 'a/b']))
  it('is empty at the top', () => expect([...ancestors('a')]).toEqual([]))
})

describe('refusePath', () => {
  it.each([
    ['/etc/passwd', 'is absolute'],
    ['~/.ssh/id', 'lies in a home folder'],
    ['~root/x', 'lies in a home folder'],
    ['C:/Windows', 'names a drive'],
    ['c:x', 'names a drive'],
    ['\\\\host\\share', 'is a network path'],
    ['//host/share', 'is a network path'],
    ['https://example.org/a', 'is a URL'],
    ['file:/etc/passwd', 'is a URL'],
    ['src\\a.ts', 'has a backslash'],
    ['a/../../b', 'leaves the repository'],
    ['.git/config', "lies in git's own folder"],
    ['sub/.GIT/hooks', "lies in git's own folder"],
    ['.git. /x', "lies in git's own folder"],
    ['GIT~1/x', "lies in git's own folder"],
    ['a\nb', 'has a control character'],
    ['a\u009bb', 'has a control character'],
    ['x'.repeat(5000), 'is too long for a path']
  ])('%j', (path, why) => expect(refusePath(path)).toBe(why))

  it.each([
    'src/a.ts',
    '.github/workflows/ci.yml',
    '.gitignore',
    '.gitattributes',
    'a b/[slug].tsx',
    '-dash',
    'src/foo.ts:12',
    'a~b',
    '../../x'
  ])('leaves %s alone, seen from docs/plans', path => expect(refusePath(path, 'docs/plans')).toBeUndefined())
})
