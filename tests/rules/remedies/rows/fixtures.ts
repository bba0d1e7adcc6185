/** Rules that ask the repository, other plans, or profiles of a project's own: what their fixtures say, obeyed. */
import { rep } from '../../../profiles/edits.ts'
import type { FixtureRemedy } from '../remedy.ts'
import { all } from '../remedy.ts'
import type { Small } from '../../../plan/own-plan.ts'

const commands = 'command-exists/invalid-1'
const paths = 'path-exists/invalid-1'
/** Numbered boxes with boxes below them. */
/** Options of which each is to show its figures. */
const withTables: Small = {
  sections: [
    {
      id: 'ways',
      title: 'Ways',
      units: { role: 'alternative', form: ['any-heading'], min: 2, content: [{ kind: 'table' }] }
    }
  ]
}

const withTasks: Small = {
  sections: [
    {
      id: 'work',
      title: 'Work',
      units: {
        role: 'task',
        counts: 'step',
        form: ['box'],
        id: { shape: '#', required: true },
        units: { role: 'sub-task', counts: 'part', form: ['box'], id: { shape: '#.#' } }
      }
    }
  ]
}

/** Items that begin with identifiers. */
const withIds: Small = {
  sections: [
    {
      id: 'work',
      title: 'Work',
      units: {
        role: 'requirement',
        counts: 'part',
        form: ['item'],
        number: false,
        id: { shape: 'FR-###', required: true }
      }
    }
  ]
}

/** Steps with a command and what it shows under labels of their own. */
const withRuns: Small = {
  sections: [
    {
      id: 'work',
      title: 'Work',
      units: {
        role: 'step',
        words: ['Step'],
        form: ['heading'],
        verification: { run: ['Run'], expected: ['Expected'], command: 'required', fold: true }
      }
    }
  ]
}
const done = 'path-exists/invalid-2'
const order = 'step-order/invalid-1'
const tags = 'task-format/invalid-tags'
/** A plan that another one may wait for. */
const peer =
  '---\nphase: 04-limits\nplan: 07\ntype: execute\ndepends_on: []\n---\n\n<objective>\nIt counts.\n</objective>\n'
const matter = 'metadata/invalid-front-matter'
const steps = 'step-order/invalid-2'

