/** Plans of the superpowers skills: what is right stays silent, and each kind of fault is told once, where it is. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/plans/superpowers-plan')
const [first, second] = ['valid-1.md', 'valid-2.md'].map(name => fs.readFileSync(path.join(folder, name), 'utf8')) as [
  string,
  string
]
const lint = (text: string) =>
  lintText(text, { path: 'docs/superpowers/plans/2026-05-01-limit.md', now: Date.parse('2026-06-01') })

describe('a superpowers plan', () => {
  it.each([first, second])('is recognised for certain, and has no fault', text => {
    expect(lint(text)).toMatchObject({ profile: 'superpowers-plan', recognised: 'certain', findings: [] })
  })

  it('is known by the skill that its opening names, or by its labels with a task', () => {
    const kind = (text: string): string | null => lintText(text, { path: 'notes/limit.md' }).profile
    expect(kind(first.replace('**Tech Stack:** TypeScript, vitest\n', ''))).toBe('superpowers-plan')
    expect(kind(first.replace(/^> .*$/m, ''))).toBe('superpowers-plan')
    const short = first.replace(/^> .*$/m, '').replace('**Tech Stack:** TypeScript, vitest\n', '')
    expect(lintText(short, { path: 'notes/limit.md' })).toMatchObject({
      profile: 'superpowers-plan',
      recognised: 'likely'
    })
    // Two labels less, its tasks tell it: each with files and what is created, or with a command.
    const tasks = short.replace(/^\*\*Architecture:.*$/m, '')
    expect(kind(tasks)).toBe('superpowers-plan')
    // And less still, tasks with steps in boxes: what is cut away makes no other plan of it.
    const steps = tasks.replace(/^- (?:Create|Modify|Test):.*$|^Run:.*$|^Expected:.*$/gm, '')
    expect(kind(steps)).toBe('superpowers-plan')
    expect(kind(steps.replace(/^(- \[.\] \*\*)Step \d+: /gm, '$1'))).toBe('generic')
    expect(kind('# Notes\n\nREQUIRED SUB-SKILL: none.\n\n## Task 1: Read\n\nIt.\n')).not.toBe('superpowers-plan')
  })

  it('cut down to one task and one step it is still one, and lacks what it lacks', () => {
    const cut = '# Limit\n\n### Task 1: Count\n\n- [ ] **Step 1: Run the test**\n\nRun: `npm test`\n'
    const judge = (text: string) => lintText(text, { path: 'docs/plans/limit.md' })
    expect(judge(cut)).toMatchObject({ profile: 'superpowers-plan', recognised: 'likely' })
    expect(judge(cut).findings.map(({ message }) => message)).toContain('Missing "Files" in task "Task 1: Count"')
    const others = [
      cut.replace('### Task', '### Phase'),
      cut.replace('Step 1: Run', 'Run'),
      cut.replace('- [ ] **Step', '**Step')
    ]
    for (const other of others) expect(judge(other).profile).not.toBe('superpowers-plan')
  })
})

/** What is changed, into what; the rule that tells, and the beginning of the line that it tells of. */
type Mutant = readonly [from: string, to: string, rule: string, line: string]

