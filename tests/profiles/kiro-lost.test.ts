/** Task lists of Kiro with a line that its tools lose: that line is told of, once, and what stands around it is read as it was meant. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import { createSiblings } from '../../src/sets/siblings.ts'
import { spent } from '../spent.ts'

const folder = '.kiro/specs/tides'
const criteria = (count: number, requirement: string): string =>
  `#### Acceptance Criteria\n\n${Array.from({ length: count }, (_, i) => `${i + 1}. WHEN it is ${i}, THE ${requirement} SHALL act.`).join('\n')}\n`
const requirement = (number: number, count: number): string =>
  `### Requirement ${number}: Part ${number}\n\n**User Story:** As a sailor, I want it, so that I sail.\n\n${criteria(count, 'Table')}`
const requirements = `# Requirements\n\n## Introduction\n\nTides.\n\n${[2, 2, 1].map((count, i) => requirement(i + 1, count)).join('\n')}`
const tasks = `# Implementation Plan

- [ ] 1. Read the table
  - [x] 1.1 Parse a line
    - Time and height
    - _Requirements: 1.1_
  - [ ] 1.2 Parse a file
    - _Requirements: 1.2_
- [ ] 2. Show it
  - [x] 2.1 A page
    - _Requirements: 2.1_
  - [ ] 2.2 A print
    - _Requirements: 2.2_
- [ ] 3. Warn
  - _Requirements: 3.1_
`

const judge = (name: string, text: string, others: Readonly<Record<string, string>>): string[] => {
  const siblings = createSiblings(
    Object.fromEntries(Object.entries(others).map(([file, each]) => [`${folder}/${file}`, each]))
  )
  const { findings } = lintText(text, { path: `${folder}/${name}`, siblings })
  return findings.map(
    ({ rule, message, place }) => `${text.split('\n')[place.start.line - 1]!.trim()} | ${rule}: ${message}`
  )
}
/** Of both files, since what a task list lacks may be told at the requirement. */
const both = (from: string, to: string): string[] => {
  expect(tasks).toContain(from)
  const text = tasks.replace(from, to)
  return [
    ...judge('tasks.md', text, { 'requirements.md': requirements }),
    ...judge('requirements.md', requirements, { 'tasks.md': text })
  ]
}

describe('a box that Markdown takes for text', () => {
  it.each([
    ['- [ ] 1. Read', '-[ ] 1. Read', '1. Read the table'],
    ['- [ ] 2. Show', '-[ ] 2. Show', '2. Show it'],
    ['- [ ] 3. Warn', '-[ ] 3. Warn', '3. Warn'],
    ['  - [ ] 1.2 Parse', '  -[ ] 1.2 Parse', '1.2 Parse a file'],
    ['  - [x] 2.1 A', '  -[x] 2.1 A', '2.1 A page'],
    ['  - [ ] 2.2 A', '  -[ ] 2.2 A', '2.2 A print']
  ])('%s', (from, to, title) => {
    const found = both(from, to)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(
      new RegExp(`^${to.trim().replaceAll('[', '\\[').slice(0, 4)}.* \\| task-format: Unknown box`)
    )
    expect(found[0]).toContain(title)
  })

  it('is told of each where there are two, and twice the same number still is', () => {
    expect(both('- [ ] 2. Show', '-[ ] 2. Show').concat(both('- [ ] 3. Warn', '-[ ] 2. Warn'))).toEqual([
      '-[ ] 2. Show it | task-format: Unknown box "-[ ]" on "2. Show it"',
      '-[ ] 2. Warn | task-format: Unknown box "-[ ]" on "2. Warn"',
      '-[ ] 2. Warn | step-sequence: Duplicate task 2'
    ])
  })

  it('ends where the next heading stands', () => {
    const text = tasks
      .replace('- [ ] 3. Warn', '-[ ] 3. Warn')
      .concat('\n## Notes\n\n- _Requirements: 9.9_ is no such\n')
    expect(judge('tasks.md', text, { 'requirements.md': requirements })).toHaveLength(1)
  })

  it('costs no more than others, however many there are', () => {
    const many = Array.from({ length: 4000 }, (_, i) => `${' '.repeat(i % 7)}-[ ] ${i + 1}. Row`).join('\n')
    const start = spent()
    judge('tasks.md', `# Implementation Plan\n\n- [ ] 0. Row\n${many}\n`, {})
    expect(spent() - start).toBeLessThan(10_000)
  })
})

