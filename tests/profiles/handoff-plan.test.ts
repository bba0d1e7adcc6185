import { collector, cut, last, rep } from './edits.ts'
import { runMutants, validPlans } from './mutate.ts'

const { mutants, add } = collector()

const titles = [
  '## 1. Executive Summary',
  '## 2. Codebase Context',
  '## 3. Architecture Decisions',
  '## 4. Implementation Roadmap',
  '## 5. Configuration Changes',
  '## 6. Quality Checks',
  '## 7. Documentation Updates',
  '## 8. Potential Issues & Solutions',
  '## 9. Testing Strategy',
  '## 10. Rollout Plan',
  '## 11. Success Validation',
  '## 12. Implementation Notes (for the implementer)',
  '## Status Tracking'
]
const one = 'valid-1'
const [two, three] = ['valid-2', 'valid-3']
for (const [i, title] of titles.entries()) {
  const next = titles[i + 1] ?? null
  add(
    one,
    `drop ${title}`,
    cut(`${title}\n`, next && `${next}\n`),
    'required-sections',
    i === 0 ? '# Throttle the public search' : titles[i - 1]!
  )
  add(
    one,
    `empty ${title}`,
    text => {
      const start = text.indexOf(`${title}\n`) + title.length + 1
      return `${text.slice(0, start)}\n${next ? text.slice(text.indexOf(`${next}\n`)) : ''}`
    },
    'section-content',
    title,
    'Empty section'
  )
  add(
    one,
    `bare N/A in ${title}`,
    text => {
      const start = text.indexOf(`${title}\n`) + title.length + 1
      return `${text.slice(0, start)}\nN/A\n\n${next ? text.slice(text.indexOf(`${next}\n`)) : ''}`
    },
    'na-justification',
    'N/A'
  )
  if (i > 0 && i < 12)
    add(
      one,
      `number lost on ${title}`,
      rep(`${title}\n`, `${title.replace(/\d+\. /, '')}\n`),
      'required-sections',
      title.replace(/\d+\. /, ''),
      'Missing number'
    )
  if (i > 0) add(one, `nested ${title}`, rep(`${title}\n`, `#${title}\n`), 'required-sections', `#${title}`)
  add(
    one,
    `second ${title}`,
    text => `${text}\n${title}\n\nSaid again.\n`,
    'required-sections',
    last(title),
    'Duplicate'
  )
}
add(
  one,
  'sections swapped',
  text => {
    const [a, b, c] = [titles[6]!, titles[7]!, titles[8]!].map(title => text.indexOf(`${title}\n`)) as [
      number,
      number,
      number
    ]
    return text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c)
  },
  'required-sections',
  lines => Math.max(lines.indexOf(titles[6]!), lines.indexOf(titles[7]!)) + 1,
  'out of order'
)
add(
  one,
  'wrong number',
  rep('## 8. Potential', '## 9. Potential'),
  'required-sections',
  '## 9. Potential',
  'numbered 9'
)
add(one, 'wrong inner number', rep('### 2.2 Current', '### 2.4 Current'), 'required-sections', '### 2.4 Current')

for (const label of ['Created', 'Planner', 'Status', 'Implementer']) {
  add(
    one,
    `no ${label}`,
    rep(new RegExp(`\\*\\*${label}:\\*\\*.*\\n`), ''),
    'metadata',
    '# Throttle the public search',
    label
  )
  add(two, `no ${label}`, rep(new RegExp(`\\*\\*${label}\\*\\*:.*\\n`), ''), 'metadata', '# CSV', label)
  add(three, `empty ${label}`, rep(new RegExp(`(?<=\\*\\*${label}:\\*\\*).*`), ''), 'metadata', `**${label}:**`, label)
}
add(one, 'no date', rep('2025-04-02', 'last week'), 'metadata', 'last week')
add(one, 'no such day', rep('2025-04-02', '2025-04-31'), 'metadata', '2025-04-31')
add(one, 'unknown status', rep('Planning Complete', 'Almost there'), 'metadata', 'Almost there')
add(
  one,
  'two statuses',
  rep('Planning Complete', 'Planning Complete / Completed'),
  'metadata',
  'Planning Complete / Completed'
)

