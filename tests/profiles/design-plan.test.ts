import { runMutants, validPlans } from './mutate.ts'
import type { Mutant } from './mutate.ts'

type Edit = (text: string) => string
const plan = 'valid-4'
const rep =
  (from: string | RegExp, to: string): Edit =>
  text =>
    text.replace(from, to)
const cut =
  (from: string, to: string | null): Edit =>
  text => {
    const start = text.indexOf(from)
    return text.slice(0, start) + (to === null ? '' : text.slice(text.indexOf(to, start + from.length)))
  }
const mutants: Mutant[] = []
const add = (name: string, edit: Edit, rule: string, at: string | Mutant['at']): void => {
  mutants.push({ name, plan, edit, rule, at })
}
/** The last line that is this text. */
const last =
  (wanted: string) =>
  (lines: string[]): number =>
    lines.lastIndexOf(wanted) + 1

const titles = [
  '## 1. Goal',
  '## 2. Non‑Goals',
  '## 3. Design Overview',
  '## 4. Files Modified or Created',
  '## 5. Alternatives Considered',
  '## 6. Implementation Steps',
  '## 7. Cross‑Cutting Concerns',
  '## 8. Dependencies',
  '## 9. Open Questions',
  '## 10. Plan Review'
]
titles.forEach((t, i) => {
  const next = titles[i + 1] ?? null
  add(
    'drop ' + t,
    cut(t + '\n', next === null ? null : next + '\n'),
    'required-sections',
    i === 0 ? '# Upload queue survives a restart' : titles[i - 1]!
  )
  add(
    'empty ' + t,
    x => {
      const a = x.indexOf(t + '\n') + t.length + 1
      const b = next ? x.indexOf(next + '\n') : x.length
      return x.slice(0, a) + '\n' + x.slice(b)
    },
    'section-content',
    t
  )
  add(
    'na ' + t,
    x => {
      const a = x.indexOf(t + '\n') + t.length + 1
      const b = next ? x.indexOf(next + '\n') : x.length
      return x.slice(0, a) + '\nN/A\n\n' + x.slice(b)
    },
    'na-justification',
    'N/A'
  )
  if (next)
    add(
      'swap ' + t,
      x => {
        const a = x.indexOf(t + '\n'),
          b = x.indexOf(next + '\n'),
          nn = titles[i + 2]
        const c = nn ? x.indexOf(nn + '\n') : x.length
        return x.slice(0, a) + x.slice(b, c) + (c === x.length ? '\n' : '') + x.slice(a, b) + x.slice(c)
      },
      'required-sections',
      lines => Math.max(lines.indexOf(t), lines.indexOf(next)) + 1 || 1
    )
  add('dup ' + t, x => x + '\n' + t + '\n\nSome text here that says a thing.\n', 'required-sections', last(t))
  add(
    'typo ' + t,
    x => x.replace(t, t.replace(/([A-Za-z])([a-z])(?=[a-z]*$)/, '$2$1')),
    'required-sections',
    t.slice(0, t.indexOf('.') + 2)
  )
  if (i > 0) add('nest ' + t, rep(t + '\n', '#' + t + '\n'), 'required-sections', '#' + t)
})
const subs = ['Testing Strategy', 'Error Handling', 'Security', 'Performance', 'Observability']
for (const s of subs)
  add(
    'drop ' + s,
    x => {
      const a = x.indexOf('### ' + s),
        b = x.indexOf('\n#', a + 4)
      return x.slice(0, a) + x.slice(b + 1)
    },
    'required-sections',
    lines =>
      lines.findIndex(
        line =>
          line === (s === 'Testing Strategy' ? '## 7. Cross‑Cutting Concerns' : `### ${subs[subs.indexOf(s) - 1]}`)
      ) + 1
  )
