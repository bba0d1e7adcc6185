/** What a demand asks for, and what fulfils it. */
import type { ListItem } from 'mdast'
import { describe, expect, it, test } from 'vitest'
import { explainsItself, holds, namesSomeone } from '../../src/checks/demands/demands.ts'
import { badCells, tableDefect } from '../../src/checks/demands/tables.ts'
import type { Demand } from '../../src/profiles/schema.ts'
import { at, planned, whole } from './planned.ts'

function isHeld(demand: Demand, text: string): boolean {
  const plan = planned(text)
  return holds(demand, whole(plan), plan)
}

describe('holds', () => {
  test.each<[Demand['kind'], string, string]>([
    ['text', 'Words.', '—'],
    ['text', '- an item', '```\ncode\n```'],
    ['text', '7', '- …'],
    ['prose', 'Words.', '- an item'],
    ['prose', '> Words.', '- - one'],
    ['prose', '- item\n\nWords.', '—'],
    ['list', '- an item', 'Words.'],
    ['list', '1. an item', '- \n-'],
    ['tasks', '- [ ] an item', '- an item'],
    ['table', '| A |\n| --- |', 'A | B'],
    ['command', '```sh\nnpm test\n```', 'Words.'],
    ['path', '`src/a.ts`', '`a`'],
    ['path', 'In `a/b/`', 'src/a.ts'],
    ['code', '```\ncode\n```', '```\n\n  \n```'],
    ['tree', '```\nsrc/\n```', 'src/'],
    ['diagram', '![Flow](flow.png)', 'flow.png'],
    ['diagram', '```\na → b\n```', 'a → b'],
    ['date', 'On 2025-05-09.', 'On 2025-5-9'],
    ['date', '2025-05-09', '12025-05-090'],
    ['date', '(2025-05-09)', '2025-05-099']
  ])('%s: %j, but not %j', (kind, text, other) => {
    expect(isHeld({ kind }, text)).toBe(true)
    expect(isHeld({ kind }, other)).toBe(false)
  })

  test('as many as are asked for', () => {
    const list = '- one\n-\n- two'
    expect([1, 2, 3].map(min => isHeld({ kind: 'list', min }, list))).toEqual([true, true, false])
    expect([1, 2, 3].map(min => isHeld({ kind: 'tasks', min }, '- [ ] one\n- [x] two'))).toEqual([true, true, false])
    expect([2, 3].map(min => isHeld({ kind: 'diagram', min }, '![Flow](flow.png)\n\n```\na\n```'))).toEqual([
      true,
      false
    ])
    expect([2, 3].map(min => isHeld({ kind: 'text', min }, 'One.\n\nTwo.'))).toEqual([true, false])
  })

  test('or one of what will do as well', () => {
    const demand: Demand = { kind: 'table', min: 2, or: ['list', 'code'] }
    expect(['- one', '```\na\n```', 'one', '| A |\n| --- |'].map(text => isHeld(demand, text))).toEqual([
      true,
      true,
      false,
      false
    ])
  })

  test('in the span alone', () => {
    const plan = planned('One.\n\n2025-05-09')
    expect([
      holds({ kind: 'date' }, { start: 0, end: 6 }, plan),
      holds({ kind: 'date' }, { start: 6, end: 16 }, plan)
    ]).toEqual([false, true])
  })
})

describe('tables', () => {
  const lacks = (text: string, columns: Demand['columns']): unknown => {
    const plan = planned(text)
    const defect = tableDefect({ kind: 'table', columns }, whole(plan), plan)
    return defect && [defect.missing.map(([name]) => name), defect.rows, at(defect.place, plan)]
  }
  const head = '| The risk | Impact (1–5) | Owner |\n| --- | --- | --- |'

  test.each<[string, Demand['columns'], unknown]>([
    ['Words.', ['Risk'], undefined],
    [head, ['Risk', 'Impact', 'OWNER:'], [[], 0, '| The risk | Impact (1–5) | Owner |']],
    [
      `${head}\n| a | b | c |\n| | | |\n| | x | |`,
      ['Ris', 'Impact 1', 'Own', ['Answer', 'Owner'], ['Cost', 'Price']],
      [['Ris', 'Impact 1', 'Own', 'Cost'], 2, '| The risk | Impact (1–5) | Owner |']
    ],
    [head, undefined, [[], 0, '| The risk | Impact (1–5) | Owner |']],
    ['| A |\n| --- |\n| x |\n\nThen:\n\n| A | B |\n| --- | --- |\n| x | y |', ['B'], [[], 1, '| A | B |']],
    ['| A |\n| --- |\n\nThen:\n\n| a |\n| --- |\n| x |', ['A'], [[], 1, '| a |']],
    ['| A |\n| --- |\n| x |\n\nThen:\n\n| a |\n| --- |', ['A', 'B'], [['B'], 1, '| A |']]
  ])('%j by %j', (text, columns, expected) => {
    expect(lacks(text, columns)).toEqual(expected)
  })

  test('cells say what their column may', () => {
    const plan = planned(
      '| Risk | Impact |\n| --- | --- |\n| a | High |\n| b | low (so far) |\n| c | Lower |\n| d | low(ish) |\n| e | |\n| f |\n| g |  **Huge** |'
    )
    const found = [
      ...badCells(
        { kind: 'table', values: { 'impact:': ['High', 'Low'], Cost: ['None'] } },
        plan.outline.nodes.tables[0]!
      )
    ]
    expect(found.map(({ column, text, place, values }) => [column, text, at(place, plan), values])).toEqual([
      ['impact:', 'Lower', '| Lower |', ['High', 'Low']],
      ['impact:', 'Huge', '|  **Huge** |', ['High', 'Low']]
    ])
    expect([...badCells({ kind: 'table' }, plan.outline.nodes.tables[0]!)]).toEqual([])
  })
})

