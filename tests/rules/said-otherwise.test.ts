/** What a plan says without the label that is usual: the form, the title or a sentence says it. */
import { describe, expect, it } from 'vitest'
import { planFixtures } from './load.ts'
import { findingsRewritten } from './rewritten.ts'

const plans = new Map(planFixtures().map(({ id, name, text }) => [`${id} ${name}`, text]))

/** "line rule message" of a valid plan in which a piece has been written otherwise. */
function told(profile: string, from: string, to: string): string[] {
  return findingsRewritten(profile, from, to).map(({ rule, message }) => `${rule}: ${message}`)
}

const verify = '**Verify**: `./gradlew :app:testDebug` passes'
const lists: Record<string, string> = {
  numbered: '1. Write the tests\n2. Write stack and interface',
  bullets: '- Write the tests\n- Write stack and interface',
  tasks: '- [ ] Write the tests\n- [ ] Write stack and interface',
  'of one': '- Write the tests',
  'behind a sentence': 'In this order:\n\n1. Write the tests\n2. Write stack and interface',
  'with labels of its own': '1. **Tests**, first: three of them\n2. **Stack**: write it',
  'that names files': '- Create `command.kt`\n- Fill in `undo_stack.kt`'
}
const files = '**Files**: `command.kt`, `undo_stack.kt`, `undo_stack_test.kt`'
const step = `${files}

**Actions**:
1. Write the tests for the three cases
2. Write stack and interface
3. Verify: \`./gradlew :app:testDebug --tests '*UndoStack*'\` passes`

describe('the list of a step', () => {
  const places: Record<string, (list: string) => string> = {
    'between files and check': list => `${files}\n\n${list}\n\n${verify}`,
    'before the files': list => `${list}\n\n${files}\n\n${verify}`,
    'behind a list of files': list =>
      `**Files**:\n* \`command.kt\`\n* \`undo_stack.kt\`\n* \`undo_stack_test.kt\`\n\n${list}\n\n${verify}`,
    'with the check under a heading': list =>
      `${files}\n\n${list}\n\n#### Verify\n\n\`./gradlew :app:testDebug\` passes`
  }
  it.each(
    Object.entries(places).flatMap(([place, write]) =>
      Object.entries(lists).map(([name, list]) => [name, place, write(list)])
    )
  )('%s, %s', (name, place, text) => {
    // Bullets of the same kind go on with the list before them.
    if (place === 'behind a list of files' && name === 'behind a sentence') return
    expect(told('design-plan', step, text!)).toEqual([])
  })

  it.each([
    ['nothing but files', `**Files**:\n- \`command.kt\`\n- \`undo_stack.kt\`\n- \`undo_stack_test.kt\`\n\n${verify}`],
    ['nothing but checks', `${files}\n\n**Verify**:\n- \`npm test\`\n- \`npm run lint\``],
    ['a sentence', `${files}\n\nWrite the tests.\n\n${verify}`],
    ['under another title', `${files}\n\n#### Background\n\n- It was slow\n\n${verify}`]
  ])('%s is none', (_, text) => {
    expect(told('design-plan', step, text)).toEqual([
      'step-fields: Missing "Actions" in step "Step 1: A stack that nobody uses yet"'
    ])
  })

  const commit = (changes: string): string =>
    `- **Files:** \`migrations/0042_order_locks.sql\` (new)\n${changes}- **Verification:** \`make migrate && make check-schema\` passes\n`
  it.each([
    ['items beside labels', commit('- Create `order_locks`\n- Give it a key\n')],
    ['an item', commit('- Create `order_locks`\n')]
  ])('of a commit: %s', (_, text) => {
    expect(told('planning-md', commit('- **Changes:**\n  - Create `order_locks`\n'), text)).toEqual([])
  })
})

