/** Titles that count otherwise than their siblings, and sections that are known by what they hold. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { planFixtures } from './load.ts'

const plans = new Map(planFixtures().map(({ id, name, text }) => [`${id} ${name}`, text]))

function told(profile: string, text: string, rule = ''): string[] {
  return lintText(text, { forced: profile, path: 'a-plan.md' })
    .findings.filter(finding => finding.rule.startsWith(rule))
    .map(({ place, message }) => `${text.split('\n')[place.start.line - 1]} – ${message}`)
}

/** What is told of the sequence of a design plan's steps. */
function ofSteps(...titles: string[]): string[] {
  const body = titles.map(
    title => `### ${title}\n\n**Files**: \`a.ts\`\n\n**Actions**:\n1. Do it\n\n**Verify**: \`npm test\` passes\n`
  )
  return told('design-plan', `# P\n\n## Implementation Steps\n\n${body.join('\n')}`, 'step-sequence')
}

describe('a title in a sequence of steps', () => {
  it.each([
    ['~~Step 2: b~~'],
    ['~~Step 2~~: b'],
    ['Step ~~2~~: dropped'],
    ['<del>Step 2: b</del>'],
    ['Step (2): b'],
    ['Step No. 2: b'],
    ['Step nr 2: b'],
    ['Step-2: b'],
    ['Step #2: b']
  ])('%s is the second', title => expect(ofSteps('Step 1: a', title, 'Step 3: c')).toEqual([]))

  it.each([
    ['Step 2-3: b'],
    ['Steps 2–3: b'],
    ['Step 2 to 3: b'],
    ['Steps 2/3: b'],
    ['Step 2..3: b'],
    ['Steps 2 through 3: b']
  ])('%s is a range', title => expect(ofSteps('Step 1: a', title, 'Step 4: c')).toEqual([]))

  it('of so many is none', () => expect(ofSteps('Step 1/3: a', 'Step 2/3: b', 'Step 3/3: c')).toEqual([]))

  it.each([
    ['letters', 'Step A: a', 'Step B: b', 'Step C: c'],
    ['Roman numerals', 'Step I: a', 'Step II: b', 'Step III: c', 'Step IV: d'],
    ['words', 'Step one: a', 'Step Two: b', 'Step three: c'],
    ['codes', 'Step T001: a', 'Step T002: b'],
    ['codes with a hyphen', 'Step S-1: a', 'Step S-2: b'],
    ['circles', '① a', '② b'],
    ['another language', 'Étape 1 : a', 'Étape 2 : b'],
    ['another script', 'Шаг 1: a', 'Шаг 2: b'],
    ['characters', '步骤 1：a', '步骤 2：b'],
    ['an ordinal of characters', '第1步：a', '第2步：b']
  ])('%s are one form', (_, ...titles) => expect(ofSteps(...titles)).toEqual([]))

  it.each([
    ['Step B: b', 'B'],
    ['Step II: b', 'II'],
    ['Step two: b', 'two']
  ])('%s among digits is another form', (title, found) => {
    expect(ofSteps('Step 1: a', title, 'Step 3: c')).toEqual([
      `### ${title} – Expected step 2, found ${found}: one sequence keeps to one form of number`
    ])
  })
  it('a letter among bare numbers is another form', () => {
    expect(ofSteps('1. a', 'B. b', '3. c')).toEqual([
      '### B. b – Expected step 2, found B: one sequence keeps to one form of number'
    ])
  })

  it.each(['Task', 'Schritt', 'Gate', 'Stpe'])('%s among steps is an unknown unit', word => {
    expect(ofSteps('Step 1: a', `${word} 2: b`, 'Step 3: c')).toEqual([
      `### ${word} 2: b – Unknown unit "${word}" in "${word} 2: b", expected "Step"`
    ])
  })
  it('a foreign word in all of them is told once', () => {
    expect(ofSteps('Klappe 1: a', 'Klappe 2: b')).toEqual([
      '### Klappe 1: a – Unknown unit "Klappe" in "Klappe 1: a", expected "Step"'
    ])
  })
  it('a title with all that a step has lacks its number', () => {
    expect(ofSteps('Step 1: a', 'Sort it', 'Step 3: c')).toEqual(['### Sort it – Missing number on step "Sort it"'])
  })
  it.each([
    [
      ['Step 1: a', 'Step 2.5: b', 'Step 4: c'],
      ['Missing step 2: 2.5 follows 1', 'Missing step 3: 4 follows 2.5']
    ],
    [['Step 1: a', 'Step 2: b', 'Step 2.5: c', 'Step 4: d'], ['Missing step 3: 4 follows 2.5']],
    [['Step 1.1: a', 'Step 1.2: b', 'Step 3.1: c'], ['Missing step 2.1: 3.1 follows 1.2']],
    [['Step I: a', 'Step II: b', 'Step IV: c'], ['Missing step III: IV follows II']],
    [['Step 1: a', 'Step 2-3: b', 'Step 5: c'], ['Missing step 4: 5 follows 2-3']]
  ])('%j has holes', (titles, expected) => {
    expect(ofSteps(...titles).map(each => each.split(' – ')[1])).toEqual(expected)
  })

  const withSecond = (title: string): string => {
    const text = plans.get('design-plan valid-1.md')!
    return `${text.slice(0, text.indexOf('### Step 2'))}### ${title}\n\nDropped.\n\n${text.slice(text.indexOf('### Step 3'))}`
  }

  it.each([
    '~~Step 2: Strokes go through it~~',
    'Step 2: Strokes go through it (Skipped)',
    'Step 2: Strokes go through it [dropped]',
    'Step 2: Strokes (cancelled) ⏭️'
  ])('that is given up is asked for nothing: %s', title => {
    expect(told('design-plan', withSecond(title), 'step-')).toEqual([])
  })

  it.each(['Step 2: Strokes that were skipped', 'Step 2: Strokes (skipped ones too)', 'Step 2: Skipped'])(
    'that is about what was given up is asked: %s',
    title => expect(told('design-plan', withSecond(title), 'step-')).not.toEqual([])
  )
})