const run = 'Run: `npx vitest run tests/limit/bucket.test.ts`\nExpected: 1 passed'
const broken: readonly Mutant[] = [
  ['**Goal:** Refuse clients that ask too often.\n', '', 'metadata', '# Rate'],
  [
    '**Architecture:** A token bucket per client, in memory, in front of the router. Nothing is kept over a restart.',
    '**Architecture:**',
    'metadata',
    '**Architecture'
  ],
  ['**Tech Stack:** TypeScript, vitest', '**Tech Stack:** TBD', 'no-placeholder', '**Tech Stack'],
  ['### Task 2: The', '### Task 4: The', 'step-sequence', '### Task 4'],
  ['### Task 2: The', '### Task 1: The', 'step-sequence', '### Task 1: The middleware'],
  ['### Task 2: The', '### Task B: The', 'task-format', '### Task B'],
  ['### Task 2: The middleware', '### Task 2:', 'step-fields', '### Task 2:'],
  ['**Step 2: Run it to see it fail**', '**Step 2:**', 'step-fields', '- [ ] **Step 2:'],
  ['- Create: `src/limit/bucket.ts`', '- `src/limit/bucket.ts`', 'step-fields', '- `src/limit/bucket.ts`'],
  ['- Test: `tests/limit/bucket.test.ts`', '- `tests/limit/bucket.test.ts`', 'step-fields', '- `tests/limit/bucket'],
  [
    '**Files:**\n- Create: `src/limit/middleware.ts`\n- Modify: `src/server.ts:12-30`\n',
    '',
    'step-fields',
    '### Task 2'
  ],
  ['- Create: `src/limit/middleware.ts`\n- Modify: `src/server.ts:12-30`\n', '', 'step-fields', '**Files:**'],
  ['### Task 2: The middleware\n\n', '', 'step-fields', '**Files:**'],
  ['### Task 3: Smoke test of the whole\n\n', '', 'step-fields', '**Files:**'],
  ['**Step 5: Commit', '**Step 7: Commit', 'step-sequence', '- [ ] **Step 7: Commit'],
  ['- [ ] **Step 3: Write', '-[ ] **Step 3: Write', 'task-format', '-[ ] **Step 3'],
  ['- [ ] **Step 3: Write', '- [] **Step 3: Write', 'task-format', '- [] **Step 3'],
  ['**Step 2: Run it to see', '**Step 1: Run it to see', 'step-sequence', '- [ ] **Step 1: Run it'],
  [run, run.replace('npx vitest run', 'npx vitest --watch'), 'verification-quality', 'Run: `npx vitest --watch'],
  [
    run,
    run.replace('test.ts`', 'test.ts || true`'),
    'verification-quality',
    'Run: `npx vitest run tests/limit/bucket.test.ts ||'
  ],
  ['npm run smoke -- --times 11', '/Users/ola/smoke.sh --times 11', 'verification-quality', 'Run: `/Users'],
  ['Run:\n\n```bash\nnpx vitest run\n```\n\nExpected: 14 passed\n', '', 'step-verification', '### Task 2'],
  ['Expected: 14 passed\n', '', 'step-verification', 'Run:'],
  ['Ten tokens, one comes back each second.', 'TODO', 'no-placeholder', 'TODO'],
  ...[
    'Implement later.',
    'Fill in the details of it.',
    'Add appropriate error handling to it.',
    'Handle edge cases.',
    'Write tests for the above.',
    'Similar to Task 1.'
  ].map(said => ['Ten tokens, one comes back each second.', said, 'vague-wording', said] as const),
  [
    '- Create: `src/limit/bucket.ts`\n',
    '- Create: `src/limit/bucket.ts`\n- Create: `exact/path/to/helper.ts`\n',
    'no-placeholder',
    '- Create: `exact'
  ],
  [
    '- Create: `src/limit/bucket.ts`\n',
    '- Create: `src/limit/bucket.ts`\n- Modify: `exact/path/to/helper.ts`\n',
    'no-placeholder',
    '- Modify: `exact'
  ],
  [
    'git add src/limit/bucket.ts',
    'git add src/limit/clock.ts src/limit/bucket.ts',
    'file-coverage',
    'git add src/limit/clock.ts'
  ],
  [
    '- `src/limit/middleware.ts`: refuses\n',
    '- `src/limit/middleware.ts`: refuses\n- Create: `src/limit/clock.ts`\n',
    'file-coverage',
    '- Create: `src/limit/clock.ts`'
  ],
  [
    '- `src/limit/middleware.ts`: refuses\n',
    '- `src/limit/middleware.ts` (modified): refuses\n',
    'file-coverage',
    '- Create: `src/limit/middleware.ts`'
  ]
]

describe('what is broken in it', () => {
  it.each(broken)('%j → %j', (from, to, rule, line) => {
    expect(first).toContain(from)
    const text = first.replace(from, to)
    const lines = text.split('\n')
    const told = lint(text).findings.map(({ rule: id, place }) => [id, lines[place.start.line - 1]!])
    expect(told.map(([id]) => id)).toEqual([rule])
    expect(told[0]![1]!.startsWith(line), told[0]![1]).toBe(true)
  })
})

it('numbers of steps weigh less than those of tasks, by which work is handed out', () => {
  const weights = (from: string, to: string) => lint(first.replace(from, to)).findings.map(({ severity }) => severity)
  expect(weights('**Step 5: Commit', '**Step 7: Commit')).toEqual(['warning'])
  expect(weights('### Task 2: The', '### Task 4: The')).toEqual(['error'])
})

