/** Plans of superpowers, spec-kit and Kiro: what their own demands ask for. */
import { cut, rep } from '../../../profiles/edits.ts'
import type { Remedy } from '../remedy.ts'

const superpowers = 'superpowers-plan/valid-1'
const [spec, plan, tasks] = ['speckit-spec/valid-1', 'speckit-plan/valid-1', 'speckit-tasks/valid-1'] as const
const [requirements, list] = ['kiro-requirements/valid-1', 'kiro-tasks/valid-1'] as const

type Row = readonly [of: string, plan: string, spoil: Remedy['spoil'], obey: Remedy['obey'], said?: string]

const gate = 'Simple first: one run more, no new service. Passes.'
const ownTree = '```text\nsorter/\n├── run.py\n└── night.py\ntests/\n└── test_night.py\n```\n'

const rows: readonly Row[] = [
  // Superpowers.
  [
    'step-fields/doubled',
    superpowers,
    rep('### Task 2: The middleware\n\n', ''),
    rep('**Files:**\n- Create: `src/limit/m', '### Task 2: The middleware\n\n**Files:**\n- Create: `src/limit/m')
  ],
  [
    'step-fields/action',
    superpowers,
    rep('- Create: `src/limit/b', '- `src/limit/b'),
    rep('Files:**\n- `src', 'Files:**\n- Create: `src')
  ],
  [
    'step-fields/missing',
    superpowers,
    rep('**Files:**\n- Create: `src/limit/middleware.ts`\n- Modify: `src/server.ts:12-30`\n', ''),
    rep(
      '### Task 2: The middleware\n',
      '### Task 2: The middleware\n\n**Files**:\n\n- Create: `src/limit/middleware.ts`\n'
    )
  ],
  [
    'task-format/number',
    superpowers,
    rep('### Task 2: The', '### Task B: The'),
    rep('### Task B: The', '### Task 2: The')
  ],
  [
    'step-verification/missing',
    superpowers,
    rep('Run:\n\n```bash\nnpx vitest run\n```\n\nExpected: 14 passed\n', ''),
    rep('### Task 3:', '**Run**: `npm test`\n\n**Expected**: 14 passed\n\n### Task 3:')
  ],
  [
    'step-verification/expectation',
    superpowers,
    rep('Expected: 14 passed\n', ''),
    rep('```\n\n\n### Task 3', '```\n\nExpected: 14 passed\n\n### Task 3')
  ],
  [
    'file-coverage/staged',
    superpowers,
    rep('git add src', 'git add src/limit/clock.ts src'),
    rep('- Create: `src/limit/bucket', '- Create: `src/limit/clock.ts`\n- Create: `src/limit/bucket')
  ],
  [
    'metadata/missing',
    superpowers,
    rep(/\*\*Tech Stack:.*\n/, ''),
    rep('\n## Global', '\n**Tech Stack:** TypeScript\n\n## Global')
  ],
  // Spec-kit.
  [
    'scenario/part',
    spec,
    rep(', **When** the morning begins, **Then** the', ' in the morning, the'),
    rep('a night with answers in the morning, the', 'a night with answers, **When** the morning begins, **Then** the')
  ],
  [
    'requirement-form/unbound',
    spec,
    rep('The night run MUST leave', 'The night run leaves'),
    rep('The night run leaves', 'The system MUST leave')
  ],
  ['section-content/lacks', plan, rep(ownTree, ''), rep('root)\n', `root)\n\n${ownTree}`)],
  [
    'required-sections/missing',
    plan,
    rep(`### Source Code (repository root)\n\n${ownTree}`, ''),
    rep('**Structure', `### Source Code\n\n${ownTree}\n**Structure`)
  ],
  [
    'section-content/empty',
    plan,
    rep(/(?<=### Documentation.*\n\n)```[^#]*/, ''),
    rep(/(?<=### Documentation.*\n)/, '\n```text\nspecs/004-night-letters/plan.md\n```\n')
  ],
  ['status-consistency/gate', plan, rep(gate, '- Simple first: FAIL'), rep('FAIL', 'passes')],
  [
    'no-placeholder/leftover',
    plan,
    rep(ownTree, `#### Option 1: Single project\n\n${ownTree}`),
    rep('#### Option 1: Single project\n\n', '')
  ],
  [
    'section-content/unit',
    tasks,
    cut('- [ ] T001', '## Phase 2'),
    rep('## Phase 2', '- [ ] T001 Add the tray to `config/boxes.toml`\n\n## Phase 2')
  ],
  [
    'section-content/lacks',
    tasks,
    cut('- [ ] T006', '**Checkpoint**: The list'),
    rep('**Checkpoint**: The list', '- [ ] T006 [US2] Write it in `sorter/list.py`\n\n**Checkpoint**: The list')
  ],
  [
    'step-verification/missing',
    tasks,
    rep('**Checkpoint**: The list names each letter.\n', ''),
    rep('## Phase 5', '**Checkpoint**: The list is there.\n\n## Phase 5')
  ],
  ['task-format/label', tasks, rep('T006 [US2]', 'T006'), rep('T006', 'T006 [US2]')],
  ['task-format/otherLabel', tasks, rep('T006 [US2]', 'T006 [US1]'), rep('T006 [US1]', 'T006 [US2]')],
  ['task-format/otherLabel', tasks, rep('T001 Add', 'T001 [US1] Add'), rep('T001 [US1] Add', 'T001 Add')],
  [
    'task-format/noId',
    tasks,
    rep('- [ ] T003 Read', '- [ ] T003 Read a line\n- [ ] Read'),
    rep('- [ ] Read', '- [ ] T009 Read')
  ],
  [
    'step-order/parallel',
    tasks,
    rep('T005 [US1] Answer', 'T005 [P] [US1] Answer `tests/test_night.py`'),
    rep('T005 [P] [US1]', 'T005 [US1]')
  ],
  [
    'step-order/unknownDependency',
    tasks,
    rep('depends on T003', 'depends on T033'),
    rep('depends on T033', 'depends on T003')
  ],
  // Kiro.
  [
    'section-content/field',
    requirements,
    rep(/\*\*User Story:\*\* As a clerk.*\n/, ''),
    rep(
      '### Requirement 2\n',
      '### Requirement 2\n\n**User Story**: As a clerk, I want a list, so that I can read it\n'
    )
  ],
  [
    'section-content/field',
    requirements,
    rep(/#### Acceptance Criteria\n\n1\. WHEN the morning[^#]*/, ''),
    rep(
      '### Requirement 3',
      '**Acceptance Criteria**:\n\n1. WHEN the morning begins, THE SYSTEM SHALL print a list\n\n### Requirement 3'
    )
  ],
  [
    'requirement-form/unbound',
    requirements,
    rep('THE Night_Run SHALL wait', 'THE Night_Run waits'),
    rep('THE Night_Run waits', 'THE SYSTEM SHALL wait')
  ],
  ['step-sequence/position', requirements, rep('4. WHILE', '5. WHILE'), rep('5. WHILE', '4. WHILE')],
  [
    'task-format/heading',
    list,
    rep('- [ ] 4. Print the list of the night\n  - _Req', '## 4. Print the list of the night\n\n- _Req'),
    rep('## 4. Print the list of the night\n\n- _Req', '- [ ] 4. Print the list of the night\n  - _Req')
  ],
  ['task-format/lead', list, rep('- [ ] 4.', '- [ ] **4.**'), rep('- [ ] **4.**', '- [ ] 4.')],
  ['task-format/unboxed', list, rep('- [ ] 4.', '- 4.'), rep('- 4.', '- [ ] 4.')],
  ['task-format/bullet', list, rep('- [ ] 4.', '* [ ] 4.'), rep('* [ ] 4.', '- [ ] 4.')],
  ['task-format/noId', list, rep('- [ ] 4. Print', '- [ ] Print'), rep('- [ ] Print', '- [ ] 4. Print')],
  ['step-sequence/foreign', list, rep('- [ ] 6.2 Read', '- [ ] 4.2 Read'), rep('- [ ] 4.2 Read', '- [ ] 6.2 Read')],
  ['step-sequence/sameId', list, rep('- [ ] 6.2 Read', '- [ ] 6.1 Read'), rep('- [ ] 6.1 Read', '- [ ] 6.2 Read')],
  ['status-consistency/parentDone', list, rep('- [ ] 6. Stop', '- [x] 6. Stop'), rep('- [x] 6. Stop', '- [ ] 6. Stop')],
  [
    'status-consistency/parentOpen',
    list,
    rep('- [x] 1. Set up', '- [ ] 1. Set up'),
    rep('- [ ] 1. Set up', '- [x] 1. Set up')
  ]
]

export const formats: readonly Remedy[] = rows.map(([of, whole, spoil, obey, said]) => ({
  of,
  plan: whole,
  spoil,
  obey,
  ...(said === undefined ? {} : { said })
}))
