/** Steps, phases, commits and items: their numbers, their fields, and how they are verified. */
import { cut, rep } from '../../../profiles/edits.ts'
import type { Remedy } from '../remedy.ts'
import { all } from '../remedy.ts'

const design = 'design-plan/valid-1'
const planning = 'planning-md/valid-1'
const handoff = 'handoff-plan/valid-1'
const task = 'task-plan/valid-1'
const backlog = 'backlog-plan/valid-1'

/** The command of a step of a task plan, and another in its place. */
const limit = '`uv run pytest tests/test_disk_cache.py -k limit` passes'
const verify = (of: string, command: string, better: string, said?: string): Remedy => ({
  of: `verification-quality/${of}`,
  plan: task,
  spoil: rep(limit, command),
  obey: rep(command, better),
  ...(said === undefined ? {} : { said })
})

export const steps: readonly Remedy[] = [
  // Numbers.
  {
    of: 'step-sequence/none',
    said: 'Step 1',
    plan: design,
    spoil: all(
      cut('### Step 1', '## 7.'),
      rep('## 6. Implementation Steps\n', '## 6. Implementation Steps\n\nThe stack comes first.\n')
    ),
    obey: rep(
      '## 7.',
      '### Step 1: All\n\n**Files**: `command.kt`, `undo_stack.kt`, `undo_stack_test.kt`, `app/drawing/canvas.kt`, `app/drawing/strokes_old.kt`, `app/drawing/toolbar.kt`\n\n**Actions**:\n1. Write it\n2. Verify: `./gradlew :app:testDebug` passes\n\n## 7.'
    )
  },
  {
    of: 'step-sequence/none',
    said: 'Commit',
    plan: planning,
    spoil: rep('**Commit 3: Lock', '**Lock'),
    obey: rep('**Lock orders on', '**Commit 3: Lock orders on')
  },
  {
    of: 'step-sequence/form',
    plan: design,
    spoil: rep('### Step 2', '### Step B'),
    obey: rep('### Step B', '### Step 2')
  },
  {
    of: 'step-sequence/gap',
    plan: design,
    spoil: rep('### Step 3', '### Step 4'),
    obey: rep('### Step 4', '### Step 3')
  },
  {
    of: 'step-sequence/gap',
    said: 'phase',
    plan: handoff,
    spoil: all(rep('### Phase 3', '### Phase 4'), rep('- [ ] Phase 3', '- [ ] Phase 4')),
    obey: all(rep('### Phase 4', '### Phase 3'), rep('- [ ] Phase 4', '- [ ] Phase 3'))
  },
  {
    of: 'step-sequence/duplicate',
    plan: design,
    spoil: rep('### Step 3', '### Step 2'),
    obey: rep('### Step 2: Buttons', '### Step 3: Buttons')
  },
  {
    of: 'step-sequence/order',
    plan: design,
    spoil: all(rep('### Step 2', '### Step X'), rep('### Step 3', '### Step 2'), rep('### Step X', '### Step 3')),
    obey: all(rep('### Step 3', '### Step X'), rep('### Step 2', '### Step 3'), rep('### Step X', '### Step 2'))
  },
  {
    of: 'step-sequence/start',
    plan: design,
    spoil: all(rep('### Step 3', '### Step 4'), rep('### Step 2', '### Step 3'), rep('### Step 1', '### Step 2')),
    obey: all(rep('### Step 2', '### Step 1'), rep('### Step 3', '### Step 2'), rep('### Step 4', '### Step 3'))
  },
  {
    of: 'step-sequence/word',
    plan: design,
    spoil: rep('### Step 2: Strokes', '### Round 2: Strokes'),
    obey: rep('### Round 2', '### Step 2')
  },
  {
    of: 'step-sequence/unnumbered',
    plan: backlog,
    spoil: rep('### 2. Rules', '### Rules'),
    obey: rep('### Rules', '### 2. Rules')
  },
  {
    of: 'step-sequence/unnumbered',
    said: 'each',
    plan: design,
    spoil: all(rep('### Step 1: ', '### '), rep('### Step 2: ', '### '), rep('### Step 3: ', '### ')),
    obey: all(
      rep('### A stack', '### Step 1: A stack'),
      rep('### Strokes', '### Step 2: Strokes'),
      rep('### Buttons', '### Step 3: Buttons')
    )
  },

  // Fields.
  {
    of: 'step-fields/action',
    plan: 'superpowers-plan/valid-1',
    spoil: rep('- Create: `src/limit/bucket.ts`', '- `src/limit/bucket.ts`'),
    obey: rep('- `src/limit/bucket.ts`\n- Test', '- Create: `src/limit/bucket.ts`\n- Test')
  },
  {
    of: 'step-fields/unnamed',
    plan: 'superpowers-plan/valid-1',
    spoil: rep('**Step 2: Run it to see it fail**', '**Step 2:**'),
    obey: rep('**Step 2:**', '**Step 2: See it fail**')
  },
  {
    of: 'step-fields/doubled',
    plan: design,
    spoil: rep('### Step 2: Strokes go through it\n\n', ''),
    obey: rep(
      '**Files**: `app/drawing/canvas.kt`',
      '### Step 2: Strokes go through it\n\n**Files**: `app/drawing/canvas.kt`'
    )
  },
  {
    of: 'step-fields/missing',
    plan: task,
    spoil: rep('**Output**: 5/5 tests passing\n', ''),
    obey: rep('limit` passes\n', 'limit` passes\n\n**Output**: a limit\n')
  },
  {
    of: 'step-fields/bare',
    plan: task,
    spoil: text => cut('**Goal**: The loader asks', '---\n\n## Test Summary')(text),
    obey: rep(
      '### Step 3: Final integration\n',
      '### Step 3: Final integration\n\n**Goal**: The loader asks\n\n- [ ] Wire `mapview/loader.py` up\n\n**Output**: It works\n\n**Verification**: `uv run pytest tests/test_loader.py` passes\n'
    )
  },
  {
    of: 'step-fields/bare',
    plan: design,
    spoil: cut('**Files**: `command.kt`, `undo_stack.kt`', '### Step 2'),
    obey: rep(
      '### Step 2',
      '**Files**: `command.kt`, `undo_stack.kt`, `undo_stack_test.kt`\n\n**Actions**:\n1. Write it\n\n**Verify**: `./gradlew test`\n\n### Step 2'
    )
  },
  {
    of: 'step-fields/most',
    plan: task,
    spoil: text => text.replace(/\*\*Output\*\*: .*\n\n/g, ''),
    obey: text =>
      text.replace(/(?<=### Step [0-3][^]*?\n)---\n/g, (rule, at: number) =>
        at < text.indexOf('## Test Summary') ? `**Output**: what it says\n\n${rule}` : rule
      )
  },
  {
    of: 'step-verification/several',
    plan: planning,
    spoil: text => text.replace(/- \*\*Verification:\*\*.*\n(?: {2}- .*\n)*/g, ''),
    obey: text => text.replace(/- \*\*Tests:\*\*/g, '- **Verification**: `npm test`\n- **Tests:**')
  },
  {
    of: 'step-fields/misspelt',
    plan: task,
    spoil: rep('**Output**: 5/5', '**Outptu**: 5/5'),
    obey: rep('Outptu', 'Output')
  },
  {
    of: 'step-fields/empty',
    plan: task,
    spoil: rep('**Output**: 5/5 tests passing', '**Output**:'),
    obey: rep('**Output**:\n\n---\n\n### Step 3', '**Output**: a limit\n\n---\n\n### Step 3')
  },
  {
    of: 'step-fields/empty',
    said: 'or "None"',
    plan: planning,
    spoil: rep('- **Tests:** None (schema only)', '- **Tests:**'),
    obey: rep('- **Tests:**\n', '- **Tests:** None\n')
  },
  {
    of: 'step-fields/form',
    said: '(new)',
    plan: planning,
    spoil: rep('`warehouse/errors.py` (modify)', '`warehouse/errors.py`'),
    obey: rep('(new), `warehouse/errors.py`', '(new), `warehouse/errors.py` (modify)')
  },
  {
    of: 'step-fields/form',
    said: 'file path',
    plan: backlog,
    spoil: all(rep('- `src/rules/`\n', '- the rules\n'), rep('- `docs/rules.md`', '- the docs')),
    obey: all(rep('- the rules', '- `src/rules/a-file.py`'), rep('- the docs', '- `docs/rules.md`'))
  },
  {
    of: 'step-fields/lacks',
    plan: task,
    spoil: all(rep('- [ ] Count bytes\n', ''), rep('- [ ] Throw out\n\n', '')),
    obey: rep('**Specification**: `put`', '- [ ] Count bytes\n\n**Specification**: `put`')
  },

  // Verification.
  {
    of: 'step-verification/missing',
    plan: task,
    spoil: rep(`**Verification**: ${limit}\n\n`, ''),
    obey: rep('**Output**: 5/5', '**Verification**: `npm test`\n\n**Output**: 5/5')
  },
  {
    of: 'step-verification/missing',
    plan: backlog,
    spoil: rep('*Definition of done*: Somebody who has never seen the project follows it without a question.\n', ''),
    obey: rep('from the README.\n', 'from the README.\n\n**Definition of done**: `npm test`\n')
  },
  {
    of: 'step-verification/misspelt',
    plan: task,
    spoil: rep('**Verification**: `uv', '**Verificaton**: `uv'),
    obey: rep('Verificaton', 'Verification')
  },
  {
    of: 'step-verification/empty',
    plan: task,
    spoil: rep(`**Verification**: ${limit}`, '**Verification**:'),
    obey: rep('**Verification**:\n\n**Output**: 5/5', '**Verification**: `npm test`\n\n**Output**: 5/5')
  },
  {
    of: 'step-verification/noCommand',
    plan: task,
    spoil: rep(limit, 'the limit holds'),
    obey: rep('the limit holds', '`npm test` passes')
  },
  {
    of: 'step-verification/bare',
    plan: task,
    spoil: rep(limit, 'npm test -- limit'),
    obey: rep('npm test -- limit', '`npm test -- limit`')
  },
  {
    of: 'step-verification/generic',
    plan: backlog,
    spoil: rep(
      'Somebody who has never seen the project follows it without a question.',
      'Everything works as expected.'
    ),
    obey: rep('Everything works as expected.', '`npm test` passes')
  },
  {
    of: 'step-verification/generic',
    plan: backlog,
    spoil: rep(
      'Somebody who has never seen the project follows it without a question.',
      'Everything works as expected.'
    ),
    obey: rep('Everything works as expected.', 'A newcomer imports a file within ten minutes.')
  },
  {
    of: 'step-verification/document',
    plan: handoff,
    spoil: rep('```bash\nmake lint\nmake typecheck\n```\n\n', ''),
    obey: rep('- [ ] Both pass', '- [ ] `make lint` passes\n- [ ] Both pass')
  },
  verify('cannot-fail', '`npm test || true`', '`npm test`'),
  verify('cannot-fail', '`echo done`', '`npm test`'),
  verify('never-ends', '`npm test -- --watch`', '`npm test`', 'without what has it watch'),
  verify('never-ends', '`npx vitest --watch`', '`npx vitest run`', 'without what has it watch'),
  verify('never-ends', '`npm run dev`', '`npm run dev & sleep 3; curl -f localhost:3000; kill %1`', 'stop it'),
  verify('interactive', '`vim a.txt`', '`grep -q cache a.txt`'),
  verify('machine-bound', '`pytest /Users/rosa/work/tests/test_a.py`', '`pytest tests/test_a.py`'),
  verify('placeholder', '`pytest <path>`', '`pytest tests/test_a.py`'),
  verify('syntax', '`pytest -k "limit`', '`pytest -k "limit"`')
]
