/** Files that a superpowers plan renames, moves and generates, as tasks before and behind see them. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { holding } from '../rules/listing.ts'
import { dockPlan, lintDockPlan } from './dock-plan.ts'

const repo = holding(['src/dock.ts', 'src/ramp.ts'], { scripts: { test: 'vitest' } })

/** "rule: message" of what is told of tasks, each given by the items of its files. */
function judge(...tasks: string[]): string[] {
  const { findings } = lintDockPlan(dockPlan(tasks.map(files => ({ files }))), repo)
  return findings.map(({ rule, message }) => `${rule}: ${message}`)
}

describe('the new name is there for later tasks', () => {
  it.each([
    '- Rename: `src/dock.ts` → `src/pier.ts`',
    '- Rename: `src/dock.ts` -> `src/pier.ts`',
    '- Rename: `src/dock.ts` => `src/pier.ts`',
    '- Move: `src/dock.ts` to `src/pier.ts` — its history stays',
    '- **Move:** `src/dock.ts` → `src/pier.ts`',
    '- Move: src/dock.ts -> src/pier.ts',
    '- Move: src/dock.ts to src/pier.ts',
    '- Rename: `src/dock.ts → src/pier.ts`',
    '- Rename:\n  - `src/dock.ts` → `src/pier.ts`\n  - `src/ramp.ts` → `src/slope.ts`',
    '- Generate: `src/pier.ts`',
    '- Create: `src/quay.ts`\n- Generate: `src/pier.ts`'
  ])('%s', files => expect(judge(files, '- Modify: `src/pier.ts`')).toEqual([]))

  it('of a file that was created or renamed before, and in a folder', () => {
    expect(judge('- Create: `src/a.ts`', '- Rename: `src/a.ts` → `src/b.ts`', '- Modify: `src/b.ts`')).toEqual([])
    expect(
      judge('- Rename: `src/dock.ts` → `src/b.ts`', '- Move: `src/b.ts` → `src/c.ts`', '- Modify: `src/c.ts`')
    ).toEqual([])
    expect(judge('- Move: `src/dock.ts` → `lib/`', '- Modify: `lib/dock.ts`')).toEqual([])
    expect(judge('- Move: `src/dock.ts` → `dock.ts`')).toEqual([])
    expect(judge('- Move: `src/dock.ts` → `api/src/dock.ts`', '- Modify: `api/src/dock.ts`')).toEqual([])
    expect(judge('- Rename: `src/dock.ts` → `src/b.ts`', '- Delete: `src/b.ts`')).toEqual([])
    expect(judge('- Rename: `src/dock.ts` → `src/b.ts`', '- Create: `src/dock.ts`')).toEqual([])
  })
})

describe('what does not go together', () => {
  const late = 'step-order: Conflicting steps: task "Task 2: Part" uses "src/dock.ts" after it was renamed'

  it.each(['- Rename: `src/dock.ts` → `src/pier.ts`', '- Move: `src/dock.ts` to `lib/dock.ts`'])(
    'the old name behind "%s"',
    files => expect(judge(files, '- Modify: `src/dock.ts`')).toEqual([late])
  )

  it.each([
    ['a file that is not there', ['- Rename: `src/none.ts` → `src/b.ts`'], 'path-exists: Missing "src/none.ts"'],
    ['a name that is taken', ['- Rename: `src/dock.ts` → `src/ramp.ts`'], 'path-exists: Conflicting mark on'],
    [
      'the new name before',
      ['- Modify: `src/b.ts`', '- Rename: `src/dock.ts` → `src/b.ts`'],
      'step-order: Conflicting steps: task "Task 2: Part" creates "src/b.ts" after it was modified'
    ],
    [
      'the new name created again',
      ['- Rename: `src/dock.ts` → `src/b.ts`', '- Create: `src/b.ts`'],
      'step-order: Conflicting steps: task "Task 2: Part" creates "src/b.ts" a second time'
    ],
    ['what is generated later', ['- Modify: `src/b.ts`', '- Generate: `src/b.ts`'], 'path-exists: Missing "src/b.ts"']
  ])('%s', (_, tasks, message) => {
    const told = judge(...tasks)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(message)
  })
})

describe('what a command shows', () => {
  const plan = (run: string): string[] => {
    const text = `# Dock Plan\n\n> REQUIRED SUB-SKILL: task by task.\n\n**Goal:** A.\n\n**Architecture:** B.\n\n**Tech Stack:** C\n\n### Task 1: Part\n\n**Files:**\n- Modify: \`src/dock.ts\`\n\n- [ ] **Step 1: Do it**\n\n${run}\n`
    return lintText(text, { path: 'docs/superpowers/plans/2026-03-02-dock.md' }).findings.map(
      ({ rule, place }) => `${rule}: ${text.split('\n')[place.start.line - 1]}`
    )
  }

  it.each([
    'Run: `npm test`\nExpected:',
    'Run: `npm test`\nExpected: ',
    'Run: `npm test`\n\nExpected:',
    '- Run: `npm test`\n- Expected:',
    'Run: `npm test`\nExpected: -',
    'Run: `npm test`\nExpected: <!-- what it prints -->',
    'Run:\n\n```bash\nnpm test\n```\n\nExpected:',
    'Run: `npm test`\nExpected: PASS\n\nRun: `npm test -- dock`\nExpected:',
    'Run: `npm test`\nExpected:\n\nRun: `npm test -- dock`\nExpected: PASS'
  ])('is nothing: %j', run => {
    const told = plan(run)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^step-verification: (?:- )?Expected:/)
  })

  it.each([
    'Run: `npm test`\nExpected: PASS',
    'Run: `npm test`\nExpected:\n```\n3 passed\n```',
    'Run: `npm test`\nExpected:\n- 3 passed\n- no warning',
    'Run: `npm test`\nExpected:\n\n3 tests pass',
    'Run: `npm test`\nExpected: ✅'
  ])('is something: %j', run => expect(plan(run)).toEqual([]))

  it.each(['Run:\nExpected: 3 tests', 'Run: \n\nExpected: 3 tests', '**Run:**\n**Expected:** 3 tests'])(
    'is there, and no command: %j',
    run => expect(plan(run)).toEqual([expect.stringMatching(/^step-verification: \*{0,2}Run:/)])
  )

  it.each([
    '/Users/nora/bin/check.sh',
    '/Users/nora/bin/check',
    '/home/nora/check',
    'C:\\Users\\nora\\check.exe --all',
    'D:\\work\\check.bat',
    '~/work/check.sh'
  ])('a program of one machine is a command: %s', command =>
    expect(plan(`Run: \`${command}\`\nExpected: PASS`)).toEqual([`verification-quality: Run: \`${command}\``])
  )
})