describe('a sub-task that stands beside its task', () => {
  const level = (id: string, title: string, outer: string) =>
    `- [ ] ${id} ${title} | task-format: Expected sub-task "${id} ${title}" below ${outer}, found it beside: tools take it for a task of its own`

  it('is told of', () =>
    expect(both('  - [ ] 2.2 A print\n    - _', '- [ ] 2.2 A print\n  - _')).toEqual([level('2.2', 'A print', '2')]))

  it('is told of once for each task', () => {
    const more = tasks.replace('- [ ] 2. Show', '  - [ ] 1.3 Sort\n  - [ ] 1.4 Store\n- [ ] 2. Show')
    const text = more.replace(
      '  - [x] 2.1 A page\n    - _Requirements: 2.1_\n  - [ ] 2.2 A print\n    - _',
      '- [ ] 2.1 A page\n  - _Requirements: 2.1_\n- [ ] 2.2 A print\n  - _'
    )
    expect(judge('tasks.md', text, { 'requirements.md': requirements })).toEqual([level('2.1', 'A page', '2')])
  })

  it('is told of though most stand so', () => {
    const list = '- [ ] 1. Read\n  - [ ] 1.1 Parse\n- [ ] 1.2 Sort\n- [ ] 2. Show\n- [ ] 2.1 A page'
    expect(judge('tasks.md', `# Implementation Plan\n\n${list}\n`, {})).toEqual([
      level('1.2', 'Sort', '1'),
      level('2.1', 'A page', '2')
    ])
  })

  it('is a way to write where all do', () =>
    expect(judge('tasks.md', tasks.replace(/^ {2}/gm, ''), { 'requirements.md': requirements })).toEqual([]))
})

describe('a flat list', () => {
  const list = (...titles: string[]): string[] =>
    judge(
      'tasks.md',
      `# Implementation Plan\n\n${titles.map(title => `- [ ] ${title}\n  - _Requirements: 1.1_`).join('\n')}\n`,
      {}
    )

  it('of sub-tasks alone lacks their tasks, once for each', () =>
    expect(list('1.1 Parse', '1.2 Sort', '2.1 Print')).toEqual(
      [
        ['1.1 Parse', '1'],
        ['2.1 Print', '2']
      ].map(
        ([title, outer]) =>
          `- [ ] ${title} | task-format: Missing task ${outer} above "${title}": tools take it for a task of its own`
      )
    ))

  it('without a number is told of once', () =>
    expect(list('Parse', 'Sort', 'Print')).toEqual(['- [ ] Parse | task-format: Missing identifier on task "Parse"']))

  it('with a number on each is right', () => expect(list('1. Parse', '2. Sort', '3. Print')).toEqual([]))
})

describe('headings that count tasks', () => {
  const lost = (title: string) =>
    `## ${title} | task-format: Expected a box for task "${title}", found a heading: tools that go by boxes lose it`
  const alone = (text: string): string[] => judge('tasks.md', `# Implementation Plan\n\n${text}\n`, {})

  it('are told of where the boxes below have no number', () =>
    expect(alone('## 1. Read\n\n- [ ] Parse a line\n- [ ] Parse a file\n\n## 2. Show\n\n- [ ] A page')).toEqual([
      lost('1. Read'),
      lost('2. Show')
    ]))

  it('are told of where they go on with the numbers of boxes', () =>
    expect(alone('- [ ] 1. Read\n  - [ ] 1.1 Parse a line\n\n## 2. Show\n\nOn a page.')).toEqual([lost('2. Show')]))

  it('are chapters where their numbers count other things too: then the boxes lack theirs', () =>
    expect(alone('## 1. Overview\n\nTides.\n\n## 2. Tasks\n\n- [ ] Parse a line\n- [ ] A page')).toEqual([
      '- [ ] Parse a line | task-format: Missing identifier on task "Parse a line"'
    ]))

  it('name what stands below them', () => {
    const heading =
      '## 3. Warn | task-format: Expected a box for task "3. Warn", found a heading: tools that go by boxes lose it'
    const [, all] = /- \[ \] 3\. Warn\n( {2}- _Requirements: 3\.1_\n)/.exec(tasks)!
    const below = `- [ ] 3. Warn\n${all}`
    expect(both(below, '\n## 3. Warn\n\n- _Requirements: 3.1_\n')).toEqual([heading])
    expect(both(below, '\n## 3. Warn\n\n- Ring the bell\n').map(each => each.split(' | ')[1]!.split(':')[0])).toEqual([
      'task-format',
      'traceability'
    ])
  })

  it.each([
    ['number chapters with tasks', '## 1. Tasks\n\n- [ ] 1. Read\n- [ ] 2. Show\n\n## 2. Notes\n\nNone.'],
    ['number a chapter behind', '## 2. Tasks\n\n- [ ] 1. Read\n- [ ] 2. Show\n\n## 3. Notes\n\nWell.'],
    ['have no number', '## Read\n\n- [ ] 1. Parse a line\n\n## Show\n\n- [ ] 2. A page']
  ])('are none where they %s', (_, text) => expect(alone(text)).toEqual([]))
})

describe('a requirement without its criteria', () => {
  it.each([
    ['the heading', criteria(2, 'Table').split('\n')[0]!],
    ['all', criteria(2, 'Table')]
  ])('%s: is told of there, and not where tasks refer to it', (_, gone) => {
    const text = requirements.replace(gone, '')
    expect([
      ...judge('requirements.md', text, { 'tasks.md': tasks }),
      ...judge('tasks.md', tasks, { 'requirements.md': text })
    ]).toEqual(['### Requirement 1: Part 1 | section-content: Missing "Acceptance Criteria" in "Part 1"'])
  })

  it('leaves other references to lead nowhere', () =>
    expect(
      judge('tasks.md', tasks.replace('_Requirements: 2.2_', '_Requirements: 2.7_'), {
        'requirements.md': requirements.replace(criteria(2, 'Table'), '')
      })
    ).toEqual(['- _Requirements: 2.7_ | traceability: Unknown criterion 2.7: requirements.md has none such']))
})
