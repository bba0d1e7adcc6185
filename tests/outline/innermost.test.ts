import { expect, test } from 'vitest'
import { innermost } from '../../src/outline/innermost.ts'

const of = (...spans: [number, number][]): [number, number][] =>
  innermost(
    spans.map(([start, end]) => ({ start, end })),
    each => each
  ).map(({ start, end }) => [start, end])

test('what holds another is left out', () => {
  expect(of([0, 50], [10, 20], [30, 40], [35, 40])).toEqual([
    [10, 20],
    [35, 40]
  ])
})

test('what stands beside each other stays, in document order', () => {
  expect(of([30, 40], [0, 10], [10, 30])).toEqual([
    [0, 10],
    [10, 30],
    [30, 40]
  ])
})

test('of two at one place one stays', () => {
  expect(of([0, 10], [0, 10])).toEqual([[0, 10]])
})
