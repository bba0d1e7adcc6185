/** One defect that two readings see is told once, at the place that is to be mended. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const told = (profile: string, text: string): string[] =>
  lintText(text, { forced: profile, path: 'a-plan.md' })
    .findings.filter(({ rule }) => ['file-coverage', 'verification-quality', 'completion-checklist'].includes(rule))
    .map(
      ({ place, message, related }) =>
        `${place.start.line} ${message}${(related ?? []).map(each => ` (${each.place.start.line})`).join('')}`
    )

describe('what hides a failure', () => {
  const step = (script: string): string =>
    `# A plan\n\n## Implementation Steps\n\n### Step 1: One\n\n**Files**: \`a.ts\`\n\n**Actions**:\n- Write it\n\n**Verify**:\n\n\`\`\`sh\n${script}\n\`\`\`\n`
  it.each([
    ['make build\nmake smoke; true', '; true', 'make'],
    ['npm test\nnpm run lint; exit 0', '; exit 0', 'npm'],
    ['npm run lint; true', '; true', 'npm'],
    ['make smoke || true', '|| true', 'make']
  ])('%s', (script, by, of) =>
    expect(told('design-plan', step(script))).toEqual([
      expect.stringContaining(`\`${by}\` hides the failure of \`${of}\``)
    ])
  )
})

describe('a file in two lists of the file map', () => {
  const plan = (mark: string): string =>
    `# A plan\n\n## 4. Detailed Design\n\n### 4.1 File Interaction Map\n\n**Modified Files:**\n\n- \`src/queue.ts\`: keeps the order\n\n**New Files:**\n\n- \`src/queue.ts\`: the queue\n\n## 5. Implementation Plan\n\n### Phase 1: One\n\n#### Commit 1: Write it\n\n- **Files:** \`src/queue.ts\` (${mark})\n- **Changes:** The queue\n- **Verification:** \`npm test\`\n- **Tests:** None\n`
  it.each(['new', 'modify'])('and %s in a commit: at the later of them', mark =>
    expect(told('planning-md', plan(mark))).toEqual([
      '13 Conflicting status of "src/queue.ts": new here, modified in the same file map (9)'
    ])
  )
})

describe('a name that shares an article with another', () => {
  const plan = (name: string, item: string): string =>
    `# A plan\n\n## 4. Implementation Roadmap\n\n### Phase 1 – ${name}\n\n**Files to Create:** \`src/a.ts\`\n\n## Status Tracking\n\n- [ ] Phase 1 – ${item}\n`
  it.each([
    ['The table', 'The rollout'],
    ['Tests and the table', 'Rollout and hours for the shop'],
    ['Table', 'The rollout']
  ])('%s, %s', (name, item) => expect(told('handoff-plan', plan(name, item))).toHaveLength(1))
  it.each([
    ['The table', 'Table'],
    ['The table of hours', 'The hours'],
    ['For all', 'For all']
  ])('%s is %s', (name, item) => expect(told('handoff-plan', plan(name, item))).toEqual([]))
})
