/** A task is written so that tools find it: number, box, bullet, level, label, name, tags. */
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { brief, findingsOf } from './by-profile.ts'
import { demandSection, demandsHead } from './demand-section.ts'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const head = ['# A plan', '', '## Tasks', '']

describe('numbers of headings', () => {
  const plain: Small = {
    sections: [{ id: 'tasks', title: 'Tasks', units: { role: 'task', words: ['Task'], number: 'plain' } }]
  }
  const told = (...titles: string[]): string[] =>
    say('task-format', plain, ...head, ...titles.flatMap(title => [`### ${title}`, '', 'Wind the clock up.', '']))

  test('plain ones will do', () => {
    expect(told('Task 1: Wind', 'Task 2: Ring')).toEqual([])
  })

  test.each(['Task 1a: Wind', 'Task 1.1: Wind', 'Task A: Wind'])('%s: expected a plain one', title => {
    const [, found] = /^Task (.*):/.exec(title)!
    expect(told(title)).toEqual([
      `5:1 (warning) Expected a plain number on task "${title}", found ${found}: tools that go by number lose it`
    ])
  })

  test('three are told of once, with the others beside', () => {
    const lines = ['Task 1a', 'Task 1b', 'Task 1c'].flatMap(title => [`### ${title}: Wind`, '', 'Up.', ''])
    expect(toldInFull('task-format', plain, ...head, ...lines)).toEqual([
      {
        at: '5:1-5:18',
        message: '(warning) Expected a plain number on task "Task 1a: Wind", found 1a: tools that go by number lose it',
        help: 'Number it "Task N", through all of them',
        related: ['9: Here too', '13: Here too']
      }
    ])
  })
})

describe('boxes', () => {
  const boxed: Small = {
    sections: [
      {
        id: 'tasks',
        title: 'Tasks',
        units: {
          role: 'task',
          form: ['box'],
          min: 1,
          number: 'plain',
          id: { shape: ['#', '#.#'], required: 'once-used' },
          units: { role: 'part', form: ['box'], number: 'plain', id: { shape: '#.#' } }
        }
      }
    ]
  }
  const told = (...lines: string[]): string[] => say('task-format', boxed, ...head, ...lines)

  test.each([
    [['- [ ] 1. Wind the clock', '- [x] 2. Ring the bell']],
    [['- [ ] 1. Wind the clock', '  - [ ] 1.1 Find the key', '  - [ ] 1.2 Turn it']],
    [['- [ ] 1. Wind the clock', '- [ ] 1.1 Find the key', '- [ ] 1.2 Turn it']],
    [['- [ ] 1 Wind the clock', '  A line about it.']]
  ])('%j are found', lines => {
    expect(told(...lines)).toEqual([])
  })

  test.each([
    ['no box at all', ['- 1. Wind the clock', '- 2. Ring the bell'], 'Missing boxes: no line is a task to tools'],
    ['no number', ['- [ ] 1. Wind', '- [ ] Ring the bell'], 'Missing identifier on task "Ring the bell"'],
    ['another bullet', ['* [ ] 1. Wind'], 'Expected "-" before the box of task "1. Wind", found "*"'],
    ['markup before the number', ['- [ ] **1. Wind**'], 'Expected the number of task "1. Wind" right behind its box'],
    ['nothing behind it', ['- [ ] 1. Wind', '- [ ]'], 'Empty task: a box with nothing behind it'],
    ['an odd box', ['- [ ] 1. Wind', '- [] 2. Ring the bell'], 'Unknown box "[]" on "2. Ring the bell"'],
    [
      'a heading',
      ['### 1. Wind', '', '- [ ] 1.1 Find the key', '- [ ] 1.2 Turn it'],
      'Expected a box for task "1. Wind", found a heading: tools that go by boxes lose it'
    ],
    [
      'a part at the level of the task',
      ['- [ ] 1. Wind', '- [ ] 1.1 Find the key', '- [ ] 2. Ring', '  - [ ] 2.1 Pull', '  - [ ] 2.2 Listen'],
      'Expected part "1.1 Find the key" below 1, found it beside'
    ]
  ])('%s', (_, lines, message) => {
    const found = told(...lines)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(message)
  })

  test('the help for an odd box is a fix', () => {
    expect(toldInFull('task-format', boxed, ...head, '- [ ] 1. Wind', '- [X ] 2. Ring')).toMatchObject([
      { help: 'Write "- [x] …"', fixes: [expect.stringContaining('Write "[x]"')] }
    ])
  })
})

describe('labels that say to which story a task belongs', () => {
  const stories: Small = {
    units: {
      role: 'phase',
      words: ['Phase'],
      number: false,
      units: {
        role: 'task',
        form: ['box'],
        id: { shape: 'T###' },
        markers: { story: { shape: '[US#]', in: ['User Story #', '!Setup'] } }
      }
    },
    sections: []
  }
  const told = (...lines: string[]): string[] =>
    say('task-format', stories, '# A plan', '', '## Phase 1: Setup', '', ...lines.slice(0, 1), '', ...story(lines))
  const story = (lines: string[]): string[] => ['## Phase 2: User Story 1 - Ring', '', ...lines.slice(1)]

  test('go with the title around', () => {
    expect(told('- [ ] T001 Oil it', '- [ ] T002 [US1] Wind', '- [ ] T003 Ring for US1')).toEqual([])
  })

  test('a missing one, one of another story, one where none is', () => {
    expect(told('- [ ] T001 [US1] Oil it', '- [ ] T002 Wind', '- [ ] T003 [US2] Ring')).toEqual([
      '5:7 (warning) Conflicting [US1] on task "T001 [US1] Oil it": it stands below "Phase 1: Setup"',
      '9:7 (warning) Missing [US1] on task "T002 Wind"',
      '10:7 (warning) Conflicting [US2] on task "T003 [US2] Ring": it stands below "Phase 2: User Story 1 - Ring"'
    ])
  })
})

describe('names', () => {
  const named: Small = { sections: [demandSection(), { id: 'notes', title: 'Notes', required: false }] }
  const told = (...lines: string[]): string[] => say('task-format', named, ...demandsHead, ...lines)

  test('at their level and place they are found', () => {
    expect(told('### Demand: The bell rings', 'At noon.', '', '## Notes', '', 'Demand: none.')).toEqual([])
  })

  test.each([
    ['another level', ['#### Demand: The bell rings'], '5:1 Expected "### Demand: The bell rings", found'],
    ['no colon', ['### Demand The bell rings'], '5:1 Expected "### Demand: The bell rings", found'],
    [
      'another section',
      ['### Demand: A', '', '## Notes', '', '### Demand: B'],
      '9:1 Expected demand "B" below "Demands"'
    ]
  ])('%s: tools pass over it', (_, lines, message) => {
    const found = told(...lines)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(message)
  })
})

describe('tags', () => {
  const rule = rules.find(({ id }) => id === 'task-format')!
  const told = (...lines: string[]): string[] => brief(findingsOf(rule, 'gsd-plan', `${lines.join('\n')}\n`))

  test('in pairs are found, and those in code are none', () => {
    expect(told('<objective>', 'Ring.', '</objective>', '', 'Write `<task>` for each.')).toEqual([])
  })

  test.each([
    ['one that nothing closes', ['<objective>', 'Ring.'], '1 Unclosed <objective>: tools that go by tags lose it'],
    ['one that nothing opens', ['Ring.', '', '</objective>'], '3 Unexpected </objective>: nothing opens it']
  ])('%s', (_, lines, message) => {
    expect(told(...lines)).toEqual([message])
  })
})
