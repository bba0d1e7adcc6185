/** Numbers of sections that the profile leaves to the plan. */
import { describe, expect, it } from 'vitest'
import type { Small } from './small.ts'
import { told, toldInFull } from './small.ts'

const profile: Small = {
  sections: ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'].map(title => ({ id: title.toLowerCase(), title }))
}

const plan = (...titles: string[]): string[] => ['# A plan', ...titles.flatMap(title => [`## ${title}`, 'Text.'])]
const judge = (...titles: string[]): string[] => told('required-sections', profile, ...plan(...titles))

describe('numbers of its own', () => {
  it.each<[string, string[], string[]]>([
    ['in order', ['1. Alpha', '2. Beta', '3. Gamma', '4. Delta', '5. Epsilon'], []],
    ['from nought', ['0. Alpha', '1. Beta', '2. Gamma', '3. Delta', '4. Epsilon'], []],
    ['doubled', ['1. Alpha', '2. Beta', '3. Gamma', '4. Delta', '4. Epsilon'], ['10 "Epsilon" 4, 5']],
    ['doubled, and counted on', ['1. Alpha', '2. Beta', '2. Gamma', '3. Delta', '4. Epsilon'], ['6 "Gamma" 2, 3']],
    ['with a hole', ['1. Alpha', '2. Beta', '4. Gamma', '5. Delta', '6. Epsilon'], ['6 "Gamma" 4, 3']],
    ['swapped', ['1. Alpha', '3. Beta', '2. Gamma', '4. Delta', '5. Epsilon'], ['6 "Gamma" 2, 3']],
    ['of a section besides', ['1. Alpha', '2. Beta', '3. Other', '4. Gamma', '5. Delta', '6. Epsilon'], []],
    ['with one left out', ['1. Alpha', '2. Beta', 'Gamma', '4. Delta', '5. Epsilon'], []],
    ['with one that does not count', ['1. Alpha', '2. Beta', 'Notes', '3. Gamma', '4. Delta', '5. Epsilon'], []],
    ['of few', ['1. Alpha', '5. Beta', 'Gamma', 'Delta', 'Epsilon'], []]
  ])('%s', (_, titles, expected) => {
    expect(judge(...titles)).toEqual(
      expected.map(each =>
        each.replace(/(\d+) (".*") (\d+), (\d+)/, '$1:1 (warning) Section $2 numbered $3, expected $4')
      )
    )
  })

  it('are those of the profile, or without a hole, where a section may be left out', () => {
    const given: Small = {
      sections: ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'].map((title, at) => ({
        id: title.toLowerCase(),
        title,
        number: `${at + 1}`,
        ...(title === 'Delta' ? { required: false as const } : {})
      }))
    }
    const found = (...titles: string[]): string[] => told('required-sections', given, ...plan(...titles))
    expect(found('1. Alpha', '2. Beta', '3. Gamma', '5. Epsilon', '6. Zeta')).toEqual([])
    expect(found('1. Alpha', '2. Beta', '3. Gamma', '4. Epsilon', '5. Zeta')).toEqual([])
    expect(found('1. Alpha', '2. Beta', '3. Gamma', '6. Epsilon', '7. Zeta')).toHaveLength(1)
    expect(found('1. Alpha', '2. Beta', '3. Gamma', '4. Delta', '6. Epsilon', '7. Zeta')).toHaveLength(1)
  })

  it('say no more than that a section is missing, or out of order', () => {
    expect(judge('1. Alpha', '2. Beta', '4. Delta', '5. Epsilon')).toEqual([expect.stringMatching(/Missing section/)])
    expect(judge('1. Alpha', '2. Beta', '4. Delta', '3. Gamma', '5. Epsilon')).toEqual([
      expect.stringMatching(/out of order/)
    ])
  })

  it('tell of a swap once, with both', () => {
    expect(
      toldInFull('required-sections', profile, ...plan('1. Alpha', '3. Beta', '2. Gamma', '4. Delta', '5. Epsilon'))
    ).toMatchObject([{ help: 'Number it 3, and "Beta" 2, or leave the numbers out', related: ['4: "Beta" has 3'] }])
  })
})
