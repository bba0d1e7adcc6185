/** A superpowers plan of tasks that say no more than what a test is about. */
import type { RepoFacts } from '../../src/repo/facts.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { FileReport } from '../../src/types.ts'

export interface DockTask {
  title?: string
  /** The items below **Files:**, a line each. */
  files?: string
  run?: string
}

export function dockPlan(tasks: readonly DockTask[]): string {
  return [
    '# Dock Plan',
    '> REQUIRED SUB-SKILL: task by task.',
    '**Goal:** Ferries dock.',
    '**Architecture:** One module.',
    '**Tech Stack:** TypeScript',
    ...tasks.flatMap(({ files, run = 'npm test', title = 'Part' }, index) => [
      `### Task ${index + 1}: ${title}`,
      ...(files === undefined ? [] : [`**Files:**\n${files}`]),
      `- [ ] **Step 1: Do it**\n\nRun: \`${run}\`\nExpected: 3 passed`
    ])
  ].join('\n\n')
}

/** At its usual place, in a repository. */
export function lintDockPlan(text: string, repo: RepoFacts): FileReport {
  const path = 'docs/superpowers/plans/2026-03-02-dock.md'
  return lintText(text, { path, repo, now: Date.parse('2026-06-01') })
}
