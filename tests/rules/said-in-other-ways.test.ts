/** Titles, numbers, labels and tables that say in another way what a dialect asks for, and what is near to them and does not. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

/** What some rules say of a plan. */
function told(profile: string, rules: readonly string[], text: string): string[] {
  return lintText(text, { forced: profile, path: 'a-plan.md', now: Date.parse('2026-06-15') })
    .findings.filter(({ rule }) => rules.includes(rule))
    .map(({ message }) => message)
}

describe('a title that says how far it is', () => {
  const missing = (title: string): string[] =>
    told('task-plan', ['required-sections'], `# Gauge Plan\n\n${title}\n\n- [x] It reads litres\n`).filter(message =>
      message.includes('Success Criteria')
    )

  it.each(['✅ ACHIEVED', '✔️ all of them met', '⏳ two to go', '🚧 BEGUN', '— reached'])('by %s', mark => {
    expect(missing(`## Success Criteria ${mark}`)).toEqual([])
  })

  it('begins with its name', () => {
    expect(missing('## Aims ✅ ACHIEVED')).toHaveLength(1)
  })
})

describe('a second title with the number of a phase', () => {
  const phase = (title: string): string => `### ${title}\n\n**Files to Create:**\n\n1. \`src/${title.length}.ts\`\n`
  const of = (title: string, first = 'Phase 1: Read the gauge'): string[] =>
    told(
      'handoff-plan',
      ['step-sequence', 'step-fields'],
      `# Gauge\n\n## 4. Implementation Roadmap\n\n${phase(first)}\n${title}\n${phase('Phase 2: Show it')}`
    )

  it('is about that one where nothing sets its number off, and the others set theirs off', () => {
    expect(of('### Phase 1 in full\n\n```ts\nread()\n```\n')).toEqual([])
  })

  it('is a phase where it looks like the others, or has what a phase has', () => {
    expect(of('### Phase 1: in full\n\nRead it.\n')).toContain('Duplicate phase number 1')
    expect(of(phase('Phase 1 in full'))).toEqual(['Duplicate phase number 1'])
    expect(of(phase('Phase 1 in full'), 'Phase 1 Read the gauge')).toEqual(['Duplicate phase number 1'])
  })
})

describe('steps that are counted otherwise', () => {
  const rules = ['step-fields', 'step-sequence', 'step-verification']
  const steps = (titles: readonly string[], rest = ''): string =>
    `# Gauge\n\n## Implementation Steps\n\n${titles
      .map(title => `### ${title}\n\n**Files**: \`a.ts\`\n\n**Actions**:\n\n- Read it\n\n**Verify**: \`npm test\`\n`)
      .join('\n')}\n${rest}`
  const graph = '### Order of work\n\nThe second needs what the first has read.\n'

  it.each([
    ['letters', ['A. Read', 'B. Show'], []],
    ['a word and letters', ['Work Unit A: Read', 'Work Unit B: Show'], []],
    ['a word and numbers', ['Gate 1: Read', 'Gate 2: Show'], ['Unknown unit "Gate" in "Gate 1: Read", expected "Step"']]
  ])('by %s: what stands beside them is none', (_, titles, expected) => {
    expect(told('design-plan', rules, steps(titles, graph))).toEqual(expected)
    expect(told('design-plan', rules, steps(titles, '### Then\n\n**Files**: `b.ts`\n'))).toContain(
      'Missing "Actions" in step "Then"'
    )
  })

  it('or not at all: any title may be one', () => {
    expect(told('design-plan', ['step-fields'], steps(['Read', 'Show'], graph))).toEqual([
      'Missing "Files" in step "Order of work"',
      'Missing "Actions" in step "Order of work"'
    ])
  })
})

describe('a table of files in a step', () => {
  const of = (table: string): string[] =>
    told(
      'design-plan',
      ['step-fields', 'file-tree'],
      `# Gauge\n\n## Implementation Steps\n\n### Step 1: Read\n\n${table}\n\n**Verify**: \`npm test\`\n`
    ).filter(message => !message.includes('tree'))

  it('names them, and says what is done to each', () => {
    expect(of('| File | Change |\n| --- | --- |\n| `a.ts` | Reads litres, too |\n| `b.ts` | Calls it |')).toEqual([])
  })

  it('says nothing of what is done where a cell is empty, or names none', () => {
    expect(of('| File | Change |\n| --- | --- |\n| `a.ts` | Reads litres |\n| `b.ts` | |')).toEqual([
      'Missing "Actions" in step "Step 1: Read"'
    ])
    expect(of('| Unit | Meaning |\n| --- | --- |\n| l | Litres of water |')).toHaveLength(2)
  })
})

