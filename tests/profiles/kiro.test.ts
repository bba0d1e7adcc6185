/** The files of a Kiro spec: what is right stays silent, and each kind of fault is told once, where it is. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { lintText } from '../../src/index.ts'
import { isUsualPlace } from '../../src/detect/places.ts'
import { createSiblings } from '../../src/sets/siblings.ts'

const plans = path.join(import.meta.dirname, '../../fixtures/plans')
const read = (file: string, valid: string): string =>
  fs.readFileSync(path.join(plans, `kiro-${file}/${valid}.md`), 'utf8').replace(/^---\n[^]*?\n---\n/, '')
const lint = (file: string, text: string) =>
  lintText(text, { path: `.kiro/specs/night-letters/${file}.md`, now: Date.parse('2026-06-01') })
/** Rule and line of what is told. */
const told = (file: string, text: string): [string, string][] => {
  const lines = text.split('\n')
  return lint(file, text).findings.map(({ rule, place }) => [rule, lines[place.start.line - 1]!.trim()])
}

/** Which file, what is changed, into what; the rule that tells, and the beginning of the line that it tells of. */
type Mutant = readonly [file: string, valid: string, from: string | RegExp, to: string, rule: string, line: string]

const mutants: readonly Mutant[] = [
  // Requirements: their numbers, and what each has.
  ['requirements', 'valid-1', '### Requirement 3', '### Requirement 4', 'step-sequence', '### Requirement 4'],
  ['requirements', 'valid-1', '### Requirement 3', '### Requirement 2', 'step-sequence', '### Requirement 2'],
  ['requirements', 'valid-1', '### Requirement 1\n', '### Requirement 0\n', 'step-sequence', '### Requirement 0'],
  ['requirements', 'valid-2', '### 2. Search', '### 3. Search', 'step-sequence', '### 3. Search'],
  [
    'requirements',
    'valid-1',
    '**User Story:** As a clerk, I want a list of the night, so that I can read what was answered.\n',
    '',
    'section-content',
    '### Requirement 2'
  ],
  [
    'requirements',
    'valid-1',
    '**User Story:** As a clerk, I want a list of the night, so that I can read what was answered.',
    '**User Story:**',
    'section-content',
    '**User Story:**'
  ],
  [
    'requirements',
    'valid-1',
    /#### Acceptance Criteria\n\n1\. WHEN the morning[^#]*/,
    '',
    'section-content',
    '### Requirement 2'
  ],
  [
    'requirements',
    'valid-1',
    /(?<=Acceptance Criteria\n\n)1\. WHEN the morning[^#]*/,
    '',
    'section-content',
    '#### Acceptance Criteria'
  ],
  ['requirements', 'valid-1', /## Introduction\n\n.*\n\n/, '', 'required-sections', '# Requirements Document'],
  ['requirements', 'valid-1', /### Requirement 1[^]*$/, '', 'section-content', '# Requirements Document'],
  ['requirements', 'valid-1', 'Letters that ask one thing are answered at night, so', 'TBD', 'no-placeholder', 'TBD'],
  // Criteria: their places, and that they bind.
  ['requirements', 'valid-1', '4. WHILE', '5. WHILE', 'step-sequence', '5. WHILE'],
  ['requirements', 'valid-1', '2. IF a letter', '1. IF a letter', 'step-sequence', '1. IF a letter'],
  ['requirements', 'valid-1', '1. WHEN a letter', '2. WHEN a letter', 'step-sequence', '2. WHEN a letter'],
  [
    'requirements',
    'valid-1',
    /1\. WHEN the morning(.*)\n2\./,
    '2. WHEN the morning$1\n3.',
    'step-sequence',
    '2. WHEN the morning'
  ],
  ['requirements', 'valid-1', '3. THE Night_Run', '- THE Night_Run', 'step-sequence', '- THE Night_Run'],
  ['requirements', 'valid-2', '2.2 While', '2.3 While', 'step-sequence', '2.3 While'],
  ['requirements', 'valid-2', '2.1 When', '1.1 When', 'step-sequence', '1.1 When'],
  [
    'requirements',
    'valid-1',
    'THE Night_Run SHALL leave it',
    'THE Night_Run leaves it',
    'requirement-form',
    '2. IF a letter'
  ],
  ['requirements', 'valid-1', 'THE Night_Run SHALL wait', 'THE Night_Run should wait', 'requirement-form', '4. WHILE'],
  [
    'requirements',
    'valid-2',
    'the Catalogue shall say so',
    'the Catalogue says so',
    'requirement-form',
    '2. If a word'
  ],
  // Bugs.
  ['bugfix', 'valid-1', 'the system SHALL answer both', 'the system answers both', 'requirement-form', '2.1 WHEN'],
  ['bugfix', 'valid-1', '2.2 WHEN', '2.1 WHEN', 'step-sequence', '2.1 WHEN the list'],
  ['bugfix', 'valid-1', /### Expected[^]*?(?=###)/, '', 'required-sections', '### Current'],
  ['bugfix', 'valid-1', /- 3\.1.*\n/, '', 'section-content', '### Unchanged'],
  // Designs.
  ['design', 'valid-1', /## Error Handling\n\n.*\n\n/, '', 'required-sections', '## Correctness'],
  ['design', 'valid-1', '## Testing Strategy', '## Testing Stratgy', 'required-sections', '## Testing Stratgy'],
  ['design', 'valid-1', 'A letter has an address, a text and an hour.\n', '', 'section-content', '## Data Models'],
  [
    'design',
    'valid-1',
    'One program does all of it, and is started by the clock.\n',
    '',
    'diagram-explained',
    '```mermaid'
  ],
  // Tasks that are lost.
  ['tasks', 'valid-1', '- [ ] 4. Print', '- [ ] Print', 'task-format', '- [ ] Print'],
  ['tasks', 'valid-1', '- [x] 2.1 Find', '- [x] Find', 'task-format', '- [x] Find'],
  ['tasks', 'valid-1', '- [ ] 4. Print', '## 4. Print', 'task-format', '## 4. Print'],
  [
    'tasks',
    'valid-1',
    '- [ ] 6. Stop by the switch, and on holidays\n',
    '### 6. Stop\n\n',
    'task-format',
    '### 6. Stop'
  ],
  ['tasks', 'valid-1', '- [ ] 4. Print', '### Task 4: Print', 'task-format', '### Task 4'],
  ['tasks', 'valid-1', '- [ ] 4. Print', '- [ ] **4.** Print', 'task-format', '- [ ] **4.**'],
  ['tasks', 'valid-1', '- [ ] 4. Print', '- [ ] 🖨️ 4. Print', 'task-format', '- [ ] 🖨️'],
  ['tasks', 'valid-1', '- [ ] 4. Print', '* [ ] 4. Print', 'task-format', '* [ ] 4.'],
  ['tasks', 'valid-1', '  - [ ] 6.2 Read', '  -[ ] 6.2 Read', 'task-format', '-[ ] 6.2'],
  ['tasks', 'valid-1', '- [ ] 4. Print', '- [] 4. Print', 'task-format', '- [] 4.'],
  ['tasks', 'valid-1', /- \[[^]*$/, 'Nothing yet.\n', 'task-format', '# Implementation Plan'],
  // Numbers.
  ['tasks', 'valid-1', '1.2 Read letters', '1.1 Read letters', 'step-sequence', '- [x] 1.1 Read'],
  ['tasks', 'valid-1', '- [ ] 4. Print', '- [ ] 3. Print', 'step-sequence', '- [ ] 3. Print'],
  ['tasks', 'valid-1', '6.2 Read', '5.2 Read', 'step-sequence', '- [ ] 5.2 Read'],
  ['tasks', 'valid-2', '- [ ] 2.1 (P)', '- [ ] 1.9 (P)', 'step-sequence', '- [ ] 1.9 (P)'],
  ['tasks', 'valid-2', '- [x] 1.2 Keep', '- [x] 1.1 Keep', 'step-sequence', '- [x] 1.1 Keep'],
  // Boxes.
  ['tasks', 'valid-1', '- [-] 2. Answer', '- [x] 2. Answer', 'status-consistency', '- [x] 2. Answer'],
  ['tasks', 'valid-1', '- [x] 1. Set', '- [ ] 1. Set', 'status-consistency', '- [ ] 1. Set'],
  ['tasks', 'valid-2', '- [x] 1. Words', '- [ ] 1. Words', 'status-consistency', '- [ ] 1. Words'],
  ['tasks', 'valid-1', '- [x] 1.2 Read', '- [ ] 1.2 Read', 'status-consistency', '- [x] 1. Set'],
  ['tasks', 'valid-1', '- [ ] 4. Print the list of the night', '- [ ] 4. TODO', 'no-placeholder', '- [ ] 4.'],
  ['tasks', 'valid-1', '_Requirements: 3.2_', '_Requirements:_', 'section-content', '- _Requirements:_']
]

describe('each file alone', () => {
  const files = ['requirements', 'bugfix', 'design', 'tasks'].flatMap(file =>
    fs.readdirSync(path.join(plans, `kiro-${file}`)).map(name => [file, name.slice(0, -3)] as const)
  )

  it.each(files)('%s.md (%s) is recognised for certain, and has no fault', (file, valid) => {
    for (const text of [read(file, valid), read(file, valid).replaceAll('\n', '\r\n')])
      expect(lint(file, text)).toMatchObject({ profile: `kiro-${file}`, recognised: 'certain', findings: [] })
  })

  it.each(mutants)('%s.md (%s): %s → %j', (file, valid, from, to, rule, line) => {
    const text = read(file, valid).replace(from, to)
    expect(text).not.toBe(read(file, valid))
    const [first, ...others] = told(file, text)
    expect(others).toEqual([])
    expect(first?.[0]).toBe(rule)
    expect(first![1].startsWith(line), first![1]).toBe(true)
  })
})

describe('what is right in them', () => {
  it.each([
    ['requirements', 'valid-1', 'no story heading', '**User Story:**', 'User Story:'],
    ['requirements', 'valid-1', 'MUST', 'SHALL', 'MUST'],
    ['requirements', 'valid-1', 'titles', '### Requirement 2', '### Requirement 2: The list'],
    ['requirements', 'valid-1', 'no heading above the requirements', '## Requirements\n', ''],
    ['requirements', 'valid-1', 'parentheses', '1. WHEN', '1) WHEN'],
    [
      'tasks',
      'valid-1',
      'numbers of other things',
      'Read the list of holidays',
      'Read the list (requires 3.9, depends on 8 others)'
    ],
    ['tasks', 'valid-1', 'a hole between tasks', '- [ ] 4. Print', '- [ ] 5. Print'],
    ['tasks', 'valid-1', 'an optional task by its word', '- [ ]* 1.3 Write', '- [ ] 1.3* Write'],
    ['tasks', 'valid-1', 'no requirements', '    - _Requirements: 1.1, 1.2_\n', ''],
    ['tasks', 'valid-1', 'sub-tasks beside their tasks', '\n  - [', '\n- ['],
    ['tasks', 'valid-2', 'another title', '# Implementation Plan: drawings by words', '# Tasks']
  ])('%s.md (%s): %s', (file, valid, _, from, to) => {
    const text = read(file, valid).replaceAll(from, to)
    expect(text).not.toBe(read(file, valid))
    expect(told(file, text)).toEqual([])
  })

  test('requirements in Japanese and Chinese are not judged by English words', () => {
    const japanese =
      '# 要件定義書\n\n## はじめに\n\n夜に手紙へ答える。\n\n## 要件\n\n### 要件1: 答え\n\n**目的:** 利用者として、朝までに答えが欲しい。\n\n#### 受入基準\n\n1. 手紙が一つのことを尋ねるとき、システムは答えを置く\n2. 盆が満ちている間、システムは待つ\n\n### 要件2: 一覧\n\n**目的:** 係として、一覧が欲しい。\n\n#### 受入基準\n\n1. 朝になったとき、システムは一覧を出す\n'
    const chinese =
      '# 需求文档\n\n## 简介\n\n夜间回复信件。\n\n### 需求 1：回复\n\n**用户故事：** 作为客户，我希望早上收到回复。\n\n#### 验收标准\n\n1. 当信件只问一件事时，系统应放置回复\n2. 系统应等待\n'
    for (const text of [japanese, chinese]) expect(told('requirements', text)).toEqual([])
    expect(told('requirements', japanese.replace('要件2:', '要件3:'))).toEqual([['step-sequence', '### 要件3: 一覧']])
    expect(told('requirements', chinese.replace('2. 系统', '3. 系统'))).toEqual([['step-sequence', '3. 系统应等待']])
  })

  test('task lists in Japanese', () => {
    const tasks =
      '# 実装計画\n\n- [x] 1. 基盤\n- [x] 1.1 読み取り\n  - _要件: 1.1_\n- [ ] 2. 一覧\n  - _要件: 2.1_\n- [ ] 3. 確認\n'
    expect(told('tasks', tasks)).toEqual([])
    expect(lintText(tasks, { path: 'notes.md' })).toMatchObject({ profile: 'kiro-tasks', recognised: 'certain' })
    expect(told('tasks', tasks.replace('2. 一覧', '1. 一覧'))).toEqual([['step-sequence', '- [ ] 1. 一覧']])
  })

  test('of numbers that follow a wrong one, only the first is told of', () => {
    const list = (...numbers: number[]): string =>
      read('requirements', 'valid-1').replace(
        /(?<=Acceptance Criteria\n\n)1\. WHEN the morning[^#]*/,
        `${numbers.map((number, i) => `${number}. THE Night_Run SHALL do it in the ${i}th way\n`).join('')}\n`
      )
    expect(told('requirements', list(1, 2, 3, 4, 5))).toEqual([])
    for (const numbers of [
      [1, 1, 1, 1, 1],
      [1, 2, 4, 5, 6],
      [1, 2, 2, 3, 4],
      [3, 4, 5, 6, 7],
      [1, 2, 4, 3, 5],
      [1, 2, 1, 2, 3]
    ])
      expect([numbers, told('requirements', list(...numbers)).length]).toEqual([numbers, 1])
  })
})

test('a list under another heading, and details below a task, are no tasks', () => {
  const text = read('tasks', 'valid-1')
  expect(text).toContain('- [ ] The owner has seen the list')
  expect(lint('tasks', text)).toMatchObject({ examined: { steps: 6 } })
})

/** The set of a feature, or of a bug, with one of its files changed: who is told what. */
const home = '.kiro/specs/night-letters'
const bugTasks =
  '# Implementation Plan\n\n- [ ] 1. Show the bug\n  - _Requirements: 1.1, 1.2_\n- [ ] 2. Mend it\n  - _Requirements: 2.1-2.2, 3.1_\n'
const sets: Record<string, Record<string, string>> = {
  'valid-1': {
    'requirements.md': read('requirements', 'valid-1'),
    'design.md': read('design', 'valid-1'),
    'tasks.md': read('tasks', 'valid-1')
  },
  'valid-2': { 'requirements.md': read('requirements', 'valid-2'), 'tasks.md': read('tasks', 'valid-2') },
  bug: { 'bugfix.md': read('bugfix', 'valid-1'), 'tasks.md': bugTasks }
}

/** Rule, file and line of what is told of all files of a set. */
function toldOf(files: Record<string, string>): string[] {
  const texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${home}/${name}`, text]))
  return Object.entries(files).flatMap(([name, text]) =>
    lintText(text, { path: `${home}/${name}`, siblings: createSiblings(texts), now: 0 }).findings.map(
      ({ rule, place, message }) => `${rule} ${name} ${text.split('\n')[place.start.line - 1]!.trim()} | ${message}`
    )
  )
}

describe('the files of a spec together', () => {
  it.each(Object.keys(sets))('%s: no fault', name => {
    expect(toldOf(sets[name]!)).toEqual([])
  })

  it.each([
    [
      'valid-1',
      'tasks.md',
      '_Requirements: 3.2_',
      '_Requirements: 3.2, 6.6_',
      'tasks.md - _Requirements: 3.2, 6.6_',
      '6.6'
    ],
    [
      'valid-1',
      'tasks.md',
      '_Requirements: 3.2_',
      '_Requirements: 3.2, 2.1-2.3_',
      'tasks.md - _Requirements: 3.2, 2.1-2.3_',
      '2.3'
    ],
    ['valid-1', 'tasks.md', '_Requirements: 3.2_', '_Requirements: 3.2, 9_', 'tasks.md - _Requirements: 3.2, 9_', '9'],
    [
      'valid-1',
      'tasks.md',
      'Validates: Requirements 1.3',
      'Validates: Requirements 1.9',
      'tasks.md - **Validates: Requirements 1.9**',
      '1.9'
    ],
    [
      'valid-1',
      'design.md',
      'Requirements 1.4, 3.1',
      'Requirements 1.4, 3.7',
      'design.md **Validates: Requirements 1.4, 3.7**',
      '3.7'
    ],
    [
      'valid-1',
      'tasks.md',
      '    - _Requirements: 3.2_\n',
      '',
      'requirements.md 2. THE Night_Run SHALL NOT start',
      '3.2'
    ],
    [
      'valid-1',
      'tasks.md',
      '  - _Requirements: 2.1, 2.2_\n',
      '',
      'requirements.md 1. WHEN the morning begins',
      '2.1, 2.2'
    ],
    [
      'valid-2',
      'tasks.md',
      '_Requirements: 1.3_',
      '_Requirements: 1.2_',
      'requirements.md 3. The Catalogue shall keep',
      '1.3'
    ],
    ['bug', 'tasks.md', '3.1_', '3.1, 3.2_', 'tasks.md - _Requirements: 2.1-2.2, 3.1, 3.2_', '3.2']
  ])('%s, %s: %j → %j', (set, file, from, to, line, id) => {
    const text = sets[set]![file]!.replace(from, to)
    expect(text).not.toBe(sets[set]![file])
    const [first, ...others] = toldOf({ ...sets[set], [file]: text })
    expect(others).toEqual([])
    expect(first).toContain(`traceability ${line}`)
    expect(first).toContain(id)
  })

  it.each([
    ['whole requirements', '_Requirements: 3.1_', '_Requirements: 3_'],
    ['all of them', '  - _Requirements: 2.1, 2.2_', '  - _Requirements: All_'],
    ['words', '  - _Requirements: 2.1, 2.2_', '  - _Requirements: 2.1, 2.2, everyday work of the clerks_']
  ])('%s may be referred to', (_, from, to) => {
    const files = sets['valid-1']!
    expect(files['tasks.md']).toContain(from)
    expect(toldOf({ ...files, 'tasks.md': files['tasks.md']!.replace(from, to) })).toEqual([])
  })

  test('where no task refers to anything, nothing is uncovered', () => {
    const files = sets['valid-1']!
    const bare = files['tasks.md']!.replace(/.*(?:_Requirements|Validates).*\n/g, '')
    expect(toldOf({ ...files, 'tasks.md': bare })).toEqual([])
  })
})

test('specs of Kiro are looked for where it keeps them', () => {
  for (const file of ['requirements', 'bugfix', 'design', 'tasks'])
    expect([file, isUsualPlace(`.kiro/specs/night-letters/${file}.md`)]).toEqual([file, true])
  for (const other of ['.kiro/steering/product.md', '.kiro/specs/a/notes.md', 'docs/design.md', 'tasks.md'])
    expect([other, isUsualPlace(other)]).toEqual([other, false])
})

describe('a list of tasks of which nothing of the format is left', () => {
  const told = (text: string): string[] =>
    lintText(text, { path: '.kiro/specs/lamp/tasks.md' }).findings.map(
      ({ severity, message }) => `${severity}: ${message}`
    )
  it('is an error, told once', () => {
    expect(told('# Implementation Plan\n\n- [ ] Look at the lamp\n- [ ] Ask the porter\n')).toEqual([
      'error: Missing identifier on task "Look at the lamp"'
    ])
  })
  it('is a warning where a task says which criteria it meets, and nothing where one has a number', () => {
    expect(told('# Implementation Plan\n\n- [ ] Look at the lamp\n  - _Requirements: 1.1_\n')).toEqual([
      'warning: Missing identifier on task "Look at the lamp"'
    ])
    expect(told('# Implementation Plan\n\n- [ ] 1. Look at the lamp\n')).toEqual([])
  })
})
