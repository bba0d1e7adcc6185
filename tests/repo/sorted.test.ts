/** What git lists, looked up where it stands, answers as a table does. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinNames, lookupNames, type Paths } from '../../src/repo/there/names.ts'
import { SortedPaths } from '../../src/repo/there/sorted.ts'

const segment = fc.constantFrom('a', 'A', 'b', 'ab', 'a-b', 'a.ts', 'A.ts', 'a\tb', '0', 'src', 'Src', 'h', '100644')
const paths = fc
  .uniqueArray(
    fc.array(segment, { minLength: 1, maxLength: 4 }).map(each => each.join('/')),
    { maxLength: 40 }
  )
  // A file is no folder.
  .map(all => all.filter(path => !all.some(other => other.startsWith(`${path}/`))))

const listing = (all: readonly string[]): string =>
  [...all]
    .sort()
    .map((path, i) => `H 100644 ${String(i).padStart(40, 'a')} 0\t${path}\0`)
    .join('')

function tell(names: Paths, asked: readonly string[]): unknown {
  return asked.map(path => ({
    path,
    folder: names.hasFolder(path),
    holds: names.inFolder(path).toSorted(),
    ends: names.endingIn(path)
  }))
}

test('folders, what they hold, and ends', () => {
  fc.assert(
    fc.property(paths, fc.array(fc.array(segment, { minLength: 1, maxLength: 3 })), (all, more) => {
      const asked = [...all, ...more.map(each => each.join('/'))]
      const sorted = new SortedPaths(listing(all))
      expect(tell(sorted, asked)).toEqual(tell(lookupNames([...all].sort()), asked))
      expect(asked.map(path => sorted.kind(path) !== undefined)).toEqual(asked.map(path => all.includes(path)))
      for (const name of ['a.ts', 'a', '0'])
        expect(sorted.named(name)).toEqual([...all].sort().filter(path => `/${path}`.endsWith(`/${name}`)))
    }),
    { numRuns: 500 }
  )
})

test('names of two lists are those of both', () => {
  fc.assert(
    fc.property(paths, paths, (all, others) => {
      const rest = others.filter(
        path => !all.some(one => one === path || one.startsWith(`${path}/`) || path.startsWith(`${one}/`))
      )
      const joined = joinNames(lookupNames(rest), new SortedPaths(listing(all)))
      const asked = [...all, ...rest, 'a', 'src', 'src/a']
      expect(tell(joined, asked)).toEqual(tell(lookupNames([...rest, ...[...all].sort()]), asked))
    }),
    { numRuns: 500 }
  )
})

test('after many lookups a table pays', () => {
  const sorted = new SortedPaths(listing(['a/b', 'a/c']))
  for (let i = 0; i < 100; i++) sorted.kind('a/b')
  expect(sorted.isWorn).toBe(false)
  for (let i = 0; i < 30; i++) sorted.endingIn('b')
  expect(sorted.isWorn).toBe(true)
})
