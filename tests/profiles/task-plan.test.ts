import type { Edit } from './edits.ts'
import { collector, cut, last, rep } from './edits.ts'
import { runMutants, validPlans } from './mutate.ts'

const { mutants, add } = collector()
/** An edit within a part of the plan. */
const within =
  (from: string, to: string, edit: Edit): Edit =>
  text => {
    const start = text.indexOf(from)
    const end = text.indexOf(to, start + from.length)
    return text.slice(0, start) + edit(text.slice(start, end)) + text.slice(end)
  }
const [one, two, three] = ['valid-1', 'valid-2', 'valid-3']

const titles = [
  '## Overview',
  '## Deliverables',
  '## Prerequisites',
  '## Success Criteria',
  '## Architecture',
  '## Implementation Steps',
  '## Test Summary',
  '## Production-Grade Checklist',
  '## What "Done" Looks Like',
  '## Files to Create/Modify',
  '## Dependencies',
  '## Risks & Mitigations',
  '## Next Steps After Completion'
]
for (const [i, title] of titles.entries()) {
  const next = titles[i + 1] ?? null
  const body = (text: string, put: string): string => {
    const start = text.indexOf(`${title}\n`) + title.length + 1
    return `${text.slice(0, start)}${put}${next ? text.slice(text.indexOf(`${next}\n`)) : ''}`
  }
  add(
    one,
    `drop ${title}`,
    cut(`${title}\n`, next && `${next}\n`),
    'required-sections',
    i === 0 ? '# Mapview-Tilecache Plan' : titles[i - 1]!
  )
  add(one, `empty ${title}`, text => body(text, '\n'), 'section-content', title, 'Empty section')
  add(one, `bare N/A in ${title}`, text => body(text, '\nN/A\n\n'), 'na-justification', 'N/A')
  add(
    one,
    `second ${title}`,
    text => `${text}\n${title}\n\nSaid again.\n`,
    'required-sections',
    last(title),
    'Duplicate'
  )
  if (i > 0) add(one, `nested ${title}`, rep(`${title}\n`, `#${title}\n`), 'required-sections', `#${title}`)
}
add(
  one,
  'sections swapped',
  text => {
    const [a, b, c] = [titles[10]!, titles[11]!, titles[12]!].map(title => text.indexOf(`${title}\n`)) as [
      number,
      number,
      number
    ]
    return text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c)
  },
  'required-sections',
  lines => Math.max(lines.indexOf(titles[10]!), lines.indexOf(titles[11]!)) + 1,
  'out of order'
)

add(
  one,
  'title without Plan',
  rep('# Mapview-Tilecache Plan', '# Mapview-Tilecache'),
  'metadata',
  '# Mapview-Tilecache'
)
add(
  one,
  'no note',
  cut('> **Track Progress**', '## Overview'),
  'section-content',
  '# Mapview-Tilecache Plan',
  'Track Progress'
)
add(
  one,
  'note without link',
  rep('See `docs/mapview-tilecache-results.md` for what is done', 'See elsewhere for what is done'),
  'section-content',
  '> **Track Progress**'
)
add(
  two,
  'note without link',
  rep('[results](./resend-results.md) hold', 'the results hold'),
  'section-content',
  '> **Track Progress**'
)
add(
  three,
  'no note',
  rep('> **Track Progress**: docs/auth-rotate-results.md\n', ''),
  'section-content',
  '# auth-rotate Plan'
)

for (const row of ['Created', 'Name', 'Type', 'Proves', 'Production-Grade Because']) {
  add(one, `no ${row}`, rep(new RegExp(`\\| \\*\\*${row}\\*\\* \\|.*\\n`), ''), 'metadata', '## Overview', row)
  add(two, `no ${row}`, rep(new RegExp(`\\| ${row} \\|.*\\n`), ''), 'metadata', '## 1. Overview', row)
  add(
    one,
    `empty ${row}`,
    rep(new RegExp(`(?<=\\| \\*\\*${row}\\*\\* \\|).*\\|`), ' |'),
    'metadata',
    `| **${row}** | |`,
    row
  )
}
add(one, 'a date without time', rep('2025-05-06T10:15:00+02:00', '2025-05-06'), 'metadata', '2025-05-06')
add(
  one,
  'a time without zone',
  rep('2025-05-06T10:15:00+02:00', '2025-05-06T10:15:00'),
  'metadata',
  '2025-05-06T10:15:00'
)
add(two, 'no such month', rep('2025-11-20T08', '2025-13-20T08'), 'metadata', '2025-13-20')
add(
  one,
  'two sentences',
  rep('needs no network |', 'needs no network. It is faster, too. |'),
  'metadata',
  'It is faster, too',
  'one sentence'
)
add(one, 'unknown type', rep('| Feature |', '| Epic |'), 'metadata', '| Epic |')
add(one, 'two types', rep('| Feature |', '| PoC or Feature |'), 'metadata', '| PoC or Feature |')

