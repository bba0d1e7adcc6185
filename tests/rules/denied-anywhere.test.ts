/** A bare "N/A" is told once wherever it stands: behind a label, below it, as an item, in a fence, in a cell; with a reason it is fine. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

/** A step of each dialect, with its verification last; `deep` is where the label is an item. */
const steps: Record<string, { before: string; label: string }> = {
  'design-plan': {
    before: '## Implementation Steps\n\n### Step 1: The store\n\n**Files**: `a.ts`\n\n**Actions**:\n- Write it',
    label: 'Verify'
  },
  'planning-md': {
    before:
      '## 5. Implementation Plan\n\n### Phase 1: The store\n\n#### Commit 1: Write it\n\n**Files:** `a.ts` (new)\n\n**Changes:** The store',
    label: 'Verification'
  },
  'handoff-plan': {
    before: '## 4. Implementation Roadmap\n\n### Phase 1: The store\n\n**Files to Create:** `a.ts`',
    label: 'Verification'
  },
  'task-plan': {
    before: '## Implementation Steps\n\n### Step 0: The store\n\n**Goal**: The store\n\n- [ ] Write it',
    label: 'Verification'
  },
  'backlog-plan': {
    before:
      '## Priorities\n\n### 1. The store\n\n*Objective*: The store\n\n*What’s needed*\n- A store\n\n*Where it’s needed*: `src/a.ts`',
    label: 'Definition of done'
  }
}

const labels = (label: string): Record<string, string> => ({
  'bold, colon outside': `**${label}**:`,
  'bold, colon inside': `**${label}:**`,
  emphasis: `*${label}*:`
})

const places: Record<string, (label: string, said: string) => string> = {
  'behind the label': (label, said) => `${label} ${said}`,
  'in the next paragraph': (label, said) => `${label}\n\n${said}`,
  'as an item': (label, said) => `${label}\n\n- ${said}`,
  'as an item right below': (label, said) => `${label}\n- ${said}`,
  'as an item of an item': (label, said) => `- ${label}\n  - ${said}`,
  'in a fence': (label, said) => `${label}\n\n\`\`\`\n${said}\n\`\`\``,
  'in a fence for a shell': (label, said) => `${label}\n\n\`\`\`bash\n# ${said}\n\`\`\``
}

const rules = new Set([
  'na-justification',
  'step-verification',
  'verification-quality',
  'step-fields',
  'section-content'
])

function told(profile: string, text: string): string[] {
  const about = text.split('\n').findIndex(line => /Verif|Definition/.test(line)) + 1
  return lintText(text, { forced: profile, path: 'a-plan.md' })
    .findings.filter(({ rule, place }) => rules.has(rule) && place.start.line >= about)
    .map(({ rule, message }) => `${rule}: ${message}`)
}

describe.each(Object.entries(steps))('%s', (profile, { before, label }) => {
  describe.each(Object.entries(labels(label)))('%s', (_, written) => {
    it.each(Object.entries(places))('%s', (where, put) => {
      const text = (said: string): string => `# A plan\n\n${before}\n\n${put(written, said)}\n`
      for (const said of ['N/A', 'n/a', 'Not applicable.'])
        expect(told(profile, text(said)), said).toEqual([`na-justification: "N/A" without a reason in "${label}"`])
      const reasoned = told(profile, text('N/A: nobody calls it yet'))
      expect(reasoned.filter(each => each.startsWith('na-justification'))).toEqual([])
    })
  })
})

describe('a cell', () => {
  const table = (rows: string[]): string =>
    ['| Risk | Likelihood | Mitigation |', '| --- | --- | --- |', ...rows].join('\n')
  const inTask = (row: string): string[] => told('task-plan', `# A plan\n\n## Risks & Mitigations\n\n${table([row])}\n`)
  const inSteps = (row: string, column = 'Mitigation'): string[] =>
    told(
      'planning-md',
      `# A plan\n\n## 2. Research & Discovery\n\n### 2.1 Codebase Reconnaissance\n\n**Step 4: Risk Assessment**\n\n| Risk | ${column} |\n| --- | --- |\n${row}\n`
    )

  it.each(['N/A', 'n/a', '*N/A*', 'Not applicable'])('%s of a column that the profile asks for', said => {
    expect(inTask(`| Drift | Low | ${said} |`)).toContain('na-justification: "N/A" without a reason in "Mitigation"')
    expect(inSteps(`| Drift | ${said} |`)).toContain('na-justification: "N/A" without a reason in "Mitigation"')
    expect(inSteps(`| Drift | ${said} |`, 'Response')).toContain(
      'na-justification: "N/A" without a reason in "Response"'
    )
  })

  it('with a reason, in itself or among the remarks, or of another column', () => {
    const all = [
      ...inTask('| Drift | Low | N/A, it is measured anew each day |'),
      ...inTask('| Drift | Low | The clock is set |'),
      ...told(
        'design-plan',
        '# A plan\n\n## Dependencies\n\n| Dependency | Status | Owner | Notes |\n| --- | --- | --- | --- |\n| zlib | Done | N/A | It ships with the runtime |\n'
      )
    ]
    expect(all.filter(each => each.startsWith('na-justification'))).toEqual([])
  })
})

describe('a risk in a list', () => {
  it.each(['- The clock drifts → N/A', '- The clock drifts -> n/a'])('%s', item => {
    const text = `# A plan\n\n## 2. Research & Discovery\n\n### 2.1 Codebase Reconnaissance\n\n**Step 4: Risk Assessment**\n\n${item}\n`
    const found = lintText(text, { forced: 'planning-md', path: 'a-plan.md' }).findings
    expect(found.filter(({ place }) => place.start.line === 9).map(({ message }) => message)).toEqual([
      expect.stringContaining('Missing mitigation')
    ])
  })
})