for (const label of ['Problem Statement', 'Solution Approach', 'Success Criteria']) {
  add(
    one,
    `no ${label}`,
    text => {
      const at = text.indexOf(`**${label}:**`)
      const end = text.indexOf(label === 'Success Criteria' ? '---' : '\n\n', at)
      return text.slice(0, at) + text.slice(end)
    },
    'section-content',
    '## 1. Executive Summary',
    label
  )
}
add(
  one,
  'empty problem',
  rep('Two scripts send a hundred searches a second, and everybody else waits for the index.\n', ''),
  'section-content',
  '**Problem Statement:**'
)
add(
  one,
  'criteria without boxes',
  text => text.replace(/- \[ \] (The eleventh|A refused|Logged)/g, '- $1'),
  'section-content',
  '**Success Criteria:**'
)
add(two, 'criteria without boxes', text => text.replace(/\* \[.\] /g, '* '), 'section-content', '### Success Criteria')

add(
  one,
  'no tree',
  text => text.replace(/```\nservice\/src[\s\S]*?```\n/, 'See the repository.\n'),
  'file-tree',
  '**Key Files:**'
)
add(one, 'empty tree', text => text.replace(/```\nservice\/src[\s\S]*?```\n/, '```\n```\n'), 'file-tree', '```')
add(two, 'no tree', text => text.replace(/~~~text[\s\S]*?~~~\n/, 'See the repository.\n'), 'file-tree', '*Key Files*:')
add(
  three,
  'no tree',
  text => text.replace(/```text[\s\S]*?```\n/, 'See the repository.\n'),
  'file-tree',
  '### 2.1 Relevant Architecture'
)
add(
  three,
  'double entry',
  rep('|   |-- queue.ts           # NEW\n', '|   |-- queue.ts           # NEW\n|   |-- queue.ts           # NEW\n'),
  'file-tree',
  last('|   |-- queue.ts           # NEW')
)
for (const name of [
  '### 2.1 Relevant Architecture',
  '### 2.2 Current Implementation Patterns',
  '### 2.3 Dependencies'
]) {
  add(
    one,
    `drop ${name}`,
    text => {
      const at = text.indexOf(name)
      return text.slice(0, at) + text.slice(text.indexOf(name.includes('2.3') ? '---' : '### 2.', at + 4))
    },
    'required-sections',
    lines =>
      lines.findIndex(
        line =>
          line ===
          (name.includes('2.1')
            ? '## 2. Codebase Context'
            : name.includes('2.2')
              ? '### 2.1 Relevant Architecture'
              : '### 2.2 Current Implementation Patterns')
      ) + 1
  )
}

add(
  one,
  'two chosen',
  rep('A table in the database', 'A table in the database ✅ CHOSEN'),
  'alternatives',
  '2. **Option B:** A dictionary in memory ✅ CHOSEN'
)
add(one, 'none chosen', rep(' ✅ CHOSEN', ''), 'alternatives', '### Decision 1: Where the counter lives')
add(
  one,
  'no choice',
  rep(/\*\*Chosen Approach:\*\*.*\n/, ''),
  'alternatives',
  '### Decision 2: What a refusal looks like'
)
add(
  two,
  'two chosen',
  rep('**Option A**: our own code', '**Option A (CHOSEN)**: our own code'),
  'alternatives',
  '- **Option B (CHOSEN)**'
)
add(
  two,
  'no decision',
  rep('**Decision**: from the struct tags\n\n', ''),
  'alternatives',
  '**Decision 2: Where the header comes from**'
)
add(three, 'none selected', rep(' (SELECTED)', ''), 'alternatives', '### Table or broker?')
add(
  one,
  'no rationale',
  rep('**Rationale:** A restart is rare, a write per search is not.\n', ''),
  'section-content',
  '### Decision 1: Where the counter lives',
  'Rationale'
)
add(
  one,
  'empty rationale',
  rep('**Rationale:** Every client library knows it.', '**Rationale:**'),
  'section-content',
  '**Rationale:**',
  'Rationale'
)
add(three, 'no rationale', cut('**Rationale:**', '## 4.'), 'section-content', '### Table or broker?', 'Rationale')
add(
  two,
  'no rationale',
  rep('**Rationale**: A header that drifts is worse than none.\n', ''),
  'section-content',
  '**Decision 2: Where the header comes from**',
  'Rationale'
)
add(one, 'decision number', rep('### Decision 2', '### Decision 4'), 'step-sequence', '### Decision 4')
add(one, 'no decisions', cut('### Decision 1', '---'), 'section-content', '## 3. Architecture Decisions')