add(
  one,
  'deliverables as prose',
  within('- A cache', '---', () => 'A cache.\n\n'),
  'section-content',
  '## Deliverables'
)
add(
  one,
  'affected tests not first',
  text => {
    const [a, b, c] = [
      text.indexOf('### 1. Identify'),
      text.indexOf('### 2. A folder'),
      text.indexOf('---', text.indexOf('### 2. A folder'))
    ]
    return (
      text.slice(0, a) +
      text.slice(b, c).replace('### 2.', '### 1.') +
      text.slice(a, b).replace('### 1.', '### 2.') +
      text.slice(c)
    )
  },
  'section-content',
  '### 2. Identify Affected Tests'
)
add(
  one,
  'no affected tests',
  text => cut('### 1. Identify', '### 2.')(text).replace('### 2. A', '### 1. A'),
  'section-content',
  '## Prerequisites'
)
add(
  one,
  'prerequisite without why',
  rep('**Why Needed**: The cache has to live somewhere\n', ''),
  'section-content',
  '### 2. A folder to write to',
  'Why Needed'
)
add(
  one,
  'prerequisite with empty why',
  rep('**Why Needed**: The cache has to live somewhere', '**Why Needed**:'),
  'section-content',
  '**Why Needed**:'
)
add(
  one,
  'prerequisite without check',
  within('**Verification** (inline OK for prerequisites)', '---', () => '\n'),
  'section-content',
  '### 2. A folder to write to'
)
add(
  one,
  'no baseline',
  within('**Baseline verification**', '### 2.', () => '\n'),
  'section-content',
  '### 1. Identify Affected Tests'
)
add(
  two,
  'no check',
  within('```sh\ncurl', '## 4.', () => '\n'),
  'section-content',
  '### 3.2 Access to the sandbox'
)
add(
  three,
  'check without command',
  rep('`cargo test -p auth` passes', 'it compiles'),
  'section-content',
  '- **Verification**: it compiles'
)
add(one, 'prerequisite hole', rep('### 2. A folder', '### 3. A folder'), 'step-sequence', '### 3. A folder')
add(
  one,
  'criteria without boxes',
  within('## Success Criteria', '---', text => text.replace(/\[ \] /g, '')),
  'section-content',
  '## Success Criteria'
)
add(
  one,
  'vague criterion',
  rep('is shown with the network off', 'is shown with the network off, the disk full, etc.'),
  'vague-wording',
  'etc.'
)

add(
  one,
  'no tree',
  text => text.replace(/```\nmapview\/[\s\S]*?```\n/, 'See above.\n'),
  'file-tree',
  '### File Structure'
)
add(one, 'empty tree', text => text.replace(/```\nmapview\/[\s\S]*?```\n/, '```\n```\n'), 'file-tree', '```')
add(two, 'no tree', text => text.replace(/```text[\s\S]*?```\n/, 'See above.\n'), 'file-tree', '**File Structure:**')
add(one, 'no file structure', cut('### File Structure', '### Design'), 'required-sections', '## Architecture')
add(one, 'no principles', cut('### Design Principles', '---'), 'required-sections', '### File Structure')
add(
  one,
  'tree names more than the table',
  rep('├── loader.py ', '├── ghost.py                  # New: nobody knows\n├── loader.py '),
  'file-coverage',
  '├── ghost.py'
)
add(
  two,
  'tree names more than the table',
  rep('`-- jobs\n', '|-- extra.ts          (new)\n`-- jobs\n'),
  'file-coverage',
  '|-- extra.ts'
)
add(
  three,
  'tree names more than the table',
  rep('                sign.rs\n', '                sign.rs\n                stray.rs\n'),
  'file-coverage',
  'stray.rs'
)
add(
  one,
  'table names more than the tree',
  rep(
    '| `mapview/loader.py` | Modify | Pending: asks the cache |\n',
    '| `mapview/loader.py` | Modify | Pending: asks the cache |\n| `mapview/disk_full.py` | Create | Pending: says it |\n'
  ),
  'file-coverage',
  '`mapview/disk_full.py`'
)
add(
  one,
  'one name slipped in the test summary',
  rep('| `tests/test_loader.py` | ~14', '| `tests/test_loadr.py` | ~14'),
  'file-coverage',
  '| `tests/test_loadr.py`'
)
add(
  one,
  'table says otherwise than the tree',
  rep('| `mapview/loader.py` | Modify |', '| `mapview/loader.py` | Create |'),
  'file-coverage',
  '| `mapview/loader.py` | Create |'
)
add(
  two,
  'table says otherwise than the tree',
  rep('| `src/orders/legacy.ts` | Delete |', '| `src/orders/legacy.ts` | Modify |'),
  'file-coverage',
  '| `src/orders/legacy.ts` | Modify |'
)
add(
  one,
  'step names a file that the table lacks',
  rep('**Code** (add to `mapview/cache/disk.py`)', '**Code** (add to `mapview/cache/ram.py`)'),
  'file-coverage',
  '**Code** (add to `mapview/cache/ram.py`)'
)
add(
  two,
  'step names a file that the table lacks',
  rep('**Tests** (create `test/resend.test.ts`)', '**Tests** (create `test/again.test.ts`)'),
  'file-coverage',
  '**Tests** (create `test/again.test.ts`)'
)
add(
  one,
  'no step names a file of the table',
  rep('- [ ] Wire it up in `mapview/loader.py`', '- [ ] Wire it up'),
  'file-coverage',
  '| `mapview/loader.py`'
)
add(
  one,
  'file twice in the table',
  rep(
    '| `mapview/loader.py` | Modify | Pending: asks the cache |\n',
    '| `mapview/loader.py` | Modify | Pending: asks the cache |\n| `mapview/loader.py` | Modify | Pending: again |\n'
  ),
  'file-coverage',
  'Pending: again'
)
add(
  one,
  'unknown action',
  rep('| `mapview/loader.py` | Modify |', '| `mapview/loader.py` | Improve |'),
  'section-content',
  '| `mapview/loader.py` | Improve |'
)
add(
  one,
  'no action column',
  within('| File | Action', '---\n\n## Dep', text =>
    text.replace(/ (?:Action|Create|Modify) \|/g, '').replace('|------|--------|--------|', '|------|--------|')
  ),
  'section-content',
  '| File | Status |',
  'Action'
)
add(
  one,
  'no rows',
  within('| `mapview/cache/__init__.py` | Create', '\n---', () => ''),
  'section-content',
  '| File | Action | Status |'
)

