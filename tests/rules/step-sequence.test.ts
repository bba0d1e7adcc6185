/** How steps are numbered: what follows what, where numbering starts anew, and which of the wrong ones is told of. */
import { describe, expect, it } from 'vitest'
import rule from '../../rules/step-sequence/index.ts'
import type { SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'
import type { Dialect } from './by-profile.ts'
import { brief, findingsBy, told } from './by-profile.ts'

const step: UnitSpec = { role: 'step', words: ['Step'], number: 1 }

function dialect(units: SectionSpec['units'] = step, more: Partial<SectionSpec> = {}): Dialect {
  return { sections: [{ id: 'work', title: 'Work', units, ...more }] }
}

/** The findings of a plan whose steps have these numbers, without lines; "" is a step without one. */
function ofNumbers(numbers: string, units?: SectionSpec['units']): string[] {
  const titles = numbers.split(' ').map(number => `### Step${number === '-' ? '' : ` ${number}`}: Do it\n\nDone.\n`)
  return findingsBy(rule, dialect(units), `## Work\n\n${titles.join('\n')}`).map(({ message }) => message)
}

describe('days are counted by the calendar', () => {
  const days = (...numbers: string[]): string[] =>
    findingsBy(
      rule,
      dialect({ ...step, words: ['Day'] }),
      `## Work\n\n${numbers.map(number => `### Day ${number}: Do it\n\nDone.\n`).join('\n')}`
    ).map(({ message }) => message)

  it('so that one may be left out, and no two are the same', () => {
    expect(days('1-2', '3', '5')).toEqual([])
    expect(days('2', '4')).toEqual([])
    expect(days('1', '3', '3')).toEqual(['Duplicate step number 3'])
    expect(days('1', '6', '4')).toEqual(['Expected step 7 here, found 4: out of order'])
  })
})

describe('the numbers of steps', () => {
  it.each([
    '1 2 3',
    '1 2 2a 2b 3',
    '1 2 2b 3',
    '1 2a 2b 3',
    '1 2A 2b 3',
    '1',
    '1.1 1.2 2.1 2.2 3.1',
    '1 1.1 1.2 2',
    '01 02 03',
    '9.1 9.2',
    '1 2 2a 3a 3b 4',
    '1 2 [N]',
    '[N] 1 2',
    '1 2-3 4',
    '1 1.5 2 3',
    '1 2 2.5 3'
  ])('%s: fine', numbers => {
    expect(ofNumbers(numbers)).toEqual([])
  })

  it.each([
    ['1 2 4', ['Missing step 3: 4 follows 2']],
    ['1 2 2a 3b', ['Missing step 3: 3b follows 2a']],
    ['1 2 2c', ['Missing step 3: 2c follows 2']],
    ['1 2a 2c', ['Missing step 3: 2c follows 2a']],
    ['1 2a 2', ['Expected step 3 here, found 2: out of order']],
    ['2.1 2.3', ['Missing step 2.2: 2.3 follows 2.1']],
    ['1.1 1.3', ['Missing step 1.2: 1.3 follows 1.1']],
    ['1 2 2', ['Duplicate step number 2']],
    ['1 2 4 4 5', ['Missing step 3: 4 follows 2']],
    ['1 2 4 4 6', ['Missing step 3: 4 follows 2', 'Missing step 5: 6 follows 4']],
    ['1 2 4 5 4', ['Missing step 3: 4 follows 2', 'Duplicate step number 4']],
    ['1 2 002 3', ['Duplicate step number 002']],
    ['1 2a 2A', ['Duplicate step number 2A']],
    ['1 2 3 1 4', ['Duplicate step number 1']],
    ['1 2 1 3 4', ['Duplicate step number 1']],
    ['1 2 4 3', ['Expected step 3 here, found 4: out of order']],
    ['01 02 04 03', ['Expected step 3 here, found 04: out of order']],
    ['2 3 4', ['Expected the first step to be 1, found 2']],
    ['2 3 1', ['Expected the first step to be 1, found 2']],
    ['2 1 3', ['Expected the first step to be 1, found 2']],
    ['2 1 4', ['Expected the first step to be 1, found 2', 'Missing step 3: 4 follows 2']],
    ['0 1 2', ['Expected the first step to be 1, found 0']],
    ['1.2 1.3', ['Expected the first step to be 1, found 1.2']],
    ['A B', []],
    ['1 B 3', ['Expected step 2, found B: one sequence keeps to one form of number']],
    ['1 2 III 4', ['Expected step 3, found III: one sequence keeps to one form of number']],
    ['1 2.5 4', ['Missing step 2: 2.5 follows 1', 'Missing step 3: 4 follows 2.5']],
    ['1 1.5 3', ['Missing step 2: 3 follows 1.5']],
    ['1 1b 3', ['Missing step 2: 3 follows 1b']],
    ['1 2b 3', ['Missing step 2: 2b follows 1']],
    ['1a 1b 3', ['Missing step 2: 3 follows 1b']],
    ['1 2 2a 2b 4', ['Missing step 3: 4 follows 2b']],
    ['1 2-3 5', ['Missing step 4: 5 follows 2-3']],
    ['1 2-3 3', ['Duplicate step number 3']],
    ['1.1 1.2 3.1', ['Missing step 2.1: 3.1 follows 1.2']],
    ['1 - 3', ['Missing number on step "Step: Do it"']],
    ['- 2 3', ['Missing number on step "Step: Do it"']],
    ['- - 3', ['Missing number on step "Step: Do it"', 'Missing number on step "Step: Do it"']],
    ['- 3 4', ['Missing number on step "Step: Do it"', 'Expected the first step to be 1, found 3']],
    ['2 2 3', ['Expected the first step to be 1, found 2']]
  ])('%s', (numbers, expected) => {
    expect(ofNumbers(numbers)).toEqual(expected)
  })

  it('may begin where the profile says', () => {
    expect(ofNumbers('0 1 2', { ...step, number: 0 })).toEqual([])
    expect(ofNumbers('1 2 3', { ...step, number: 0 })).toEqual(['Expected the first step to be 0, found 1'])
    expect(ofNumbers('1 1 2 3', { ...step, number: 0 })).toEqual(['Expected the first step to be 0, found 1'])
    expect(ofNumbers('1 2 2 3', { ...step, number: 0 })).toEqual([
      'Expected the first step to be 0, found 1',
      'Duplicate step number 2'
    ])
    expect(ofNumbers('0 1 2', { ...step, number: [1, 0] })).toEqual([])
    expect(ofNumbers('0 1 1 3', { ...step, number: [1, 0] })).toEqual(['Duplicate step number 1'])
    expect(ofNumbers('4 1 2 3', { ...step, number: [1, 0] })).toEqual(['Expected the first step to be 0, found 4'])
    expect(ofNumbers('5 2 3', { ...step, number: [1, 0] })).toEqual(['Expected the first step to be 1, found 5'])
    expect(ofNumbers('3 4 6', { ...step, number: 3 })).toEqual(['Missing step 5: 6 follows 4'])
  })

  it('weigh as much as the profile says, identifiers too', () => {
    const weights = (spec: UnitSpec, text: string) =>
      findingsBy(rule, dialect(spec), `## Work\n\n${text}`).map(({ severity }) => severity)
    const numbered = '### Step 1: A\n\n### Step 1: B\n\nDone.\n'
    expect(weights(step, numbered)).toEqual(['error'])
    expect(weights({ ...step, order: 'warning' }, numbered)).toEqual(['warning'])
    const task: UnitSpec = { role: 'task', form: ['box'], id: { shape: 'T#' } }
    const boxes = '- [ ] T1 Row\n- [ ] T1 Rest\n'
    expect(weights(task, boxes)).toEqual(['error'])
    expect(weights({ ...task, order: 'warning' }, boxes)).toEqual(['warning'])
  })

  it('do not matter where the profile asks for none', () => {
    const { number: _, ...unnumbered } = step
    expect(ofNumbers('2 4 4', { ...step, number: false })).toEqual([])
    expect(ofNumbers('2 4 4', unnumbered)).toEqual([])
  })

  it('are to be brought into order', () => {
    expect(
      told(findingsBy(rule, dialect(), '## Work\n\n### Step 1: A\n\n### Step 3: B\n\n### Step 2: C\n\nDone.\n'))
    ).toEqual(['5 error Expected step 2 here, found 3: out of order → Bring the numbers into order'])
    expect(told(findingsBy(rule, dialect(), '## Work\n\n### Step 2: A\n\n### Step 1: B\n\nDone.\n'))).toEqual([
      '3 error Expected the first step to be 1, found 2 → Number the steps from 1'
    ])
  })

  it('come with what to do, and with where a number was first', () => {
    const findings = findingsBy(
      rule,
      dialect(),
      '## Work\n\n### Step 1: A\n\n### Step 1: B\n\n### Step: C\n\n### Step 1: D\n\n### Step 4: E\n'
    )
    expect(told(findings)).toEqual([
      '5 error Duplicate step number 1 → Renumber it to 2',
      '7 error Missing number on step "Step: C" → Number it: "Step 3: …"',
      '9 error Duplicate step number 1 → Renumber it to 2',
      '11 error Missing step 2: 4 follows 1 → Renumber it to 2, or add the missing step'
    ])
    expect(
      findings.map(({ related }) => related?.map(({ place, message }) => `${place.start.line} ${message}`))
    ).toEqual([['3 First step 1'], undefined, ['3 First step 1'], undefined])
  })
})

describe('letters', () => {
  const lettered: UnitSpec = { role: 'item', number: 'A', words: ['Item'] }
  it.each([
    ['A. B. C.', []],
    ['B. C.', ['3 Expected the first item to be A, found B']],
    ['A. C.', ['7 Missing item B: C follows A']],
    ['A. B. D. C.', ['11 Expected item C here, found D: out of order']],
    ['A. B. B. D.', ['11 Duplicate item number B']],
    ['A. A. B.', ['7 Duplicate item number A']],
    ['Item-1: Item-2:', []]
  ] as [string, string[]][])('%s', (letters, expected) => {
    const text = letters
      .split(' ')
      .map(letter => `### ${letter.replace('-', ' ')} Do it\n\nDone.\n`)
      .join('\n')
    expect(brief(findingsBy(rule, dialect(lettered), `## Work\n\n${text}`))).toEqual(expected)
  })
})

describe('a number that is gone', () => {
  const items = {
    role: 'item',
    words: ['Item'],
    fields: [{ label: 'Aim' }, { label: 'Place' }]
  }
  it.each([
    ['Warm-up/2. Sort/3. Send', ['3 error Missing number on item "Warm-up" → Number it: "1. …"']],
    ['1. Sort/Warm-up/2. Send', ['9 error Missing number on item "Warm-up" → Number it: "N. …"']],
    ['Item 1 – Sort/Warm-up', ['9 error Missing number on item "Warm-up" → Number it: "Item 2 – …"']],
    ['A) Sort/Warm-up/C) Send', ['9 error Missing number on item "Warm-up" → Number it: "B) …"']]
  ])('%s: one finding, in the form of its neighbours', (titles, expected) => {
    const text = titles.split('/').map(title => `### ${title}\n\n*Aim*: Fewer.\n\n*Place*: Here.\n`)
    expect(
      told(
        findingsBy(
          rule,
          dialect({ ...items, number: titles.includes('A)') ? 'A' : 1 }),
          `## Work\n\n${text.join('\n')}`
        )
      )
    ).toEqual(expected)
  })
})

describe('other forms', () => {
  it('leaves lists to Markdown, which numbers them', () => {
    const fields = [{ label: 'Files' }]
    expect(
      findingsBy(
        rule,
        dialect({ ...step, form: ['item'], fields }),
        '## Work\n\n- Step 1: A\n  - **Files**: `a.ts`\n- Step 3: B\n  - **Files**: `b.ts`\n'
      )
    ).toEqual([])
  })

  it('asks for numbers where any heading will do only if some has one', () => {
    const any: UnitSpec = { role: 'decision', number: 1, form: ['any-heading'] }
    expect(findingsBy(rule, dialect(any), '## Work\n\n### Red\n\nYes.\n\n### Blue\n\nNo.\n')).toEqual([])
    expect(
      told(
        findingsBy(
          rule,
          dialect({ ...any, words: ['Decision', 'Choice'] }),
          '## Work\n\n### Decision 1: Red\n\nYes.\n\n### Blue\n\nNo.\n'
        )
      )
    ).toEqual(['7 error Missing number on decision "Blue" → Number it: "Decision 2: …"'])
    expect(
      told(
        findingsBy(
          rule,
          dialect({ ...any, form: ['heading-with-fields'], fields: [{ label: 'Why' }] }),
          '## Work\n\n### 1. Red\n\n**Why**: Warm.\n\n### Blue\n\n**Why**: Cold.\n'
        )
      )
    ).toEqual(['7 error Missing number on decision "Blue" → Number it: "2. …"'])
  })

  it('says nothing of a hole that a broken fence may hide', () => {
    const fence = '````\n```js\na\n```\n### Step 2: B\n'
    const broken = '```md\n```js\na()\n```\n```\n\n### Step 2: B\n\n```sh\nb\n```\n'
    expect(
      brief(findingsBy(rule, dialect(), `## Work\n\n### Step 1: A\n\n${broken}\n### Step 4: D\n\nDone.\n`))
    ).toEqual([])
    expect(
      brief(findingsBy(rule, dialect(), `## Work\n\n### Step 1: A\n\n${fence}\`\`\`\`\n\n### Step 4: D\n\nDone.\n`))
    ).toEqual(['12 Missing step 2: 4 follows 1'])
  })
})

describe('a section without its units', () => {
  const none = (units: SectionSpec['units'], body = 'We start.', more: Partial<SectionSpec> = {}): string[] =>
    told(findingsBy(rule, dialect(units, more), `## Work\n\n${body}\n`))

  it.each(['step', 'phase', 'commit', 'item'] as const)('lacks a %s', role => {
    expect(none({ role })).toEqual([`1 error Missing ${role}s in "Work" → Write each ${role} under a title of its own`])
  })

  it.each(['decision', 'question', 'risk'] as const)('may do without a %s', role => {
    expect(none({ role })).toEqual([])
  })

  it.each([
    [
      'shows a title',
      { ...step },
      'We start.',
      {},
      ['1 error Missing steps in "Work" → Write each step under a title of its own: "Step 1: …"']
    ],
    [
      'shows the first title',
      { ...step, number: 0 },
      'We start.',
      {},
      ['1 error Missing steps in "Work" → Write each step under a title of its own: "Step 0: …"']
    ],
    ['is fine where it may', { ...step, min: 0 }, 'We start.', {}, []],
    ['is told as empty elsewhere', step, '', {}, []],
    ['does not apply', step, 'N/A — nothing to do', {}, []],
    [
      'says that there are none in the words of the profile',
      step,
      'One commit will do.',
      { or: { text: 'One commit will do' } },
      []
    ]
  ] as [string, UnitSpec, string, Partial<SectionSpec>, string[]][])('%s', (_, units, body, more, expected) => {
    expect(none(units, body, more)).toEqual(expected)
  })

  it('lacks one kind of two', () => {
    const item: UnitSpec = { role: 'item', words: ['Item'], number: 1 }
    expect(
      none([{ role: 'phase', words: ['Phase'] }, item], '### Item 1: A\n\nDone.\n\n### Item 3: B\n\nDone.')
    ).toEqual([
      '1 error Missing phases in "Work" → Write each phase under a title of its own: "Phase 1: …"',
      '7 error Missing item 2: 3 follows 1 → Renumber it to 2, or add the missing item'
    ])
  })
})

describe('units inside of units', () => {
  const commit: UnitSpec = {
    role: 'commit',
    words: ['Commit'],
    number: 1,
    min: 1,
    form: ['heading', 'bold']
  }
  const phases = (inner: Partial<UnitSpec>): Dialect =>
    dialect({
      role: 'phase',
      words: ['Phase'],
      number: 1,
      units: { ...commit, ...inner } as never
    })
  const commits = (numbers: number[]): string => numbers.map(number => `#### Commit ${number}: C\n\nText.\n\n`).join('')
  const plan = (...numbers: number[][]): string =>
    `## Work\n\n${numbers.map((inner, i) => `### Phase ${i + 1}: P\n\nText.\n\n${commits(inner)}`).join('')}`

  it('are numbered anew in each, or through', () => {
    expect(brief(findingsBy(rule, phases({}), plan([1, 2], [1, 2])))).toEqual([])
    expect(brief(findingsBy(rule, phases({}), plan([1, 2], [3])))).toEqual([
      '19 Expected the first commit to be 1, found 3'
    ])
    expect(brief(findingsBy(rule, phases({ number: 'through' }), plan([1, 2], [3])))).toEqual([])
    expect(brief(findingsBy(rule, phases({ number: 'through' }), plan([1, 2], [1])))).toEqual([
      '19 Duplicate commit number 1'
    ])
  })

  it('are missed where there are none', () => {
    expect(told(findingsBy(rule, phases({}), plan([1], [])))).toEqual([
      '11 error Missing commits in "Phase 2: P" → Write each commit under a title of its own: "Commit N: …"'
    ])
    expect(told(findingsBy(rule, phases({ words: [] }), plan([])))).toEqual([
      '3 error Missing commits in "Phase 1: P" → Write each commit under a title of its own'
    ])
    const { min: _, ...optional } = commit
    expect(
      findingsBy(rule, dialect({ role: 'phase', words: ['Phase'], number: 1, units: optional as never }), plan([1], []))
    ).toEqual([])
  })
})