add(
  'drop tree section',
  cut('### Directory Tree', '### File-by-File'),
  'required-sections',
  '## 4. Files Modified or Created'
)
add('drop overview', cut('### File-by-File Overview', '## 5.'), 'required-sections', '### Directory Tree')
add('empty tree', x => x.replace(/```text[\s\S]*?```/, '```text\n```'), 'file-tree', '```text')
add(
  'no tree fence',
  x => x.replace(/```text[\s\S]*?```\n/, 'See the pull request.\n'),
  'file-tree',
  '### Directory Tree'
)
add('unmarked', rep('record.ts       <new>', 'record.ts'), 'file-tree', '│   │   └── record.ts')
add(
  'unknown mark',
  rep('record.ts       <new>', 'record.ts       <nwe>'),
  'file-tree',
  '│   │   └── record.ts       <nwe>'
)
add('no marks', x => x.replace(/<(new|modified|deleted|renamed: uploads.md)>/g, ''), 'file-tree', 'store.ts')
add(
  'dup entry',
  rep(
    '│   ├── sender.ts           <modified>\n',
    '│   ├── sender.ts           <modified>\n│   ├── sender.ts           <modified>\n'
  ),
  'file-tree',
  last('│   ├── sender.ts           <modified>')
)
add(
  'overview lacks',
  cut('#### `src/sender.ts`', '#### `src/legacy'),
  'file-coverage',
  '│   ├── sender.ts           <modified>'
)
add(
  'overview extra',
  rep(
    '#### `src/sender.ts` (modified)',
    '#### `src/other.ts` (new)\n\nNew thing for later.\n\n#### `src/sender.ts` (modified)'
  ),
  'file-coverage',
  '#### `src/other.ts` (new)'
)
add(
  'overview conflict',
  rep('#### `src/sender.ts` (modified)', '#### `src/sender.ts` (new)'),
  'file-coverage',
  '#### `src/sender.ts` (new)'
)
add(
  'overview empty',
  rep('Nothing imports it once the sender has moved.\n', ''),
  'section-content',
  '#### `src/legacy-queue.ts` (deleted)'
)
add(
  'step file unknown',
  rep('`docs/queue.md`\n\n**Actions**', '`docs/other.md`\n\n**Actions**'),
  'file-coverage',
  '**Files**: `docs/other.md`'
)
add(
  'alt no tradeoffs',
  rep('**Trade-offs**: safe and well known, but a native module for a list of at most a few hundred lines.\n', ''),
  'alternatives',
  '### Alternative A: SQLite'
)
add(
  'alt empty tradeoffs',
  rep(
    '**Trade-offs**: safe and well known, but a native module for a list of at most a few hundred lines.',
    '**Trade-offs**:'
  ),
  'alternatives',
  '**Trade-offs**:'
)
add(
  'alt no description',
  rep('Keep the queue in an embedded database.\n', ''),
  'alternatives',
  '### Alternative A: SQLite'
)
add('alt unnamed', rep('### Alternative A: SQLite', '### Alternative A:'), 'alternatives', '### Alternative A:')
add(
  'alts none',
  x => {
    const a = x.indexOf('### Alternative A'),
      b = x.indexOf('## 6.')
    return x.slice(0, a) + 'We looked at some others.\n\n' + x.slice(b)
  },
  'alternatives',
  '## 5. Alternatives Considered'
)
add('step gap', rep('### Step 2 — Move', '### Step 5 — Move'), 'step-sequence', '### Step 5 — Move the sender over')
add('step dup', rep('### Step 2 — Move', '### Step 1 — Move'), 'step-sequence', '### Step 1 — Move the sender over')
add(
  'step start',
  x =>
    x
      .replace('### Step 1 —', '### Step 0 —')
      .replace('### Step 2 —', '### Step 1 —')
      .replace('### Step 3 —', '### Step 2 —'),
  'step-sequence',
  '### Step 0 — Write the store'
)
add(
  'step order',
  x =>
    x
      .replace('### Step 2 —', '### Step X —')
      .replace('### Step 3 —', '### Step 2 —')
      .replace('### Step X —', '### Step 3 —'),
  'step-sequence',
  '### Step 3 — Move the sender over'
)
add('drop step 1', cut('### Step 1', '### Step 2'), 'step-sequence', '### Step 2 — Move the sender over')
add(
  'step without number',
  rep('### Step 2 — Move', '### Step: Move'),
  'step-sequence',
  '### Step: Move the sender over'
)
add(
  'no steps',
  x => {
    const a = x.indexOf('### Step 1'),
      b = x.indexOf('## 7.')
    return x.slice(0, a) + 'Just do it in one go.\n\n' + x.slice(b)
  },
  'step-sequence',
  '## 6. Implementation Steps'
)
add('no files', rep('**Files**: `docs/queue.md`\n', ''), 'step-fields', '### Step 3 — Describe it')
add('empty files', rep('**Files**: `docs/queue.md`\n', '**Files**:\n'), 'step-fields', '**Files**:')
add('no actions', cut('**Actions**\n\n* Rename', '**Verification**'), 'step-fields', '### Step 3 — Describe it')
add('empty actions', rep('* Rename the page and describe the file\n', ''), 'step-fields', '**Actions**')
add(
  'no verify 3',
  rep('**Verification** (quick): run `npm run docs:check`\n', ''),
  'step-verification',
  '### Step 3 — Describe it'
)
add(
  'empty verify 3',
  rep('**Verification** (quick): run `npm run docs:check`\n', '**Verification** (quick):\n'),
  'step-verification',
  '**Verification** (quick):'
)
add(
  'prose verify 3',
  rep('run `npm run docs:check`', 'the page reads well'),
  'step-verification',
  '**Verification** (quick): the page reads well'
)
add(
  'generic verify',
  rep('run `npm run docs:check`', 'Everything works as expected'),
  'step-verification',
  'Everything works as expected'
)
add(
  'no verify 1',
  rep('3. Verify: `npm test -- queue-store` passes\n', ''),
  'step-verification',
  '### Step 1 — Write the store'
)
add(
  'prose verify 1',
  rep('3. Verify: `npm test -- queue-store` passes\n', '3. Verify: all tests pass\n'),
  'step-verification',
  '3. Verify: all tests pass'
)
add(
  'no verify 2',
  x => x.replace(/\*\*Verify:\*\*\n\n```sh[\s\S]*?```\n/, ''),
  'step-verification',
  '### Step 2 — Move the sender over'
)
add(
  'empty fence verify 2',
  x => x.replace(/(\*\*Verify:\*\*\n\n```sh\n)[\s\S]*?```\n/, '$1```\n'),
  'step-verification',
  '**Verify:**'
)
add('comment fence', x => x.replace('npm test -- sender\n', ''), 'step-verification', '**Verify:**')
add('na bare', rep('N/A — the file holds paths that the user can read anyway.', 'N/A'), 'na-justification', 'N/A')
add(
  'na hollow',
  rep('N/A — the file holds paths that the user can read anyway.', 'N/A, not applicable here.'),
  'na-justification',
  'N/A, not applicable here.'
)
add(
  'not applicable',
  rep('Not applicable: the client sends no telemetry, by contract.', 'Not applicable.'),
  'na-justification',
  'Not applicable.'
)
add('none bare', rep('Not applicable: the client sends no telemetry, by contract.', 'None'), 'na-justification', 'None')
add(
  'testing na',
  rep('Unit tests for the store; the sender is tested against a fake server.', 'N/A — the change is small enough.'),
  'na-justification',
  'N/A — the change is small enough.'
)
add(
  'col missing',
  x =>
    x.replace(
      '| Dependency | Status | Owner | Notes |\n|---|---|---|---|\n| Node 22 in the client | Done | @ines | since 4.1 |',
      '| Dependency | Status | Notes |\n|---|---|---|\n| Node 22 in the client | Done | since 4.1 |'
    ),
  'section-content',
  '| Dependency | Status | Notes |'
)
add(
  'no rows',
  rep('| Node 22 in the client | Done | @ines | since 4.1 |\n', ''),
  'section-content',
  '| Dependency | Status | Owner | Notes |'
)
add('no table', x => x.replace(/\| Dependency[\s\S]*?4\.1 \|/, 'Node 22.'), 'section-content', '## 8. Dependencies')
add('q no person', rep(' (ask @tom)', ''), 'open-questions', '2. Should the queue be visible?')
add(
  'q no context',
  rep(
    '2. Should the queue be visible? Today it is hidden, and support asks for a list (ask @tom)',
    '2. Should the queue be visible? — @tom'
  ),
  'open-questions',
  '2. Should the queue be visible? — @tom'
)
add(
  'nongoal no reason',
  rep('- **Resuming half-sent files**: the server has no endpoint for it yet', '- **Resuming half-sent files**'),
  'section-content',
  '- **Resuming half-sent files**'
)
add(
  'nongoal prose',
  x => {
    const a = x.indexOf('- **Resuming'),
      b = x.indexOf('## 3.')
    return x.slice(0, a) + 'Not much is left out here.\n\n' + x.slice(b)
  },
  'section-content',
  '## 2. Non‑Goals'
)
add(
  'TBD',
  rep('A full disk is shown in the drop zone, and the file is sent from memory.', 'TBD'),
  'no-placeholder',
  'TBD'
)
add('todo', rep('A full disk is shown', 'TODO: a full disk is shown'), 'no-placeholder', 'TODO: a full')
add('bracket', rep('A full disk is shown', '[Description] A full disk is shown'), 'no-placeholder', '[Description]')
add(
  'dots',
  rep('A full disk is shown in the drop zone, and the file is sent from memory.', '...'),
  'no-placeholder',
  '...'
)
add(
  'diagram only',
  x => {
    const a = x.indexOf('### Architecture'),
      b = x.indexOf('```mermaid'),
      d = x.indexOf('## 4.')
    return x.slice(0, a) + x.slice(b, x.indexOf('### Data Flow')) + x.slice(d)
  },
  'diagram-explained',
  '```mermaid'
)
add('no decisions', cut('### Key Decisions', '## 4.'), 'section-content', '## 3. Design Overview')
add('broken fence', rep('```mermaid', '```markdown\n```mermaid'), 'required-sections', '```mermaid')

runMutants('design-plan', validPlans('design-plan'), mutants)