add(one, 'step hole', rep('### Step 2: Limit', '### Step 5: Limit'), 'step-sequence', '### Step 5: Limit')
add(one, 'step twice', rep('### Step 2: Limit', '### Step 1: Limit'), 'step-sequence', '### Step 1: Limit')
add(
  one,
  'starts at one',
  text =>
    text
      .replace('### Step 3:', '### Step 4:')
      .replace('### Step 2:', '### Step 3:')
      .replace('### Step 1:', '### Step 2:')
      .replace('### Step 0:', '### Step 1:'),
  'step-sequence',
  '### Step 1: Skeleton'
)
add(two, 'sub-step hole', rep('### Step 2b', '### Step 2d'), 'step-sequence', '### Step 2d')
add(three, 'step hole', rep('**Step 2: Sign', '**Step 4: Sign'), 'step-sequence', '**Step 4: Sign')
add(
  one,
  'no steps',
  within('### Step 0', '## Test Summary', () => 'Just write it.\n\n'),
  'step-sequence',
  '## Implementation Steps'
)
for (const [plan, from, to, heading] of [
  [one, '### Step 1:', '### Step 2:', '### Step 1: Store and read'],
  [two, '### Step 2 —', '### Step 2b', '### Step 2 — Send again'],
  [three, '**Step 1:', '**Step 2:', '**Step 1: Keys with an age**']
] as const) {
  const line = (label: string): Edit =>
    within(from, to, text => text.replace(new RegExp(`\\*\\*${label}:?\\*\\*.*\\n`), ''))
  add(plan, 'no goal', line('Goal'), 'step-fields', heading, 'Goal')
  add(plan, 'no output', line('Output'), 'step-fields', heading, 'Output')
  add(
    plan,
    'no tasks',
    within(from, to, text => text.replace(/- \[.\] .*\n/g, '')),
    'step-fields',
    heading,
    'task list'
  )
  add(
    plan,
    'empty goal',
    within(from, to, text => text.replace(/(\*\*Goal(?::\*\*|\*\*:)).*/, '$1')),
    'step-fields',
    '**Goal',
    'Goal'
  )
  add(
    plan,
    'no code',
    within(from, to, text => text.replace(/\*\*Code\*\*[\s\S]*?```\n[\s\S]*?```\n|\*\*Code\*\*[\s\S]*?\n```\n/, '')),
    'step-fields',
    heading,
    'Code'
  )
  add(
    plan,
    'no tests',
    within(from, to, text => text.replace(/\*\*Tests\*\*[\s\S]*?\n```\n/, '')),
    'step-fields',
    heading,
    'Tests'
  )
  add(
    plan,
    'no verification',
    within(from, to, text => text.replace(/\*\*Verification:?\*\*[\s\S]*?(?=\*\*Output)/, '')),
    'step-verification',
    heading
  )
  add(
    plan,
    'verification without command',
    within(from, to, text =>
      text.replace(/(\*\*Verification(?::\*\*|\*\*:))[\s\S]*?(?=\*\*Output)/, '$1 it looks right in the browser\n\n')
    ),
    'step-verification',
    'it looks right in the browser'
  )
}
add(one, 'specification lost', rep(/\*\*Specification\*\*.*\n/, ''), 'step-fields', '### Step 2: Limit')
add(
  two,
  'specification lost',
  within('**Specification:**', '**Acceptance', () => ''),
  'step-fields',
  '### Step 1 — Keep what failed'
)
add(
  two,
  'criteria lost',
  within('**Acceptance Criteria:**', '**Verification', () => ''),
  'step-fields',
  '### Step 1 — Keep what failed',
  'Tests'
)
add(
  one,
  'last step unverified',
  within('### Step 3', '## Test Summary', text => text.replace(/\*\*Verification\*\*[\s\S]*?(?=\*\*Output)/, '')),
  'step-verification',
  '### Step 3: Final integration'
)
add(
  one,
  'a command that cannot fail',
  rep('uv run pytest tests/test_disk_cache.py -q\n# Expected: 3 passed', 'echo fine\n# Expected: fine'),
  'verification-quality',
  'echo fine'
)
add(
  one,
  'a command of one machine',
  rep(
    'uv run pytest tests/test_disk_cache.py -q\n# Expected: 3',
    'cd /Users/lee/mapview && uv run pytest tests/test_disk_cache.py -q\n# Expected: 3'
  ),
  'verification-quality',
  '/Users/lee/'
)
add(
  two,
  'a command that asks',
  rep('npm test -- failed\n', 'vim src/orders/failed.ts\n'),
  'verification-quality',
  'vim src/orders'
)
add(
  three,
  'a command that does not parse',
  rep('$ cargo test -p auth --test rotate', '$ cargo test -p "auth --test rotate'),
  'verification-quality',
  '"auth'
)

