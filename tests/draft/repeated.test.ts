/** What a template repeats: boxes below numbered groups, and items that show by their labels that they are of one kind. */
import { describe, expect, test } from 'vitest'
import { draft, told } from './drafting.ts'

const groups = '## 1. {group}\n\n- [ ] 1.1 {task}\n- [ ] 1.2 {task}\n\n## 2. {group}\n\n- [ ] 2.1 {task}\n'
const tasks = `## 1. Harbour

- [ ] 1.1 Dig the basin
- [ ] 1.2 Lay the quay

## 2. Light

- [ ] 2.1 Build the tower
- [x] 2.2 Choose the lamp
`

const items = `# What is next

## Now

### 1. The quay is longer

*Aim*
- Two ships at once.

*Done when*
- Both are moored.

### 2. The light is brighter

*Aim*
- To be seen from the cape.

*Done when*
- A boat has seen it.

## Later

### A. Stairs

*Aim*: Nobody climbs the wall.

*Done when*: They are dry at high tide.

### B. A bell

*Aim*: Heard in fog.

*Done when*: It has been heard.

### C. A clock

*Aim*: Seen from the market.

*Done when*: It is right.
`
const other = `# What is next

## Now

### 1. A crane

*Aim*
- Crates of two tons.

*Done when*
- One is lifted.

## Later

### A. A roof

*Aim*: Dry crates.

*Done when*: It has rained.

### B. A fence

*Aim*: No goats.

*Done when*: A week without any.
`

describe('boxes below numbered groups', () => {
  const { profile, guesses } = draft(groups)

  test('are tasks, numbered as their group', () => {
    expect(profile.units).toMatchObject({ role: 'group', units: { role: 'task', counts: 'step', form: ['box'] } })
    expect(guesses).toContain('Boxes below these headings are tasks, numbered #.#')
    expect(told(tasks, profile)).toEqual([])
    expect(told(groups, profile).length).toBeGreaterThan(2)
  })

  test.each([
    ['1.1 Dig', 'Dig', 'task-format', 'Missing identifier on task "Dig the basin"'],
    ['1.1 Dig the basin', '1.1', 'task-format', 'Empty task 1.1: nothing stands behind it'],
    ['1.1 Dig the basin', '1.1 <!-- what? -->', 'task-format', 'Empty task 1.1: nothing stands behind it'],
    ['2.2 Choose', '2.1 Choose', 'step-sequence', 'Duplicate task 2.1'],
    ['2.1 Build', '1.3 Build', 'step-sequence', 'Expected task 1.3 below 1, found below 2'],
    ['## 2. Light', '## Light', 'step-sequence', 'Missing identifier on group "Light"'],
    ['- [ ] 2.1 Build the tower\n- [x] 2.2 Choose the lamp\n', '', 'step-sequence', 'Missing tasks in "2. Light"'],
    ['- [ ] 1.2', '-[ ] 1.2', 'task-format', 'Unknown box "-[ ]" on "1.2 Lay the quay"'],
    ['Build the tower', '{task}', 'no-placeholder', 'Placeholder "{task}" left from the template']
  ])('%j -> %j', (from, to, rule, message) => {
    expect(told(tasks.replace(from, to), profile)).toMatchObject([{ rule, message }])
  })
})

test.each([
  ['### Step 1: [what]', ['item', 'part']],
  ['### Phase 1: [what]', ['item', 'part']],
  ['### Group 1: [what]', ['task', 'step']]
])('boxes without a number, below %j', (title, [role, counts]) => {
  const { profile } = draft(`# [Title]\n\n## Work\n\n${title}\n\n- [ ] [part]\n- [ ] [part]\n`)
  expect(profile.sections[0]!.units).toMatchObject({ units: { role, counts, form: ['box'], min: 1 } })
})

test('boxes that belong to a label are no units', () => {
  const { profile } = draft('# [Title]\n\n## Work\n\n### Step 1: [what]\n\n**Parts**:\n\n- [ ] [part]\n')
  expect(profile.sections[0]!.units).not.toHaveProperty('units')
})

describe('items that have the same labels', () => {
  const { profile } = draft(items)

  test('are one kind of unit, and what stands in them may stay', () => {
    expect(profile.sections).toMatchObject([
      { title: 'Now', units: { number: 1, fields: [{ label: 'Aim' }, { label: 'Done when' }] } },
      { title: 'Later', units: { number: 'A', fields: [{ label: 'Aim' }, { label: 'Done when' }] } }
    ])
    expect(told(other, profile)).toEqual([])
    expect(told(items, profile)).toEqual([])
  })

  test.each([
    ['*Aim*\n- Crates of two tons.\n\n', '', 'Missing "Aim" in "A crane"'],
    ['- Crates of two tons.\n', '', 'Empty "Aim" in "A crane"'],
    ['*Done when*: It has rained.\n', '', 'Missing "Done when" in "A roof"'],
    ['### B. A fence', '### C. A fence', /^Missing .* B: C follows A$/],
    ['### 1. A crane', '### 2. A crane', /starts? (?:at|with) 2|Missing .* 1|found 2/],
    ['## Later\n', '## Other\n', 'Missing section "Later"']
  ])('%j -> %j', (from, to, message) => {
    expect(told(other.replace(from, to), profile).map(each => each.message)).toEqual([
      typeof message === 'string' ? message : expect.stringMatching(message)
    ])
  })

  test.each([
    ['not counted', items.replaceAll(/^### \S+ /gm, '### ')],
    ['not counted through', items.replaceAll(/^### [\dA-C]\. /gm, '### 3. ')]
  ])('are sections where they are %s', (_, template) => {
    expect(draft(template).profile.sections[0]).not.toHaveProperty('units')
  })

  test('two headings with one label in common are sections', () => {
    const template = '# X\n\n## All\n\n### 1. Why\n\n**Note**: a\n\n### 2. How\n\n**Note**: b\n'
    expect(draft(template).profile.sections[0]!.sections).toHaveLength(2)
  })
})

test('a line in italics among bold labels says what to write', () => {
  const text = (line: string): string => `# [Name]\n\n**Owner:** [who]\n\n## Cases\n\n${line}\n\n1. [case]\n`
  const bold = draft(text('*Write down only cases that:*')).profile
  expect(bold.sections[0]).not.toHaveProperty('fields')
  expect(told('# Feeds\n\n**Owner:** Nadia\n\n## Cases\n\n1. The disk is full\n', bold)).toEqual([])
  const italic = draft(text('*Write down:*').replace('**Owner:** [who]\n\n', '')).profile
  expect(italic.sections[0]).toMatchObject({ fields: [{ label: 'Write down' }] })
  expect(told('# Feeds\n\n## Cases\n\n*Write down:*\n\n1. The disk is full\n', italic)).toEqual([])
})

test('a fence that nothing closes asks for no drawing', () => {
  const { profile } = draft('# [Name]\n\n## Why\n\n[Reason]\n\n## Check\n\n- [ ] The light burns\n\n```\n')
  expect(profile.sections[1]).toMatchObject({ checklist: { items: ['The light burns'] } })
})
