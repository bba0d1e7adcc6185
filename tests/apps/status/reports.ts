/** Reports made by the real linter of plans that a test can foresee. */
import { lintText } from '../../../src/lint/linter.ts'
import { statusReport } from '../../../src/apps/status/rows.ts'
import type { LastChange, StatusReport } from '../../../src/apps/status/types.ts'
import type { FileReport } from '../../../src/types.ts'

export const now = Date.UTC(2026, 5, 30, 12)
export const daysAgo = (days: number, from: LastChange['from'] = 'git'): LastChange => ({
  time: now - days * 86_400_000,
  from
})

interface Shape {
  title?: string
  files?: [path: string, mark: string][]
  steps?: boolean[][]
  question?: string
  goal?: string
}

/** A design plan with only what a status is about; its missing sections are findings. */
export function plan({
  title = 'Queue',
  files = [['src/queue.ts', 'new']],
  steps = [[true, false]],
  question,
  goal = 'Keep what was dropped in.'
}: Shape = {}): string {
  return [
    `# ${title}`,
    '',
    '## 1. Goal',
    '',
    goal,
    '',
    '## 2. Non-Goals',
    '',
    '- Anything else',
    '',
    '## 4. Files Modified or Created',
    '',
    '### Directory Tree',
    '',
    '```text',
    ...files.map(([path, mark]) => `${path} <${mark}>`),
    '```',
    '',
    '## 6. Implementation Steps',
    '',
    ...steps.flatMap((boxes, index) => [
      `### Step ${index + 1}: Part ${index + 1}`,
      '',
      ...boxes.map((isDone, box) => `- [${isDone ? 'x' : ' '}] Task ${box + 1}`),
      ''
    ]),
    ...(question === undefined ? [] : ['## 9. Open Questions', '', `- ${question}`, ''])
  ].join('\n')
}

export function judged(path: string, text: string): FileReport {
  return lintText(text, { path, forced: 'design-plan', summary: true })
}

export function statusOf(files: FileReport[], changed: Record<string, LastChange> = {}): StatusReport {
  return statusReport({ version: '1.2.3', files, changed: new Map(Object.entries(changed)), now, staleDays: 14 })
}
