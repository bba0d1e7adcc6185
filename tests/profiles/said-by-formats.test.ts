/** What the formats of spec-kit, Kiro, superpowers, ExecPlan, get-shit-done, advisor, BMAD, Copilot and Cursor say, sentence by sentence: what must show is told once, what nobody demands is silent. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/plans')
/** The front matter of some formats is their own. */
const read = (name: string): string =>
  fs.readFileSync(path.join(folder, `${name}/valid-1.md`), 'utf8').replace(/^---\nplanlint:[^]*?\n---\n/, '')

/** Each file with the place where it lies. */
const files = {
  spec: ['speckit-spec', 'specs/004-night-letters/spec.md'],
  plan: ['speckit-plan', 'specs/004-night-letters/plan.md'],
  tasks: ['speckit-tasks', 'specs/004-night-letters/tasks.md'],
  requirements: ['kiro-requirements', '.kiro/specs/night-letters/requirements.md'],
  list: ['kiro-tasks', '.kiro/specs/night-letters/tasks.md'],
  design: ['kiro-design', '.kiro/specs/night-letters/design.md'],
  superpowers: ['superpowers-plan', 'docs/superpowers/plans/2026-05-01-limit.md'],
  exec: ['execplan', '.agent/execplans/gates.md'],
  gsd: ['gsd-plan', '.planning/phases/04-limits/04-02-PLAN.md'],
  advisor: ['advisor-plan', 'plans/004-cart.md'],
  bmad: ['bmad-story', 'docs/stories/2.3.reading-list.md'],
  copilot: ['copilot-plan', 'plan/feature-seats-1.md'],
  cursor: ['cursor-plan', '.cursor/plans/limit_1a2b3c4d.plan.md']
} as const

type Name = keyof typeof files

/** The findings of a file with a change, as rules. */
function told(name: Name, from: string | RegExp, to: string): string[] {
  const [profile, place] = files[name]
  const text = read(profile)
  const changed = typeof from === 'string' ? text.replace(from, () => to) : text.replace(from, to)
  expect(changed, `${String(from)} occurs`).not.toBe(text)
  return lintText(changed, { path: place, now: Date.parse('2026-06-01') }).findings.map(({ rule }) => rule)
}

const same = 'T005 [US1] Answer what asks one thing in `sorter/night.py`'

