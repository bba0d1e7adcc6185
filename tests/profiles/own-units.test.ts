/** Units of profiles of one's own: by which word, number or identifier they are known, wherever they stand. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { inOneSection } from './one-section.ts'

const found = (units: UnitSpec, ...lines: string[]): string[] =>
  inOneSection({ units }, lines).map(({ message, help, place }) => `${place.start.line} ${message} → ${help}`)

describe('letters behind a word of its own', () => {
  const units: UnitSpec = { role: 'suite', words: ['Suite'], number: 'A', min: 2 }

  it('count as they do behind the usual ones', () => {
    expect(found(units, '### Suite A: Seats', '', 'One.', '', '### Suite B: Bills', '', 'Two.')).toEqual([])
    expect(found(units, '### Suite A: Seats', '', 'One.', '', '### Suite C: Invoices', '', 'Two.')).toEqual([
      '9 Missing suite B: C follows A → Renumber it to B, or add the missing suite'
    ])
  })

  it('are none where a sentence goes on', () =>
    expect(found({ ...units, min: 0 }, '### Suite a family would book', '', 'One.')).toEqual([]))
})

describe('titles that begin with an identifier', () => {
  const units: UnitSpec = { role: 'wave', form: ['heading', 'bold'], id: { shape: 'W#', required: true }, min: 2 }

  it.each([
    ['headings', ['### W1 Rehearsal', '', 'One.', '', '### W2: Cut-over', '', 'Two.']],
    ['bold lines', ['**W1 Rehearsal**', '', 'One.', '', '**W2 Cut-over**', '', 'Two.']]
  ])('are units, whatever stands behind it: %s', (_, lines) => expect(found(units, ...lines)).toEqual([]))

  it('are asked for as such', () =>
    expect(found(units, '### Rehearsal', '', 'One.')).toEqual([
      '3 Missing waves in "Foo" → Write each wave under a title of its own, with its identifier: "W1 …"'
    ]))
})

describe('rows whose first cell is an identifier', () => {
  const rows = (...cells: string[]): string[] => [
    '| Id | Name |',
    '| --- | --- |',
    ...cells.map(cell => `| ${cell} | x |`)
  ]
  const fields = [{ label: 'Name', required: true }]
  const listed = (required?: true): UnitSpec => ({
    role: 'signature',
    form: 'row',
    id: { shape: ['DBA', 'Sec'], ...(required && { required }) },
    fields
  })

  it('are each there, of names that are listed and required', () => {
    expect(found(listed(true), ...rows('Sec', 'DBA'))).toEqual([])
    expect(found(listed(true), ...rows('DBA'))).toEqual([
      '3 Missing signatures in "Foo": found 1, expected at least 2 → Write each signature as a row of a table that begins with "Sec"'
    ])
    expect(found({ ...listed(true), min: 1 }, ...rows('DBA'))).toEqual([])
    expect(found(listed(), ...rows('DBA'))).toEqual([])
  })

  it('are given one of the names that are left', () => {
    expect(found(listed(true), ...rows('DBA', 'Legal'))).toEqual([
      '8 Missing identifier on signature "Legal" → Begin it with an identifier: Sec'
    ])
    expect(found(listed(true), ...rows('DBA', 'Sec', 'Legal'))).toEqual([
      '9 Missing identifier on signature "Legal" → Take it out: each of those that are listed is there'
    ])
  })

  it('are told where they have nearly its shape', () => {
    const units: UnitSpec = { role: 'decision', counts: 'part', form: 'row', id: { shape: 'D-##' }, fields }
    expect(found(units, ...rows('D-01', 'D2', 'Total', 'D-2.1'))).toEqual([
      '8 Missing identifier on decision "D2" → Begin it with an identifier: D-02'
    ])
    expect(found(units, ...rows('D-01', 'D-02', 'd1'))).toEqual([
      '9 Missing identifier on decision "d1" → Begin it with an identifier: D-03'
    ])
  })
})

describe('a checklist that means something', () => {
  const told = (status: string, means: 'list' | 'item', boxes: string): string[] =>
    lintText(`# M\n\n**Status**: ${status}\n\n## Exit\n\n- [${boxes[0]!}] One\n- [${boxes[1]!}] Two\n`, {
      options: { profile: 'm' },
      profiles: [
        {
          name: 'm',
          title: 'M',
          summary: 'm',
          fields: [
            { label: 'Status', kind: 'enum', values: { Idea: 'draft', Draft: 'draft', Going: 'active', Done: 'done' } }
          ],
          sections: [
            {
              id: 'exit',
              title: 'Exit',
              checklist: means === 'list' ? { means: 'done' } : { items: [{ text: 'One', means: 'done' }, 'Two'] }
            }
          ]
        }
      ]
    }).findings.map(({ message }) => message)

  it.each<[string, 'list' | 'item', string, string[]]>([
    ['Draft', 'list', 'xx', ['Conflicting status: every box of "Exit" is ticked while status is Draft']],
    ['Going', 'list', 'xx', ['Conflicting status: every box of "Exit" is ticked while status is Going']],
    ['Done', 'list', 'xx', []],
    ['Going', 'list', 'x ', []],
    ['Draft', 'item', 'x ', ['Conflicting tick on "One" while status is Draft']],
    ['Draft', 'item', 'xx', ['Conflicting tick on "One" while status is Draft']],
    ['Going', 'item', 'xx', ['Conflicting tick on "One" while status is Going']],
    ['Done', 'item', 'xx', []]
  ])('is told while the status says less: %s, %s, %s', (status, means, boxes, messages) => {
    expect(told(status, means, boxes)).toEqual(messages)
  })
})

describe('a unit at another level than the profile says', () => {
  const units: UnitSpec = { role: 'step', counts: 'part', words: ['Step'], level: 3, number: 1, min: 1 }
  const said = (written: string): string =>
    `9 Expected "### Step 2: Rows", found "${written}": tools pass over it → Write "### Step 2: Rows"`
  const text = (second: string): string[] => ['### Step 1: Seats', '', 'One.', '', second, '', 'Two.']

  it.each(['#### Step 2: Rows', '##### Step 2: Rows', '- Step 2: Rows'])('is told once: %s', written =>
    expect(found(units, ...text(written))).toEqual([said(written)])
  )

  it('is told without a number that counts, and by an identifier', () => {
    const { number: _, ...free } = units
    expect(found(free, ...text('#### Step 2: Rows'))).toEqual([said('#### Step 2: Rows')])
    const cases: UnitSpec = { role: 'case', form: 'any-heading', level: 4, id: { shape: 'TC-###' } }
    expect(found(cases, '#### TC-001 Seats', '', 'One.', '', '##### TC-002 Rows', '', 'Two.')).toEqual([
      '9 Expected "#### TC-002 Rows", found "##### TC-002 Rows": tools pass over it → Write "#### TC-002 Rows"'
    ])
  })

  it('is none where it speaks of one that is there, or of none of these', () =>
    expect(
      found(
        units,
        '### Step 1: Seats',
        '',
        '- Step 1: see below',
        '- Step 7: Rows',
        '',
        '#### Step 1 notes',
        '',
        'One.'
      )
    ).toEqual([]))
})
