/** Exact answers where mutation testing found that nobody asked. */
import { describe, expect, test } from 'vitest'
import { measureFrontMatter } from '../../src/guard/front-matter.ts'
import { afterLine, lineEndFrom } from '../../src/guard/lines.ts'
import { compareOrdinals } from '../../src/outline/numbers/ordinal.ts'
import { readOrdinal } from '../../src/outline/numbers/read-ordinal.ts'

describe('front matter is measured', () => {
  test.each([
    ['---\na: b\n---\ntext', { end: 13, lines: 3, units: 12, nesting: 0, deepest: { line: 1, column: 1 } }],
    ['---\n---', { end: 8, lines: 2, units: 7, nesting: 0, deepest: { line: 1, column: 1 } }],
    ['--- \r\na: [[x]]\r\n---  \r\n', { end: 23, lines: 3, units: 21, nesting: 2, deepest: { line: 2, column: 5 } }],
    [
      '---\na: [{x: [1]}]\nb: [2]\n---\n',
      { end: 29, lines: 4, units: 28, nesting: 3, deepest: { line: 2, column: 9 } }
    ],
    ['---\na: ]]\nb: [1]\n---\n', { end: 21, lines: 4, units: 20, nesting: 1, deepest: { line: 3, column: 4 } }],
    ['---\n- - ? : x\n---\n', { end: 18, lines: 3, units: 17, nesting: 4, deepest: { line: 2, column: 1 } }],
    ['---\na: [\n  - - b\n---\n', { end: 21, lines: 4, units: 20, nesting: 3, deepest: { line: 3, column: 1 } }],
    ['---\n--- a\n---\n', { end: 14, lines: 3, units: 13, nesting: 0, deepest: { line: 1, column: 1 } }]
  ])('%j', (text, measures) => expect(measureFrontMatter(text)).toEqual(measures))

  test.each(['', '---', '----\na\n---\n', ' ---\na\n---\n', 'a\n---\n---\n', '---\na: b\n', '---\na\n ---\n'])(
    '%j has none',
    text => expect(measureFrontMatter(text)).toBeUndefined()
  )
})

test.each([
  ['a\nb', 0, 1, 2],
  ['a\r\nb', 0, 1, 3],
  ['a\rb', 0, 1, 2],
  ['a\n\nb', 2, 2, 3],
  ['ab', 1, 2, 3],
  ['\n', 0, 0, 1]
])('%j from %i: ends at %i, goes on at %i', (text, from, end, after) => {
  expect([lineEndFrom(text, from), afterLine(text, end)]).toEqual([end, after])
})

describe('numbering', () => {
  test.each([
    ['Step 2: Do it', { raw: '2', word: 'step', numbers: [2], start: 0, end: 6, rest: 'Do it' }],
    ['  Step 2a - Do', { raw: '2a', word: 'step', numbers: [2], letter: 'a', start: 2, end: 9, rest: 'Do' }],
    ['PHASE 2.10.3 Go', { raw: '2.10.3', word: 'phase', numbers: [2, 10, 3], start: 0, end: 12, rest: 'Go' }],
    ['Option b: Two', { raw: 'b', word: 'option', numbers: [], letter: 'B', start: 0, end: 8, rest: 'Two' }],
    ['Alternative A', { raw: 'A', word: 'alternative', numbers: [], letter: 'A', start: 0, end: 13, rest: '' }],
    ['Step [N]: Do', { raw: '[N]', word: 'step', numbers: [], start: 0, end: 8, rest: 'Do' }],
    ['1. One', { raw: '1', numbers: [1], start: 0, end: 2, rest: 'One' }],
    ['2.1 Two', { raw: '2.1', numbers: [2, 1], start: 0, end: 3, rest: 'Two' }],
    ['3b) Three', { raw: '3b', numbers: [3], letter: 'b', start: 0, end: 3, rest: 'Three' }],
    ['A. Letter', { raw: 'A', numbers: [], letter: 'A', start: 0, end: 2, rest: 'Letter' }],
    ['AB-12: Coded', { raw: 'AB-12', word: 'ab-', numbers: [12], start: 0, end: 6, rest: 'Coded' }]
  ])('%j', (title, ordinal) => expect(readOrdinal(title)).toEqual(ordinal))

  test.each([
    'Step',
    'Steps 2',
    'Stepping 2',
    'Other 2',
    '2024',
    '1st place',
    'A fine day',
    'Step 1234567',
    'IPv4 support',
    ''
  ])('%j has none', title => expect(readOrdinal(title)).toBeUndefined())

  test("a word of the profile's own", () => {
    expect(readOrdinal('Gate 3b: Open', ['gate'])).toEqual({
      raw: '3b',
      word: 'gate',
      numbers: [3],
      letter: 'b',
      start: 0,
      end: 7,
      rest: 'Open'
    })
    for (const title of ['Gate', 'Gate3', 'Gates 3', 'Gate 3rd'])
      expect(readOrdinal(title, ['gate']), title).toBeUndefined()
    expect(readOrdinal('Gate 3: Open')).toBeUndefined()
  })
})

test('numbers stand in the order that people count in', () => {
  const order = ['Step 1', 'Step 1.2', 'Step 1.10', 'Step 2', 'Step 2a', 'Step 2b', 'Step 3', 'Step 10'].map(title =>
    readOrdinal(title)!
  )
  for (const [i, a] of order.entries())
    for (const [j, b] of order.entries())
      expect(Math.sign(compareOrdinals(a, b)), `${a.raw} ${b.raw}`).toBe(Math.sign(i - j))
  const [first, second] = ['Option A', 'Option B'].map(title => readOrdinal(title)!)
  expect([compareOrdinals(first!, second!), compareOrdinals(second!, first!), compareOrdinals(first!, first!)]).toEqual(
    [-1, 1, 0]
  )
})

test("a word of the profile's own, with spaces and several numbers", () => {
  expect(readOrdinal('gate  12.34: Open', ['gate'])).toMatchObject({
    raw: '12.34',
    numbers: [12, 34],
    end: 11,
    rest: 'Open'
  })
  expect(readOrdinal('Gate 3: Open', ['other', 'gate'])).toMatchObject({ raw: '3', numbers: [3] })
  expect(readOrdinal('Gate x 3', ['gate'])).toBeUndefined()
})
