/** Names and numbers that disagree with what they name: steps of a section, phases that are tracked, options that are chosen. */
import { describe, expect, it } from 'vitest'
import alternatives from '../../rules/alternatives/index.ts'
import completionChecklist from '../../rules/completion-checklist/index.ts'
import metadata from '../../rules/metadata/index.ts'
import requiredSections from '../../rules/required-sections/index.ts'
import sectionContent from '../../rules/section-content/index.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import type { Rule } from '../../src/lint/rule.ts'
import { brief, findingsBy, findingsOf } from './by-profile.ts'

const say = (rule: Rule, section: Partial<SectionSpec>, ...lines: string[]): string[] =>
  brief(
    findingsBy(rule, { sections: [{ id: 'work', title: 'Work', ...section }] }, `## Work\n\n${lines.join('\n\n')}\n`)
  )

describe('bold steps that are sections', () => {
  const inner = ['Seek', 'Dig', 'Fill', 'Rake'].map((title, i) => ({
    id: title.toLowerCase(),
    title,
    ...(title === 'Dig' ? { required: false } : { number: String(i + 1) })
  })) as SectionSpec[]
  const of = (...titles: string[]): string[] =>
    say(requiredSections, { sections: inner }, ...titles.flatMap(title => [`**Step ${title}**`, 'Something.']))
  const wrong = (line: number, title: string, found: string, expected: string): string =>
    `${line} Section "${title}" numbered ${found}, expected ${expected}`

  it.each([
    [['1: Seek', '2a: Dig', '3: Fill', '4: Rake'], []],
    [['1: Seek', '2: Fill', '3: Rake'], []],
    [['1: Seek', '2a: Dig', '5: Fill', '4: Rake'], [wrong(11, 'Fill', '5', '3')]],
    [['1: Seek', '2a: Dig', '4: Fill', '4: Rake'], [wrong(11, 'Fill', '4', '3')]],
    [['1: Seek', '2b: Dig', '3: Fill', '5: Rake'], [wrong(15, 'Rake', '5', '4')]]
  ])('%j', (titles, expected) => {
    expect(of(...titles)).toEqual(expected)
  })
})

describe('tracked phases', () => {
  const of = (status: string, ...items: string[]): string[] =>
    brief(
      findingsOf(
        completionChecklist,
        'handoff-plan',
        `# Bees\n\n- **Status**: ${status}\n\n## 4. Implementation Roadmap\n\n### Phase 1: Smoke\n\nBlow.\n\n### Phase 2: Harvest\n\nSpin.\n\n## Status Tracking\n\n${items.join('\n')}\n`
      )
    )

  it.each([
    [
      '- [ ] Phase 4: Harvest',
      ['18 Conflicting name of a phase in "Status Tracking": "Phase 4: Harvest", planned as "Phase 2: Harvest"']
    ],
    [
      '- [ ] Phase 4: Harvest done',
      ['18 Conflicting name of a phase in "Status Tracking": "Phase 4: Harvest done", planned as "Phase 2: Harvest"']
    ],
    ['- [ ] Phase 2a: Harvest of the second hive', []],
    ['- [ ] Harvest', []]
  ])('%s', (item, expected) => {
    const found = of('Implementation In Progress', '- [x] Phase 1: Smoke', item)
    expect(found.filter(each => !each.includes('Missing phase'))).toEqual(expected)
  })

  it('are not all done while the plan is only made', () => {
    const items = ['- [x] Phase 1: Smoke', '- [x] Phase 2: Harvest']
    expect(of('Planning Complete', ...items)).toEqual([
      '17 Conflicting status: every box of "Status Tracking" is ticked while status is Planning Complete'
    ])
    expect(of('Implementation In Progress', ...items)).toEqual([])
    expect(of('Planning Complete', items[0]!, '- [ ] Phase 2: Harvest')).toEqual([])
  })
})

describe('options that a decision lists', () => {
  const of = (options: string[], chosen: string): string[] =>
    brief(
      findingsOf(
        alternatives,
        'handoff-plan',
        `# Bees\n\n## 3. Architecture Decisions\n\n### Decision 1: Hives\n\n**Options**:\n${options.join('\n')}\n\n**Chosen Approach**: ${chosen}\n\n**Rationale**: It is lighter.\n`
      )
    )
  const two = ['1. **Option A**: wood', '2. **Option B**: foam']

  it.each<[string[], string, string[]]>([
    [two, 'Option C', ['11 Unknown option in the recommendation: "Option C"']],
    [two, 'Alternative 3, the cheap one', ['11 Unknown option in the recommendation: "Alternative 3"']],
    [two, 'Option B', []],
    [two, 'Approach a, wood', []],
    [two, 'foam', []],
    [['- wood', '- foam'], 'Option C', []],
    [['- Option A: wood'], 'Option C', []]
  ])('%j, %s', (options, chosen, expected) => {
    expect(of(options, chosen)).toEqual(expected)
  })
})

describe('options of one name', () => {
  const of = (...titles: string[]): string[] =>
    say(
      alternatives,
      { units: { role: 'option', counts: 'alternative', words: ['Option'], number: false } },
      ...titles.flatMap(title => [`### ${title}`, 'It is known to us.'])
    )

  it.each<[string[], string[]]>([
    [['Option A: Wood', 'Option B: Foam'], []],
    [['Option A: Wood', 'Option A: Foam'], ['7 Duplicate option A: a recommendation of it could mean either']],
    [
      ['Option 1: Wood', 'Option 2: Foam', 'Option 1: Clay'],
      ['11 Duplicate option 1: a recommendation of it could mean either']
    ],
    [['Option [X]: Wood', 'Option [X]: Foam'], []]
  ])('%j', (titles, expected) => {
    expect(of(...titles)).toEqual(expected)
  })
})

describe('a label that stands twice', () => {
  it('is no prose that says what another lacks', () => {
    const section: Partial<SectionSpec> = {
      or: 'prose',
      fields: ['What', 'Why', 'Scope'].map(label => ({ label, required: true, kind: 'text' as const }))
    }
    const of = (...labels: string[]): string[] =>
      say(sectionContent, section, ...labels.map(label => `**${label}:** Bees.`))
    expect(of('What', 'What', 'Scope')).toEqual(['1 Missing "Why" in "Work"'])
    expect(of('What', 'Scope')).toEqual(['1 Missing "Why" in "Work"'])
    expect(of('What', 'Why', 'What', 'Scope')).toEqual([])
    expect(of('What', 'Reasons', 'Scope')).toEqual([])
  })

  it('has one value in a section of nothing but values', () => {
    const fields = ['Priority', 'Effort'].map(label => ({ label, kind: 'text' as const }))
    const lines = ['- **Priority**: P1\n- **Effort**: S\n- **Priority**: P3']
    expect(say(metadata, { fields }, ...lines)).toContain('5 Conflicting values for "Priority": "P3" here, "P1" before')
    expect(say(metadata, { fields }, lines[0]!.replace('P3', 'p1')).join()).not.toContain('Conflicting')
    expect(say(metadata, { fields, content: [{ kind: 'text' }] }, ...lines).join()).not.toContain('Conflicting')
  })
})