describe('an issue', () => {
  const issue = `### Issue 2: Clock jumps

**Problem:** A clock that goes back would freeze the window.

**Solution:** Use the monotonic clock.
`
  it.each([
    ['a title', '### Issue 2: Clock jumps\n\n**Solution:** Use the monotonic clock.\n', []],
    [
      'a title and prose',
      '### Issue 2: Clock jumps\n\nIt would freeze the window.\n\n**Solution:** Use another.\n',
      []
    ],
    ['a bold title', '**Issue 2: Clock jumps**\n\n**Mitigation:** Use the monotonic clock.\n', []],
    ['a number', '### Issue 2\n\n**Solution:** Use another.\n', ['section-content: Missing "Problem" in "Issue 2"']],
    [
      'no solution',
      '### Issue 2: Clock jumps\n\nIt would freeze.\n',
      ['section-content: Missing "Solution" in "Clock jumps"']
    ]
  ])('by %s', (_, text, expected) => expect(told('handoff-plan', issue, text)).toEqual(expected))
})

const risks = `| Risk | Likelihood | Mitigation |
|------|------------|------------|
| A slow disk | M | Write in the background |
| Two processes at once | L | Rename into place |
`
describe('risks', () => {
  const forms: Record<string, (risk: string, deed: string) => string> = {
    'an emphasised label': (risk, deed) => `- ${risk}. *Mitigation:* ${deed}.`,
    'a bold label': (risk, deed) => `- ${risk}. **Mitigation:** ${deed}.`,
    'underscores, and a colon behind': (risk, deed) => `1. ${risk}. _Mitigation_: ${deed}.`,
    'an arrow': (risk, deed) => `- ${risk} → ${deed}`,
    'a colon': (risk, deed) => `- **${risk}**: ${deed}`,
    'a list of its own': (risk, deed) => `- **${risk}** (M)\n  - Mitigation: ${deed}`
  }
  it.each(Object.entries(forms))('with %s', (_, form) => {
    const text = `${form('A slow disk', 'write in the background')}\n${form('Two processes at once', 'rename into place')}\n`
    expect(told('task-plan', risks, text)).toEqual([])
  })
  it('of which one lacks a word', () => {
    expect(told('task-plan', risks, '- A slow disk → write in the background\n- Two processes at once\n')).toEqual([
      'section-content: Missing mitigation in "Two processes at once"'
    ])
  })
  it('as bare names are no table', () => {
    expect(told('task-plan', risks, '- A slow disk\n- Two processes at once\n')).toEqual([
      'section-content: Missing table in "Risks & Mitigations"'
    ])
  })
})

const issues = `### Issue 1: Many clients behind one address

**Problem:** A school shares one key between thirty pupils.

**Solution:** Count per session where there is one.

**Fallback:** Raise the limit for that key.

### Issue 2: Clock jumps

**Problem:** A clock that goes back would freeze the window.

**Solution:** Use the monotonic clock.
`
describe('issues without titles', () => {
  it.each([
    [
      'labels in sentences',
      '- A clock jumps. *Mitigation:* use the monotonic one.\n- A school shares one key. **Solution:** count per session.\n'
    ],
    [
      'names and remarks',
      '- **A clock jumps** — use the monotonic one.\n- **A school shares one key**: count per session.\n'
    ],
    ['labels below names', '1. **A clock jumps**\n   Mitigation: use the monotonic one.\n'],
    ['a table', '| Issue | Solution |\n|---|---|\n| A clock jumps | use the monotonic one |\n']
  ])('as %s', (_, text) => expect(told('handoff-plan', issues, text)).toEqual([]))

  it.each([
    ['names', '- A clock jumps\n- A school shares one key\n'],
    ['a table of names', '| Issue | Likelihood |\n|---|---|\n| A clock jumps | M |\n']
  ])('are none as %s', (_, text) =>
    expect(told('handoff-plan', issues, text)).toEqual([
      'section-content: Missing issues in "Potential Issues & Solutions"'
    ])
  )
})

