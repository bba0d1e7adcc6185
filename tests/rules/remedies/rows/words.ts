/** What a plan says of itself: metadata, choices, ticks, and what was left of the template. */
import { cut, rep } from '../../../profiles/edits.ts'
import type { Remedy } from '../remedy.ts'
import { all } from '../remedy.ts'

const design = 'design-plan/valid-1'
const planning = 'planning-md/valid-1'
const handoff = 'handoff-plan/valid-1'
const task = 'task-plan/valid-1'
const backlog = 'backlog-plan/valid-1'

const optionA = '#### **Option A: Lock in memory**'
const optionB = '#### **Option B: Lock in the database**'
const third = (letter: string): string =>
  `#### **Option ${letter}: A queue**\n- **Approach:** One worker hands out orders.\n- **Pros:** No locks\n- **Cons:** One more service\n\n`

export const words: readonly Remedy[] = [
  // Metadata.
  {
    of: 'file-coverage/uncovered',
    said: 'the scope',
    plan: 'advisor-plan/valid-1',
    spoil: rep('In `lending/desk.py` return', 'Create `lending/shelf.py`. In `lending/desk.py` return'),
    obey: rep('- `lending/refusal.py` (create)', '- `lending/refusal.py` (create)\n- `lending/shelf.py` (create)')
  },
  {
    of: 'file-coverage/outside',
    plan: 'advisor-plan/valid-1',
    spoil: rep('In `lending/desk.py` return', 'Edit `lending/cart.py`. In `lending/desk.py` return'),
    obey: rep('Edit `lending/cart.py`. In', 'In')
  },
  {
    of: 'file-coverage/outside',
    said: 'in scope here',
    plan: 'advisor-plan/valid-1',
    spoil: rep('- `lending/cart.py` — it', '- `lending/refusal.py` — not now.\n- `lending/cart.py` — it'),
    obey: rep('- `lending/refusal.py` — not now.\n', '')
  },
  {
    of: 'metadata/stamp',
    plan: 'execplan/valid-1',
    spoil: rep('(2026-03-02 07:18Z)', '(2.3.26 07:18)'),
    obey: rep('(2.3.26 07:18)', '(2026-01-31 14:05Z)')
  },
  {
    of: 'metadata/unstamped',
    plan: 'execplan/valid-1',
    spoil: rep('- [x] (2026-03-02 07:18Z) Read', '- [x] Read'),
    obey: rep('- [x] Read', '- [x] (2026-01-31 14:05Z) Read')
  },
  {
    of: 'metadata/unstampedAll',
    plan: 'execplan/valid-2',
    spoil: text => text.replace(/\(2026-04-1[^)]*\) /g, ''),
    obey: text => text.replace(/- \[x\] /g, '- [x] (2026-01-31 14:05Z) ')
  },
  {
    of: 'status-consistency/unwritten',
    plan: 'execplan/valid-2',
    spoil: text => text.replace(/Callers hear the next leg within[^]*$/, 'Pending implementation.\n'),
    obey: rep('Pending implementation.', 'Callers hear the next leg within four seconds.')
  },
  {
    of: 'metadata/missing',
    plan: handoff,
    spoil: rep('**Planner:** Rosa Lind\n', ''),
    obey: rep('**Status:**', '**Planner:** Rosa Lind\n**Status:**')
  },
  {
    of: 'metadata/missing',
    plan: task,
    spoil: rep(/\| \*\*Type\*\*.*\n/, ''),
    obey: rep('| **Proves**', '| Type | Feature |\n| **Proves**')
  },
  {
    of: 'metadata/empty',
    plan: handoff,
    spoil: rep('**Planner:** Rosa Lind', '**Planner:**'),
    obey: rep('**Planner:**', '**Planner:** Rosa Lind')
  },
  {
    of: 'metadata/empty',
    plan: task,
    spoil: rep('| **Type** | Feature |', '| **Type** | |'),
    obey: rep('| **Type** | |', '| **Type** | Feature |')
  },
  {
    of: 'metadata/unknown',
    said: 'Write one of',
    plan: handoff,
    spoil: rep('Planning Complete', 'Ready'),
    obey: rep('** Ready', '** Planning Complete')
  },
  {
    of: 'metadata/unknown',
    said: 'Write Planning Complete',
    plan: handoff,
    spoil: rep('Planning Complete', 'Planing Complete'),
    obey: rep('Planing', 'Planning')
  },
  {
    of: 'metadata/several',
    plan: handoff,
    spoil: rep('Planning Complete', 'Planning Complete | Completed'),
    obey: rep(' | Completed', '')
  },
  { of: 'metadata/date', plan: handoff, spoil: rep('2025-04-02', 'in April'), obey: rep('in April', '2025-03-31') },
  {
    of: 'metadata/date',
    plan: planning,
    spoil: rep('2025-04-11 16:20 UTC\n**App', 'lately\n**App'),
    obey: rep('lately', '2025-03-31T09:30Z')
  },
  {
    of: 'metadata/date',
    plan: task,
    spoil: rep('2025-05-06T10:15:00+02:00', 'in May'),
    obey: rep('in May', '2025-03-31T09:30:00+02:00')
  },
  {
    of: 'metadata/noSuchDate',
    plan: handoff,
    spoil: rep('2025-04-02', '2025-02-30'),
    obey: rep('2025-02-30', '2025-02-28')
  },
  {
    of: 'metadata/precision',
    plan: task,
    spoil: rep('2025-05-06T10:15:00+02:00', '2025-05-06'),
    obey: rep('2025-05-06 ', '2025-03-31T09:30:00+02:00 ')
  },
  {
    of: 'metadata/precision',
    plan: handoff,
    spoil: rep('2025-04-02', '2025-04-02T10:00Z'),
    obey: rep('2025-04-02T10:00Z', '2025-03-31')
  },
  { of: 'metadata/future', plan: handoff, spoil: rep('2025-04-02', '2099-04-02'), obey: rep('2099', '2025') },
  {
    of: 'metadata/long',
    plan: task,
    spoil: rep('region needs no network', 'region needs no network. It is fast. It is small'),
    obey: rep('. It is fast. It is small', '')
  },
  {
    of: 'metadata/approver',
    plan: planning,
    spoil: rep('@mira.okafor', 'pending'),
    obey: rep('** pending', '** Mira Okafor')
  },
  {
    of: 'metadata/approver',
    plan: planning,
    spoil: rep('@mira.okafor', 'pending'),
    obey: all(
      rep('DESIGN_APPROVED', 'DRAFT'),
      rep('Current Phase:** Implementation', 'Current Phase:** Section 5'),
      rep('- [x] User has', '- [ ] User has')
    )
  },
  {
    of: 'metadata/title',
    plan: task,
    spoil: rep('# Mapview-Tilecache Plan', '# Mapview-Tilecache'),
    obey: rep('# Mapview-Tilecache', '# Mapview-Tilecache Plan')
  },
  {
    of: 'metadata/untitled',
    plan: task,
    spoil: rep('# Mapview-Tilecache Plan\n\n', ''),
    obey: text => `# Mapview-Tilecache Plan\n\n${text}`
  },
  {
    of: 'metadata/undated',
    plan: backlog,
    spoil: rep(' on October 6, 2025', ''),
    obey: rep('the state of the code.', 'the current state as of March 31, 2025.')
  },

  // Options and choices.
  {
    of: 'alternatives/few',
    plan: design,
    spoil: all(
      cut('### Alternative A', '## 6.'),
      rep('## 5. Alternatives Considered\n', '## 5. Alternatives Considered\n\nOnly one way was found.\n')
    ),
    obey: rep('## 6.', '### Alternative A: Render all strokes again\n\nKeep them all.\n\n**Trade-offs**: slow\n\n## 6.')
  },
  {
    of: 'alternatives/few',
    plan: planning,
    spoil: cut(optionA, optionB),
    obey: rep(optionB, `${third('A')}${optionB}`)
  },
  {
    of: 'alternatives/many',
    plan: planning,
    spoil: rep('#### **Recommendation', `${third('C')}${third('D').replace('queue', 'lease')}#### **Recommendation`),
    obey: cut('#### **Option D', '#### **Recommendation')
  },
  {
    of: 'alternatives/field',
    plan: planning,
    spoil: rep('- **Pros:** No migration; a few lines\n', ''),
    obey: rep('- **Cons:** Lost', '- **Pros**: No migration\n- **Cons:** Lost')
  },
  {
    of: 'alternatives/nothing',
    plan: planning,
    spoil: cut('- **Approach:** A dictionary', '#### **Option B'),
    obey: rep(
      '#### **Option B',
      '- **Approach**: A dictionary\n- **Pros**: A few lines\n- **Cons**: Lost on restart\n\n#### **Option B'
    )
  },
  {
    of: 'alternatives/nothing',
    plan: design,
    spoil: cut('It has an undo of its own', '## 6.'),
    obey: rep(
      'Let the pen library do it\n',
      'Let the pen library do it\n\nIt has an undo of its own.\n\n**Trade-offs**: it forgets its state\n\n'
    )
  },
  {
    of: 'alternatives/emptyField',
    plan: planning,
    spoil: rep(' No migration; a few lines', ''),
    obey: rep('- **Pros:**\n', '- **Pros:** No migration\n')
  },
  {
    of: 'alternatives/bare',
    plan: design,
    spoil: rep('It has an undo of its own since version 5.\n', ''),
    obey: rep('do it\n', 'do it\n\nIt has an undo of its own.\n')
  },
  {
    of: 'alternatives/unnamed',
    plan: design,
    spoil: rep('### Alternative A: Render all strokes again', '### Alternative A'),
    obey: rep('### Alternative A\n', '### Alternative A: Render again\n')
  },
  {
    of: 'alternatives/noRecommendation',
    plan: planning,
    spoil: rep('#### **Recommendation:** Option B\n', ''),
    obey: rep('**Rationale:**', '**Recommendation**: Option B\n\n**Rationale:**')
  },
  {
    of: 'alternatives/unknown',
    plan: planning,
    spoil: rep('Recommendation:** Option B', 'Recommendation:** Option D'),
    obey: rep('Recommendation:** Option D', 'Recommendation:** Option B: Lock in the database')
  },
  {
    of: 'alternatives/sameName',
    plan: planning,
    spoil: all(
      rep('**Option B: Lock', '**Option A: Lock'),
      rep('Recommendation:** Option B', 'Recommendation:** Option A')
    ),
    obey: rep('**Option A: Lock in the database', '**Option B: Lock in the database')
  },
  {
    of: 'alternatives/noRationale',
    plan: planning,
    spoil: rep(/\*\*Rationale:\*\*.*\n/, ''),
    obey: rep('**Recommendation:** Option B\n', '**Recommendation:** Option B\n\n**Rationale**: two instances run\n')
  },
  {
    of: 'alternatives/noneChosen',
    plan: handoff,
    spoil: rep(' ✅ CHOSEN', ''),
    obey: rep('A dictionary in memory', 'A dictionary in memory ✅ CHOSEN')
  },
  {
    of: 'alternatives/noneChosen',
    plan: handoff,
    spoil: rep(' ✅ CHOSEN', ''),
    obey: rep('**Rationale:** A restart', '**Chosen Approach**: Option B\n\n**Rationale:** A restart')
  },
  {
    of: 'alternatives/manyChosen',
    plan: handoff,
    spoil: rep('A table in the database', 'A table in the database ✅ CHOSEN'),
    obey: rep('database ✅ CHOSEN', 'database')
  },

  // Ticks.
  {
    of: 'completion-checklist/empty',
    plan: task,
    spoil: cut('- [ ] **OOP', '\n---\n\n## What'),
    obey: rep(
      'complete, verify:\n',
      'complete, verify:\n\n- [ ] OOP Design\n- [ ] Pydantic Models\n- [ ] Strong Typing\n- [ ] No mock data\n- [ ] Real integrations\n- [ ] Error handling\n- [ ] Scalable patterns\n- [ ] Tests in same step\n- [ ] Config externalized\n- [ ] Clean separation\n- [ ] Self-contained\n'
    )
  },
  {
    of: 'completion-checklist/removed',
    plan: task,
    spoil: rep(/- \[ \] \*\*Strong.*\n/, ''),
    obey: rep('- [ ] **No mock', '- [ ] Strong Typing\n- [ ] **No mock')
  },
  {
    of: 'completion-checklist/replaced',
    plan: planning,
    spoil: cut('- [x] All modified', '- [x] User has'),
    obey: rep(
      '- [x] User has',
      '- [x] All modified and new files identified\n- [x] Data flow is unambiguous\n- [x] Every edge case has a defined action\n- [x] Testing strategy covers success and failure paths\n- [x] User has'
    )
  },
  {
    of: 'completion-checklist/unchecked',
    plan: planning,
    spoil: rep('- [x] Every edge', '- [ ] Every edge'),
    obey: rep('- [ ] Every edge', '- [x] Every edge')
  },
  {
    of: 'completion-checklist/unchecked',
    plan: planning,
    spoil: rep('- [x] Every edge', '- [ ] Every edge'),
    obey: all(
      rep('DESIGN_APPROVED', 'DRAFT'),
      rep('Current Phase:** Implementation', 'Current Phase:** Section 5'),
      rep('- [x] User has', '- [ ] User has')
    )
  },
  {
    of: 'completion-checklist/early',
    plan: planning,
    spoil: all(rep('DESIGN_APPROVED', 'DRAFT'), rep('Current Phase:** Implementation', 'Current Phase:** Section 5')),
    obey: rep('- [x] User has', '- [ ] User has')
  },
  {
    of: 'completion-checklist/early',
    plan: planning,
    spoil: all(rep('DESIGN_APPROVED', 'DRAFT'), rep('Current Phase:** Implementation', 'Current Phase:** Section 5')),
    obey: rep('DRAFT', 'DESIGN_APPROVED')
  },
  {
    of: 'completion-checklist/untracked',
    plan: handoff,
    spoil: rep('- [ ] Phase 2: Route\n', ''),
    obey: rep('- [ ] Phase 3: Tests', '- [ ] Phase 2: Route\n- [ ] Phase 3: Tests')
  },
  {
    of: 'completion-checklist/unknownUnit',
    plan: handoff,
    spoil: rep('- [ ] Phase 3: Tests', '- [ ] Phase 3: Tests\n- [ ] Phase 4: Fame'),
    obey: rep('- [ ] Phase 4: Fame\n', '')
  },
  {
    of: 'completion-checklist/unknownUnit',
    plan: handoff,
    spoil: rep('- [ ] Phase 3: Tests', '- [ ] Phase 3: Tests\n- [ ] Phase 4: Fame'),
    obey: rep('---\n\n## 5.', '### Phase 4: Fame\n\n**Files to Modify:**\n\n1. `docs/search.md`\n\n---\n\n## 5.')
  },
  {
    of: 'status-consistency/phase',
    said: 'goes with DESIGN_APPROVED',
    plan: planning,
    spoil: rep('Current Phase:** Implementation', 'Current Phase:** Section 2'),
    obey: rep('Current Phase:** Section 2', 'Current Phase:** Section 5')
  },
  {
    of: 'status-consistency/phase',
    said: 'goes with DRAFT',
    plan: planning,
    spoil: all(rep('DESIGN_APPROVED', 'DRAFT'), rep('- [x] User has', '- [ ] User has')),
    obey: rep('Current Phase:** Implementation', 'Current Phase:** Section 5')
  },
  {
    of: 'status-consistency/phase',
    said: 'goes with COMPLETE',
    plan: planning,
    spoil: all(
      rep('DESIGN_APPROVED', 'COMPLETE'),
      rep('Current Phase:** Implementation', 'Current Phase:** Section 5')
    ),
    obey: rep('Current Phase:** Section 5', 'Current Phase:** Implementation')
  },
  {
    of: 'status-consistency/phase',
    said: 'goes with IMPLEMENTATION',
    plan: planning,
    spoil: all(
      rep('DESIGN_APPROVED', 'IMPLEMENTATION_IN_PROGRESS'),
      rep('Current Phase:** Implementation', 'Current Phase:** Section 5')
    ),
    obey: rep('Current Phase:** Section 5', 'Current Phase:** Implementation')
  },
  {
    of: 'status-consistency/openBoxes',
    plan: task,
    spoil: all(
      text => text.replaceAll('- [ ] **', '- [x] **'),
      rep('- [ ] Write `put`', '- [x] Write `put`'),
      rep('- [ ] Create', '- [x] Create'),
      rep('- [ ] Export', '- [x] Export'),
      rep('- [ ] Count', '- [x] Count'),
      rep('- [ ] Throw', '- [x] Throw'),
      rep('- [ ] Wire', '- [x] Wire'),
      rep('- [ ] Try', '- [x] Try'),
      rep('- [ ] A tile', '- [x] A tile'),
      rep('- [ ] The folder', '- [x] The folder')
    ),
    obey: rep('- [ ] Write the tests', '- [x] Write the tests')
  },
  {
    of: 'status-consistency/claimsState',
    plan: planning,
    spoil: all(
      rep('DESIGN_APPROVED', 'DRAFT'),
      rep('Current Phase:** Implementation', 'Current Phase:** Section 5'),
      rep('- [x] Every', '- [ ] Every')
    ),
    obey: rep('- [x] User has', '- [ ] User has')
  },
  {
    of: 'status-consistency/claimsAnswers',
    plan: planning,
    spoil: all(
      rep('DESIGN_APPROVED', 'DRAFT'),
      rep('Current Phase:** Implementation', 'Current Phase:** Section 5'),
      rep('- [x] User has', '- [ ] User has'),
      rep('- [x] Question 2', '- [ ] Question 2')
    ),
    obey: rep('- [x] All clar', '- [ ] All clar')
  },

  // What was left.
  {
    of: 'no-placeholder/leftover',
    said: 'or take it out',
    plan: backlog,
    spoil: rep('Pin the two plug-ins that warn.', 'Pin the two plug-ins that warn [TODO: which].'),
    obey: rep(' [TODO: which].', '.')
  },
  {
    of: 'no-placeholder/word',
    said: 'Write what belongs there',
    plan: design,
    spoil: rep('The existing counter of button presses is enough.', 'TBD'),
    obey: rep('\nTBD\n', '\nThe counter is enough.\n')
  },
  {
    of: 'no-placeholder/leftover',
    said: 'Write who implements it',
    plan: handoff,
    spoil: rep('Night shift agent', '[TODO: who]'),
    obey: rep('[TODO: who]', 'the night shift')
  },
  {
    of: 'no-placeholder/leftover',
    said: 'Write what belongs there',
    plan: backlog,
    spoil: rep('### B. A page for newcomers', '### B. [TODO: name]'),
    obey: rep('[TODO: name]', 'A page')
  },
  {
    of: 'no-placeholder/word',
    said: 'Write who implements it',
    plan: handoff,
    spoil: rep('Night shift agent', 'TBD'),
    obey: rep('TBD', 'the night shift')
  },
  {
    of: 'no-placeholder/word',
    said: 'or take it out',
    plan: backlog,
    spoil: rep('Pin the two plug-ins that warn.', 'Pin the two plug-ins that warn, TBD.'),
    obey: rep(', TBD.', '.')
  },
  {
    of: 'no-placeholder/row',
    said: 'or delete it',
    plan: design,
    spoil: rep(
      '| Test tablet |',
      '| Access to staging cluster | Pending | @bob | for the load test |\n| Test tablet |'
    ),
    obey: rep('| Access to staging cluster | Pending | @bob | for the load test |\n', '')
  },
  {
    of: 'no-placeholder/row',
    plan: design,
    spoil: rep(/\| Pen library[\s\S]*charged \|/, '| Access to staging cluster | Pending | @bob | for the load test |'),
    obey: rep('Access to staging cluster', 'The pen library')
  },
  {
    of: 'no-placeholder/sentence',
    plan: planning,
    spoil: rep(
      '- **User Story/Goal:**',
      '*The "North Star" of the task. If these are not met, the work is a failure.*\n\n- **User Story/Goal:**'
    ),
    obey: rep('*The "North Star" of the task. If these are not met, the work is a failure.*\n\n', '')
  },

  // Boxes.
  {
    of: 'completion-checklist/unboxed',
    plan: 'handoff-plan/valid-1',
    spoil: rep('- [ ] Phase 2: Route', '- Phase 2: Route'),
    obey: rep('- Phase 2: Route', '- [ ] Phase 2: Route')
  },
  {
    of: 'completion-checklist/odd',
    plan: handoff,
    spoil: rep('- [ ] Phase 2: Route', '- [✓] Phase 2: Route'),
    obey: rep('- [✓]', '- [x]')
  },
  {
    of: 'completion-checklist/odd',
    plan: handoff,
    spoil: rep('- [ ] Phase 2: Route', '-[ ] Phase 2: Route'),
    obey: rep('-[ ]', '- [ ]')
  },
  ...[' ', 'x'].map(tick => ({
    of: 'completion-checklist/odd',
    plan: handoff,
    spoil: rep('- [ ] Phase 2: Route', '- [/] Phase 2: Route'),
    obey: rep('- [/]', `- [${tick}]`)
  })),
  {
    of: 'completion-checklist/oddBoxes',
    plan: handoff,
    spoil: text => text.replaceAll('- [ ] Phase', '- [✓] Phase'),
    obey: text => text.replaceAll('- [✓]', '- [x]')
  },
  {
    of: 'completion-checklist/oddBoxes',
    plan: handoff,
    spoil: all(
      rep('- [ ] Phase 1', '- [] Phase 1'),
      rep('- [ ] Phase 2', '- [/] Phase 2'),
      rep('- [ ] Phase 3', '- [✓] Phase 3')
    ),
    obey: all(rep('- []', '- [ ]'), rep('- [/]', '- [x]'), rep('- [✓]', '- [x]'))
  },

  // Put off.
  ...['The tablet is lent to nobody.', 'N/A — the library is in use already'].map(written => ({
    of: 'na-justification/later',
    plan: design,
    spoil: rep('The existing counter of button presses is enough.', 'Coming soon'),
    obey: rep('Coming soon', written)
  })),
  {
    of: 'na-justification/later',
    plan: design,
    spoil: rep(/People lose strokes.*/, 'To be done'),
    obey: rep(
      'To be done',
      'Strokes that a palm has taken come back, since people lose them; colours stay as they are.'
    )
  },

  // Samples and hints, taken over as they are.
  {
    of: 'no-placeholder/leftover',
    said: 'the reason for it',
    plan: design,
    spoil: rep(
      '- Undo across restarts, since drawings are saved without their strokes',
      '- Undo across restarts: the reason for it'
    ),
    obey: rep('the reason for it', 'drawings are saved without their strokes')
  },
  {
    of: 'no-placeholder/leftover',
    said: 'cause → consequence',
    plan: planning,
    spoil: rep(/Risk:\*\* The back office opens.*/, 'Risk:** cause → consequence'),
    obey: rep('cause → consequence', 'the back office gets refusals → its calls pass `lock=false`')
  },
  {
    of: 'no-placeholder/leftover',
    said: 'the problem that it solves',
    plan: 'design-plan/valid-2',
    spoil: rep(/(?<=\*\*Why:\*\* ).*/, 'the problem that it solves'),
    obey: rep('the problem that it solves', 'One search in nine finds nothing.')
  },
  {
    of: 'no-placeholder/leftover',
    said: 'who planned it',
    plan: handoff,
    spoil: rep('**Planner:** Rosa Lind', '**Planner:** who planned it'),
    obey: rep('who planned it', 'Rosa Lind')
  }
]
