/** Rows of a table as units of a profile of one's own: what their table lacks is told of it, once. */
import { describe, expect, it } from 'vitest'
import type { FieldSpec, SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'
import { inOneSection } from './one-section.ts'

const fields: FieldSpec[] = [
  { label: 'Owner', aliases: ['Who'], required: true },
  { label: 'Impact', required: true, kind: 'enum', values: ['high', 'low'] },
  { label: 'Note' }
]
const risks: UnitSpec = { role: 'risk', form: 'row', id: { shape: 'R#', required: true }, min: 2, fields }

const found = (units: UnitSpec, ...lines: string[]): string[] => foundIn({ units }, lines)

const foundIn = (spec: Partial<SectionSpec>, lines: readonly string[]): string[] =>
  inOneSection(spec, lines, 'Risks').map(
    ({ place, severity, message, help }) => `${place.start.line} ${severity}: ${message} → ${help}`
  )

const table = (head: string, ...rows: string[]): string[] => [head, head.replace(/[^|]+/g, ' --- '), ...rows]

describe('a table that is demanded', () => {
  const content: SectionSpec['content'] = [{ kind: 'table', columns: ['Owner', 'Impact'] }]

  it('is told when it is gone, not that its rows are, too', () =>
    expect(foundIn({ units: risks, content }, ['All is well.'])).toEqual([
      expect.stringMatching(/^3 error: Missing table .*"Risks" → /)
    ]))

  it('holds as many rows as there must be', () =>
    expect(foundIn({ units: risks, content }, table('| Id | Owner | Impact |', '| R1 | @a | low |'))).toEqual([
      expect.stringContaining('Missing risk')
    ]))
})

describe('a column that rows need', () => {
  it('is fine where it is there, by any of its names', () =>
    expect(
      found(risks, ...table('| Id | Risk | Who | Impact |', '| R1 | Fire | @a | high |', '| R2 | Flood | @b | low |'))
    ).toEqual([]))

  it('is missing once, at the head of the table', () =>
    expect(found(risks, ...table('| Id | Risk | Impact |', '| R1 | Fire | high |', '| R2 | Flood | low |'))).toEqual([
      '5 error: Missing column "Owner" in the table of "Risks" → Add a column "Owner"'
    ]))

  it('is misspelt once, with what was meant', () =>
    expect(
      found(risks, ...table('| Id | Ownr | Impact |', '| R1 | @a | high |', '| R2 | @b | low |', '| R3 | @c | low |'))
    ).toEqual(['5 error: Unknown column "Ownr" in the table of "Risks", expected "Owner" → Call it "Owner"']))

  it('is missing of several, and what stands in the others is judged', () =>
    expect(found(risks, ...table('| Id | Impact |', '| R1 | high |', '| R2 | huge |'))).toEqual([
      '5 error: Missing column "Owner" in the table of "Risks" → Add a column "Owner"',
      expect.stringContaining('Unknown value "huge" for "Impact"')
    ]))

  it('is missing though the table has none of them, where rows are all that there may be', () =>
    expect(found(risks, ...table('| Id | Risk |', '| R1 | Fire |', '| R2 | Flood |'))).toHaveLength(2))

  it('weighs as its field does', () =>
    expect(
      found(
        { ...risks, fields: [{ label: 'Owner', required: 'warning' }] },
        ...table('| Id | Risk |', '| R1 | Fire |', '| R2 | Flood |')
      )
    ).toEqual(['5 warning: Missing column "Owner" in the table of "Risks" → Add a column "Owner"']))

  it('may be another that does for it', () => {
    const either: FieldSpec[] = [
      { label: 'Owner', required: true, or: ['Team'] },
      { label: 'Team', required: true }
    ]
    expect(found({ ...risks, fields: either }, ...table('| Id | Team |', '| R1 | pumps |', '| R2 | piers |'))).toEqual(
      []
    )
  })

  it('is not sought in a table that is another one', () => {
    const tests = table('| Risk | Test |', '| R1 | drill |', '| R2 | drill |')
    const whole = table('| Id | Owner | Impact |', '| R1 | @a | high |', '| R2 | @b | low |')
    expect(found(risks, ...whole, '', ...tests)).toEqual([])
    expect(found({ ...risks, form: ['item', 'row'] }, '- R1: fire', '- R2: flood', '', ...tests)).toEqual(
      found({ ...risks, form: ['item', 'row'] }, '- R1: fire', '- R2: flood')
    )
  })

  it('is told of rows by its cell where a row leaves it blank', () =>
    expect(found(risks, ...table('| Id | Owner | Impact |', '| R1 | | high |', '| R2 | @b | low |'))).toEqual([
      '7 error: Missing "Owner" in "R1" → Write it in the column "Owner"'
    ]))
})

describe('a table that each unit is to hold', () => {
  const objective: UnitSpec = {
    role: 'objective',
    words: ['Objective'],
    number: 1,
    content: [{ kind: 'table', columns: ['Result', 'State'], values: { State: ['open', 'met'] } }]
  }
  const held = (...rows: string[]): string[] =>
    found(objective, '### Objective 1: Calm', '', 'We sleep.', '', ...table('| Result | State |', ...rows))

  it('is fine with what its columns ask for', () => expect(held('| No alarms | met |')).toEqual([]))

  it('is judged by row and cell, as that of a section is', () => {
    expect(held('| No alarms | maybe |')).toEqual([expect.stringContaining('Unknown value "maybe"')])
    expect(held('| No alarms | |')).toEqual([expect.stringMatching(/^11 warning: .*State/)])
    expect(held()).toEqual([expect.stringContaining('9 error')])
  })
})