describe('a backlog', () => {
  const text = plans.get('backlog-plan valid-1.md')!
  const first = '## Immediate priorities (Q4 2025)'
  const second = '## Supporting backlog'
  const spoilt = text
    .replace('*What’s needed*\n- Write it; link it from the README.\n', '')
    .replace('*Where it’s needed*\n- `src/rules/`\n- `docs/rules.md`\n', '')
  const expected = [
    '### 2. Rules in a file of their own – Missing "Where it\'s needed" in item "2. Rules in a file of their own"',
    '### B. A page for newcomers – Missing "What\'s needed" in item "B. A page for newcomers"'
  ]
  const decoy = '## Context\n\n### 2.1 Stack\n\nPython.\n\n### 2.2 Concepts\n\nBookings.\n\n### 2.3 People\n\nTwo.\n\n'
  const names = ['What we do first', '2. Things for a rainy day', 'Odds and ends', 'Sprint goals — autumn']
  it.each([
    ...names.map(
      name => [`the first is called "${name}"`, (plan: string) => plan.replace(first, `## ${name}`)] as const
    ),
    ...names.map(
      name => [`the second is called "${name}"`, (plan: string) => plan.replace(second, `## ${name}`)] as const
    ),
    [
      'both have other names',
      (plan: string) => plan.replace(first, '## Now then').replace(second, '## Odds and ends')
    ] as const,
    ['numbered titles stand before', (plan: string) => plan.replace(first, `${decoy}## Now then`)] as const,
    ['numbered titles stand behind', (plan: string) => `${plan.replace(first, '## Now then')}\n${decoy}`] as const
  ])('where %s is judged as ever', (_, edit) => {
    expect(told('backlog-plan', edit(text))).toEqual([])
    expect(told('backlog-plan', edit(spoilt))).toEqual(expected)
  })
  it('whose items lost their numbers has them all the same', () => {
    const bare = text.replace('### 1. Imports', '### Imports').replace('### 2. Rules', '### Rules')
    expect(told('backlog-plan', bare).map(each => each.split(' – ')[1])).toEqual([
      'Missing number on item "Imports survive a broken line"',
      'Missing number on item "Rules in a file of their own"'
    ])
  })
})

describe('a section that stands there again', () => {
  const steps = '#### Step {n}: Other\n\n**Files**: `app/drawing/canvas.kt`\n\n**Actions**:\n1. Do it\n\n'
  const goal = '#### Step {n}: Other\n\n**Goal**: Do it\n\n- [ ] do it\n\n**Output**: it\n\n'
  const milestones = '#### Milestone 1: Other\n\n**Goal**: Do it\n\n- [ ] do it\n\n**Output**: it\n\n'
  it.each([
    ['design-plan', '## 7. Cross-Cutting', '1', steps],
    ['task-plan', '## Test Summary', '0', goal],
    ['task-plan', '## Test Summary', '0', milestones]
  ])('below another heading is judged (%s)', (profile, before, number, body) => {
    const text = plans.get(`${profile} valid-1.md`)!
    const again = `## The other half\n\n### Implementation Steps\n\n${body.replace('{n}', number)}`
    const title = /#### (.*)/.exec(body.replace('{n}', number))![1]
    const whole = text.replace(before, () => again + before)
    expect(told(profile, whole, 'step-verification')).toEqual([
      `#### ${title} – Missing verification in step "${title}"`
    ])
    expect(told(profile, whole, 'required-sections')).toEqual([])
    expect(told(profile, whole, 'step-sequence')).toEqual([])
  })
})

describe('a phase that is called like a section', () => {
  const text = plans.get('handoff-plan valid-1.md')!
  it.each(['Documentation', 'Quality Checks'])('"%s" is not tracked by the item of that section', name => {
    const plan = text.replace('### Phase 3: Tests', `### Phase 3: ${name}`)
    expect(told('handoff-plan', plan.replace('- [ ] Phase 3: Tests\n', ''), 'completion')).toEqual([
      `## Status Tracking – Missing phase "Phase 3: ${name}" in "Status Tracking"`
    ])
    expect(
      told('handoff-plan', plan.replace('- [ ] Phase 3: Tests\n', `- [ ] Phase 3: ${name}\n`), 'completion')
    ).toEqual([])
    expect(told('handoff-plan', plan.replace('- [ ] Phase 3: Tests\n', `- [ ] ${name}\n`), 'completion')).toEqual([])
  })
})