const decision = `**Chosen Approach:** Status 429 with a \`Retry-After\` header

**Rationale:** Every client library knows it.
`
const choices = [
  'We will **use status 429**',
  "We'll use status 429",
  'We use status 429',
  'We go with status 429',
  'We decided on status 429',
  'Use status 429',
  'Decision: status 429',
  'The chosen approach is status 429',
  'Status 429 was chosen'
]
const reasons = [
  '.\n\nWhy status 429: every client library knows it.',
  '.\n\n**Why**: every client library knows it.',
  '.\n\n**Why not 503?** Proxies try again.',
  ', because every client library knows it.',
  ', since every client library knows it.',
  '. The reason is that every client library knows it.'
]
describe('a decision in prose', () => {
  it.each(choices.flatMap(choice => reasons.map(reason => choice + reason)))('%j', text => {
    expect(told('handoff-plan', decision, `${text}\n`)).toEqual([])
  })
  it.each(choices)('%j without a reason', choice => {
    expect(told('handoff-plan', decision, `${choice}.\n`)).toEqual([
      'section-content: Missing "Rationale" in "What a refusal looks like"'
    ])
  })
  it.each([
    'We will decide later because nobody knows.',
    'Should we use status 429, since it is known?',
    'Status 429, because it is known.'
  ])('%j chooses nothing', text => {
    expect(told('handoff-plan', decision, `${text}\n`).map(each => each.split(':')[0])).toContain('alternatives')
  })
  it.each(['← chosen', '→ selected', '✔ chosen', '(our choice)', '— **Recommended**'])(
    'an option that is marked %j is chosen',
    mark => {
      const text = `1. **A**: 503\n2. **B**: 429 ${mark}\n\n**Rationale:** Every client library knows it.\n`
      expect(told('handoff-plan', decision, text)).toEqual([])
    }
  )
  it('what an option has for it is no reason', () => {
    const text =
      '**Options Considered:**\n1. **A**: 503\n   - Pros: usual, because of proxies\n2. **B**: 429 ✅ CHOSEN\n'
    expect(told('handoff-plan', decision, text)).toEqual([
      'section-content: Missing "Rationale" in "What a refusal looks like"'
    ])
  })
})

describe('a section that is one decision', () => {
  const whole = plans.get('handoff-plan valid-1.md')!
  const all = whole.slice(whole.indexOf('### Decision 1'), whole.indexOf('---\n\n## 4.'))
  it.each([
    ['labels', '**Chosen Approach:** In memory\n\n**Rationale:** A restart is rare.\n\n', []],
    ['prose', 'We will **use a dictionary**, because a restart is rare.\n\n', []],
    [
      'options',
      '**Options Considered:**\n1. A table\n2. A dictionary ✅ CHOSEN\n\n**Rationale:** A restart is rare.\n\n',
      []
    ],
    ['a table', '| Decision | Choice | Why |\n|---|---|---|\n| Counter | in memory | a restart is rare |\n\n', []],
    [
      'a choice without a reason',
      '**Chosen Approach:** In memory\n\n',
      ['section-content: Missing "Rationale" in "Architecture Decisions"']
    ],
    ['words', 'This says how it is built.\n\n', ['section-content: Missing decisions in "Architecture Decisions"']]
  ])('with %s', (_, text, expected) => expect(told('handoff-plan', all, text)).toEqual(expected))
})

describe('a unit without files', () => {
  const [, phase] = /### Phase 3: Tests\n\n([^]*?)---/.exec(plans.get('handoff-plan valid-1.md')!)!
  const missing = 'step-fields: Missing "Files to Create" or "Files to Modify" in phase "Phase 3: Tests"'
  it.each([
    'No code changes needed for this phase.',
    'No code changes are needed: the load script does it.',
    '**No code changes required**: the operators turn the flag.',
    '- No code changes needed for this phase',
    '> No code changes needed for this phase.',
    'There are no files to change here.',
    'No files change in this phase.',
    'This phase touches no files.',
    'Nothing to change in code here.',
    'Configuration only, no code.',
    '**Code changes**: none',
    '**Files to Modify:** No code changes needed for this phase',
    '**Files:** none'
  ])('%j', text => {
    expect(told('handoff-plan', phase!, `${text}\n\n`)).toEqual([])
  })
  it.each([
    'Try it with the script.',
    'No code changes needed for the index, but the route must ask.',
    'No file is longer than a page.',
    'No code outside of the route changes.'
  ])('%j says no such thing', text => {
    expect(told('handoff-plan', phase!, `${text}\n\n`)).toEqual([missing])
  })
})