describe('the code of a step', () => {
  const step = (title: string, more: string): string =>
    `### ${title}\n\n**Goal**: It reads.\n\n- [ ] Read\n\n${more}**Verification**: \`npm test\`\n\n**Output**: A reading.\n\n`
  const tests = '**Tests**:\n\n```ts\nexpect(read()).toBe(1)\n```\n\n'
  const of = (said: string): string[] =>
    told(
      'task-plan',
      ['step-fields'],
      `# Gauge Plan\n\n## Implementation Steps\n\n${step('Step 0: Look', '')}${step('Step 1: Read', said)}${step('Step 2: All', '')}`
    )

  it('stands below an order to change something', () => {
    expect(of(`Add to \`[gauge]\`:\n\n\`\`\`toml\nunit = "l"\n\`\`\`\n\n${tests}`)).toEqual([])
  })

  it.each([
    ['a command', `Add the tag:\n\n\`\`\`sh\ngit tag a\n\`\`\`\n\n${tests}`],
    ['what there is now', `It reads so far:\n\n\`\`\`toml\nunit = "l"\n\`\`\`\n\n${tests}`],
    ['its tests', tests.replace(':\n\n', ':\n\nAdd to `a.test.ts`:\n\n')]
  ])('is not %s', (_, said) => {
    expect(of(said)).toEqual(['Missing "Code" in step "Step 1: Read"'])
  })
})

describe('labels', () => {
  it.each(['Files Created/Modified', 'Files to Create or Modify', 'Files Created'])('"%s" names files', label => {
    const list = `**${label}**:\n\n- \`a.ts\`\n- \`b.ts\`\n`
    expect(
      told('handoff-plan', ['step-fields'], `# G\n\n## 4. Implementation Roadmap\n\n### Phase 1: Read\n\n${list}`)
    ).toEqual([])
    expect(
      told('design-plan', ['step-fields'], `# G\n\n## Implementation Steps\n\n### Step 1: Read\n\n${list}`)
    ).toEqual(['Missing "Actions" in step "Step 1: Read"'])
  })

  it('"Why" says what the problem is', () => {
    const summary =
      '# G\n\n## 1. Executive Summary\n\n### Why\n\nNobody sees how full it is.\n\n### Solution\n\nA gauge.\n'
    expect(told('handoff-plan', ['section-content'], `${summary}\n### Success Criteria\n\n- [ ] It reads\n`)).toEqual(
      []
    )
  })
})

describe('the items of a backlog', () => {
  const rules = ['required-sections', 'step-sequence', 'step-fields']
  const opening = 'State of the code on May 4, 2026.\n'
  const item =
    '*Objective*: Read it.\n\n*What’s needed*\n\n- A gauge\n\n*Where it’s needed*: `a.ts`\n\n*Definition of done*: `npm test` passes.\n'
  const of = (...lines: string[]): string[] => told('backlog-plan', rules, lines.join('\n\n'))

  it.each([
    ['Story S1.1 — Read', 'Story S1.2 — Show'],
    ['WP-01: Read', 'WP-02: Show'],
    ['Ticket 1: Read', 'Ticket 2: Show']
  ])('may be "%s", below any title', (one, two) => {
    expect(of('# Work', opening, '## Gauge', `### ${one}`, item, `### ${two}`, item)).toEqual([])
    const said = of('# Work', opening, '## Gauge', `### ${one}`, '*Scope*: all', `### ${two}`, '*Scope*: all')
    expect(said).toContain(`Missing "Objective" in item "${one}"`)
    expect(said).toContain(`Missing "Objective" in item "${two}"`)
  })

  it('go on below the next title', () => {
    const epics = ['## One', '### Story S1.1 — Read', item, '### Story S1.2 — Show', item, '## Two']
    expect(of('# Work', opening, ...epics, '### Story S2.1 — Warn', item)).toEqual([])
    expect(of('# Work', opening, ...epics, '### Story S2.1 — Warn', '*Objective*: Warn.')).toHaveLength(2)
  })

  it('are none by their number alone', () => {
    expect(of('# Work', opening, '## Means', '### 1. Paper', 'Much.', '### 2. Ink', 'Little.')).toEqual([
      'Missing section "Immediate priorities"'
    ])
  })

  it('have a date above them, whatever the plan is called', () => {
    const dated = (title: string, date: string): string[] =>
      told('backlog-plan', ['metadata'], [`# ${title}`, date, '## Gauge', '### 1. Read', item].join('\n\n'))
    expect(dated('Backlog', opening)).toEqual([])
    expect(dated('Backlog', 'State of the code.')).toEqual(['Missing date above the first section'])
    // Here the title is the section.
    expect(told('backlog-plan', rules, ['# Backlog', opening, '## 1. Read', item].join('\n\n'))).toEqual([])
  })
})

describe('a definition of done', () => {
  const of = (done: string): string[] =>
    told(
      'backlog-plan',
      ['step-verification'],
      `# Work\n\nOn May 4, 2026.\n\n## Work items\n\n### 1. Read\n\n*Objective*: Read it.\n\n*Definition of done*: ${done}\n`
    )

  it.each([
    'All sub-tasks are completed.',
    'Every step is done.',
    'The feature is complete and working.',
    'All of the changes have been implemented.'
  ])('%s: nothing that could be looked at', done => {
    expect(of(done)).toEqual([`Empty promise as Definition of done in item "1. Read": "${done}"`])
  })

  it.each(['All tests pass.', 'The feature is complete when the gauge shows litres.', 'All tasks are in the tracker.'])(
    '%s',
    done => {
      expect(of(done)).toEqual([])
    }
  )
})
