import type { FileReport } from '../../src/types.ts'
import { lintText } from '../../src/lint/linter.ts'
import { createPool } from '../../src/repo/pool.ts'
import type { TestRepo } from '../repo/make.ts'

export interface Step {
  files?: string
  actions?: string[]
  verify?: string
}

export interface PlanParts {
  /** Lines above the first section. */
  head?: string
  /** Lines of the tree: "src/a.ts <new>". */
  tree: string[]
  steps?: Step[]
}

/** A design plan that is whole in every other respect. */
export function plan({
  head = '',
  tree,
  steps = [{ files: tree.map(line => `\`${line.split(' ')[0]}\``).join(', ') }]
}: PlanParts): string {
  const paths = tree.map(line => line.split(' ')[0]!)
  return `# Relay

${head}

## Goal

The relay keeps messages over a restart, since operators lose about ten a day. In scope is the relay alone, not its clients.

## Non-Goals

- Ordering across channels, because no client relies on it

## Design Overview

A small store sits between socket and worker; the worker acknowledges what it has sent.

## Files Modified or Created

### Directory Tree

\`\`\`
${tree.join('\n')}
\`\`\`

### File-by-File Overview

${paths.map(path => `#### \`${path}\`\n\nHolds its part of the store.`).join('\n\n')}

## Alternatives Considered

### A database

Keep messages in a table.

**Trade-offs**: durable, and one more service to run.

## Implementation Steps

${steps
  .map(
    (step, index) => `### Step ${index + 1}: Part ${index + 1}

**Files**: ${step.files ?? 'None'}

**Actions**:

${(step.actions ?? ['Write the part']).map(action => `- ${action}`).join('\n')}

**Verify**: ${step.verify ?? '`git diff --check`'}`
  )
  .join('\n\n')}

## Cross-Cutting Concerns

### Testing Strategy

Tests of the store, with a worker that dies halfway.

### Error Handling

A full disk stops the intake and raises an alarm.

### Security

N/A — messages are sealed by the clients already.

### Performance

A thousand messages a second on one core.

### Observability

A counter of messages that wait.

## Dependencies

N/A — nothing beyond the standard library is needed.

## Open Questions

- How long may a message wait? Clients give up after a day (@mira)

## Plan Review

The last step is the largest; it could be cut in two.
`
}

/** Judges a file of a test repository as the command line does. */
export async function judge(repo: TestRepo, file: string, text: string, only?: string): Promise<string[]> {
  const report = await report_(repo, file, text)
  return report.findings
    .filter(finding => only === undefined || finding.rule === only)
    .map(finding => `${finding.severity} ${finding.rule}: ${finding.message} @${finding.place.start.line}`)
}

export async function report_(repo: TestRepo, file: string, text: string): Promise<FileReport> {
  const found = await createPool(repo.top, { env: repo.env }).of(file)
  return lintText(text, {
    path: file,
    repo: found.facts,
    ...(found.path === undefined ? {} : { repoPath: found.path })
  })
}
