/** What tasks of a superpowers plan do to files, one after the other, against a repository. */
import { describe, expect, it } from 'vitest'
import { holding } from '../rules/listing.ts'
import { dockPlan, lintDockPlan } from './dock-plan.ts'
import type { DockTask } from './dock-plan.ts'

const repo = holding(['src/dock.ts', 'src/old.ts', 'tests/old.test.ts'], { scripts: { test: 'vitest' } })

interface Task extends Omit<DockTask, 'files'> {
  files?: readonly string[]
}

/** "line: severity rule: message" of each finding; the line by its text. */
function judge(...tasks: Task[]): string[] {
  const text = dockPlan(
    tasks.map(({ files, ...task }) => ({ ...task, ...(files && { files: files.map(file => `- ${file}`).join('\n') }) }))
  )
  const { findings } = lintDockPlan(text, repo)
  const lines = text.split('\n')
  return findings.map(
    ({ rule, severity, message, place }) => `${lines[place.start.line - 1]}: ${severity} ${rule}: ${message}`
  )
}

const late = (path: string, title: string) =>
  `error step-order: Conflicting steps: task "${title}" uses "${path}" after it was deleted`

describe('a file that was deleted', () => {
  it('is not modified later', () =>
    expect(judge({ files: ['Delete: `src/old.ts`'] }, { files: ['Modify: `src/old.ts`'] })).toEqual([
      `- Modify: \`src/old.ts\`: ${late('src/old.ts', 'Task 2: Part')}`
    ]))

  it('is not run later', () =>
    expect(
      judge(
        { files: ['Delete: `tests/old.test.ts`'] },
        { files: ['Modify: `src/dock.ts`'], run: 'npx vitest run tests/old.test.ts' }
      )
    ).toEqual([`Run: \`npx vitest run tests/old.test.ts\`: ${late('tests/old.test.ts', 'Task 2: Part')}`]))

  it.each([
    ['modified before', ['Modify: `src/old.ts`'], ['Delete: `src/old.ts`']],
    ['made anew', ['Delete: `src/old.ts`'], ['Create: `src/old.ts`']],
    ['tested anew', ['Delete: `tests/old.test.ts`'], ['Test: `tests/old.test.ts`']],
    ['one that lost some lines', ['Delete: `src/old.ts:3-9`'], ['Modify: `src/old.ts`']]
  ])('may be %s', (_, first, second) => expect(judge({ files: first }, { files: second })).toEqual([]))
})

describe('a test that is not there', () => {
  it('is written by the task that names it, and not run before', () =>
    expect(
      judge(
        { files: ['Create: `src/slot.ts`'], run: 'npx vitest run tests/slot.test.ts' },
        { files: ['Test: `tests/slot.test.ts`'] }
      )
    ).toEqual([
      'Run: `npx vitest run tests/slot.test.ts`: error step-order: Expected "tests/slot.test.ts" to be created before task "Task 1: Part" uses it'
    ]))

  it('may be modified by a later one', () =>
    expect(judge({ files: ['Test: `tests/slot.test.ts`'] }, { files: ['Modify: `tests/slot.test.ts`'] })).toEqual([]))

  it('may not be modified by an earlier one', () =>
    expect(judge({ files: ['Modify: `tests/slot.test.ts`'] }, { files: ['Test: `tests/slot.test.ts`'] })).toEqual([
      '- Modify: `tests/slot.test.ts`: error path-exists: Missing "tests/slot.test.ts" in the repository: it is to be modified'
    ]))

  it('that is there may be run by any', () =>
    expect(
      judge(
        { files: ['Modify: `src/dock.ts`'], run: 'npx vitest run tests/old.test.ts' },
        { files: ['Test: `tests/old.test.ts`'] }
      )
    ).toEqual([]))
})

describe('a task without its files', () => {
  const told = '### Task 1: Part: error step-fields: Missing "Files" in task "Task 1: Part"'

  it('is told of, and what it may have made is not', () =>
    expect(
      judge(
        { run: 'npx vitest run tests/slot.test.ts' },
        { files: ['Modify: `src/slot.ts`'], run: 'bash scripts/tide.sh' }
      )
    ).toEqual([told]))

  it('or with an empty list of them, or whose test a later one writes, neither', () => {
    const run = 'npx vitest run tests/slot.test.ts'
    expect(judge({ files: [], run })).toHaveLength(1)
    expect(judge({ run }, { files: ['Test: `tests/slot.test.ts`'] })).toEqual([told])
  })

  it('excuses no slip, and nothing before it', () => {
    expect(judge({ run: 'npx vitest run tests/odl.test.ts' })).toEqual([
      told,
      'Run: `npx vitest run tests/odl.test.ts`: error command-exists: Missing "tests/odl.test.ts" in the repository: a command runs it'
    ])
    expect(judge({ files: ['Modify: `src/slot.ts`'] }, {})).toEqual([
      '- Modify: `src/slot.ts`: error path-exists: Missing "src/slot.ts" in the repository: it is to be modified',
      '### Task 2: Part: error step-fields: Missing "Files" in task "Task 2: Part"'
    ])
  })
})
