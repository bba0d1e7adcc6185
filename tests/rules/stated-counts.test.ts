import { expect, test } from 'vitest'
import { told as say } from './small.ts'

const told = (...lines: string[]): string[] => say('stated-counts', { sections: [] }, ...lines)
const list = ['', '- the gauge', '- the table', '- the page']

test('a sentence that leads over to a list is held to the number it gives', () => {
  expect(told('Four places change:', ...list)).toEqual([
    '1:1 (warning) Conflicting count "Four places": 3 items below it'
  ])
  expect(told('Three places change:', ...list)).toEqual([])
  expect(told('We add **2** new modules:', ...list)).toHaveLength(1)
  expect(told('The table lacks 5 columns that the page shows:', ...list)).toHaveLength(1)
})

test('a table counts by its rows, without that of the total', () => {
  const table = ['', '| Risk | Days |', '| --- | --- |', '| Ice | 1 |', '| Fog | 2 |', '| Total | 3 |']
  expect(told('Two risks:', ...table)).toEqual([])
  expect(told('Three risks:', ...table)).toEqual(['1:1 (warning) Conflicting count "Three risks": 2 rows below it'])
})

test.each([
  'At least two places change:',
  'Up to 5 places change:',
  '2-4 places change:',
  'One of two places changes:',
  'Each of the four steps must:',
  'The four steps are covered by:',
  'Four phases, and for each phase we need:',
  'In Phase 2 tasks are:',
  'JUnit 5 tests:',
  'For 4 weeks:',
  'Version 2 endpoints:',
  'Of 12 files in 4 modules, these matter:',
  'Two to four steps:'
])('what is no count of the list says nothing of it: %s', lead => {
  expect(told(lead, ...list)).toEqual([])
})

test('entries that stand for several may be more, but no fewer', () => {
  const bundled = ['', '- `a.ts` and `b.ts`', '- `c.ts`']
  expect(told('Three files:', ...bundled)).toEqual([])
  expect(told('Two files:', ...bundled)).toEqual([])
  expect(told('Three files:', '', '- `a.ts`', '- `b.ts`', '- `c.ts`', '- `d.ts`')).toHaveLength(1)
})

test('lists in groups, asides and a list that runs into another count as people count them', () => {
  expect(told('Four files:', '', '- new', '  - one', '  - two', '- old', '  - three', '  - four')).toEqual([])
  expect(told('Two steps:', '', '1. Read', '', '```sh', 'ls', '```', '', '2. Write')).toEqual([])
  expect(told('Two places:', '', '- here', '- there', '- Note: neither is urgent')).toEqual([])
  expect(told('Two places:', '', '- here', '- there', '', '- [ ] Change both')).toEqual([])
})

test('a title says how many in brackets, or as a whole', () => {
  expect(told('## Risks (4 items)', ...list)).toEqual(['1:11 (warning) Conflicting count "4 items": 3 items below it'])
  expect(told('## New files (4)', ...list)).toEqual(['1:8 (warning) Conflicting count "files (4)": 3 items below it'])
  expect(told('## The two findings', ...list)).toHaveLength(1)
  expect(told('## 2 Findings', ...list)).toEqual([])
  expect(told('## Rules for two roles', ...list)).toEqual([])
  expect(told('## Ships (3 days)', ...list)).toEqual([])
})

test('titles count by what their table or the titles below are called', () => {
  const ships = ['', '| Ship | Port |', '| --- | --- |', '| Ida | Kiel |', '| Ole | Husum |']
  expect(told('## Ready (3 ships)', ...ships)).toEqual(['1:11 (warning) Conflicting count "3 ships": 2 rows below it'])
  expect(
    told('## Ways (3 options)', '', '### Option 1: Row', '', 'By hand.', '', '### Option 2: Sail', '', 'By wind.')
  ).toEqual(['1:10 (warning) Conflicting count "3 options": 2 headings below it'])
})

const phases = ['## Phase 1: Read', '', 'Read it.', '', '## Phase 2: Write', '', 'Write it.', '']

test('a total of units is held to the titles that count with that word', () => {
  expect(told(...phases, '**Total**: 3 phases')).toEqual([
    '9:12 (warning) Conflicting count "3 phases": the plan has 2'
  ])
  expect(told(...phases, '**Total**: 2 phases, 3 days')).toEqual([])
  expect(told('This plan is split into three phases.', '', ...phases)).toHaveLength(1)
  expect(told('The old plan had three phases.', '', ...phases)).toEqual([])
})

test('a total below a phase may be of the phase', () => {
  const tasks = (phase: number, ...names: string[]): string[] => [
    `## Phase ${phase}: Work`,
    '',
    ...names.flatMap((name, i) => [`### Task ${phase}.${i + 1}: ${name}`, '', 'Do it.', ''])
  ]
  expect(told(...tasks(1, 'a', 'b'), 'Total: 2 tasks', '', ...tasks(2, 'c', 'd', 'e'))).toEqual([])
  expect(told(...tasks(1, 'a', 'b'), 'Total: 4 tasks', '', ...tasks(2, 'c', 'd', 'e'))).toHaveLength(1)
})

const hours = (total: string, ...cells: string[]): string[] => [
  '| Phase | Hours |',
  '| --- | --- |',
  ...cells.map((cell, i) => `| ${i} | ${cell} |`),
  `| **Total** | ${total} |`
]

test('a row of totals makes what its columns make', () => {
  expect(told(...hours('11 hours', '4 hours', '7 h'))).toEqual([])
  expect(told(...hours('**12**', '4', '7'))).toEqual([
    '5:13 (warning) Conflicting total in column "Hours": 12, but its rows make 11'
  ])
  expect(told(...hours('5-8 days', '2-3 days', '3-4 days'))).toEqual([
    '5:13 (warning) Conflicting total in column "Hours": 5-8 days, but its rows make 5–7'
  ])
  expect(told(...hours('1,204', '1,200', '4'))).toEqual([])
})

test('what is about so much, of several units, or no sum has no total to hold it to', () => {
  expect(told(...hours('~12', '4', '7'))).toEqual([])
  expect(told(...hours('12', '4', '7 (parallel)'))).toEqual([])
  expect(told(...hours('80%', '70%', '85%'))).toEqual([])
  expect(told(...hours('3 days', '4 hours', '7 hours'))).toEqual([])
})
