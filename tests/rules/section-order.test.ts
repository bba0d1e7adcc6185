import { describe, expect, it } from 'vitest'
import { longestIncreasing, sequenceDefects } from '../../rules/required-sections/order.ts'
import { smallPlan } from '../plan/small-plan.ts'

/** Sections Alpha 1, Beta 2, Gamma 3 …, of which Beta has 2.1 and 2.2; "free" has no number, "may" need not show it. */
const sections = [
  { id: 'alpha', title: 'Alpha', number: '1' },
  {
    id: 'beta',
    title: 'Beta',
    number: '2',
    sections: [
      { id: 'one', title: 'One', number: '2.1' },
      { id: 'two', title: 'Two', number: '2.2' },
      { id: 'three', title: 'Three', number: '2.3' }
    ]
  },
  { id: 'gamma', title: 'Gamma', number: '3' },
  { id: 'delta', title: 'Delta', number: '4' },
  { id: 'free', title: 'Free' },
  { id: 'may', title: 'May', number: ['5', false] },
  { id: 'last', title: 'Last', number: '6' }
]

/** The defects of the sections right below the title, or below Beta. */
function defects(headings: string[], numbered = true, parent?: string): string[] {
  const plan = smallPlan(
    `# A plan\n\n${headings.map(heading => `${/^\d+\.\d/.test(heading) || /^(?:One|Two|Three)$/.test(heading) ? '###' : '##'} ${heading}\n\nText.\n`).join('\n')}`,
    sections,
    numbered ? { order: 'numbered' } : {}
  )
  const present = plan.allSections.filter(section => section.part && section.parent?.spec.id === parent)
  return sequenceDefects(present, numbered).map(({ kind, section, neighbour, after, found, expected }) =>
    kind === 'misplaced'
      ? `${section.spec.title} ${after ? 'after' : 'before'} ${neighbour!.spec.title}`
      : `${section.spec.title} ${kind === 'number' ? found : 'none'}, not ${expected}`
  )
}

describe('the order of sections', () => {
  it.each<[string[], string[]]>([
    [['Alpha', 'Beta', 'Gamma', 'Delta'], []],
    [['Alpha', 'Delta'], []],
    [['Beta', 'Alpha', 'Gamma', 'Delta'], ['Alpha before Beta']],
    [['Alpha', 'Gamma', 'Beta', 'Delta'], ['Beta before Gamma']],
    [['Delta', 'Alpha', 'Beta', 'Gamma'], ['Delta after Gamma']],
    [['Alpha', 'Beta', 'Delta', 'Gamma'], ['Gamma before Delta']],
    [['Delta', 'Gamma'], ['Gamma before Delta']],
    [
      ['Delta', 'Gamma', 'Beta', 'Alpha'],
      ['Gamma before Delta', 'Beta before Delta', 'Alpha before Delta']
    ],
    [
      ['Gamma', 'Delta', 'Alpha', 'Beta', 'Free'],
      ['Alpha before Gamma', 'Beta before Gamma']
    ]
  ])('%j', (headings, expected) => expect(defects(headings, false)).toEqual(expected))
})

describe('the numbers of sections', () => {
  it.each<[string[], string[]]>([
    [['1. Alpha', '2. Beta', '3. Gamma', '4. Delta'], []],
    [['1. Alpha', '3. Gamma', '4. Delta'], []],
    [['1. Alpha', '2. Gamma', '3. Delta'], []],
    [['1. Alpha', '2. Own', '3. Beta', '4. Gamma'], []],
    [['1. Alpha', '3. Beta', '4. Gamma'], ['Beta 3, not 2']],
    [['1. Alpha', '2. Beta', '5. Gamma', '4. Delta'], ['Gamma 5, not 3']],
    [['2. Alpha', '2. Beta', '3. Gamma'], ['Alpha 2, not 1']],
    [['1. Alpha', 'Beta', '3. Gamma'], ['Beta none, not 2']],
    [['1. Alpha', 'Beta', '2. Gamma', '3. Delta'], ['Beta none, not 2']],
    [['1. Alpha', 'Beta', 'Gamma', '4. Delta'], []],
    [['1. Alpha', 'Beta', '3. Delta'], ['Beta none, not 2']],
    [['1. Alpha', '2. Beta', 'Free', '3. Last'], []],
    [['1. Alpha', '2. Beta', '7. Free', '3. Last'], []],
    [['1. Alpha', '2.2 Beta', '3. Gamma'], []],
    [['3. Alpha', '4. Gamma', '5. Delta'], ['Alpha 3, not 1']],
    [['Alpha', 'Beta', 'Gamma', '3. Delta'], ['Delta 3, not 4']],
    [['1. Alpha', '2. Beta', '3. Gamma', 'May', '6. Last'], []],
    [['1. Alpha', '2. Beta', '3. Gamma', '4. May', '5. Last'], []],
    [['1. Alpha', '2. Beta', 'Own', '3. Gamma'], []],
    [['Alpha', 'Beta'], []],
    [['1. Alpha', 'Beta'], []],
    [['Step 1: Alpha', '2. Beta', '3. Gamma'], ['Alpha none, not 1']]
  ])('%j', (headings, expected) => expect(defects(headings)).toEqual(expected))

  it('are judged of what stands in its place', () => {
    expect(defects(['3. Gamma', '1. Alpha', '2. Beta', '4. Delta'])).toEqual(['Gamma after Beta'])
    expect(defects(['9. Gamma', '1. Alpha', '2. Beta', '7. Delta'])).toEqual(['Gamma after Beta', 'Delta 7, not 3'])
    expect(defects(['9. Gamma', '1. Alpha', '2. Beta', '7. Delta'], false)).toEqual(['Gamma after Beta'])
  })

  it.each<[string[], string[]]>([
    [['2. Beta', '2.1 One', '2.2 Two'], []],
    [['3. Beta', '3.1 One', '3.2 Two'], []],
    [['2. Beta', '2.1 Two', '2.2 Three'], ['Two 2.1, not 2.2']],
    [['3. Beta', '2.1 One', '3.2 Two'], []],
    [['3. Beta', '4.1 One', '3.2 Two'], ['One 4.1, not 3.1']],
    [['2. Beta', '2.1 One', '2.4 Two'], ['Two 2.4, not 2.2']],
    [['2. Beta', '2.1 One', 'Two', '2.3 Three'], ['Two none, not 2.2']],
    [['Beta', '2.1 One', '3.2 Two'], ['Two 3.2, not 2.2']]
  ])('below another: %j', (headings, expected) => expect(defects(headings, true, 'beta')).toEqual(expected))
})

it.each<[number[], number[]]>([
  [[], []],
  [[3], [3]],
  [
    [1, 2, 3],
    [1, 2, 3]
  ],
  [[3, 2, 1], [1]],
  [
    [2, 1, 4, 3, 5],
    [1, 3, 5]
  ],
  [
    [5, 1, 6, 2, 7, 3],
    [1, 2, 3]
  ],
  [[1, 1, 1], [1]],
  [
    [4, 5, 1, 6, 2],
    [4, 5, 6]
  ]
])('the longest run of %j that rises', (values, run) =>
  expect(longestIncreasing(values).map(i => values[i])).toEqual(run)
)