add(one, 'phase hole', rep('### Phase 3: Tests', '### Phase 5: Tests'), 'step-sequence', '### Phase 5: Tests')
add(one, 'phase twice', rep('### Phase 3: Tests', '### Phase 2: Tests'), 'step-sequence', '### Phase 2: Tests')
add(two, 'phase hole', rep('### Phase 2 — Command', '### Phase 4 — Command'), 'step-sequence', '### Phase 4 — Command')
add(
  one,
  'no phases',
  text =>
    `${text.slice(0, text.indexOf('### Phase 1'))}All in one go.\n\n${text.slice(text.indexOf('---', text.indexOf('### Phase 3')))}`,
  'step-sequence',
  '## 4. Implementation Roadmap'
)
add(
  one,
  'phase without files',
  text => {
    const at = text.indexOf('### Phase 3: Tests\n') + '### Phase 3: Tests\n'.length
    return `${text.slice(0, at)}\nWrite them.\n\n${text.slice(text.indexOf('---', at))}`
  },
  'step-fields',
  '### Phase 3: Tests'
)
add(
  two,
  'phase without files',
  rep('**Files to Create**\n\n1. `internal/rows/csv_test.go`\n', 'Tests for the rows.\n'),
  'step-fields',
  '### Phase 3 — Tests'
)
add(
  one,
  'empty files',
  rep('1. **`service/src/core/settings.py`** (one more field)\n', ''),
  'step-fields',
  '**Files to Modify:**',
  'Empty'
)
add(
  one,
  'file without path',
  rep('1. **`service/src/core/settings.py`** (one more field)', '1. **The settings** get one more field'),
  'step-fields',
  '1. **The settings** get one more field'
)
add(
  two,
  'file without path',
  rep('1. `cmd/export.go`: reads flags, calls the writer', '1. the command itself'),
  'step-fields',
  '1. the command itself'
)
add(
  one,
  'file that is not in the tree',
  rep('**`service/src/interfaces/search.py`**', '**`gateway/limit.py`**'),
  'file-coverage',
  'gateway/limit.py'
)
add(
  two,
  'file that is not in the tree',
  rep('1. `cmd/export.go`:', '1. `tools/export.go`:'),
  'file-coverage',
  '1. `tools/export.go`'
)
add(
  three,
  'file that is not in the tree',
  rep('**File 1: `src/mail/queue.ts`**', '**File 1: `lib/mail/box.ts`**'),
  'file-coverage',
  '**File 1: `lib/mail/box.ts`**'
)
add(
  two,
  'mark that contradicts',
  rep('    export.go               (new)', '    export.go               (deleted)'),
  'file-coverage',
  '1. `cmd/export.go`'
)
add(
  three,
  'mark that contradicts',
  rep('worker.ts          # NEW', 'worker.ts          # MODIFIED'),
  'file-coverage',
  '1. `src/mail/worker.ts`'
)
add(
  one,
  'mark that contradicts',
  rep('settings.py        # modified: the limit', 'settings.py        # new: the limit'),
  'file-coverage',
  '1. **`service/src/core/settings.py`**'
)

add(
  one,
  'checks without command',
  rep('```bash\nmake lint\nmake typecheck\n```\n', 'The code is read by two people.\n'),
  'step-verification',
  '## 6. Quality Checks'
)
add(
  two,
  'checks without command',
  rep('Run `go vet ./...` and `go test ./...`; both must pass.', 'Two people read the code.'),
  'step-verification',
  '## 6) Quality Checks'
)
add(
  one,
  'a phase with an empty verification',
  rep('### Phase 2: Route\n', '**Verification:**\n\n### Phase 2: Route\n'),
  'step-verification',
  '**Verification:**'
)
add(
  one,
  'a phase verified by a promise',
  rep('### Phase 2: Route\n', '**Verification:** everything works\n\n### Phase 2: Route\n'),
  'step-verification',
  '**Verification:** everything works'
)
add(
  one,
  'a phase verified by a command that cannot fail',
  rep('### Phase 2: Route\n', '**Verification:** `true`\n\n### Phase 2: Route\n'),
  'verification-quality',
  '`true`'
)
add(
  one,
  'a command that cannot fail',
  rep('make lint\nmake typecheck\n', 'make typecheck || true\n'),
  'verification-quality',
  'make typecheck || true'
)
add(
  one,
  'a command of one machine',
  rep('make lint\nmake', 'cd /Users/rosa/service && make lint\nmake'),
  'verification-quality',
  '/Users/rosa/'
)
add(
  one,
  'a command that never ends',
  rep('make typecheck\n', 'npx vitest --watch\n'),
  'verification-quality',
  '--watch'
)
add(
  three,
  'a command to be filled in',
  rep('`npm test -- mail`', '`npm test -- <path-of-test>`'),
  'verification-quality',
  '<path-of-test>'
)

