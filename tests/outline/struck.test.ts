import { expect, test } from 'vitest'
import { isStruckOut, struckSpans } from '../../src/outline/struck.ts'

test.each([
  ['a ~~b~~ c', ['~~b~~']],
  ['~~a~~ b ~~c~~', ['~~a~~', '~~c~~']],
  ['a ~~b', []],
  ['~~a~~ b ~~c', ['~~a~~']],
  ['a', []]
])('%j strikes out %j', (text, struck) => {
  expect(struckSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(struck)
})

test.each([
  ['Keep ~~`a.ts`~~ out', true],
  ['~~Keep~~ `a.ts`', false],
  ['~~Keep~~ `a.ts` ~~out~~', false],
  ['~~Keep `a.ts`', false],
  ['~~Keep\n`a.ts`~~', false]
])('%j: its code is struck out: %j', (source, isStruck) => {
  const start = source.indexOf('`')
  expect(isStruckOut({ start, end: start + 6 }, source)).toBe(isStruck)
})
