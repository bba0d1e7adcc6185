import { describe, expect, test } from 'vitest'
import { told as say } from './small.ts'

const told = (...lines: string[]): string[] => say('step-order', { sections: [] }, ...lines)
/** Three tasks, the second of which says something. */
const tasks = (second: string, first = 'Read it.'): string[] => [
  '## Task 1: Read',
  '',
  first,
  '',
  '## Task 2: Write',
  '',
  second,
  '',
  '## Task 3: Test',
  '',
  'Test it.'
]

describe('a field for dependencies', () => {
  test('names what there is, and comes before', () => {
    expect(told(...tasks('**Depends on**: Task 1'))).toEqual([])
    expect(told(...tasks('**Dependencies:** task 01'))).toEqual([])
    expect(told(...tasks('**Dependencies**: None'))).toEqual([])
  })

  test('what is not there is told of, each of several', () => {
    expect(told(...tasks('**Depends on**: Task 9'))).toEqual(['7:17 (warning) Unknown task 9, which Task 2 depends on'])
    expect(told(...tasks('- **Dependencies**: Tasks 1, 8 and 9'))).toEqual([
      '7:30 (warning) Unknown task 8, which Task 2 depends on',
      '7:36 (warning) Unknown task 9, which Task 2 depends on'
    ])
  })

  test('what comes later, or waits in turn, is told of once', () => {
    expect(told(...tasks('**Depends on**: Task 3'))).toEqual([
      '7:17 (warning) Expected Task 3 before Task 2, which depends on it'
    ])
    expect(told(...tasks('**Depends on**: Task 2'))).toEqual([
      '7:17 (warning) Circular dependency: Task 2 depends on itself'
    ])
    expect(told(...tasks('**Depends on**: Task 1', '**Depends on**: Task 2'))).toEqual([
      '3:17 (warning) Circular dependency of Task 1 and Task 2'
    ])
  })

  test('what waits for it, or is of another plan, is none', () => {
    expect(told(...tasks('**Dependencies**: blocks Task 3'))).toEqual([])
    expect(told(...tasks('**Dependencies**: Task 9 of the engine plan'))).toEqual([])
    expect(told(...tasks('**Dependencies**: [Task 9](engine.md)'))).toEqual([])
  })
})

describe('a sentence', () => {
  test('that depends on what is not there', () => {
    expect(told(...tasks('It depends on Task 9.'))).toEqual(['7:15 (warning) Unknown task 9, which Task 2 depends on'])
    expect(told(...tasks('Start after Task 9, not before.'))).toHaveLength(1)
    expect(told(...tasks('The page waits for Task 9.'))).toEqual([])
    expect(told(...tasks('See Task 3, which tests it.'))).toEqual([])
  })
})

describe('numbers', () => {
  const nested = (on: string): string[] => [
    '## Task 1.1: Read',
    '',
    'Read it.',
    '',
    '## Task 2.1: Write',
    '',
    `**Depends on**: ${on}`
  ]

  test('of the whole stand for those in it, and one more level for what is in one', () => {
    expect(told(...nested('Task 1'))).toEqual([])
    expect(told(...nested('Task 1.1.3'))).toEqual([])
    expect(told(...nested('Task 1.2'))).toHaveLength(1)
    expect(told(...nested('Task 3'))).toHaveLength(1)
  })

  test('that stand twice, or a word that no title has, say nothing', () => {
    expect(told('## Task 1: A', '', '**Depends on**: Task 9', '', '## Task 1: B', '', 'Do it.')).toEqual([])
    expect(told(...tasks('**Depends on**: Ticket 9, PR 12, Node 22'))).toEqual([])
    expect(told(...tasks('**Depends on**: Task 1, 2 days of work'))).toEqual([])
  })
})