add(
  one,
  'summary without table',
  within('### Affected Tests (Run', '**Affected tests', () => ''),
  'section-content',
  '## Test Summary'
)
add(
  one,
  'summary without test files',
  text => text.replace('| Test File | Tests | What It Covers |', '| Area | Count | What It Covers |'),
  'section-content',
  '| Area | Count |'
)
for (const item of ['OOP Design', 'Strong Typing', 'Scalable patterns', 'Self-contained'])
  add(
    one,
    `item lost: ${item}`,
    rep(new RegExp(`- \\[ \\] \\*\\*${item}\\*\\*.*\\n`), ''),
    'completion-checklist',
    '## Production-Grade Checklist',
    item
  )
add(
  two,
  'item lost',
  rep('* [ ] Config externalized\n', ''),
  'completion-checklist',
  '## 8. Production-Grade Checklist',
  'Config externalized'
)
add(
  one,
  'done without command',
  within('```bash\n# 1. Affected', '---\n\n## Files', () => 'All is well.\n\n'),
  'step-verification',
  '## What "Done" Looks Like'
)
add(
  one,
  'command without expectation',
  rep('# Expected: no output, exit code 0\n', ''),
  'section-content',
  'test "$(du -sm build/tiles'
)
add(two, 'command without expectation', rep('# => arrived\n', ''), 'section-content', 'npm run smoke -- resend')
add(
  one,
  'unknown likelihood',
  rep('| A slow disk | M |', '| A slow disk | maybe |'),
  'section-content',
  '| A slow disk | maybe |'
)
add(
  one,
  'no mitigation',
  within('| Risk | Like', '---\n\n## Next', text =>
    text.replace(/ [^|\n]*\|$/gm, '').replace('|------|------------|------------|', '|------|------------|')
  ),
  'section-content',
  '| Risk | Likelihood |',
  'Mitigation'
)
add(
  one,
  'no risk table',
  within('| Risk | Like', '---\n\n## Next', () => 'A slow disk.\n\n'),
  'section-content',
  '## Risks & Mitigations'
)
add(three, 'step open though done', rep('- [x] A struct', '- [ ] A struct'), 'status-consistency', '- [ ] A struct')
add(one, 'TBD', rep('- [ ] Throw out', '- [ ] TBD'), 'no-placeholder', 'TBD')
add(
  one,
  'bracket of the template',
  rep('**Output**: An empty package', "**Output**: [What's created/changed]"),
  'no-placeholder',
  "[What's created"
)
add(
  one,
  'counts of the template',
  rep('**Output**: 3/3 tests passing', '**Output**: [X]/[X] tests passing'),
  'no-placeholder',
  '[X]/[X]'
)

runMutants('task-plan', validPlans('task-plan'), mutants)
