/** Identifiers of units in units, and too few options or items, in profiles of one's own. */
import { describe, expect, it } from 'vitest'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { inOneSection } from './one-section.ts'

const found = (units: UnitSpec, ...lines: string[]): string[] =>
  inOneSection({ units }, lines).map(({ message, help }) => `${message} → ${help}`)

describe('criteria AC-1.1 below stories ST-01', () => {
  const units: UnitSpec = {
    role: 'story',
    form: 'heading',
    id: { shape: 'ST-##' },
    units: { role: 'criterion', form: 'item', id: { shape: 'AC-#.#' } }
  }

  it('stand below the story of their number, however wide it is written', () =>
    expect(
      found(units, '### ST-01: Boats', '', '- AC-1.1: they float', '', '### ST-02: Piers', '', '- AC-2.1: they stand')
    ).toEqual([]))

  it('are told below another, and what is asked for is right', () => {
    const first = ['### ST-01: Boats', '', '- AC-1.1: they float', '', '### ST-02: Piers', '']
    expect(found(units, ...first, '- AC-1.2: they stand')).toEqual([
      'Expected criterion AC-1.2 below ST-01, found below ST-02 → Move it below ST-01, or number it AC-2.N'
    ])
    expect(found(units, ...first, '- AC-2.1: they stand')).toEqual([])
  })
})

it('tasks T1.1 stand below the milestone of that number, which has no identifier', () => {
  const units: UnitSpec = {
    role: 'milestone',
    form: 'heading',
    words: ['Milestone'],
    number: 1,
    units: { role: 'task', form: 'box', id: { shape: 'T#.#', required: true } }
  }
  const text = ['### Milestone 1: Boats', '', '- [ ] T1.1 Float them', '', '### Milestone 2: Piers', '']
  expect(found(units, ...text, '- [ ] T2.1 Sink them')).toEqual([])
  expect(found(units, ...text, '- [ ] T1.2 Sink them')).toEqual([
    'Expected task T1.2 below 1, found below 2 → Move it below 1, or number it T2.N'
  ])
})

it('too few items of a field: how many there must be is said', () => {
  const units: UnitSpec = {
    role: 'milestone',
    form: 'heading',
    words: ['Milestone'],
    number: 1,
    fields: [{ label: 'Exit criteria', required: true, kind: 'list', content: [{ kind: 'list', min: 2 }] }]
  }
  const text = ['### Milestone 1: Boats', '', '**Exit criteria**:', '', '- They float']
  expect(found(units, ...text)).toEqual([
    'Expected at least 2 items under "Exit criteria" in "Boats" → Write at least 2 items there'
  ])
  expect(found(units, ...text, '- They are dry')).toEqual([])
})

it.each([
  ['A', '### Option A: Wait', 'Option B: …', '### Option B: Go'],
  [1, '### Option 1: Wait', 'Option 2: …', '### Option 2: Go']
] as const)('options numbered by %s: the next is named, and then there are enough', (number, one, title, two) => {
  const units: UnitSpec = {
    role: 'option',
    counts: 'alternative',
    form: 'heading',
    words: ['Option'],
    number,
    min: 2
  }
  const text = [one, '', 'It costs a year.', '']
  expect(found(units, ...text)).toEqual([
    `Missing alternatives in "Foo": found 1, expected at least 2 → Write each option under a heading of its own, "${title}", with its trade-offs`
  ])
  expect(found(units, ...text, two, '', 'It costs a boat.')).toEqual([])
})

describe('milestones that are to be numbered through, with tasks T1.2', () => {
  const units: UnitSpec = {
    role: 'milestone',
    words: ['Milestone'],
    number: 1,
    units: { role: 'task', form: 'box', id: { shape: 'T#.#' } }
  }
  const doubts = (...lines: string[]): string[] =>
    inOneSection({ units }, lines).flatMap(({ related = [] }) =>
      related.map(({ place, message }) => `${place.start.line} ${message}`)
    )

  it('are named by the first number of these, and not by the second', () => {
    const first = ['### Milestone 1: Boats', '', '- [ ] T1.1 Build', '- [ ] T1.2 Float, after T1.1', '']
    expect(doubts(...first, '### Milestone 3: Piers', '', '- [ ] T3.1 Build')).toEqual([
      '12 What is said of "T3.1" would change: --fix renumbers nothing'
    ])
    expect(doubts(...first, '### Milestone 3: Piers', '', 'They stand.')).toEqual([])
  })
})
