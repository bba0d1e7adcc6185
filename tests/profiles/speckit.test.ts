/** The files of a spec-kit feature, each by itself: what is right stays silent, and each kind of fault is told once, where it is. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const plans = path.join(import.meta.dirname, '../../fixtures/plans')
const read = (name: string): string => fs.readFileSync(path.join(plans, `speckit-${name}/valid-1.md`), 'utf8')
const lint = (name: string, text: string) =>
  lintText(text, { path: `specs/004-night-letters/${name}.md`, now: Date.parse('2026-06-01') })

/** What is changed, into what; the rule that tells, and the beginning of the line that it tells of. */
type Mutant = readonly [from: string | RegExp, to: string, rule: string, line: string]

const ownTree = '```text\nsorter/\n├── run.py\n└── night.py\ntests/\n└── test_night.py\n```\n'
/** Two of the trees that the template offers, without the comments above them. */
const bothTrees = [
  ['src/', 'models/', 'services/', 'cli/', 'lib/'].join('\n├── '),
  'backend/\n└── src/\n    ├── models/\n    ├── services/\n    └── api/',
  'frontend/\n└── src/\n    ├── components/\n    ├── pages/\n    └── services/'
].join('\n\n')

const stories = 'Whoever asks one thing after six has an answer at breakfast.\n\n'
const broken: Record<string, readonly Mutant[]> = {
  spec: [
    ['**Created**: 2026-03-02\n', '', 'metadata', '# Feature'],
    ['**Created**: 2026-03-02', '**Created**: soon', 'metadata', '**Created'],
    ['**Created**: 2026-03-02', '**Created**: [DATE]', 'no-placeholder', '**Created'],
    ['**Status**: Draft', '**Status**:', 'metadata', '**Status'],
    ['### User Story 2 -', '### User Story 3 -', 'step-sequence', '### User Story 3'],
    ['### User Story 2 -', '### User Story 1 -', 'step-sequence', '### User Story 1 - The morning'],
    ['**Why this priority**: Two thirds of all letters ask one thing.\n', '', 'step-fields', '### User Story 1'],
    [
      '**Independent Test**: Put one simple letter into the box at seven, and look at eight.\n',
      '',
      'step-fields',
      '### User Story 1'
    ],
    [
      '**Acceptance Scenarios**:\n\n1. **Given** a night with answers, **When** the morning begins, **Then** the list names each of them.\n',
      '',
      'step-fields',
      '### User Story 2'
    ],
    [
      '### Edge Cases\n\n- What if the run stops half way? It begins again, and answers nobody twice.\n',
      '',
      'required-sections',
      '## User Scenarios'
    ],
    [
      '- What if the run stops half way?',
      '- What happens when [boundary condition]?',
      'no-placeholder',
      '- What happens'
    ],
    [
      '### Key Entities',
      '### Functional Requirements\n\nMore.\n\n### Key Entities',
      'required-sections',
      '### Functional'
    ],
    [
      '### Key Entities',
      '### Functional Requirements (later)\n\n- **FR-001**: The list MUST be read aloud.\n\n### Key Entities',
      'step-sequence',
      '- **FR-001**: The list'
    ],
    ['- **FR-002**:', '- **FR-001**:', 'step-sequence', '- **FR-001**: The night run MUST leave'],
    ['- **SC-001**: Nine of ten simple letters are answered before eight.\n', '', 'section-content', '## Success'],
    [
      '- What if the run stops half way? It begins again, and answers nobody twice.\n',
      '',
      'section-content',
      '### Edge'
    ],
    [
      '## Success Criteria *(mandatory)*\n\n### Measurable Outcomes\n\n- **SC-001**: Nine of ten simple letters are answered before eight.\n\n',
      '',
      'required-sections',
      '## Requirements'
    ],
    ['night run MUST leave', 'night run leaves', 'requirement-form', '- **FR-002**'],
    ['reads it, **Then** it stays', 'reads it: it stays', 'scenario', '2. **Given** a letter that asks two'],
    [', **When** the morning begins, **Then** the', ' in the morning, the', 'scenario', '1. **Given** a night'],
    [stories, `${stories}TODO: more\n\n`, 'no-placeholder', 'TODO'],
    [stories, '[NEEDS CLARIFICATION: answers to whom?]\n\n', 'open-questions', '[NEEDS'],
    [
      '- The tray is emptied every morning.',
      '- [NEEDS CLARIFICATION: who empties the tray?]',
      'open-questions',
      '- [NEEDS CLARIFICATION: who'
    ],
    ['**Status**: Draft', '**Status**: [NEEDS CLARIFICATION: who decides?]', 'open-questions', '**Status'],
    ['**Created**: 2026-03-02', '**Created**: [NEEDS CLARIFICATION: when was it?]', 'open-questions', '**Created'],
    ['**Status**: Draft', '**Status**: [NEEDS CLARIFICATION: question]', 'no-placeholder', '**Status']
  ],
  plan: [
    [
      'Simple first: one run more, no new service. Passes.',
      '- Simple first: ❌ two services',
      'status-consistency',
      '- Simple'
    ],
    [
      'Simple first: one run more, no new service. Passes.',
      '| Principle | Status |\n| --- | --- |\n| Simple first | PASS |\n| Tests first | FAIL |',
      'status-consistency',
      '| Tests first'
    ],
    [
      'Simple first: one run more, no new service. Passes.',
      '### I. Simple first — FAIL\n\nTwo services.',
      'status-consistency',
      '### I.'
    ],
    [
      '[spec.md](spec.md)',
      '[spec.md](file:///Users/ann/letters/specs/004-night-letters/spec.md)',
      'verification-quality',
      '**Branch'
    ],
    ['[spec.md](spec.md)', '[link]', 'no-placeholder', '**Branch'],
    ['| **Date**: 2026-03-04 ', '', 'metadata', '# Implementation'],
    ['**Date**: 2026-03-04', '**Date**: 2027-03-04', 'metadata', '**Branch'],
    [
      'A second run of the sorter after six answers what asks one thing; the rest waits.\n',
      '',
      'section-content',
      '## Summary'
    ],
    ['**Language/Version**: Python 3.12\n', '', 'section-content', '## Technical'],
    ['**Testing**: pytest', '**Testing**:', 'section-content', '**Testing'],
    ['Simple first: one run more, no new service. Passes.\n', '', 'section-content', '## Constitution'],
    [
      '**Structure Decision**: One module beside the day run, since both share the letters.\n',
      '',
      'section-content',
      '## Project'
    ],
    ['One module beside the day run', '[REMOVE IF UNUSED] One module', 'no-placeholder', '**Structure'],
    ['```text\nsorter/', '```text\n# Option 1: Single project (DEFAULT)\nsorter/', 'no-placeholder', '# Option 1'],
    ['```text\nsorter/', '**Option 1: Single project**\n\n```text\nsorter/', 'no-placeholder', '**Option 1'],
    ['```text\nsorter/', '#### Option 2: Web application\n\n```text\nsorter/', 'no-placeholder', '#### Option 2: Web'],
    ['sorter/\n├── run.py\n└── night.py\n', `${bothTrees}\n`, 'no-placeholder', 'backend/'],
    [
      'sorter/\n├── run.py\n└── night.py\n',
      bothTrees.replace('src/', '# Option 1: Single project (DEFAULT)\nsrc/'),
      'no-placeholder',
      '# Option 1'
    ],
    [`### Source Code (repository root)\n\n${ownTree}\n`, '', 'required-sections', '### Documentation'],
    ['### Source Code (repository root)\n\n', '', 'required-sections', '### Documentation'],
    [ownTree, '', 'section-content', '### Source Code'],
    [/### Documentation[^]*?(?=### Source)/, '', 'required-sections', '## Project Structure'],
    ['## Project Structure\n\n', '', 'required-sections', '## Constitution'],
    [/## Project Structure[^]*?(?=## Complexity)/, '', 'required-sections', '## Constitution'],
    [/## Project Structure[^]*?(?=\*\*Structure)/, '', 'required-sections', '## Constitution'],
    ['**Storage**: N/A', '**Storage**: NEEDS CLARIFICATION', 'open-questions', '**Storage'],
    [
      '## Complexity Tracking\n',
      '## Complexity Tracking\n\n| Violation | Why Needed |\n| --- | --- |\n| [e.g., 4th project] | [current need] |\n',
      'no-placeholder',
      '| [e.g.'
    ]
  ],
  tasks: [
    [/(?<=## Phase 1: Setup\n\n)[^#]*/, '', 'section-content', '## Phase 1'],
    [/(?<=## Phase 4.*\n\n)[^#]*/, '', 'section-content', '## Phase 4'],
    [/- \[ \] T006[^*]*\*\*Read.*\n/, '', 'section-content', '## Phase 4'],
    [/^- \[.*\n/gm, '', 'task-format', '  - the answer'],
    ['T005 [US1]', 'T004 [US1]', 'step-sequence', '- [ ] T004 [US1] Answer'],
    ['- [ ] T003 Read', '- [ ] Read', 'task-format', '- [ ] Read'],
    ['T006 [US2]', 'T006 [US1]', 'task-format', '- [ ] T006 [US1]'],
    ['T006 [US2]', 'T006', 'task-format', '- [ ] T006 Write'],
    ['**Checkpoint**: The list names each letter.\n', '', 'step-verification', '## Phase 4'],
    ['T001 Add', 'T001 [US1] Add', 'task-format', '- [ ] T001'],
    ['T003 Read', 'T003 [US2] Read', 'task-format', '- [ ] T003'],
    ['T008 [P] Describe', 'T008 [P] [US1] Describe', 'task-format', '- [ ] T008'],
    ['T008 [P] Describe', 'TXXX [P] Describe', 'no-placeholder', '- [ ] TXXX'],
    ['`tests/test_night.py`', '`tests/test_[name].py`', 'no-placeholder', '- [ ] T004'],
    ['`tests/test_night.py`', 'tests/test_[name].py', 'no-placeholder', '- [ ] T004'],
    ['Describe the night run', 'TBD', 'no-placeholder', '- [ ] T008']
  ]
}

describe.each(Object.keys(broken))('%s.md of a spec-kit feature', name => {
  const valid = read(name)

  it('is recognised for certain, and has no fault', () => {
    expect(lint(name, valid)).toMatchObject({ profile: `speckit-${name}`, recognised: 'certain', findings: [] })
  })

  it.each(broken[name]!)('%j → %j', (from, to, rule, line) => {
    expect(valid).toMatch(from)
    const text = valid.replace(from, to)
    const lines = text.split('\n')
    const told = lint(name, text).findings.map(({ rule: id, place }) => [id, lines[place.start.line - 1]!])
    expect(told.map(([id]) => id)).toEqual([rule])
    expect(told[0]![1]!.startsWith(line), told[0]![1]).toBe(true)
  })
})

describe('what is right in them', () => {
  it.each([
    ['spec', 'holes between requirements', '**FR-004**', '**FR-009**'],
    ['spec', 'a requirement that says should on purpose', 'The list MUST name', 'The list should name'],
    ['spec', 'a scenario without bold', '**Given** a night with answers, **When** the', 'given a night, when the'],
    [
      'spec',
      'requirements that go on',
      '### Key Entities',
      '### Functional Requirements (later)\n\n- **FR-009**: The list MUST be printed.\n\n### Key Entities'
    ],
    ['spec', 'a branch by its short name', '**Feature Branch**', '**Feature**'],
    ['spec', 'edge cases in a section of their own', '### Edge Cases', '## Edge Cases'],
    ['spec', 'edge cases by another name', '### Edge Cases', '## Edge Case Behavior'],
    [
      'plan',
      'what an old template asks of others',
      '## Complexity',
      '## Phase 0: Outline & Research\n\n- Decision: [what was chosen]\n\n## Complexity'
    ],
    [
      'plan',
      'a gate that fails, with its reason',
      /Simple first[^]*Tracking\n/,
      '- Simple first: FAIL\n\n## Project Structure\n\n### Documentation (this feature)\n\n- `plan.md`\n\n### Source Code (repository root)\n\n```text\na.py\n```\n\n**Structure Decision**: One.\n\n## Complexity Tracking\n\n| Violation | Why Needed |\n| --- | --- |\n| Two services | Letters come by two ways |\n'
    ],
    [
      'plan',
      'gates that fail fast',
      'Simple first: one run more, no new service. Passes.',
      '| Principle | Status | Notes |\n| --- | --- | --- |\n| Simple | PASS | Fails fast |\n\n- [ ] Fail early: a boxed gate'
    ],
    [
      'plan',
      'one of the trees that the template offers',
      'sorter/\n├── run.py\n└── night.py\n',
      `${bothTrees.split('\n\n')[0]}\n`
    ],
    ['plan', 'an option that was decided for', 'One module beside', 'Option 1: Single project. One module beside'],
    ['plan', 'files in a list', ownTree, '- `sorter/night.py`: the run of the night\n'],
    [
      'plan',
      'a decision under a heading of its own kind',
      '**Structure Decision**: One',
      'The tests stay apart.\n\n**Structure Decision**: One'
    ],
    ['plan', 'a bare N/A', '**Constraints**: N/A', '**Constraints**: None'],
    ['tasks', 'a bold identifier', 'T003 Read', '**T003** Read'],
    ['tasks', 'labels in another order', '[P] [US1]', '[US1] [P]'],
    ['tasks', 'a test beside the checkpoint', '**Checkpoint**: The list', '**Independent Test**: The list'],
    ['tasks', 'a checkpoint that is looked at', 'The list names each letter', '`npm run dev` shows the list'],
    ['tasks', 'a route in brackets', '`sorter/list.py`', 'app/[name]/page.tsx'],
    ['tasks', 'four digits', 'T008', 'T0080'],
    ['tasks', 'all boxes ticked', '- [ ] ', '- [x] ']
  ])('%s.md: %s', (name, _, from, to) => {
    expect(read(name)).toMatch(from)
    expect(
      lint(
        name,
        typeof from === 'string' ? read(name).replaceAll(from, to) : read(name).replace(from, to)
      ).findings.map(({ rule, message }) => `${rule}: ${message}`)
    ).toEqual([])
  })
})

it.each([/## Project Structure\n\n/, /## Project Structure[^]*?(?=\*\*Structure)/])(
  'what a section holds whose heading is missing fills none before it: %s',
  gone => {
    const text = read('plan').replace('Simple first: one run more, no new service. Passes.\n\n', '').replace(gone, '')
    expect(lint('plan', text).findings.map(({ message }) => message)).toEqual([
      'Missing section "Project Structure"',
      'Empty section "Constitution Check"'
    ])
  }
)

describe('beside what a task depends on', () => {
  const told = (others: string): string[] =>
    lint('tasks', read('tasks').replace('depends on T003', `depends on ${others}`))
      .findings.filter(({ rule }) => rule === 'step-order')
      .map(({ message }) => message)

  it.each([
    'T003, blocks T007',
    'T003; enables T007',
    'T003, before T007',
    'T003, T088 of 003-day-letters',
    'T088 in specs/003-day-letters'
  ])('%s: nothing that waits for it, and nothing of another set', others => expect(told(others)).toEqual([]))

  it.each([
    ['T003, T007, blocks T008', 'Expected T007 before T005, which depends on it'],
    ['T003, T088', 'Unknown task T088, which T005 depends on']
  ])('%s: the others count', (others, expected) => expect(told(others)).toEqual([expected]))
})

describe('a task without an identifier', () => {
  const told = (other: string): string[] =>
    lint(
      'tasks',
      read('tasks').replace('- [ ] T003 Read', '- [ ] Read').replace('depends on T003', `depends on ${other}`)
    )
      .findings.filter(({ rule }) => rule === 'step-order')
      .map(({ message, severity }) => `${severity}: ${message}`)

  it.each(['T003', 'T009', 'T001'])('may be %s', other => expect(told(other)).toEqual([]))

  it.each(['T010', 'T999'])('is not %s', other =>
    expect(told(other)).toEqual([`error: Unknown task ${other}, which T005 depends on`])
  )
})

describe('stories that lost their numbers', () => {
  const told = (text: string): string[] =>
    lint('spec', text).findings.flatMap(({ rule, message, severity }) =>
      rule === 'step-sequence' ? [`${severity}: ${message}`] : []
    )
  const first = 'A simple letter is answered at night'
  const second = 'The morning sees what happened'
  const missing = (title: string): string => `error: Missing number on story "${title}"`

  it.each<[string, RegExp, string, string[]]>([
    ['all', /### User Story \d - /g, '### ', [`${first} (Priority: P1)`, `${second} (Priority: P2)`]],
    ['one', /### User Story 2 - /g, '### ', [`${second} (Priority: P2)`]],
    ['with the priority', /### User Story \d - (.*) \(.*\)/g, '### $1', [first, second]],
    [
      'but not the word',
      /### User Story \d - /g,
      '### User Story - ',
      [`User Story - ${first} (Priority: P1)`, `User Story - ${second} (Priority: P2)`]
    ]
  ])('%s', (_, from, to, titles) => expect(told(read('spec').replace(from, to))).toEqual(titles.map(missing)))

  it('are known by the priority in their titles', () => {
    const bare = read('spec').replaceAll(/\*\*(?:Why|Independent|Acceptance)[^\n]*\n/g, '')
    expect(told(bare.replaceAll(/### User Story \d - /g, '### '))).toHaveLength(2)
  })

  const scenario = '1. **Given** a letter, **When** the run reads it, **Then** an answer lies in the tray.\n\n'
  it.each([
    ['beside its scenarios', '### Acceptance Scenarios'],
    ['around its scenarios', '#### Acceptance Scenarios'],
    ['with a label', '**Acceptance Scenarios**:']
  ])('but the one of the older template has none: %s', (_, head) => {
    const old = `### Primary User Story\n\nWhoever asks one thing has an answer.\n\n${head}\n\n${scenario}`
    expect(lint('spec', read('spec').replace(/### User Story 1[^]*?(?=### Edge)/, old)).findings).toEqual([])
  })

  it('nor have other headings among them', () => {
    const text = read('spec').replace(
      '### Edge Cases',
      '### How they go together\n\nThe list is for both.\n\n### Edge Cases'
    )
    expect(lint('spec', text).findings).toEqual([])
  })
})

/** The files beside them, at their places and without a word of what they are. */
const beside: Record<string, { at: string; mutants: readonly Mutant[]; fine: readonly (readonly [string, string])[] }> =
  {
    checklist: {
      at: 'specs/004-night-letters/checklists/requirements.md',
      mutants: [
        ['CHK002', 'CHK001', 'step-sequence', '- [ ] CHK001 Is it said when'],
        ['2026-03-02', '[DATE]', 'no-placeholder', '**Created**'],
        ['Is it said when the night begins?', 'TODO', 'no-placeholder', '- [ ] CHK002']
      ],
      fine: [
        ['- [ ] ', '- [x] '],
        ['CHK004', 'CHK104']
      ]
    },
    constitution: {
      at: '.specify/memory/constitution.md',
      mutants: [
        ['### I. Simple first', '### [PRINCIPLE_1_NAME]', 'no-placeholder', '### [PRINCIPLE_1_NAME]'],
        ['2026-02-01', '[LAST_AMENDED_DATE]', 'no-placeholder', '**Version**']
      ],
      fine: [['One program answers', 'One program (`letters [BOX]`) answers']]
    },
    quickstart: {
      at: 'specs/004-night-letters/quickstart.md',
      mutants: [
        ['pytest tests/test_night.py', 'pytest tests/test_night.py || true', 'verification-quality', 'pytest'],
        ['--box samples/', '--box /Users/ann/samples/', 'verification-quality', 'python']
      ],
      fine: [['tail -f night.log', 'npm run dev']]
    }
  }

describe.each(Object.entries(beside))('%s beside a spec-kit feature', (name, { at, mutants, fine }) => {
  const valid = read(name).replace(/^---[^]*?---\n/, '')
  const judge = (text: string) => lintText(text, { path: at, now: Date.parse('2026-06-01') })

  it('is recognised by its place', () => {
    expect(judge(valid)).toMatchObject({ profile: `speckit-${name}`, recognised: 'certain', findings: [] })
    expect(lintText(valid, { path: 'docs/notes.md' }).profile).not.toBe(`speckit-${name}`)
  })

  it.each(mutants)('%j → %j', (from, to, rule, line) => {
    expect(valid).toMatch(from)
    const text = valid.replace(from, to)
    const told = judge(text).findings.map(
      ({ rule: id, place }) => [id, text.split('\n')[place.start.line - 1]!] as const
    )
    expect(told.map(([id]) => id)).toEqual([rule])
    expect(told[0]![1].startsWith(line), told[0]![1]).toBe(true)
  })

  it.each(fine)('%j → %j is fine', (from, to) => {
    expect(valid).toContain(from)
    expect(judge(valid.replaceAll(from, to)).findings).toEqual([])
  })
})
