import { describe, expect, it } from 'vitest'
import { ancestors, normalisePath, refusePath } from '../../src/repo/paths.ts'

describe('normalise', () => {
  it.each([
    ['src/a.ts', 'src/a.ts'],
    ['./src//a.ts', 'src/a.ts'],
    ['src/', 'src'],
    ['src/../b', 'b'],
    ['.', ''],
    ['..', undefined],
    ['a/../../b', undefined]
  ])('%s', (path, expected) => expect(normalisePath(path)).toBe(expected))
})

describe('ancestors', () => {
  it('goes from the outermost folder inwards', () => expect([...ancestors('a/b/c')]).toEqual(['a', 'a/b']))
  it('is empty at the top', () => expect([...ancestors('a')]).toEqual([]))
})

describe('refusePath', () => {
  it.each([
    ['/etc/passwd', 'absolute'],
    ['~/.ssh/id', 'home'],
    ['~root/x', 'home'],
    ['C:/Windows', 'drive'],
    ['c:x', 'drive'],
    ['\\\\host\\share', 'unc'],
    ['//host/share', 'unc'],
    ['https://example.org/a', 'scheme'],
    ['file:/etc/passwd', 'scheme'],
    ['src\\a.ts', 'backslash'],
    ['a/../../b', 'parent'],
    ['.git/config', 'git'],
    ['sub/.GIT/hooks', 'git'],
    ['.git. /x', 'git'],
    ['GIT~1/x', 'git'],
    ['a\nb', 'control'],
    ['a\u009bb', 'control'],
    ['x'.repeat(5000), 'long']
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
