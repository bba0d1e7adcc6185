/** Plans that real people write around a template, or without one: what is right though said otherwise stays silent, and what is wrong is told once. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/index.ts'

const now = Date.parse('2026-06-01')
/** "line rule: message" of every finding, of one rule where it is named. */
function told(text: string, forced: string, rule?: string): string[] {
  return lintText(text, { forced, path: 'docs/plans/night.md', now })
    .findings.filter(found => rule === undefined || found.rule === rule)
    .map(({ place, rule: id, message }) => `${place.start.line} ${id}: ${message}`)
}

describe('without a template', () => {
  test.each(['Acceptance Criteria', 'Testing', 'Validation', 'Paint'])('"3. %s" counts in the row', title => {
    const plan = (last: number): string =>
      `# Plan\n\n## 1. Why\n\nDust.\n\n## 2. What\n\nSweep.\n\n## 3. ${title}\n\nClean.\n\n## ${last}. End\n\nRest.\n`
    expect(told(plan(4), 'generic')).toEqual([])
    expect(told(plan(5), 'generic')).toEqual(['15 step-sequence: Missing section 4: 5 follows 3'])
  })

  test('no section is misspelt', () => {
    expect(told('# Plan\n\n## Testning\n\nMer.\n\n## Verfication\n\nMore.\n', 'generic')).toEqual([])
  })

  test('what a phase holds may say how it is verified', () => {
    const phase = (n: number, label: string): string =>
      `## Phase ${n}: Part ${n}\n\n### Package ${n}\n\nSweep it.\n\n**${label}**\n\n- It is clean\n\n`
    const plan = (label: string): string =>
      `# Plan\n\n${[1, 2, 3, 4].map(n => phase(n, 'Verify')).join('')}${phase(5, label)}`
    expect(told(plan('Definition of Done.'), 'generic', 'step-verification')).toEqual([])
    expect(told(plan('Notes'), 'generic', 'step-verification')).toHaveLength(1)
  })

  test.each([
    ['Complete', 0],
    ['Draft', 1]
  ])('a status at the foot that says "%s" is told of %d times', (status, times) => {
    const plan = `# Plan\n\n**Status:** Complete\n\n## Why\n\nDust.\n\n---\n\n**Status:** ${status}\n`
    expect(told(plan, 'generic', 'metadata')).toHaveLength(times)
  })

  test.each([
    ['It depends on stubs and TODO branches.', 0],
    ['TODO refactoring was noted', 0],
    ['TODO write it down.', 1],
    ['Text.\n\n### TODO\n\n- Sweep', 0],
    ['Text.\n\n### TODO\n\nSweep.', 1]
  ])('%j leaves %d placeholders', (text, count) => {
    expect(told(`# Plan\n\n## Work\n\n${text}\n`, 'generic', 'no-placeholder')).toHaveLength(count)
  })
})

describe('titles', () => {
  const missing = (title: string, section: string, profile: string): boolean =>
    told(`# Night\n\n## ${title}\n\nText of it.\n`, profile).some(line => line.includes(`Missing section "${section}"`))

  test.each([
    ['Files Affected Summary', 'Executive Summary', 'handoff-plan'],
    ['Execution Summary', 'Executive Summary', 'handoff-plan'],
    ['Batch 4: Dead Code & Documentation', 'Documentation Updates', 'handoff-plan'],
    ['Manual Testing Checklist', 'Completion Checklist', 'planning-md'],
    ['Output contract design', 'Detailed Design', 'planning-md'],
    ['Plan Review Board', 'Plan Review', 'design-plan']
  ])('"%s" is not %s', (title, section, profile) => {
    expect(missing(title, section, profile)).toBe(true)
  })

  test.each([
    ['Project Summary', 'Executive Summary', 'handoff-plan'],
    ['Final Checklist', 'Completion Checklist', 'planning-md'],
    ['Part 2: Research and Discovery', 'Research & Discovery', 'planning-md'],
    ['Open Questions Still Worth Asking', 'Open Questions', 'design-plan'],
    ['Plan Review Record', 'Plan Review', 'design-plan']
  ])('"%s" is %s', (title, section, profile) => {
    expect(missing(title, section, profile)).toBe(false)
  })

  test('out of order is told of the one that it stands wrong to', () => {
    const plan = (...titles: string[]): string =>
      `# Night\n\n${titles.map(title => `## ${title}\n\nText of it.\n`).join('\n')}`
    const where = (...titles: string[]): string[] =>
      told(plan(...titles), 'design-plan', 'required-sections').filter(line => line.includes('out of order'))
    expect(where('Goal', 'Non-Goals', 'Open Questions', 'Dependencies', 'Plan Review')).toEqual([
      '15 required-sections: Section "Dependencies" out of order, expected before "Open Questions"'
    ])
    expect(where('Non-Goals', 'Design Overview', 'Goal', 'Dependencies')).toEqual([
      '11 required-sections: Section "Goal" out of order, expected before "Non-Goals"'
    ])
  })
})

test('fields below the last rule are read', () => {
  const plan = '# PLANNING\n\n**Document Status:** DRAFT\n\n## Change Log\n\n- 2026-01-02: begun\n\n---\n\n'
  expect(told(`${plan}**Last Updated:** 2026-01-02\n`, 'planning-md', 'metadata').join()).not.toContain('Last Updated')
  expect(told(`${plan}Read it.\n`, 'planning-md', 'metadata').join()).toContain('Missing "Last Updated"')
})