const all = 'Run:\n\n```bash\nnpx vitest run\n```\n\nExpected: 14 passed\n'

it('in an archive keeps to no form, and contradicts itself nowhere', () => {
  const judge = (text: string) =>
    lintText(text, { path: 'docs/superpowers/plans/archive/2026-05-01-limit.md' }).findings.map(({ rule }) => rule)
  expect(judge(first.replace(/\*\*Tech Stack:.*\n/, '').replace(all, ''))).toEqual([])
  expect(judge(first.replace('### Task 2: The', '### Task 1: The'))).toEqual(['step-sequence'])
})

describe('what is right in it', () => {
  it.each([
    ['ticked boxes say nothing', '- [ ] **Step 1: Call', '- [x] **Step 1: Call'],
    ['a test that fails first', 'Expected: FAIL, there is no `take`', 'Expected: FAIL'],
    [
      'a whole folder in the commit',
      'git add src/limit/bucket.ts tests/limit/bucket.test.ts',
      'git add src/limit tests'
    ],
    ['everything in the commit', 'git add src/limit/bucket.ts tests/limit/bucket.test.ts', 'git add -A'],
    [
      'a lock file in the commit',
      'git add src/limit/bucket.ts tests',
      'git add pnpm-lock.yaml src/limit/bucket.ts tests'
    ],
    [
      'a step whose title says what its fence is for',
      '- [ ] **Step 4: Run it again**\n\nRun: `npx vitest run tests/limit/bucket.test.ts`\nExpected: 1 passed\n',
      '- [ ] **Step 4: Verify the bucket**\n\n```bash\nnpx vitest run tests/limit/bucket.test.ts\n```\n'
    ],
    [
      'a step that says in its title what is run',
      `- [ ] **Step 2: Run all tests**\n\n${all}`,
      '- [ ] **Step 2:** Run `npx vitest run` → 14 passed\n'
    ],
    [
      'a fence below a step that builds',
      `- [ ] **Step 2: Run all tests**\n\n${all}`,
      '- [ ] **Step 2: Build and commit**\n\n```bash\nnpm run build\ngit add src/server.ts\n```\n'
    ],
    ['a page that somebody looks at', all, 'Open the page eleven times. Expected: the eleventh is refused.\n'],
    ['labels in another language', all, '运行: `npx vitest run`\n预期: 14 passed\n'],
    [
      'several ranges of lines',
      '- Modify: `src/server.ts:12-30`\n',
      '- Modify: `src/server.ts:12-30, 41, 50-52`\n- Modify: `src/log.ts`\n'
    ],
    [
      'no tree, no list of files',
      '- `src/limit/bucket.ts`: counts\n- `src/limit/middleware.ts`: refuses\n',
      'As usual.\n'
    ],
    ['a task that no drawing has', '- `src/limit/middleware.ts`: refuses\n', ''],
    [
      'what it says it never does',
      'Ten tokens, one comes back each second.',
      'Never "similar to Task 1", never handle edge cases later.'
    ],
    [
      'its own list of what is looked for',
      '### Task 1:',
      '## Self-Review\n\n- [ ] Is "TBD", TODO or similar to Task 2 left?\n\n### Task 1:'
    ],
    ['a title without "Plan"', '# Rate Limit Implementation Plan', '# Rate limit']
  ])('%s', (_, from, to) => {
    expect(first).toContain(from)
    expect(lint(first.replace(from, to)).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })

  it('a commit of what the task before left', () => {
    const commit = /- \[ \] \*\*Step 5: Commit[^#]*/.exec(first)![0]
    const text = first
      .replace(commit, '')
      .replace(
        'Expected: 14 passed\n',
        'Expected: 14 passed\n\n```bash\ngit add src/limit/bucket.ts src/server.ts\n```\n'
      )
    expect(text).toContain('git add src/limit/bucket.ts src/server.ts')
    expect(lint(text).findings).toEqual([])
    expect(lint(text.replace('### Task 2', `${commit}### Task 2`)).findings.map(({ rule }) => rule)).toEqual([
      'file-coverage'
    ])
  })

  it('no test for a task', () => {
    const text = first
      .replace('- Test: `tests/limit/bucket.test.ts`', '- Test: none (structural)')
      .replace('git add src/limit/bucket.ts tests/limit/bucket.test.ts', 'git add src/limit/bucket.ts')
    expect(lint(text).findings).toEqual([])
  })
})