export const byFixture: readonly FixtureRemedy[] = [
  {
    of: 'file-tree/unclosedFence',
    fixture: 'file-tree/invalid-unclosed',
    obey: rep('  words.ts <new>\n', '  words.ts <new>\n```\n')
  },
  {
    of: 'lint-comment/unknown',
    fixture: 'lint-comment/invalid-1',
    said: 'Write',
    obey: rep('no-placehoder', 'no-placeholder')
  },
  {
    of: 'lint-comment/unknown',
    fixture: 'lint-comment/invalid-1',
    said: 'Take',
    obey: rep('<!--lint ignore our-house-style-->\n\n', '')
  },
  {
    of: 'lint-comment/unused',
    fixture: 'lint-comment/invalid-2',
    obey: rep('<!--lint disable no-placeholder-->\n\n', '')
  },
  {
    of: 'open-questions/marked',
    fixture: 'open-questions/invalid-marked',
    said: 'those of whom',
    obey: rep('[NEEDS CLARIFICATION: those of whom?]', 'of the day')
  },
  {
    of: 'open-questions/many',
    fixture: 'open-questions/invalid-marked',
    obey: rep('→ NEEDS CLARIFICATION', 'is a year')
  },
  {
    of: 'file-coverage/undrawn',
    fixture: 'file-coverage/invalid-undrawn',
    obey: all(rep('src/store/table.py', 'src/letters/table.py'), rep('src/store/find.py', 'src/letters/find.py'))
  },
  { of: 'step-order/parallel', fixture: 'step-order/invalid-tasks', obey: rep('T003 [P]', 'T003') },
  { of: 'step-order/unknownDependency', fixture: 'step-order/invalid-tasks', obey: rep(', T009', '') },
  { of: 'step-order/laterDependency', fixture: 'step-order/invalid-tasks', obey: rep('T003, T009', 'T009') },
  {
    of: 'traceability/unknown',
    fixture: 'traceability/invalid-unknown',
    said: 'FR-012',
    obey: rep('FR-012', 'FR-002')
  },
  {
    of: 'traceability/unknown',
    fixture: 'traceability/invalid-unknown',
    said: 'story 3',
    obey: all(rep('User Story 3', 'User Story 2'), rep('[US3]', '[US2]'))
  },
  {
    of: 'traceability/uncovered',
    fixture: 'traceability/invalid-unnamed',
    said: 'story 2',
    obey: text => text,
    beside: {
      'tasks.md': '# Tasks: Letters\n\n- [ ] T001 [US1] Read, for FR-001\n- [ ] T002 [US2] Answer, for FR-002\n'
    }
  },
  {
    of: 'traceability/uncovered',
    fixture: 'traceability/invalid-unnamed',
    said: 'requirement FR-002',
    obey: text => text,
    beside: {
      'tasks.md': '# Tasks: Letters\n\n- [ ] T001 [US1] Read, for FR-001\n- [ ] T002 [US2] Answer, for FR-002\n'
    }
  },
  {
    of: 'traceability/unnamed',
    fixture: 'traceability/invalid-plain',
    obey: all(rep('T001', 'T001 [US1]'), rep('T002', 'T002 [US2]'))
  },
  {
    of: 'traceability/stranded',
    fixture: 'traceability/invalid-stranded',
    obey: text => text,
    beside: {
      'spec.md':
        '# Feature Specification: Letters\n\n## User Scenarios & Testing\n\n### User Story 1 - Letters\n\n### User Story 2 - Answers\n\n## Requirements\n\n### Functional Requirements\n\n- **FR-001**: It MUST read.\n- **FR-002**: It MUST answer.\n'
    }
  },
  {
    of: 'traceability/noFile',
    fixture: 'traceability/invalid-alone',
    obey: text => text,
    beside: { 'spec.md': '# Feature Specification: Letters\n' }
  },
  { of: 'command-exists/script', fixture: commands, obey: rep('npm run biuld', 'npm run build') },
  {
    of: 'command-exists/script',
    fixture: commands,
    obey: all(
      rep('**Files**: `mail/queue.ts`', '**Files**: `mail/queue.ts`, `package.json`'),
      rep('- Write the queue', '- Write the queue\n- Add the script `biuld` to `package.json`')
    )
  },
  { of: 'command-exists/workspace', fixture: commands, obey: rep(' --workspace=relay', '') },
  { of: 'command-exists/target', fixture: commands, obey: rep('make chekc', 'make check') },
  { of: 'command-exists/path', fixture: commands, obey: rep('sned.test', 'send.test') },
  {
    of: 'command-exists/manifest',
    fixture: commands,
    obey: rep('**Files**: `mail/queue.ts`', '**Files**: `mail/queue.ts`, `justfile` (new)')
  },
  { of: 'path-exists/exists', fixture: paths, obey: rep('send.ts         <new>', 'send.ts         <modified>') },
  {
    of: 'path-exists/missing',
    said: 'retry',
    fixture: paths,
    obey: rep('retry.ts        <modified>', 'retry.ts        <new>')
  },
  { of: 'path-exists/missing', said: 'only the case', fixture: paths, obey: rep('header.ts', 'Header.ts') },
  {
    of: 'path-exists/source',
    fixture: paths,
    obey: rep('outbox.ts       <renamed: older.ts>', 'outbox.ts       <new>')
  },
  { of: 'path-exists/outside', fixture: paths, obey: rep('~/relay/app.ts      <modified>', 'relay/app.ts      <new>') },
  {
    of: 'path-exists/machine',
    fixture: 'path-exists/invalid-machine',
    obey: text => text.replaceAll('/Users/ann/code/relay/', '')
  },
  {
    of: 'path-exists/linked',
    fixture: 'path-exists/invalid-linked',
    obey: rep('specs/queue.md', 'mail/send.ts')
  },
  { of: 'path-exists/lines', fixture: 'path-exists/invalid-lines', obey: rep('send.ts:40-52', 'send.ts') },
  { of: 'path-exists/undone', fixture: done, obey: rep('Completed', 'Planning Complete') },
  { of: 'path-exists/left', fixture: done, obey: rep('Completed', 'Planning Complete') },
  {
    of: 'step-order/early',
    fixture: order,
    obey: rep(
      '**Files**: `mail/queue.ts`, `tests/old',
      '**Files**: `mail/queue.ts`, `tests/queue.test.ts` (new), `tests/old'
    )
  },
  {
    of: 'step-order/late',
    fixture: order,
    obey: all(
      rep(' && npx vitest run tests/old.test.ts', ''),
      rep(
        'run tests/queue.test.ts`\n\n### Step 2',
        'run tests/queue.test.ts && npx vitest run tests/old.test.ts`\n\n### Step 2'
      )
    )
  },
  {
    of: 'step-order/untouched',
    fixture: order,
    obey: rep('**Files**: `tests/queue.test.ts`', '**Files**: `tests/queue.test.ts`, `mail/dump.ts`')
  },
  { of: 'step-order/untouched', fixture: order, obey: rep('mail/dump.ts         <new>\n', '') },
  { of: 'profile-match/unknown', fixture: 'profile-match/invalid-2', obey: rep('desing-plan', 'design-plan') },
  {
    of: 'profile-match/likely',
    fixture: 'profile-match/invalid-likely',
    obey: text => `---\nplanlint: design-plan\n---\n${text}`
  },
  {
    of: 'profile-match/likely',
    fixture: 'profile-match/invalid-likely',
    obey: text => `---\nplanlint: false\n---\n${text}`
  },
  {
    of: 'profile-match/empty',
    fixture: 'profile-match/invalid-empty-plan',
    obey: () => '---\nplanlint: design-plan\n---\n# A plan\n\n## Goal\n\nA search that forgives.\n'
  },
  {
    of: 'profile-match/idle',
    fixture: 'profile-match/invalid-idle-plan',
    obey: text => `${text}\n## Step 1: Plant the basil\n\n**Verify**: \`npm test\` passes\n`
  },
  {
    of: 'step-verification/never',
    profile: withRuns,
    text: '# A\n\n## Work\n\n### Step 1: One\n\nDo it.\n\n### Step 2: Two\n\nDo it.\n',
    obey: all(
      rep('One\n\nDo it.', 'One\n\n**Run**: `npm test`\n\n**Expected**: it passes'),
      rep('Two\n\nDo it.', 'Two\n\n**Run**: `npm test`\n\n**Expected**: it passes')
    )
  },
  {
    of: 'step-verification/expectation',
    profile: withRuns,
    text: '# A\n\n## Work\n\n### Step 1: One\n\n**Run**: `npm test`\n',
    obey: rep('`npm test`\n', '`npm test`\n\nExpected: it passes\n')
  },
  {
    of: 'step-verification/unsaid',
    fixture: 'step-verification/invalid-unsaid',
    obey: rep('Expected:', 'Expected: 3 tests pass')
  },
  {
    of: 'required-sections/unevenFence',
    fixture: 'required-sections/invalid-uneven',
    obey: rep('```ts\n````', '```ts\n```\n````')
  },
  {
    of: 'step-sequence/foreign',
    profile: withTasks,
    text: '# A\n\n## Work\n\n- [ ] 1. One\n  - [ ] 1.1 a\n- [ ] 2. Two\n  - [ ] 1.2 b\n',
    obey: rep('1.2 b', '2.1 b')
  },
  {
    of: 'path-conflict/conflict',
    fixture: 'path-conflict/invalid-1',
    said: 'queue.ts',
    obey: text => text.replace('## Files', 'Comes after `docs/plans/letters.md` and `docs/plans/speed.md`.\n\n## Files')
  },
  {
    of: 'alternatives/manyRecommended',
    fixture: 'alternatives/invalid-both',
    obey: rep('Recommendation: Option A and Option B', 'Recommendation: Option A')
  },
  {
    of: 'completion-checklist/otherName',
    fixture: 'completion-checklist/invalid-other-name',
    obey: rep('Phase 2: Removal', 'Phase 2: Sort')
  },
  {
    of: 'metadata/twice',
    fixture: 'metadata/invalid-twice',
    obey: rep('**Implementer:** Ben\n**Status:** Completed', '**Implementer:** Ben')
  },
  { of: 'metadata/number', fixture: 'metadata/invalid-number', obey: rep('wave: two', 'wave: 2') },
  { of: 'task-format/unclosed', fixture: tags, obey: rep('often.\n', 'often.\n</objective>\n') },
  {
    of: 'task-format/stray',
    fixture: tags,
    obey: rep('  `npm test` passes.</verify>', '  <verify>`npm test` passes.</verify>')
  },
  { of: 'task-format/crossed', fixture: tags, obey: rep('passes.</success_criteria>', 'passes.</verification>') },
  { of: 'traceability/noPlan', fixture: 'traceability/invalid-plans', obey: rep('[7, ', '[1, ') },
  {
    of: 'traceability/noPlan',
    fixture: 'traceability/invalid-plans',
    obey: text => text,
    beside: { '04-07-PLAN.md': peer }
  },
  { of: 'traceability/cycle', fixture: 'traceability/invalid-plans', obey: rep(', "04-01"]', ']') },
  {
    of: 'traceability/unknown',
    fixture: 'traceability/invalid-story',
    obey: all(rep('(AC: 2, 4)', '(AC: 2)'), rep('(AC: 4)', '(AC: 3)'))
  },
  { of: 'step-order/wave', fixture: 'step-order/invalid-wave', obey: rep('wave: 1', 'wave: 2') },
  {
    of: 'path-conflict/wave',
    fixture: 'path-conflict/invalid-wave',
    obey: text => rep('depends_on: []', 'depends_on: ["04-01"]')(rep('wave: 1', 'wave: 2')(text))
  },
  {
    of: 'metadata/unopened',
    fixture: 'metadata/invalid-unopened',
    obey: text => `---\n${text}`
  },
  {
    of: 'metadata/headless',
    fixture: 'metadata/invalid-headless',
    obey: rep(
      'planlint: cursor-plan\n',
      'planlint: cursor-plan\nname: Lamps at dusk\noverview: They go on.\ntodos:\n  - id: sensor\n    content: Ask it\n    status: pending\n'
    )
  },
  {
    of: 'metadata/unended',
    fixture: 'metadata/invalid-unclosed',
    obey: rep('isProject: false\n', 'isProject: false\n---\n')
  },
  { of: 'metadata/odd', fixture: matter, obey: rep('\noverview\n', '\noverview: Words match in spite of a letter\n') },
  {
    of: 'metadata/unclosed',
    fixture: 'metadata/invalid-yaml',
    obey: text => rep('give way\n', 'give way"\n')(rep('[wood, attic', '[wood, attic]')(text))
  },
  {
    of: 'metadata/colon',
    fixture: 'metadata/invalid-yaml',
    obey: rep('Stairs: the upper ones', '"Stairs: the upper ones"')
  },
  { of: 'metadata/missing', fixture: matter, obey: rep('\noverview\n', '\noverview: Words match\n') },
  { of: 'metadata/lacks', fixture: matter, obey: rep('    status: later', '    content: Try it\n    status: later') },
  { of: 'metadata/blank', fixture: matter, obey: rep('    content:\n', '    content: Try it\n') },
  {
    of: 'metadata/sameId',
    fixture: matter,
    obey: rep('  - id: one\n    content: Ask', '  - id: four\n    content: Ask')
  },
  ...['generic', 'design-plan'].map(profile => ({
    of: 'profile-match/near',
    fixture: 'profile-match/invalid-near-plan',
    obey: (text: string) => `---\nplanlint: ${profile}\n---\n${text}`
  })),
  {
    of: 'step-order/unmade',
    fixture: steps,
    obey: rep('- Write the queue', '- Write the queue\n- Add the script `stamps`')
  },
  {
    of: 'step-order/again',
    fixture: steps,
    obey: rep('`mail/queue.ts` (new), `mail/dump.ts` (new)', '`mail/queue.ts` (modified), `mail/dump.ts` (new)')
  },
  {
    of: 'step-order/afterwards',
    fixture: steps,
    obey: all(
      rep('`mail/dump.ts` (modified)', '`mail/dump.ts` (new)'),
      rep(', `mail/dump.ts` (new), `package.json`', ', `package.json`')
    )
  },
  {
    of: 'step-verification/most',
    fixture: 'step-verification/invalid-most',
    obey: text => `${text}\n## Verification\n\n\`npm test\` passes.\n`
  },
  {
    of: 'requirement-form/unbound',
    fixture: 'requirement-form/invalid-1',
    obey: rep('The list of the night names', 'The system MUST write a list that names')
  },
  {
    of: 'scenario/part',
    fixture: 'scenario/invalid-1',
    obey: rep('reads it, an answer', 'reads it, **Then** an answer')
  },
  {
    of: 'scenario/none',
    fixture: 'scenario/invalid-1',
    obey: rep(
      'The list is complete and it is readable.',
      '1. **Given** a night with answers, **When** the morning begins, **Then** the list names each of them.'
    )
  },
  {
    of: 'task-format/blank',
    fixture: 'task-format/invalid-blank',
    obey: rep('- [ ]\n', '- [ ] 2. Answer them\n')
  },
  { of: 'task-format/number', fixture: 'task-format/invalid-letter', obey: rep('## Task A:', '## Task 1:') },
  { of: 'task-format/label', fixture: 'task-format/invalid-label', obey: rep('T001 Read', 'T001 [US1] Read') },
  { of: 'task-format/otherLabel', fixture: 'task-format/invalid-label', obey: rep('[US2]', '[US1]') },
  {
    of: 'status-consistency/openRows',
    fixture: 'status-consistency/invalid-rows',
    obey: all(
      rep('Set the clock | | |', 'Set the clock | ✅ | 2026-03-04 |'),
      rep('Listen at noon | no | |', 'Listen at noon | ✅ | 2026-03-05 |')
    )
  },
  {
    of: 'status-consistency/openRows',
    fixture: 'status-consistency/invalid-rows',
    obey: rep('status: Completed', 'status: In progress')
  },
  {
    of: 'status-consistency/doneRows',
    fixture: 'status-consistency/invalid-planned',
    obey: rep('status: Planned', 'status: Completed')
  },
  {
    of: 'status-consistency/doneRows',
    fixture: 'status-consistency/invalid-planned',
    obey: rep('✅ | 2025-03-06', ' | ')
  },
  {
    of: 'status-consistency/undated',
    fixture: 'status-consistency/invalid-undated',
    obey: rep('Set the clock | ✅ | |', 'Set the clock | ✅ | 2026-03-04 |')
  },
  {
    of: 'status-consistency/gate',
    fixture: 'status-consistency/invalid-gate',
    obey: text => `${text}\n| Violation | Why Needed |\n| --- | --- |\n| Two services | Letters come by two ways |\n`
  },
  {
    of: 'status-consistency/gate',
    fixture: 'status-consistency/invalid-gate',
    obey: all(rep('❌ | two services', 'PASS | one service'), rep('logged: FAIL', 'logged: PASS'))
  },
  {
    of: 'verification-quality/bound-link',
    fixture: 'verification-quality/invalid-link',
    obey: all(rep('file:///Users/ann/letters/spec.md', 'spec.md'), rep('</C:/Users/ann/notes.md>', 'notes.md'))
  },
  { of: 'task-format/otherLabel', fixture: 'task-format/invalid-setup', obey: rep('T001 [US1]', 'T001') },
  {
    of: 'step-verification/missing',
    fixture: 'step-verification/invalid-story',
    obey: text => `${text}\n**Checkpoint**: The letters of a day lie in the tray.\n`
  },
  {
    of: 'task-format/otherLabel',
    fixture: 'task-format/invalid-label',
    obey: all(
      rep('- [ ] T002 [US2] Answer them in `night.py`\n', ''),
      text => `${text}\n## Phase 2: User Story 2 - Answers (P2)\n\n- [ ] T002 [US2] Answer them in \`night.py\`\n`
    )
  },
  {
    of: 'task-format/noId',
    profile: withTasks,
    text: '# A\n\n## Work\n\n- [ ] 1. One\n- [ ] Two\n',
    obey: rep('Two', '2. Two')
  },
  {
    of: 'step-sequence/noId',
    profile: withIds,
    text: '# A\n\n## Work\n\n- **FR-001**: One\n- Two\n',
    obey: rep('- Two', '- FR-002: Two')
  },
  {
    of: 'step-sequence/position',
    fixture: 'step-sequence/invalid-places',
    obey: rep('2. THE SYSTEM SHALL count', '3. THE SYSTEM SHALL count')
  },
  {
    of: 'task-format/noId',
    fixture: 'task-format/invalid-boxes',
    obey: rep('- [ ] Print', '- [ ] 3. Print')
  },
  {
    of: 'task-format/lead',
    fixture: 'task-format/invalid-boxes',
    obey: rep('**2. Answer them**', '2. Answer them')
  },
  { of: 'task-format/bullet', fixture: 'task-format/invalid-boxes', obey: rep('* [ ] 4.', '- [ ] 4.') },
  { of: 'task-format/level', fixture: 'task-format/invalid-level', obey: rep('- [ ] 2.1', '  - [ ] 2.1') },
  { of: 'task-format/box', fixture: 'task-format/invalid-boxes', obey: rep('-[ ] 4.2', '- [ ] 4.2') },
  {
    of: 'task-format/heading',
    fixture: 'task-format/invalid-boxes',
    obey: rep('### 5. Measure a night\n\n- [ ] 5.1', '- [ ] 5. Measure a night\n  - [ ] 5.1')
  },
  {
    of: 'status-consistency/parentDone',
    fixture: 'status-consistency/invalid-parents',
    obey: rep('- [ ] 1.2', '- [x] 1.2')
  },
  {
    of: 'status-consistency/parentDone',
    fixture: 'status-consistency/invalid-parents',
    obey: rep('- [x] 1. Read', '- [ ] 1. Read')
  },
  {
    of: 'status-consistency/parentOpen',
    fixture: 'status-consistency/invalid-parents',
    obey: rep('- [ ] 2. Answer', '- [x] 2. Answer')
  },
  {
    of: 'step-sequence/sameId',
    profile: withTasks,
    text: '# A\n\n## Work\n\n- [ ] 1. One\n- [ ] 1. Two\n',
    obey: rep('1. Two', '2. Two')
  },
  {
    of: 'status-consistency/openState',
    fixture: 'status-consistency/invalid-open-state',
    obey: rep('NOT STARTED', '✅ DONE')
  },
  {
    of: 'status-consistency/openState',
    fixture: 'status-consistency/invalid-open-state',
    obey: rep('Completed', 'In Progress')
  },
  {
    of: 'status-consistency/twoStates',
    fixture: 'status-consistency/invalid-states',
    obey: rep('NOT STARTED', 'DONE')
  },
  {
    of: 'task-format/orphan',
    fixture: 'task-format/invalid-orphan',
    obey: rep(
      '- [ ] 2.1 Write the answer\n  - _Requirements: 2.1_',
      '- [ ] 2. Answer\n  - [ ] 2.1 Write the answer\n    - _Requirements: 2.1_'
    ),
    said: 'task 2'
  },
  {
    of: 'alternatives/lacks',
    profile: withTables,
    text: '# A\n\n## Ways\n\n### Pipe\n\nIt is cheap.\n\n### Pump\n\n| cost | years |\n| --- | --- |\n| 4 | 7 |\n',
    obey: rep('It is cheap.\n', 'It is cheap.\n\n| cost | years |\n| --- | --- |\n| 3 | 5 |\n')
  },
  {
    of: 'status-consistency/titleDone',
    fixture: 'status-consistency/invalid-marks',
    obey: rep('Read the gauge ✅', 'Read the gauge')
  },
  {
    of: 'status-consistency/tickedOver',
    fixture: 'status-consistency/invalid-marks',
    obey: rep('- [x] Draw the table', '- [ ] Draw the table')
  },
  {
    of: 'step-order/circular',
    fixture: 'step-order/invalid-numbered',
    obey: rep('**Depends on**: Task 2\n\n', '')
  },
  {
    of: 'step-order/unknownDependency',
    fixture: 'step-order/invalid-numbered',
    obey: rep(', Task 7', '')
  },
  { of: 'stated-counts/listed', fixture: 'stated-counts/invalid-1', obey: rep('Three places', 'Four places') },
  { of: 'stated-counts/units', fixture: 'stated-counts/invalid-1', obey: rep('3 phases', '2 phases') },
  { of: 'stated-counts/sum', fixture: 'stated-counts/invalid-1', obey: rep('| 12 |', '| 11 |') }
]
