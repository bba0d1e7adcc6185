/** A requirement says how much it binds, in the words of its format. */
import { describe, expect, test } from 'vitest'
import { demandSection, demandsHead } from './demand-section.ts'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const normative = { kind: 'normative' as const, words: ['SHALL', 'MUST'] }
const named: Small = { sections: [demandSection({ reach: 'next', content: [normative] })] }
const listed: Small = {
  sections: [
    {
      ...demandSection(),
      units: {
        role: 'demand',
        form: ['item'],
        number: false,
        id: { shape: 'D-###' },
        content: [{ ...normative, words: ['MUST', 'SHOULD', 'MAY'] }]
      }
    }
  ]
}

describe('below a heading', () => {
  const told = (...lines: string[]): string[] =>
    say('requirement-form', named, ...demandsHead, '### Demand: The bell rings', ...lines)

  test.each([
    [['The clock SHALL ring the bell.']],
    [['At noon it rings.', '', 'The clock MUST ring the bell.']],
    [['Die Uhr läutet die Glocke, wenn es zwölf ist.']]
  ])('%j binds', lines => {
    expect(told(...lines)).toEqual([])
  })

  test.each([
    ['no such word', ['The clock rings the bell at noon.']],
    ['the word in small letters', ['The clock shall ring the bell.']],
    ['the word in a fence alone', ['The clock rings the bell.', '', '```', 'it SHALL', '```']],
    ['the word below the next heading alone', ['The clock rings the bell.', '', '#### More', 'It SHALL be loud.']]
  ])('%s: told of at the heading', (_, lines) => {
    expect(told(...lines)).toEqual(['5:1 Missing SHALL or MUST in demand "The bell rings"'])
  })

  test('nothing: told of as empty, and of no word besides', () => {
    expect(told()).toEqual(['5:1 Missing text of demand "The bell rings"'])
    expect(told('', '#### More', 'The clock SHALL ring.')).toEqual(['5:1 Missing text of demand "The bell rings"'])
  })
})

describe('an item', () => {
  const told = (...lines: string[]): string[] => say('requirement-form', listed, ...demandsHead, ...lines)

  test.each([
    ['- **D-001**: The clock MUST ring the bell'],
    ['- D-001: The bell SHOULD be loud'],
    ['- **D-001**: La cloche sonne quand il est midi'],
    ['- An item without an identifier is none']
  ])('%s', line => {
    expect(told(line)).toEqual([])
  })

  test('without a word that binds is told of by its identifier', () => {
    expect(told('- **D-001**: The clock MUST ring', '- **D-002**: The bell is heard in the street')).toEqual([
      '6:3 Missing MUST, SHOULD or MAY in demand "D-002"'
    ])
  })

  test('that is its identifier alone has no text: how heavy that is, is the rule of empty things', () => {
    expect(toldInFull('requirement-form', listed, ...demandsHead, '- **D-001**:')).toEqual([
      { at: '5:3-5:13', message: '(warning) Missing text of demand "D-001"', help: 'Say what must hold' }
    ])
  })
})

test('a profile that only warns is a warning, and its hint is the help', () => {
  const mild = structuredClone(named)
  const demand = [mild.sections[0]!.units!].flat()[0]!.content![0]!
  Object.assign(demand, { required: 'warning', hint: 'Say SHALL' })
  expect(
    toldInFull('requirement-form', mild, ...demandsHead, '### Demand: The bell rings', 'The clock rings it.')
  ).toEqual([
    { at: '5:1-5:27', message: '(warning) Missing SHALL or MUST in demand "The bell rings"', help: 'Say SHALL' }
  ])
})
