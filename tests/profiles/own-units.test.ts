/** Units of profiles of one's own: by which word, number or identifier they are known, wherever they stand. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'

const found = (units: UnitSpec, ...lines: string[]): string[] =>
  lintText(`# M\n\n## Foo\n\n${lines.join('\n')}\n`, {
    options: { profile: 'm' },
    profiles: [{ name: 'm', title: 'M', summary: 'm', sections: [{ id: 'foo', title: 'Foo', units }] }]
  }).findings.map(({ message, help, place }) => `${place.start.line} ${message} → ${help}`)

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
