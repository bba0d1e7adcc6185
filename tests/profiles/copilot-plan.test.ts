/** Plans of awesome-copilot's prompts: what is right stays silent, and each kind of fault is told once, where it is. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import type { Fault, Right } from './inject.ts'
import { injectFaults, validPlan } from './inject.ts'

const section = (number: number): RegExp => new RegExp(`## ${number}\\.[^]*?(?=\n## |$)`)
const body = (number: number): RegExp => new RegExp(`(?<=## ${number}\\. .*\n)[^]*?(?=\n## |$)`)
const first = '| Write the table `holds` in `rooms/schema.sql` | ✅ | 2026-03-05 |'

const faults: readonly Fault[] = [
  // Front matter.
  ['valid-1', 'goal: Reserve a seat in the reading room for an hour\n', '', 'metadata', '---'],
  ['valid-1', 'date_created: 2026-03-02', 'date_created:', 'metadata', 'date_created'],
  ['valid-1', 'date_created: 2026-03-02', 'date_created: 2026-13-02', 'metadata', 'date_created'],
  ['valid-1', 'last_updated: 2026-03-09', 'last_updated: last week', 'metadata', 'last_updated'],
  ['valid-1', "status: 'In progress'\n", '', 'metadata', '---'],
  ['valid-1', "status: 'In progress'", 'status: Started', 'metadata', 'status'],
  ['valid-1', 'owner: Reading room', 'owner: TBD', 'no-placeholder', 'owner'],
  ['valid-1', 'owner: Reading room', 'owner: "[owner name]"', 'no-placeholder', 'owner'],
  // References.
  ['valid-1', 'second seat (REQ-001)', 'second seat (REQ-009)', 'traceability', '| TASK-002'],
  ['valid-1', 'Ask `GET /seats`', 'After TASK-012 ask `GET /seats`', 'traceability', '| TASK-005'],
  ['valid-1', 'TEST-002**: A hold', 'TEST-002**: By SEC-004 a hold', 'traceability', '- **TEST-002**'],
  ['valid-1', '# Introduction\n', '# Introduction\n\n[A short introduction to it.]\n', 'no-placeholder', '[A short'],
  // Sections.
  ['valid-1', section(1), '', 'required-sections', '# Introduction'],
  ['valid-1', section(2), '', 'required-sections', '## 1.'],
  ['valid-1', section(3), '', 'required-sections', '## 2.'],
  ['valid-1', section(4), '', 'required-sections', '## 3.'],
  ['valid-1', section(5), '', 'required-sections', '## 4.'],
  ['valid-1', section(6), '', 'required-sections', '## 5.'],
  ['valid-1', section(7), '', 'required-sections', '## 6.'],
  ['valid-1', section(8), '', 'required-sections', '## 7.'],
  ['valid-1', '## 3. Alternatives', '## 3. Alternatvies', 'required-sections', '## 3. Alternatvies'],
  ['valid-1', body(3), '', 'section-content', '## 3.'],
  ['valid-1', body(6), '\nTBD\n', 'no-placeholder', 'TBD'],
  // Phases and their tables.
  ['valid-1', '| TASK-002 |', '|  |', 'task-format', '|  | Write'],
  ['valid-1', '| TASK-002 |', '| Two |', 'task-format', '| Two |'],
  ['valid-1', /### Implementation Phase 1[^]*?(?=## 3\.)/, 'It is done.\n\n', 'section-content', '## 2.'],
  [
    'valid-1',
    '### Implementation Phase 2',
    '### Implementation Phase 3',
    'step-sequence',
    '### Implementation Phase 3'
  ],
  [
    'valid-1',
    '### Implementation Phase 2',
    '### Implementation Phase 1',
    'step-sequence',
    '### Implementation Phase 1'
  ],
  [
    'valid-1',
    '| Task | Description | Completed | Date |',
    '| Task | Description | Completed | Who |',
    'step-fields',
    '### Implementation Phase 1'
  ],
  // Tasks.
  ['valid-1', first, '| | ✅ | 2026-03-05 |', 'section-content', '| TASK-001'],
  ['valid-1', first, '| Write the table `holds` in `rooms/schema.sql` | ✅ | |', 'status-consistency', '| TASK-001'],
  [
    'valid-1',
    first,
    '| Write the table `holds` in `rooms/schema.sql` | done | soon |',
    'status-consistency',
    '| TASK-001'
  ],
  ['valid-1', first, '| TBD | ✅ | 2026-03-05 |', 'no-placeholder', '| TASK-001'],
  ['valid-2', '| Yes | 2025-11-11 |', '| | |', 'status-consistency', '| **TASK-002**'],
  ['valid-2', '| Yes | 2025-11-11 |', '| [ ] | – |', 'status-consistency', '| **TASK-002**'],
  ['valid-2', '| Yes | 2025-11-11 |', '| Yes | |', 'status-consistency', '| **TASK-002**'],
  ['valid-1', first, '| Description of task 1 | | |', 'no-placeholder', '| TASK-001'],
  ['valid-1', /\| Task[^]*?(?=\n### )/, '', 'step-fields', '### Implementation Phase 1'],
  ['valid-1', /(?<=\*\*REQ-001\*\*: ).*/, 'Requirement 1', 'no-placeholder', '- **REQ-001**'],
  ['valid-1', first, '| Write [...] into `rooms/schema.sql` | ✅ | 2026-03-05 |', 'no-placeholder', '| TASK-001'],
  ['valid-1', first, '| Write the table into `rooms/schema.sql` | ✅ | TBD |', 'no-placeholder', '| TASK-001'],
  ['valid-1', first, '| Write the table into `rooms/schema.sql` | ✅ | N/A |', 'status-consistency', '| TASK-001'],
  // Identifiers that are declared twice.
  [
    'valid-1',
    '| TASK-002 | Write',
    '| TASK-001B | Ask | | |\n| TASK-001B | Write',
    'step-sequence',
    '| TASK-001B | Write'
  ],
  ['valid-1', '| TASK-002 |', '| TASK-001 |', 'step-sequence', '| TASK-001 | Write `hold'],
  ['valid-1', '| TASK-004 |', '| TASK-003 |', 'step-sequence', '| TASK-003 | Draw'],
  [
    'valid-1',
    /## 2\.[^]*?(?=## 3\.)/,
    '## 2. Implementation Steps\n\n| Task | Description | Done |\n|---|---|---|\n| TASK-001 | Draw it | |\n| TASK-001 | Paint it | |\n\n',
    'step-sequence',
    '| TASK-001 | Paint'
  ],
  [
    'valid-1',
    /## 2\.[^]*?(?=## 3\.)/,
    '## 2. Implementation Steps\n\n| Task | Description |\n|---|---|\n| TASK-001 | Draw it |\n| TASK-001 | Paint it |\n\n',
    'step-sequence',
    '| TASK-001 | Paint'
  ],
  ['valid-1', 'GOAL-002', 'GOAL-001', 'step-sequence', '- GOAL-001: The kiosk'],
  ['valid-1', '**REQ-002**', '**REQ-001**', 'step-sequence', '- **REQ-001**: A seat'],
  ['valid-2', '| REQ-002 |', '| REQ-001 |', 'step-sequence', '| REQ-001 | Whoever'],
  ['valid-2', '**ALT-002**', '**ALT-001**', 'step-sequence', '- **ALT-001**: To stop'],
  ['valid-1', '**FILE-003**', '**FILE-001**', 'step-sequence', '- **FILE-001**: `kiosk'],
  ['valid-1', '**TEST-002**', '**TEST-001**', 'step-sequence', '- **TEST-001**: A hold'],
  ['valid-1', '**ASSUMPTION-001**', '**RISK-001**', 'step-sequence', '- **RISK-001**: The clock']
]

