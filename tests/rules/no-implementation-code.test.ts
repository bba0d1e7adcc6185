import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { rules } from '../../rules/index.ts'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const sections: Small['sections'] = [
  { id: 'goal', title: 'Goal', required: false },
  {
    id: 'design',
    title: 'Design',
    rules: ['no-implementation-code'],
    sections: [
      { id: 'types', title: 'Types', required: false },
      { id: 'example', title: 'Example', required: false, rules: [] },
      { id: 'api', title: 'Api', required: false, rules: ['no-implementation-code'] }
    ]
  }
]
const told = (...lines: string[]): string[] => say('no-implementation-code', { sections }, ...lines)
const body = ['```ts', 'function add(a: number) {', '  total += a  ', '}', '```']

test.each([
  [
    'a body, at its first line',
    ['## Design', '', ...body],
    ['5:3 Expected signatures only in "Design", found an implementation: "total += a"']
  ],
  ['one finding for each fence', ['## Design', '', ...body, '', ...body], ['5:3', '11:3']],
  ['below a title that the profile does not know', ['## Design', '', '### Notes', '', ...body], ['7:3']],
  ['below a section without a word of its own', ['## Design', '', '### Types', '', ...body], ['7:3']],
  [
    'in a section with the same word, once and by its name',
    ['## Design', '', '### Api', '', ...body],
    ['7:3 Expected signatures only in "Api"']
  ],
  [
    'around a section where it is allowed',
    ['## Design', '', ...body, '', '### Example', '', ...body, '', '### Types', '', ...body],
    ['5:3', '21:3']
  ],
  ['before a section where it is allowed and not there', ['## Design', '', ...body], ['5:3']],
  ['in a fence of a list', ['## Design', '', '- So:', '', ...body.map(line => `  ${line}`)], ['7:5']],
  ['code by its indentation', ['## Design', '', '    function add(a: number) {', '      total += a', '    }'], ['4:7']],
  ['where the profile says nothing', ['## Goal', '', ...body, '', '## Design', '', 'None.'], []],
  ['where it is allowed', ['## Design', '', '### Example', '', ...body], []],
  ['signatures', ['## Design', '', '```ts', 'function add(a: number): void', '```'], []],
  ['commands', ['## Design', '', '```sh', 'for f in *; do', '  echo $f', 'done', '```'], []],
  [
    'a fence without a language, of lines that only look like code',
    ['## Design', '', '```', 'if the cache is cold:', '```'],
    []
  ],
  ['the same in a language', ['## Design', '', '```python', 'if cold:', '```'], ['4:1']]
])('%s', (_, lines, expected) => {
  expect(told(...lines).map((line, i) => line.slice(0, expected[i]?.length))).toEqual(expected)
})

/** Where the first finding lies in a text whose lines end as it says. */
function placeIn(text: string): number[] {
  const profile = { name: 'own', title: 'Own', summary: '', detect: {}, sections }
  const [found] = lintText(text, {
    profiles: [profile],
    forced: 'own',
    only: rules.filter(rule => rule.id === 'no-implementation-code')
  }).findings
  return found ? [found.place.start.line, found.place.start.column, found.place.end.line, found.place.end.column] : []
}

test('the place is the line without its indentation and what ends it, however lines end', () => {
  expect(toldInFull('no-implementation-code', { sections }, '## Design', '', ...body)).toMatchObject([
    { at: '5:3-5:13', help: 'Keep the signature and write "..." for the body; say in prose what it does' }
  ])
  for (const end of ['\r\n', '\r', '\n']) expect(placeIn(['## Design', '', ...body].join(end))).toEqual([5, 3, 5, 13])
})

test('of a fence that is never closed that alone is told, elsewhere', () => {
  expect(placeIn(['## Design', '', ...body.slice(0, 3)].join('\n').trimEnd())).toEqual([])
})
