import { expect, test } from 'vitest'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const sections: Small['sections'] = [
  { id: 'design', title: 'Design', rules: ['diagram-explained'] },
  { id: 'other', title: 'Other', required: false }
]
const told = (...lines: string[]): string[] => say('diagram-explained', { sections }, ...lines)
const drawing = ['```mermaid', 'graph TD', '```']
const missing = (line: number, what = 'diagram'): string => `${line}:1 Missing explanation of the ${what} in "Design"`

test.each([
  ['five words will do', [...drawing, '', 'The cache asks the store.'], []],
  ['four do not', [...drawing, '', 'Cache asks the store.'], [missing(3)]],
  ['words may stand in several paragraphs', ['The cache asks.', '', ...drawing, '', 'The store answers.'], []],
  ['a table will do', [...drawing, '', '| From | To |', '| --- | --- |', '| cache | store |'], []],
  ['each drawing needs it', [...drawing, '', ...drawing], [missing(3), missing(7)]],
  ['an image too', ['![](cache.png)'], [missing(3, 'image')]],
  [
    'an image whose paragraph says something else is not explained by it',
    ['![The cache asks the store](cache.png)'],
    [missing(3, 'image')]
  ],
  ['an image with a paragraph beside it', ['![](cache.png)', '', 'The cache asks the store.'], []],
  [
    'a tree with remarks explains itself',
    ['```', 'src/', '├── cache.ts   # asks', '├── store.ts   # answers', '└── index.ts', '```'],
    []
  ],
  [
    'a tree without is a drawing',
    ['```', 'src/', '├── cache.ts', '├── store.ts', '└── index.ts  # all', '```'],
    [missing(3)]
  ],
  ['code is no drawing', ['```ts', 'const a = 1', '```'], []],
  ['a drawing that is not there', ['N/A: nothing to draw'], []]
])('%s', (_, lines, expected) => {
  expect(told('## Design', '', ...lines)).toEqual(expected)
})

test('only where the profile wants it', () => {
  expect(told('## Design', '', 'The cache asks the store.', '', '## Other', '', ...drawing)).toEqual([])
})

test('has a remedy', () => {
  expect(toldInFull('diagram-explained', { sections }, '## Design', '', ...drawing)).toMatchObject([
    { at: '3:1-5:4', help: 'Say in a sentence or two what it shows and what follows from it' }
  ])
})
