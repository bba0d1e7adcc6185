import { expect, it } from 'vitest'
import { coverOf, firstAt, firstFrom, startingIn } from '../../src/outline/cover.ts'
import { indexFolderEnds, isUnder } from '../../rules/file-coverage/folders.ts'
import { isTestPath } from '../../src/files/test-path.ts'

it.each([
  [true, 'src/a/x.ts a/x.ts x/src/a/y.ts lib/x x/lib/y a/b/x.ts src/a/b/c/d.ts'],
  [false, 'src/x.ts lib src/a b/src/a app/a/x.ts x/a/y.ts b/x.ts src x.ts']
])('says %s: a file lies below src/a or lib, wherever its path begins', (expected, paths) => {
  const folders = indexFolderEnds(['src/a', 'lib'])
  for (const path of paths.split(' ')) expect(isUnder(path, folders), path).toBe(expected)
})

it('looks twenty folders deep', () => {
  const deep = (depth: number): string => Array.from({ length: depth }, (_, i) => `d${i}`).join('/')
  expect(isUnder(`${deep(20)}/x.ts`, indexFolderEnds([deep(20)]))).toBe(true)
  expect(isUnder(`${deep(21)}/x.ts`, indexFolderEnds([deep(21)]))).toBe(false)
  expect(isUnder(`d0/x.ts`, indexFolderEnds([`top/${deep(1)}`]))).toBe(true)
})

it.each([
  [
    true,
    `test/a tests/a x/tests/a __tests__/a spec/a specs/a e2e/a a/test_b.py a/test.ts a.test.ts a_test.go a-test.js a.spec.ts spec_helper.rb a/spec-x.ts ATest.java ATests.cs test-a.js a/x.test.helper.ts
    a_spec.rb a-test.helper.js`
  ],
  [
    false,
    'mytests/a testsx/a latest.ts contest.ts Testing.java attest_x.py x-test/a my.test a_test tester.py FooTest/a.ts greatest.py a.testing.ts e2e atest.ts a/spectrum.ts ATest.java/x'
  ]
])('says %s: a path is that of a test', (expected, paths) => {
  for (const path of paths.split(/\s+/)) expect(isTestPath(path), path).toBe(expected)
})

it('tells offsets inside spans from those outside, by spans that overlap', () => {
  const spans = [
    { start: 20, end: 30 },
    { start: 0, end: 10 },
    { start: 2, end: 4 },
    { start: 22, end: 40 },
    { start: 50, end: 50 }
  ]
  const isCovered = coverOf(spans)
  expect([0, 1, 3, 4, 5, 9, 10, 15, 20, 21, 29, 30, 39, 40, 45, 50, 51].filter(isCovered)).toEqual([
    1, 3, 4, 5, 9, 21, 29, 30, 39
  ])
  expect([0, 5].filter(coverOf([]))).toEqual([])
  expect(spans[0]).toEqual({ start: 20, end: 30 })
})

it('finds the first of what is reached, and all that starts in a span', () => {
  for (const length of [0, 1, 2, 5, 8])
    for (let first = 0; first <= length; first++) expect(firstFrom(length, i => i >= first)).toBe(first)
  const starts = [1, 3, 3, 7, 9]
  expect([0, 1, 2, 3, 4, 9, 10].map(offset => firstAt(starts, offset))).toEqual([0, 0, 1, 1, 3, 4, 5])
  expect(firstAt([], 1)).toBe(0)
  const within = (start: number, end: number): number[] => startingIn(starts, starts, { start, end })
  expect([within(3, 9), within(0, 1), within(2, 3), within(9, 20), within(10, 20), within(0, 100)]).toEqual([
    [3, 3, 7],
    [],
    [],
    [9],
    [],
    starts
  ])
})