describe('a check in a quote', () => {
  const check =
    '**Verification**:\n```bash\nuv run pytest tests/test_disk_cache.py -q\n# Expected: 3 passed\n```\n\n**Output**: 3/3'
  const fence = '```bash\nuv run pytest -q\n```'
  const quoted = (text: string): string => text.replace(/^/gm, '> ')
  it.each([
    ['with its fence', quoted(`**Verification**:\n${fence}`)],
    ['with its fence behind the quote', `> **Verification**:\n\n${fence}`],
    ['in an alert', quoted(`[!IMPORTANT]\n**Verification**:\n\n${fence}`)],
    ['in an alert, in line', quoted('[!NOTE]\n**Verification**: `uv run pytest -q`')],
    ['in an alert, the fence behind it', `> [!TIP]\n> **Verification**:\n\n${fence}`],
    ['in two quotes', quoted(quoted(`**Verification**:\n\n${fence}`))],
    ['as a list', quoted('**Verification**:\n- `uv run pytest -q`')]
  ])('%s', (_, text) => expect(told('task-plan', check, `${text}\n\n**Output**: 3/3`)).toEqual([]))
})

describe('a bold question', () => {
  const none = "None: palm rejection, the only one there was, has been settled with the pen library's makers."
  const context = (text: string): boolean =>
    told('design-plan', none, text).some(each => each.startsWith('open-questions: Missing context'))
  it.each([
    '- **Which shelf?** — @ola',
    '- **Which shelf?** @ola',
    '- **Which shelf?** (@ola)',
    '- **Which shelf?**: @ola',
    '- **Which shelf?**\n  @ola',
    '- **Which shelf?** — ola@example.com',
    '- **Which shelf?** — [Ola](https://github.com/ola)',
    '- **Which shelf?**\n  - Owner: @ola',
    '- Which shelf? @ola',
    '### Which shelf?\n\n@ola'
  ])('%j has no context', text => expect(context(text)).toBe(true))
  it.each([
    '- **Which shelf?** The left one is full. — @ola',
    '- **Which shelf?** — the left one is full; @ola decides',
    '- **Which shelf?**\n  - Context: the left one is full\n  - Who: @ola',
    '- **Which shelf, since the left one is full?** — @ola',
    '### Which shelf?\n\nThe left one is full. @ola decides.',
    '| Question | Context | Who |\n|---|---|---|\n| Which shelf? | the left is full | @ola |'
  ])('%j has some', text => expect(told('design-plan', none, text)).toEqual([]))

  const patterns = `- **What patterns must I preserve?**
  - Error handling: Domain errors are exceptions that \`warehouse/errors.py\` maps to status codes.
  - Testing: Unit tests beside each module, one integration suite against a real Postgres.
  - Configuration: Environment variables read once in \`warehouse/settings.py\`.`
  it.each([
    ['One enum for all states.', []],
    ['— one enum for all states.', []],
    [': one enum for all states.', []],
    ['', ['section-content: Empty "What patterns must I preserve?" in "Modifying Existing Code"']]
  ])('of the profile answered by %j', (answer, expected) => {
    expect(told('planning-md', patterns, `- **What patterns must I preserve?** ${answer}`)).toEqual(expected)
  })
})

describe('a remark in a quote', () => {
  const reason = 'N/A — all that is needed is there already.'
  const table = /\| Dependency \| Status[^]*?(?=\n\n)/.exec(plans.get('design-plan valid-1.md')!)![0]
  it.each([`> [!TIP]\n> Ask Bo.\n\n${reason}`, `${reason}\n\n> Ask Bo.`, reason])('beside a reason: %j', text => {
    expect(told('design-plan', table, text)).toEqual([])
  })
  it('alone is no reason', () => {
    expect(told('design-plan', table, '> Ask Bo.')).toHaveLength(1)
  })
})

describe('a step whose boxes are answers', () => {
  const title = '**Step 1: Locate the Change**'
  it('is done though one of them is open', () => {
    expect(told('planning-md', title, '##### Step 1: Locate the Change ✅')).toEqual([])
  })
})
