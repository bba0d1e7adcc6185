/** What shows that work is done: a check in front of a commit, a heading that says it of several; never the work itself. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const head =
  '# Sundial Implementation Plan\n\n> REQUIRED SUB-SKILL: superpowers:executing-plans\n\n**Goal:** A dial.\n\n**Architecture:** One module.\n\n**Tech Stack:** TypeScript\n\n'
const checked =
  '### Task 1: Dial\n\n**Files:**\n- Create: `src/dial.ts`\n\n- [ ] **Step 1: Write it**\n\nRun: `npm test`\nExpected: 2 passed\n\n'

/** What is told of a task with one step more, the second of two. */
const told = (step: string): string[] =>
  lintText(
    `${head}${checked}### Task 2: Hand\n\n**Files:**\n- Create: \`src/hand.ts\`\n\n- [ ] **Step 1: Write it**\n\nDraw the hand.\n\n${step}\n`,
    { path: 'docs/superpowers/plans/2026-05-01-dial.md' }
  ).findings.map(({ rule, message }) => `${rule}: ${message}`)

const missing = 'step-verification: Missing verification in task "Task 2: Hand"'
const fence = (...lines: string[]): string => ['```bash', ...lines, '```'].join('\n')
const commit = ['git add src/hand.ts', 'git commit -m "feat: hand"']

describe('a commit', () => {
  it.each([
    ['lines of one script', fence('npm test', ...commit)],
    ['a chain', fence(`pytest -q && ${commit.join(' && ')}`)],
    ['a type checker', fence('npx tsc --noEmit', ...commit)],
    ['a code span', `\`cargo test && ${commit[1]!}\``]
  ])('behind a check verifies what it holds: %s', (_, text) => {
    expect(told(`- [ ] **Step 2: Commit**\n\n${text}`)).toEqual([])
  })

  it('whose title says to test first is behind that', () => {
    expect(told(`- [ ] **Step 2: Finish the hand, run \`npm test\` and commit**\n\n${fence(...commit)}`)).toEqual([])
  })

  it.each([
    ['alone', fence(...commit)],
    ['behind what writes files', fence('npm run generate', ...commit)],
    ['behind "Run"', `Run: \`${commit.join(' && ')}\``]
  ])('%s verifies nothing, nor has it to show anything', (_, text) => {
    expect(told(`- [ ] **Step 2: Commit**\n\n${text}`)).toEqual([missing])
  })

  it('is judged with the check in front of it, itself by nothing', () => {
    expect(
      told(`- [ ] **Step 2: Commit**\n\n${fence('npm test | tail -3', `${commit.join(' && ')} || true`)}`)
    ).toEqual(['verification-quality: Expected a command that can fail: `| tail -3` hides the failure of `npm`'])
  })

  it('of which nothing is expected is told by its first line', () => {
    expect(told(`- [ ] **Step 2: Test**\n\nRun:\n\n${fence('npm test', ...commit)}`)).toEqual([
      'step-verification: Missing expected result of "npm test" in task "Task 2: Hand"'
    ])
  })
})

describe('the work itself', () => {
  const test = '\n\n- [ ] **Step 3: Test**\n\nRun: `npm test`\nExpected: 3 passed'
  it.each([
    'npm install zod',
    'npm install || true',
    'mkdir -p src/hands || true',
    'pnpm --filter web add zod 2>&1 | tail -3',
    'python -m pip install -e . | tail -1',
    'npx create-dial hand',
    'echo "HAND=1" >> .env'
  ])('is done, and need neither fail nor show anything: %s', command => {
    expect(told(`- [ ] **Step 2: Set up**\n\nRun: \`${command}\`${test}`)).toEqual([])
    expect(told(`- [ ] **Step 2: Set up**\n\nRun: \`${command}\``)).toEqual([missing])
    expect(told(`- [ ] **Step 2: Set up**\n\nRun \`${command}\`.`)).toEqual([missing])
  })

  it('that shows something is a check of itself', () => {
    expect(told('- [ ] **Step 2: Set up**\n\nRun: `npm install zod`\nExpected: 1 package added')).toEqual([])
    expect(told('- [ ] **Step 2: Set up**\n\nRun `npm install zod`: it exits without a warning.')).toEqual([])
    expect(told(`- [ ] **Step 2: Set up**\n\nRun: \`npm run build || true\`${test}`)).toHaveLength(1)
  })

  it('is still to run elsewhere, and to be complete', () => {
    expect(told(`- [ ] **Step 2: Set up**\n\nRun: \`cp /home/ada/dial.env .env\`${test}`)).toEqual([
      'verification-quality: Expected a command that runs anywhere: `/home/ada/` exists on one machine only'
    ])
  })
})

describe('a heading that says it of several', () => {
  const phase = (number: number, stories: string, id: string): string =>
    `## Phase ${number}: User ${stories}\n\n- [ ] T00${number} [${id}] Draw it in src/dial${number}.ts\n\n`
  const phases =
    phase(1, 'Story 1 - Hours', 'US1') + phase(2, 'Stories 2 & 3 - Minutes', 'US2') + phase(3, 'Story 4 - Moon', 'US4')
  const lines = (text: string): number[] =>
    lintText(`# Tasks: Dial\n\n${phases}${text}`, { path: 'specs/001-dial/tasks.md' })
      .findings.filter(({ rule }) => rule === 'step-verification')
      .map(({ place }) => place.start.line)

  it.each([
    [
      'a list',
      '## Story Completion Criteria\n\n- **US1**: the hour shows.\n- **US2 (Minutes)**: they show.\n- User Story 4: it rises.\n'
    ],
    [
      'a table',
      '## Independent Test Criteria\n\n| Story | Test |\n| --- | --- |\n| US1, US3 | `npm test` |\n| US4 | Look up |\n'
    ],
    ['headings', '## Completion Criteria\n\n### Phase 1\n\nHours.\n\n### Phase 2\n\nMinutes.\n\n### Phase 3\n\nMoon.\n']
  ])('verifies each that is named there: %s', (_, text) => {
    expect(lines(text)).toEqual([])
  })

  it('verifies none that is not', () => {
    expect(lines('## Story Completion Criteria\n\n- US1: the hour shows.\n- US2: minutes do.\n')).toEqual([11])
    expect(lines('## Story Completion Criteria\n\n- All is well.\n')).toEqual([3])
    expect(lines('## Notes\n\n- US1, US2, US4: see above.\n')).toEqual([3])
  })

  it('may stand in the phase', () => {
    const own = '### Story Completion Criteria\n\n- The moon rises.\n'
    expect(lines(`${own}\n## Independent Test Criteria\n\n- US1: hours\n- US2: minutes\n`)).toEqual([])
  })
})
