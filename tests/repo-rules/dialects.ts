/** One piece of work as a plan of each dialect: as much of it as rules need that ask a repository. */

export interface Work {
  /** Path and mark of each file. */
  files: Readonly<Record<string, 'new' | 'modified'>>
  commands: readonly string[]
  /** What the unit adds besides, in a sentence of its own. */
  adds?: string
}

const sh = (commands: readonly string[]): string => `\`\`\`sh\n${commands.join('\n')}\n\`\`\``
const all = (works: readonly Work[]): [string, string][] => [
  ...new Map(works.flatMap(({ files }) => Object.entries(files)).toReversed()).entries()
]
const named = ({ files }: Work): string[] => Object.keys(files).map(path => `\`${path}\``)
const doing = ({ adds = 'Write it.' }: Work, open = '- '): string => `${open}${adds}`

/** Files of a kind in a numbered list below a label; nothing where there are none. */
function listed(label: string, { files }: Work, kind: string): string {
  const own = Object.entries(files).filter(([, mark]) => mark === kind)
  return own.length === 0
    ? ''
    : `**${label}:**\n\n${own.map(([path], i) => `${i + 1}. **\`${path}\`**`).join('\n')}\n\n`
}

function design(works: readonly Work[]): string {
  const steps = works.map(
    (work, i) =>
      `### Step ${i + 1}: Part ${i + 1}\n\n**Files**: ${named(work).join(', ')}\n\n**Actions**:\n\n${doing(work)}\n\n**Verify**:\n\n${sh(work.commands)}\n`
  )
  const tree = all(works).map(([path, mark]) => `${path} <${mark}>`)
  return `# Relay\n\n## Files Modified or Created\n\n### Directory Tree\n\n\`\`\`\n${tree.join('\n')}\n\`\`\`\n\n## Implementation Steps\n\n${steps.join('\n')}`
}

function planning(works: readonly Work[]): string {
  const side = (kind: string): string =>
    all(works)
      .filter(([, mark]) => mark === kind)
      .map(([path]) => `- \`${path}\` – its part of the work`)
      .join('\n')
  const commits = works.map(
    (work, i) =>
      `**Commit ${i + 1}: Part ${i + 1}**\n- **Files:** ${Object.entries(work.files)
        .map(([path, mark]) => `\`${path}\` (${mark === 'new' ? 'new' : 'modify'})`)
        .join(
          ', '
        )}\n- **Changes:**\n  ${doing(work)}\n- **Verification:**\n${work.commands.map(each => `  - \`${each}\``).join('\n')}\n- **Tests:** None\n`
  )
  return `# PLANNING.MD\n\n**Document Status:** DESIGN_APPROVED\n**Current Phase:** Implementation\n\n### 4. Detailed Design\n\n#### 4.1 File Interaction Map\n\n**Modified Files:**\n${side('modified') || '- None'}\n\n**New Files:**\n${side('new') || '- None'}\n\n## 5. Implementation Plan\n\n### Phase 1: All of it\n\n${commits.join('\n')}`
}

function handoff(works: readonly Work[]): string {
  const phases = works.map(
    (work, i) =>
      `### Phase ${i + 1}: Part ${i + 1}\n\n${listed('Files to Create', work, 'new')}${listed('Files to Modify', work, 'modified')}${doing(work, '')}\n\n**Verification:**\n\n${sh(work.commands)}\n`
  )
  return `# Relay\n\n**Status:** Planning Complete\n\n## 4. Implementation Roadmap\n\n${phases.join('\n')}`
}

function task(works: readonly Work[]): string {
  const steps = works.map(
    (work, i) =>
      `### Step ${i}: Part ${i}\n\n**Goal**: One part\n\n${doing(work, '- [ ] ')}\n\n**Specification**: ${named(work).join(' and ')} hold it.\n\n**Verification**:\n\n${sh(work.commands)}\n`
  )
  const rows = all(works).map(([path, mark]) => `| \`${path}\` | ${mark === 'new' ? 'Create' : 'Modify'} | Pending |`)
  return `# Relay Plan\n\n## Implementation Steps\n\n${steps.join('\n')}\n## Files to Create/Modify\n\n| File | Action | Status |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

function backlog(works: readonly Work[]): string {
  const items = works.map(
    (work, i) =>
      `### ${i + 1}. Part ${i + 1}\n\n*Objective*\n- One part.\n\n*What’s needed*\n${doing(work)}\n\n*Where it’s needed*\n${Object.entries(
        work.files
      )
        .map(([path, mark]) => `- \`${path}\`${mark === 'new' ? ' (new)' : ''}`)
        .join('\n')}\n\n*Definition of done*\n${work.commands.map(each => `- \`${each}\` passes.`).join('\n')}\n`
  )
  return `# Relay\n\nAs of September 17, 2025.\n\n## Immediate priorities\n\n${items.join('\n')}`
}

export const dialects: Readonly<Record<string, (works: readonly Work[]) => string>> = {
  'design-plan': design,
  'planning-md': planning,
  'handoff-plan': handoff,
  'task-plan': task,
  'backlog-plan': backlog
}