const rights: readonly Right[] = [
  ['holes among identifiers', 'valid-1', /REQ-002/g, 'REQ-007'],
  ['an identifier of its own kind', 'valid-1', '**GUD-001**', '**HALL-001**'],
  ['an item without one', 'valid-1', '- **GUD-001**: Times', '- Times'],
  ['a mention of another', 'valid-1', '- **TEST-002**: A hold', '- **TEST-002**: As TEST-001, a hold'],
  ['what is planned', 'valid-1', "status: 'In progress'", "status: 'Planned'"],
  ['a requirement that speaks of another', 'valid-1', '**CON-001**: ', '**CON-001**: See requirement 1. '],
  ['what is given up', 'valid-1', "status: 'In progress'", 'status: Deprecated'],
  ['what waits', 'valid-1', "status: 'In progress'", 'status: "On Hold"'],
  ['"and" in a title', 'valid-1', '## 7. Risks & Assumptions', '## 7. Risks and Assumptions'],
  ['a title without a number', 'valid-1', '## 4. Dependencies', '## Dependencies'],
  ['a phase with a title', 'valid-1', '### Implementation Phase 2', '### Implementation Phase 2: The kiosk'],
  [
    'criteria below a table',
    'valid-1',
    '\n### Implementation Phase 2',
    '\nDone when:\n\n- a seat is free again\n\n### Implementation Phase 2'
  ],
  ['a phase in prose', 'valid-1', /\| Task[^]*?(?=\n### )/, 'A seat can be held already.\n'],
  ['tasks below goals', 'valid-1', /### Implementation Phase \d\n\n- /g, '### '],
  [
    'a table that goes into details',
    'valid-1',
    '\n## 3.',
    '\n### Details of TASK-004\n\n| Task | Colour |\n|---|---|\n| TASK-004 | green |\n\n## 3.'
  ],
  [
    'a further column',
    'valid-1',
    '| Task | Description | Completed | Date |\n|------|-------------|-----------|------|\n',
    '| Task | Description | Completed | Date | Note |\n|------|-------------|-----------|------|---|\n'
  ],
  ['a letter behind the number', 'valid-1', '| TASK-002 |', '| TASK-001A |'],
  ['a task that is struck out', 'valid-1', '| TASK-003 | Give', '| ~~TASK-003~~ | ~~Lend~~ Give'],
  ['"N/A" for the date of what waits', 'valid-1', first, '| Write the table into `rooms/schema.sql` | ⚠️ | N/A |'],
  ['an array of code', 'valid-1', first, "| Return ['seats' => [...], 'free' => 1] | ✅ | 2026-03-05 |"],
  ['a task that is partly done', 'valid-2', '| Yes | 2025-11-11 |', '| 🟡 Partial | |'],
  ['a remark behind a date', 'valid-1', '| ✅ | 2026-03-05 |', '| ✅ | 2026-03-05 (in part on the 4th) |'],
  ['a date in words', 'valid-1', '| ✅ | 2026-03-05 |', '| ✅ | Mar 5, 2026 |'],
  ['a date in words, the day first', 'valid-1', '| ✅ | 2026-03-05 |', '| ✅ | 5 March 2026 |']
]

injectFaults('copilot-plan', 'plan/feature-seats-1.md', { faults, rights })

describe('a plan by the prompt of awesome-copilot', () => {
  it('is known by its front matter and its headings, wherever it lies', () => {
    const text = validPlan('copilot-plan', 'valid-1')
    const kind = (plan: string) => lintText(plan, { path: 'notes/seats.md' })
    expect(kind(text)).toMatchObject({ profile: 'copilot-plan', recognised: 'certain' })
    expect(kind(text.replace(/^---\n[^]*?---\n/, ''))).toMatchObject({ profile: 'copilot-plan', recognised: 'certain' })
    const short =
      '# Seats\n\n## Alternatives\n\nNone.\n\n## Dependencies\n\nNone.\n\n## Files\n\n- a\n\n## Testing\n\n- b\n'
    expect(kind(short).profile).not.toBe('copilot-plan')
    expect(kind(`---\ngoal: Seats\nstatus: Planned\n---\n\n${short}`).profile).not.toBe('copilot-plan')
  })

  it('tells once that nobody ticked the tasks of a plan that is completed', () => {
    const text = validPlan('copilot-plan', 'valid-1')
      .replace("'In progress'", 'Completed')
      .replace(/✅ \| [\d-]+/g, ' | ')
    const { findings } = lintText(text, { path: 'plan/feature-seats-1.md' })
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['status-consistency', 'Conflicting tasks: 5 of 5 open while status is Completed']
    ])
    expect(findings[0]!.related).toHaveLength(5)
  })
})

describe('tasks that are all ticked', () => {
  const ticked = validPlan('copilot-plan', 'valid-1').replace(
    /(\| TASK-\d+ \|[^|]*\|)[^|]*\|[^|]*\|/g,
    '$1 ✅ | 2026-03-05 |'
  )
  const told = (status: string, text = ticked) =>
    lintText(text.replace("status: 'In progress'", `status: ${status}`), {
      path: 'plan/feature-seats-1.md',
      now: Date.parse('2026-11-30')
    }).findings.map(({ rule, message, place, related }) => [rule, message, place.start.line, related?.length])

  it('contradict a plan that is only planned', () => {
    const message = 'Conflicting tasks: all 5 are ticked while status is Planned'
    expect(told("'Planned'")).toEqual([['status-consistency', message, 7, 5]])
  })

  it.each(['Completed', 'In progress', 'Deprecated', 'On Hold'])('are right where status is %s', status =>
    expect(told(status)).toEqual([])
  )

  it('are right where one is open', () => expect(told('Planned', ticked.replace('✅ | 2026-03-05', ' | '))).toEqual([]))
})

describe('requirements that tasks name, and that no section holds', () => {
  const text = validPlan('copilot-plan', 'valid-1')
  const told = (from: RegExp, to = ''): (string | number | undefined)[][] =>
    lintText(text.replace(from, to), { path: 'plan/feature-seats-1.md' }).findings.map(
      ({ severity, message, related }) => [severity, message, related?.length]
    )

  it('make the missing section an error', () => {
    const missing = ['error', 'Missing section "Requirements & Constraints"', 3]
    expect(told(section(1))).toEqual([missing])
    expect(told(/## 1\. .*\n/)).toEqual([missing])
  })
})