for (const [label, title] of [['Solution', '### Issue 2: Clock jumps']] as const) {
  add(
    one,
    `issue without ${label}`,
    text => {
      const at = text.indexOf(`**${label}:**`, text.indexOf(title))
      return text.slice(0, at) + text.slice(text.indexOf('\n', at) + 1)
    },
    'section-content',
    title,
    label
  )
}
add(
  two,
  'issue without solution',
  rep('- **Solution**: a flag `--separator`\n', ''),
  'section-content',
  '**Issue 1: Spreadsheets that expect semicolons**',
  'Solution'
)
add(
  three,
  'issue with empty problem',
  rep('**Problem**: the row is taken and the mail is not sent.', '**Problem**:'),
  'section-content',
  '**Problem**:'
)
add(one, 'no unit tests', cut('### Unit Tests', '### Integration'), 'required-sections', '## 9. Testing Strategy')
add(one, 'no integration tests', cut('### Integration Tests', '### Manual'), 'required-sections', '### Unit Tests')
add(two, 'no integration tests', rep(/- \*\*Integration Tests\*\*.*\n/, ''), 'required-sections', '- **Unit Tests**')
add(
  two,
  'empty unit tests',
  rep('- **Unit Tests**: quoting, empty rows, rows with line breaks', '- **Unit Tests**:'),
  'section-content',
  '- **Unit Tests**:'
)
add(
  one,
  'tests do not apply, yet are written',
  text =>
    `${text.slice(0, text.indexOf('### Unit Tests'))}N/A — the change is small\n\n${text.slice(text.indexOf('---\n\n## 10.'))}`,
  'na-justification',
  'N/A — the change is small'
)

add(one, 'phase untracked', rep('- [ ] Phase 2: Route\n', ''), 'completion-checklist', '## Status Tracking')
add(two, 'phase untracked', rep('- [ ] Phase 3 — Tests\n', ''), 'completion-checklist', '## 13) Status Tracking')
add(
  one,
  'phase unknown',
  rep('- [ ] Phase 3: Tests\n', '- [ ] Phase 3: Tests\n- [ ] Phase 4: Party\n'),
  'completion-checklist',
  '- [ ] Phase 4: Party'
)
add(
  one,
  'no boxes',
  text => text.slice(0, text.indexOf('- [ ] Phase 1')) + 'Ask Rosa.\n',
  'completion-checklist',
  '## Status Tracking'
)
add(
  three,
  'box open at the end',
  rep('- [x] Phase 2: Worker', '- [ ] Phase 2: Worker'),
  'completion-checklist',
  '- [ ] Phase 2: Worker'
)
add(
  three,
  'criterion open at the end',
  rep('2. [x] No mail', '2. [ ] No mail'),
  'completion-checklist',
  '2. [ ] No mail'
)
add(three, 'phase 2b untracked', rep('- [x] Phase 2b: Clean-up\n', ''), 'completion-checklist', '## Status Tracking')

add(
  two,
  'N/A without reason',
  rep(' — the command has flags only, and reads no configuration.', ''),
  'na-justification',
  'N/A'
)
add(one, 'TBD', rep('Use the monotonic clock.', 'TBD'), 'no-placeholder', 'TBD')
add(
  one,
  'bracket of the template',
  rep('Use the monotonic clock.', '[How to handle it]'),
  'no-placeholder',
  '[How to handle it]'
)
add(
  one,
  'criterion of the template',
  rep('- [ ] A refused client learns when to come back', '- [ ] Criterion 2'),
  'no-placeholder',
  '- [ ] Criterion 2'
)
add(one, 'broken fence', rep('```bash\nmake lint', '```text\n```bash\nmake lint'), 'required-sections', '```bash')

runMutants('handoff-plan', validPlans('handoff-plan'), mutants)