test.each([
  ['legacy call sites;', 1],
  ['old exports, old imports, old reports;', 1],
  ['No new queue', 1],
  ['Old exports; nobody reads them', 0],
  ['A new queue, which nobody needs', 0]
])('a non-goal %j lacks %d reasons', (item, count) => {
  const plan = `# Night\n\n## Goal\n\nSweep.\n\n## Non-Goals\n\n- ${item}\n- Paint: the walls are new\n`
  expect(told(plan, 'design-plan').filter(line => line.includes('Missing reason'))).toHaveLength(count)
})

test.each([
  ['How is it shown to the user?', ['context', 'person']],
  ['How is it shown to the user? Ask the product team.', []],
  ['Is it shown to the user, or kept? @ola', []]
])('the question "%s" lacks %j', (question, lacks) => {
  const plan = `# Night\n\n## Open Questions\n\n- ${question}\n`
  const found = told(plan, 'design-plan', 'open-questions')
  expect(found.map(line => /Missing (\w+)/.exec(line)![1])).toEqual(lacks)
})

test('files in titles below a phase are its files', () => {
  const plan = (title: string): string =>
    `# Night\n\n## Implementation Roadmap\n\n### Phase 1: Sweep\n\nText.\n\n#### 1a. ${title}\n\nText.\n`
  expect(told(plan('Modify `src/broom.ts`'), 'handoff-plan', 'step-fields')).toEqual([])
  expect(told(plan('Modify the broom'), 'handoff-plan', 'step-fields')).toHaveLength(1)
})

test('commands of a testing strategy are looked at', () => {
  const plan = (command: string): string =>
    `# Night\n\n## Testing Strategy\n\n### Unit Tests\n\n\`\`\`bash\n${command}\n\`\`\`\n`
  expect(told(plan('cd /home/ola/night && pytest'), 'handoff-plan', 'verification-quality')).toHaveLength(1)
  expect(told(plan('pytest'), 'handoff-plan', 'verification-quality')).toEqual([])
})

describe('items of a backlog', () => {
  const item = (title: string, labels: readonly string[]): string =>
    `### ${title}\n\n${labels.map(label => `- ${label}\n  - \`src/broom.ts\` is swept and clean.\n`).join('')}\n`
  const all = ['Objective', 'What\u2019s Needed', 'Where It\u2019s Needed', 'Definition of Done']
  const plan = (...items: string[]): string => `# Night\n\nAs of 2026-05-01.\n\n## Stream: Dust\n\n${items.join('')}`

  test('have labels without a mark, and any word that counts', () => {
    const good = plan(item('Step 1 — Sweep', all), item('Step 2 — Wipe', all))
    expect(told(good, 'backlog-plan')).toEqual([])
    const short = plan(item('Step 1 — Sweep', all), item('Step 2 — Wipe', all.slice(1)))
    expect(told(short, 'backlog-plan')).toEqual(['18 step-fields: Missing "Objective" in item "Step 2 — Wipe"'])
  })

  test('may stand in several phases, and lack their numbers once', () => {
    const phase = (title: string, ...items: string[]): string => `## ${title}\n\n${items.join('')}`
    const two = `# Night\n\nAs of 2026-05-01.\n\n${phase('Phase 0', ...['Sweep', 'Wipe', 'Dry'].map(title => item(title, all)))}${phase('Phase 1', item('1. Paint', all), item('2. Wait', all.slice(1)))}`
    expect(told(two, 'backlog-plan').map(line => line.replace(/^\d+ /, ''))).toEqual([
      'step-sequence: Missing number on item "Sweep"',
      'step-fields: Missing "Objective" in item "2. Wait"'
    ])
  })
})

describe('who stands for a plan to hand over', () => {
  const head = (...people: string[]): string =>
    `# Lamps\n\n**Created:** 2026-01-02\n${people.map(line => `${line}\n`).join('')}**Status:** Planning Complete\n\n## 1. Executive Summary\n\nLight.\n`

  test.each([
    [['**Planner:** Ada', '**Implementer:** Ola'], []],
    [['**Author:** Architect (Opus)'], []],
    [['**Author:** Ada', '**Implementer:** Ola'], []],
    [['**Planner:** Ada'], ['Missing "Implementer"']],
    [['**Implementer:** Ola'], ['Missing "Planner"']]
  ])('%j lacks %j', (people, lacks) => {
    const found = told(head(...people), 'handoff-plan', 'metadata')
    expect(found.map(line => line.replace(/^\d+ metadata: /, ''))).toEqual(lacks)
  })
})

test.each([
  '**Definition of Done.** ',
  '**Definition of Done:** ',
  '**Definition of done**\n\n- ',
  '**Done when:** ',
  '*Definition of done*: ',
  '#### Definition of Done\n\n'
])('%j says when an item is done', label => {
  const item = (n: number, done: string): string =>
    `### ${n}. Lamp ${n}\n\n*Objective*: Light.\n\n*What's needed*\n\n- a lamp\n\n*Where it's needed*\n\n- \`house/lamp_${n}.py\`\n\n${done}\n\n`
  const plan = (done: string): string =>
    `# What comes next\n\n## Immediate next steps\n\n${item(1, done)}${item(2, done)}`
  expect(told(plan(`${label}\`pytest tests/lamps\` passes.`), 'backlog-plan', 'step-verification')).toEqual([])
  expect(told(plan('It is bright.'), 'backlog-plan', 'step-verification')).not.toEqual([])
})
