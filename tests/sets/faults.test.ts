/** A spec-kit feature without a defect, spoilt in one way after the other: each is found, at its file and line, and nothing else is. */
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createSiblings } from '../../src/sets/siblings.ts'
import { files } from './reading-lists.ts'

const home = 'specs/001-reading-lists'
type Name = keyof typeof files

/** Every finding of the set: "tasks.md: rule: the line". */
function judge(texts: Record<Name, string>): string[] {
  const siblings = createSiblings(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${home}/${name}`, text]))
  )
  return (Object.keys(texts) as Name[]).flatMap(name =>
    lintText(texts[name], { path: `${home}/${name}`, siblings, now: Date.UTC(2026, 1, 1) }).findings.map(
      ({ rule, place }) => `${name}: ${rule}: ${texts[name].split('\n')[place.start.line - 1]}`
    )
  )
}

interface Fault {
  in: Name
  from: string | RegExp
  to: string
  /** File, rule, and a piece of the line. */
  found: [file: Name, rule: string, line: string]
}

const faults: Record<string, Fault> = {
  'a requirement that is not declared': {
    in: 'tasks.md',
    from: '(FR-002,',
    to: '(FR-020,',
    found: ['tasks.md', 'traceability', 'T004']
  },
  'a criterion that is not declared': {
    in: 'tasks.md',
    from: 'SC-001',
    to: 'SC-011',
    found: ['tasks.md', 'traceability', 'T003']
  },
  'a phase of a story that is not there': {
    in: 'tasks.md',
    from: '## Phase 3: User Story 2 - Share a list (P2)',
    to: '## Phase 3: User Story 5 - Share a list (P2)',
    found: ['tasks.md', 'traceability', 'Phase 3']
  },
  'a label of a story that is not there': {
    in: 'tasks.md',
    from: 'T002 [US1]',
    to: 'T002 [US8]',
    found: ['tasks.md', 'traceability', 'T002']
  },
  'a label of another story': {
    in: 'tasks.md',
    from: 'T002 [US1]',
    to: 'T002 [US2]',
    found: ['tasks.md', 'task-format', 'T002']
  },
  'a task without its label': {
    in: 'tasks.md',
    from: 'T002 [US1]',
    to: 'T002',
    found: ['tasks.md', 'task-format', 'T002']
  },
  'a story without phase or task': {
    in: 'tasks.md',
    from: /## Phase 3[^]*/,
    to: '## Phase 3: Polish\n\n- [ ] T004 Send a list from `src/mail/send.ts` (FR-002)\n',
    found: ['spec.md', 'traceability', '### User Story 2']
  },
  'a requirement that no task names': {
    in: 'tasks.md',
    from: 'FR-001, ',
    to: '',
    found: ['spec.md', 'traceability', 'FR-001']
  },
  'an identifier twice': { in: 'tasks.md', from: 'T003', to: 'T002', found: ['tasks.md', 'step-sequence', 'SC-001'] },
  'a task without an identifier': {
    in: 'tasks.md',
    from: '- [ ] T001 ',
    to: '- [ ] ',
    found: ['tasks.md', 'task-format', 'Begin']
  },
  'a requirement twice': {
    in: 'spec.md',
    from: '**FR-003**: The',
    to: '**FR-001**: The',
    found: ['spec.md', 'step-sequence', 'in the order']
  },
  'a story twice': {
    in: 'spec.md',
    from: '### User Story 2',
    to: '### User Story 1',
    found: ['spec.md', 'step-sequence', 'Share a list']
  },
  'a story without scenarios': {
    in: 'spec.md',
    from: /\*\*Acceptance Scenarios\*\*:\n\n1\. \*\*Given\*\* a list.*\n/,
    to: '',
    found: ['spec.md', 'step-fields', '### User Story 2']
  },
  'an open question once there are tasks': {
    in: 'spec.md',
    from: 'MUST keep lists.',
    to: 'MUST keep lists [NEEDS CLARIFICATION: for how long?].',
    found: ['spec.md', 'open-questions', 'FR-001']
  },
  'an open point of the plan': {
    in: 'plan.md',
    from: '**Testing**: vitest',
    to: '**Testing**: NEEDS CLARIFICATION',
    found: ['plan.md', 'open-questions', 'Testing']
  },
  'two tasks at once on one file': {
    in: 'tasks.md',
    from: '- [ ] T002 [US1] Keep lists in `src/lists.ts` (FR-001, FR-003)\n- [ ] T003 [US1] Show them in `src/page.ts`',
    to: '- [ ] T002 [P] [US1] Keep lists in `src/page.ts` (FR-001, FR-003)\n- [ ] T003 [P] [US1] Show them in `src/page.ts`',
    found: ['tasks.md', 'step-order', 'T003']
  },
  'a file in a folder that the plan does not draw': {
    in: 'tasks.md',
    from: 'src/mail/send.ts',
    to: 'src/letters/send.ts',
    found: ['tasks.md', 'file-coverage', 'T004']
  },
  'a dependency on nothing': {
    in: 'tasks.md',
    from: 'unlike FR-009 of 002-mail)',
    to: 'depends on T099)',
    found: ['tasks.md', 'step-order', 'T004']
  },
  'a dependency on what comes later': {
    in: 'tasks.md',
    from: 'Begin `src/lists.ts`',
    to: 'Begin `src/lists.ts` (depends on T003)',
    found: ['tasks.md', 'step-order', 'T001']
  },
  'a story phase that nothing tries': {
    in: 'tasks.md',
    from: '**Independent Test**: Send one list.\n',
    to: '',
    found: ['tasks.md', 'step-verification', 'Phase 3']
  },
  'no technical context': {
    in: 'plan.md',
    from: /## Technical Context[^]*?(?=## Constitution)/,
    to: '',
    found: ['plan.md', 'required-sections', '']
  },
  'a requirement without MUST': {
    in: 'spec.md',
    from: 'The system MUST keep lists',
    to: 'The system keeps lists',
    found: ['spec.md', 'requirement-form', 'FR-001']
  },
  'a scenario without an outcome': {
    in: 'spec.md',
    from: ', **Then** the friend sees it',
    to: '',
    found: ['spec.md', 'scenario', '**When** it is sent']
  }
}

test('the set is fine as it is', () => expect(judge(files)).toEqual([]))

test.each(Object.entries(faults))('%s', (_, { in: name, from, to, found: [file, rule, line] }) => {
  const spoilt = files[name].replace(from, () => to)
  expect(spoilt).not.toBe(files[name])
  const found = judge({ ...files, [name]: spoilt })
  expect(found).toEqual([expect.stringContaining(line)])
  expect(found[0]!.startsWith(`${file}: ${rule}: `), found[0]).toBe(true)
})