describe('what must show', () => {
  it.each<readonly [Name, string | RegExp, string, string]>([
    ['tasks', same, 'T005 [P] [US1] Answer it in `tests/test_night.py`', 'step-order'],
    ['tasks', 'depends on T003', 'depends on T093', 'step-order'],
    ['tasks', 'depends on T003', 'depends on T006', 'step-order'],
    ['tasks', 'depends on T003', 'depends on T001–T033', 'step-order'],
    ['tasks', 'depends on T003', 'depends on T003, T005', 'step-order'],
    ['tasks', '## Phase 3: User', '## Phase 2: User', 'step-sequence'],
    ['tasks', '- [ ] T001', '-[ ] T001', 'task-format'],
    ['tasks', 'T006 [US2]', 'T006 [US9]', 'task-format'],
    ['tasks', 'T004 [P]', 'T004 [P] [NEEDS CLARIFICATION: which test?]', 'open-questions'],
    ['tasks', '# Tasks: Letters by night', '# Tasks: [FEATURE NAME]', 'no-placeholder'],
    ['tasks', 'in `sorter/list.py`', 'in src/models/[entity1].py', 'no-placeholder'],
    ['tasks', 'Read letters', 'Create [Entity] model', 'no-placeholder'],
    ['spec', 'Two thirds of all letters ask one thing.', '', 'step-fields'],
    ['spec', '- **SC-001**: Nine', '- **SC-001**: Most.\n- **SC-001**: Nine', 'step-sequence'],
    ['spec', '- **FR-002**: The night run MUST leave', '- **NFR-001**: The night run leaves', 'requirement-form'],
    ['spec', '"Answer the', '$ARGUMENTS "Answer the', 'no-placeholder'],
    ['spec', '`004-night-letters`', '`[###-feature-name]`', 'no-placeholder'],
    ['plan', '**Testing**: pytest\n', '', 'section-content'],
    ['plan', '## Summary', '## Resume', 'required-sections'],
    ['plan', '2026-03-04', '[DATE]', 'no-placeholder'],
    ['plan', 'two hundred letters a day', 'two → NEEDS CLARIFICATION', 'open-questions'],
    ['list', '- [ ] 4. Print', '-[ ] 4. Print', 'task-format'],
    ['design', /## Overview\n\n[^#]*/, '', 'required-sections'],
    ['spec', /## Requirements .*\n\n/, '', 'required-sections'],
    [
      'plan',
      /\*\*Language\/Version\*\*: (.*)\n[^]*?\*\*Testing\*\*: (.*)\n/,
      '| Field | Value |\n| --- | --- |\n| Language/Version | $1 |\n\n',
      'section-content'
    ],
    ['bmad', '## Status\n\nApproved\n', '## Status\n\n> Whoever tests it says Done.\n', 'metadata'],
    ['superpowers', '### Task 2: The', '### Task 1.1: The', 'task-format'],
    ['superpowers', /\*\*Goal:\*\* .*\n\n\*\*Architecture:\*\* /, '## Goal\n\n## Architecture\n\n', 'metadata'],
    ['exec', '(2026-03-02 07:18Z)', '(2026/03/02)', 'metadata'],
    ['exec', '(2026-03-02 07:18Z)', '(YYYY-MM-DD hh:mmZ)', 'metadata'],
    ['exec', '## Outcomes & Retrospective', '## Outcomes', 'required-sections'],
    ['gsd', /files_modified:\n(?: {2}- .*\n)+/, 'files_modified: []\n', 'file-coverage'],
    ['gsd', '    src/server.ts\n', '    src/server.ts, src/new.ts (new)\n', 'file-coverage'],
    ['gsd', '<task type="auto">', '<task type="auto" tdd="true">', 'step-fields'],
    [
      'advisor',
      '`python -m pytest tests/lending` | all',
      '`python -m pytest \\|\\| true` | all',
      'verification-quality'
    ],
    ['bmad', '(AC: 1, 2)', '(AC1, AC9)', 'traceability'],
    ['bmad', '(AC: 1, 2)', '（AC：1、9）', 'traceability'],
    ['bmad', '(AC: 1, 2)', '(AC: #)', 'no-placeholder'],
    ['copilot', "status: 'In progress'", 'status: completed', 'status-consistency'],
    ['copilot', '✅ | 2026-03-05', '✅ | 2027-03-05', 'metadata'],
    ['copilot', '`rooms/holds.py` holds', '`rooms/holds.py` (TASK-009) holds', 'traceability'],
    ['copilot', 'date_created: 2026-03-02', 'date_created: [YYYY-MM-DD]', 'no-placeholder'],
    ['copilot', '## 4. Dependencies', '## 9. Dependencies', 'required-sections'],
    ['copilot', '## 4. Dependencies', '## 3. Dependencies', 'required-sections'],
    ['copilot', '## 6. Testing', '## 5. Notes\n\nNone yet.\n\n## 6. Testing', 'required-sections'],
    ['cursor', '  - id: middleware', '  - id: bucket', 'metadata']
  ])('%s: %j → %j', (name, from, to, rule) => expect(told(name, from, to)).toEqual([rule]))
})

describe('what nobody demands', () => {
  it.each<readonly [Name, string | RegExp, string]>([
    ['tasks', / T\d{3}( \[P\])?/g, '$1'],
    ['tasks', 'T003 Read', 'T003: Read'],
    ['tasks', 'T007', 'T006a'],
    ['tasks', '[US2] Write', '[US2] [US1] Write'],
    ['tasks', 'T003 Read letters', 'T003 Read\n  letters'],
    ['tasks', same, 'T005 [P] [US1] Answer it in `sorter/night.py` (per `tests/test_night.py`)'],
    ['tasks', 'depends on T003', 'depends on T001–T003'],
    ['tasks', '## Phase 1: Setup', '## Phase 0: Setup'],
    ['tasks', '## Phase 4: User', '## Phase 7: User'],
    ['bmad', '(AC: 1, 2)', '（AC: 1, 2）'],
    ['copilot', /## \d\. /g, '## '],
    ['bmad', /\(AC: (.*)\)/g, '（AC：$1）'],
    ['tasks', '## Phase 2: F', '## Phase 2.1: F'],
    ['tasks', 'T008 [P] Describe the night run in `docs/night.md`', 'T008 Look at all of it'],
    [
      'tasks',
      '## Phase 5',
      '## Format: `[ID] [P?] [Story] Description`\n\n- **[P]**: Can run in parallel\n- **[Story]**: Which story\n\n## Phase 5'
    ],
    ['spec', ' (Priority: P1)', ''],
    ['spec', 'Story 1 - A', 'Story 1: A'],
    ['spec', '**FR-004**', '**FR-001a**'],
    ['spec', '**FR-004**', '**NFR-001**'],
    ['spec', 'The list MUST name', 'La liste doit nommer la lettre et la'],
    [
      'spec',
      '## Assumptions',
      '## Clarifications\n\n- Q: [NEEDS CLARIFICATION: who reads it?] → A: all.\n\n## Assumptions'
    ],
    ['spec', '- The tray is emptied', '- No [NEEDS CLARIFICATION] markers remain.\n- The tray is emptied'],
    ['spec', '## Success Criteria *(mandatory)*', '## Success Metrics'],
    [
      'spec',
      /### User Story 1[^]*(?=### Edge)/,
      '### Primary User Story\n\nA clerk wants it.\n\n### Acceptance Scenarios\n\n1. **Given** a night, **When** it ends, **Then** it is read\n\n'
    ],
    ['spec', '## Assumptions\n\n- The tray is emptied every morning.', ''],
    ['spec', '## Assumptions', '## Review & Acceptance Checklist\n\n- [ ] All read\n\n## Assumptions'],
    ['spec', /### Key Entities\n\n.*\n\n/, ''],
    ['spec', 'Nine of ten simple letters are answered before eight.', 'It is fast and intuitive.'],
    ['plan', 'pytest', 'N/A'],
    ['plan', '**Target Platform**: the server in the cellar\n', ''],
    ['plan', '## Complexity Tracking\n', ''],
    [
      'plan',
      '## Complexity Tracking\n',
      '## Complexity Tracking\n\n> **Fill ONLY if Constitution Check has violations that must be justified**\n'
    ],
    ['plan', 'Passes.', 'Passes.\n\n*GATE: Must pass before Phase 0 research.*'],
    ['plan', 'Passes.', 'Passes.\n\n- [ ] One program\n- [ ] Tests first'],
    ['plan', '## Complexity', '## Progress Tracking\n\n- [x] Phase 0\n\n## Complexity'],
    ['plan', '└── tasks.md', '├── research.md\n└── tasks.md'],
    ['requirements', '**User Story:** As a customer', 'User Story: As a customer'],
    ['requirements', '**User Story:** As a customer', '**Objective:** As a customer'],
    ['requirements', /## Glossary[^]*?(?=## Req)/, ''],
    ['requirements', '### Requirement 1\n', '### Requirement 1: Letters\n'],
    ['requirements', 'SHALL answer each', 'MUST answer each'],
    ['requirements', 'SHALL answer each', 'shall answer each'],
    ['requirements', 'SHALL answer each letter once', 'SHALL answer and/or keep letters etc. and SHALL wait'],
    [
      'requirements',
      'WHEN a letter asks one thing, THE Night_Run SHALL lay',
      '手紙が一つを尋ねるとき、Night_Run は答えを'
    ],
    ['list', '- [ ] 4. Print', '- [ ] 5. Print'],
    ['list', '- [ ] 4. Print', '- [ ] 4. (P) Print'],
    ['list', '- [ ]* 7. Measure a night', '- [ ] 7. Measure a night (optional)'],
    ['list', '_Requirements: 2.1, 2.2_', '_Requirements: All_'],
    ['list', '_Requirements: 2.1, 2.2_', '_Requirements: 2.1-2.2_'],
    ['list', '_Requirements: 2.1, 2.2_', '_Requirements: 2_'],
    ['list', '  - _Requirements: 2.1, 2.2_\n', ''],
    ['design', /## Correctness[^]*?(?=\n## )/, ''],
    ['spec', /## Requirements .*\n\n### Functional/, '## Functional'],
    ['spec', /## Success Criteria .*\n\n### Measurable/, '## Measurable'],
    [
      'spec',
      '1. **Given** a night with answers, **When** the morning begins, **Then** the list names each of them.',
      '#### Scenario: the morning\n\n- **Given** a night with answers\n- **When** the morning begins\n- **Then** the list names each of them'
    ],
    [
      'plan',
      /\*\*Language\/Version\*\*: (.*)\n[^]*?\*\*Testing\*\*: (.*)\n/,
      '| Field | Value |\n| --- | --- |\n| Language/Version | $1 |\n| Testing | $2 |\n\n'
    ],
    ['plan', /\*\*(Branch|Date|Spec)\*\*:/g, '*$1*:'],
    ['plan', /\*\*(Branch|Date|Spec)\*\*:/g, '$1:'],
    ['bmad', '## Status\n\n', '## Status\n\n> [!NOTE]\n> Whoever tests it says Done.\n\n'],
    ['superpowers', /## Global Constraints[^]*?(?=## File)/, ''],
    ['superpowers', /## File Structure[^]*?(?=---)/, ''],
    ['superpowers', '**Interfaces:**\n- Produces: `take(client: string): boolean`\n\n', ''],
    ['superpowers', /- \[ \] \*\*Step 5: Commit[^#]*/, ''],
    ['superpowers', '**For agentic workers:**', '**For Claude:**'],
    ['superpowers', 'Expected: 1 passed', 'Expected: PASS'],
    ['superpowers', /\*\*(Goal|Architecture|Tech Stack):\*\* /g, '## $1\n\n'],
    ['exec', '(2026-03-02 07:18Z)', '(2026-03-02 07:18 UTC+2)'],
    ['exec', '(2026-03-02 07:18Z)', '(2026-03-02 07:18:33 +0100)'],
    ['exec', '(2026-03-02 09:40Z) Milestone 1', '(2026-03-01) Milestone 1'],
    ['exec', '- [~] Milestone 2', '- [-] Milestone 2'],
    ['exec', '## Purpose / Big Picture', '## PURPOSE / BIG PICTURE (why)'],
    ['exec', '## Validation and Acceptance', '## Validation & Acceptance'],
    ['exec', 'Run `python -m pytest` and', '    python -m pytest\n\nand'],
    ['exec', 'To be written once the page is served.', '(not started)'],
    ['exec', 'Each step may be run again', '- [ ] A box here\n\nSee https://example.com/a. Each step may be run again'],
    ['gsd', 'depends_on: ["04-01"]', 'depends_on: none'],
    ['gsd', /files_modified:\n(?: {2}- .*\n)+/, ''],
    ['gsd', '<task type="tdd">', '<task type="auto" tdd="true">'],
    ['gsd', ' gate="blocking"', ''],
    ['gsd', '    src/server.ts\n', '    src/server.ts (lines 3-9)\n'],
    [
      'gsd',
      /<task type="checkpoint[^]*?<\/task>/,
      '<task type="checkpoint:human-action">\n  <action>Log in</action>\n  <resume-signal>Type "done"</resume-signal>\n</task>'
    ],
    ['advisor', '- **Depends on**: none', '- **Depends on**: 003 (must be DONE)'],
    ['advisor', '**Verify**: `mypy lending` → `Success`', '**Verify**:\n```\nmypy lending\n```\n→ `Success`'],
    ['advisor', '**Verify**: `mypy lending` → `Success`', '**Verify**: `mypy lending` exits 0'],
    [
      'advisor',
      '**Verify**: `mypy lending` → `Success`',
      '**Verify**:\n\n| Command | Shows |\n| --- | --- |\n| `mypy lending` | `Success` |\n| `pytest -k fee` | 6 passed |'
    ],
    ['advisor', /### Step (\d)/g, '### $1.'],
    ['bmad', '(AC: 1, 2)', '(AC: #1, #2)'],
    ['bmad', '(AC: 1, 2)', '[AC: 9]'],
    ['bmad', '## Status\n\nApproved', '## Status\n\nReview'],
    ['bmad', /## Dev Agent Record[^]*/, ''],
    ['copilot', "status: 'In progress'", 'status: In Progress'],
    ['copilot', '- **REQ-001**: A', '- **REQ-001:** A'],
    ['copilot', '✅ | 2026-03-05', ' | 2026-03-05'],
    ['cursor', 'isProject: false\n', ''],
    ['cursor', 'status: pending', 'status: cancelled'],
    ['cursor', /todos:\n[^]*?(?=isProject)/, 'todos: []\n']
  ])('%s: %j → %j', (name, from, to) => expect(told(name, from, to)).toEqual([]))
})