describe('explainsItself', () => {
  const explains = (text: string): boolean => explainsItself(planned(`- ${text}`).outline.nodes.items[0] as ListItem)

  it.each([
    'Redis: fast',
    'Redis：fast',
    'Redis; fast',
    'Redis — fast',
    'Redis – fast',
    'Redis - fast',
    'Redis -- fast',
    'Redis (fast)',
    'Redis, fast',
    'Redis. Fast',
    'Fast because small',
    'Fast since May',
    'Fast as Redis',
    'Fast so far',
    'Freeze due soon',
    'Freeze until May',
    'Freeze unless asked',
    'Freeze for all',
    'Freeze already',
    'Freeze when asked',
    'Freeze would hurt',
    'Freeze will hurt',
    'Redis is fast',
    'Caches are fast',
    'Redis has keys',
    'Caches have keys',
    'Redis not Kafka',
    'Redis no more',
    'Redis only',
    'Redis deferred',
    'Redis later',
    'Redis instead',
    'Keys per user',
    'Keys via Redis',
    'Keys in Redis',
    'Redis without keys',
    'Redis requires keys',
    'Caches require keys',
    'Redis needs keys',
    'Caches need keys',
    'REDIS IS FAST',
    'One two three four five six seven eight nine',
    '**Redis** two words',
    '`redis` two words',
    '**Redis**: two words',
    '東京',
    'Redis\n  - fast'
  ])('%j says more than a name', text => {
    expect(explains(text)).toBe(true)
  })

  it.each([
    'Redis',
    'Redis cache',
    'Redis-cache',
    'Redis--cache',
    'v1.2',
    'Redis.',
    'Redis island',
    'Fasten Redis',
    'One two three four five six seven eight',
    '**Redis** word',
    '**Redis**: word',
    '`redis` — word',
    '**Redis**',
    '*Redis* two words',
    'Two **words**',
    '**Redis is fast**',
    '`because` – …',
    'Café'
  ])('%j is a name', text => {
    expect(explains(text)).toBe(false)
  })
})

describe('namesSomeone', () => {
  it.each([
    '@ana',
    'Port? — @ana',
    'Port? –@ana',
    'Port?—@ana',
    '(@ana)',
    'Port,@ana',
    'Port/@ana',
    'Port;@ana',
    'Port:@ana',
    'Port-@ana',
    '@1x',
    'Port?\t@Z',
    'Owner: Ana',
    'owner Ana',
    'ask Ben',
    'asks **Ben**',
    'decide: *Ana*',
    'decides Ana',
    'decided by Ana',
    'decision: Ana',
    'input from Ana',
    'weigh in: Ana',
    'assigned to Ana',
    'for Ana',
    'who: Ana',
    'reviewer: Ana',
    'contact: Ana',
    'raised by Ana',
    'consult Ana',
    'by Ana',
    'for the Élan',
    'by the team',
    'ask product',
    'mail a@b.example',
    '其他工具有。@nadia',
    'as others have — [nadia](https://github.com/nadia)',
    'for security',
    'for infra',
    'ask ops',
    'ask the maintainer',
    'by the lead',
    'ask user',
    'The team',
    'An owner',
    'maintainer',
    'Maintainers',
    'lead',
    'stakeholder',
    'stakeholders',
    'PM?',
    'pm',
    'product',
    'legal',
    'reviewer',
    'reviewers',
    'architect',
    'architects',
    'user',
    'author',
    'Ops',
    'SRE',
    'security',
    'infra',
    'platform'
  ])('%j', text => {
    expect(namesSomeone(text)).toBe(true)
  })

  it.each([
    'Which port?',
    '@',
    '@-x',
    'askew Ben',
    'bask Ben',
    'for A',
    'ask  Ben',
    'teams',
    'misleading',
    'users',
    'legally',
    'productive',
    `The team ${'x '.repeat(40)}`,
    'ask ***Ben***'
  ])('nobody in %j', text => {
    expect(namesSomeone(text)).toBe(false)
  })

  it('at length, whoever is asked in so many words', () => {
    expect(namesSomeone(`Ask Ben ${'x '.repeat(60)}`)).toBe(true)
    expect(namesSomeone(`ask Ben ${'x '.repeat(60)}`)).toBe(true)
    expect(namesSomeone(`The team${'x'.repeat(75)}`)).toBe(false)
  })
})
