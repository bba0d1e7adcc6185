/** Fields of a unit whose inner units are items: a labelled item is the field, wherever it stands among them. */
import { describe, expect, it } from 'vitest'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import { inOneSection } from './one-section.ts'

const judged = (section: Omit<SectionSpec, 'id' | 'title'>, lines: readonly string[]): string[] =>
  inOneSection(section, lines).map(({ message, place }) => `${place.start.line} ${message}`)

const remedies: SectionSpec['units'] = {
  role: 'remedy',
  form: 'item',
  id: { shape: 'R#.#', required: true },
  min: 1,
  fields: [{ label: 'Owner' }]
}

const risks: Omit<SectionSpec, 'id' | 'title'> = {
  units: {
    role: 'risk',
    form: 'heading',
    id: { shape: 'K#', required: true },
    fields: [
      { label: 'Weight', required: true },
      { label: 'Owner', required: true }
    ],
    units: remedies
  }
}

describe('a list item that begins with a label of the unit around it', () => {
  it.each([
    ['bold, before a line of text', ['- **Weight**: high', '- **Owner**: Ana', '', 'What we do:', '', '- R1.1 Retry']],
    ['plain', ['- Weight: high', '- Owner: Ana', '', 'What we do:', '', '- R1.1 Retry']],
    ['in the list of the units', ['- Weight: high', '- R1.1 Retry', '- R1.2 Wait', '- **Owner:** Ana']],
    ['in a numbered list', ['1. Weight: high', '2. **Owner**: Ana', '3. R1.1 Retry']],
    ['in another kind of list', ['* Weight: high', '* Owner: Ana', '', '1. R1.1 Retry', '2. R1.2 Wait']],
    ['with what stands in a label of its own', ['- Weight: high', '', '**Owner**: Ana', '', '- R1.1 Retry']]
  ])('is that field: %s', (_, lines) => expect(judged(risks, ['### K1 Queue', '', ...lines])).toEqual([]))

  it('leaves what an inner unit has of the name to that one', () =>
    expect(judged(risks, ['### K1 Queue', '', '- Weight: high', '- R1.1 Retry', '  - Owner: Ben'])).toEqual([
      '5 Missing "Owner" in "Queue"'
    ]))

  it('takes no item with another label', () =>
    expect(judged(risks, ['### K1 Queue', '', '- Weight: high', '- Owner: Ana', '- R1.1 Retry', '- Note: x'])).toEqual([
      '10 Missing identifier on remedy "Note: x"'
    ]))

  it('leaves lines with an identifier as units of a list that is none', () =>
    expect(judged(risks, ['### K1 Queue', '', '- Weight: high', '- Owner: Ana', '', 'R1.1 Retry'])).toEqual([]))
})

it('is a field of the section whose units are items', () =>
  expect(
    judged({ fields: [{ label: 'Owner', required: true }], units: remedies }, ['- Owner: Ana', '- R1.1 Retry'])
  ).toEqual([]))
