/** Scenarios have a case and an outcome; what must have scenarios has them, where tools look. */
import { describe, expect, test } from 'vitest'
import { demandSection, demandsHead } from './demand-section.ts'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const profile: Small = {
  sections: [
    demandSection({
      reach: 'next',
      content: [{ kind: 'normative', words: ['SHALL/shall'] }],
      units: [
        {
          role: 'scenario',
          words: ['Scenario'],
          form: ['any-heading'],
          level: 4,
          number: false,
          min: 1,
          id: { from: 'name', in: [] },
          content: [{ kind: 'scenario', words: ['WHEN/when', 'THEN/then'] }]
        }
      ]
    })
  ]
}

const demand = [...demandsHead, '### Demand: The bell rings', 'The clock SHALL ring the bell.', '']
const scenario = ['#### Scenario: Noon', '- **WHEN** the hand stands at twelve', '- **THEN** the bell rings', '']
const told = (...lines: string[]): string[] => say('scenario', profile, ...demand, ...lines)

describe('a scenario', () => {
  test.each([
    [['- **WHEN** the hand stands at twelve', '- **THEN** the bell rings']],
    [['When the hand stands at twelve, then the bell rings.']],
    [['- GIVEN a clock', '- WHEN the hand stands at twelve', '- THEN the bell rings', '- AND the door opens']],
    [['- Wenn der Zeiger auf der Zwölf steht, läutet die Glocke']]
  ])('%j says enough', lines => {
    expect(told('#### Scenario: Noon', ...lines)).toEqual([])
  })

  test.each([
    ['THEN', '- **WHEN** the hand of the clock stands at twelve'],
    ['WHEN', '- **THEN** the bell of the clock rings'],
    ['WHEN" and "THEN', 'The bell of the clock is rung at noon.']
  ])('without "%s" is told of at its title', (word, line) => {
    expect(told('#### Scenario: Noon', line)).toEqual([`8:1 Missing "${word}" in scenario "Noon"`])
  })

  test('whose profile only warns is a warning', () => {
    const mild = structuredClone(profile)
    const [unit] = [mild.sections[0]!.units!].flat()
    ;[unit!.units!].flat()[0]!.content![0]!.required = 'warning'
    expect(say('scenario', mild, ...demand, '#### Scenario: Noon', 'The bell of the clock is rung at noon.')).toEqual([
      '8:1 (warning) Missing "WHEN" and "THEN" in scenario "Noon"'
    ])
  })

  test('of which there is only the title is empty: a warning beside another, an error alone', () => {
    expect(told(...scenario, '#### Scenario: Midnight')).toEqual(['12:1 (warning) Empty scenario "Midnight"'])
    expect(told('#### Scenario: Midnight')).toEqual(['8:1 Empty scenario "Midnight"'])
  })
})

describe('where tools pass over it', () => {
  test.each([
    ['another level', ['##### Scenario: Noon', '- WHEN it is noon', '- THEN the bell rings'], '8:1'],
    ['a bold line', ['**Scenario: Noon**', '', '- WHEN it is noon', '- THEN the bell rings'], '8:1'],
    ['an item', ['- Scenario: Noon', '  - WHEN it is noon', '  - THEN the bell rings'], '8:3'],
    ['an item in bold', ['- **Scenario: Noon**', '  - WHEN it is noon', '  - THEN the bell rings'], '8:3'],
    ['a line', ['Scenario: Noon', '', '- WHEN it is noon', '- THEN the bell rings'], '8:1']
  ])('%s is told of, and not that there is none', (_, lines, at) => {
    expect(told(...lines)).toEqual([`${at} Expected "#### Scenario: Noon", found "Scenario: Noon": tools pass over it`])
  })

  test('is told beside a scenario that is written well', () => {
    expect(told(...scenario, '- Scenario: Night', '  - WHEN it is night', '  - THEN the bell is still')).toEqual([
      '12:3 Expected "#### Scenario: Night", found "Scenario: Night": tools pass over it'
    ])
    expect(told(...scenario, 'It rings in each scenario: at noon, and at night.', '', '- scenario: loud')).toEqual([])
  })

  test('the help says how to write it', () => {
    expect(toldInFull('scenario', profile, ...demand, '##### Scenario: Noon', '- WHEN a', '- THEN b')[0]).toMatchObject(
      {
        help: 'Write it as a heading, "#### Scenario: Noon", with its steps below'
      }
    )
  })
})

test('what must have scenarios and has none is told of at its title', () => {
  expect(told()).toEqual(['5:1 Missing scenarios in demand "The bell rings"'])
  expect(told(...scenario)).toEqual([])
})

test('of a demand that has nothing at all, other rules speak', () => {
  expect(say('scenario', profile, '# A plan', '', '## Demands', '', '### Demand: The bell rings', '')).toEqual([])
})

test('bullets of a story that are like no scenario are something else, where other stories have scenarios', () => {
  const stories: Small = {
    sections: [
      {
        id: 'stories',
        title: 'Stories',
        units: {
          role: 'story',
          words: ['Story'],
          units: {
            role: 'scenario',
            form: ['item'],
            number: false,
            content: [{ kind: 'scenario', words: ['When', 'Then'] }]
          }
        }
      }
    ]
  }
  const lines = (...first: string[]): string[] => [
    '# A plan',
    '',
    '## Stories',
    '',
    '### Story 1: Ring',
    '',
    ...first,
    '',
    '### Story 2: Open',
    '',
    '- The door of the tower is stuck in the cold',
    '- The key to it is lost'
  ]
  expect(say('scenario', stories, ...lines('- When it is noon, then the bell rings'))).toEqual([])
  expect(say('scenario', stories, ...lines('- When it is noon, the bell of the tower rings'))).toEqual([
    '7:3 Missing "Then" in scenario "When it is noon, the bell of the tower rings"',
    '11:3 Missing "When" and "Then" in scenario "The door of the tower is stuck in the cold"',
    '12:3 Missing "When" and "Then" in scenario "The key to it is lost"'
  ])
})
