/** Demands that depend on what a field says, and identifiers that are offered in place of one that is there twice. */
import { describe, expect, it } from 'vitest'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { inOneSection } from './one-section.ts'

const judged = (units: UnitSpec, ...lines: string[]): string[] =>
  inOneSection({ units }, lines).map(({ message, help, place }) => `${place.start.line} ${message} → ${help}`)

describe('a demand of units of which a field says something', () => {
  const risks = (kind?: 'enum'): UnitSpec => ({
    role: 'risk',
    form: 'heading',
    id: { shape: 'K#' },
    fields: [
      { label: 'Weight', aliases: ['Level'], ...(kind && { kind, values: ['low', 'high', 'very high'] }) },
      { label: 'Way out', required: true, where: { fields: { Weight: ['high'] } } }
    ]
  })
  const told = ['5 Missing "Way out" in "Queue" → Add **Way out**: …']

  it.each([
    ['alone', ['**Weight**: high']],
    ['above a paragraph', ['**Weight**: high', '', 'The queue is full at noon.']],
    ['above a list', ['**Weight**: high', '', '- Ask them', '- Wait']],
    ['in capitals', ['**Weight**: High']],
    ['with a remark', ['**Weight**: high (at noon)']],
    ['by another name of the field', ['**Level**: high']],
    ['in the line below the label', ['**Weight**:', '', 'high']]
  ])('is made of them however it is written: %s', (_, lines) => {
    expect(judged(risks('enum'), '### K1 Queue', '', ...lines)).toEqual(told)
    expect(judged(risks(), '### K1 Queue', '', ...lines)).toEqual(told)
  })

  it.each([['low'], ['very high'], ['higher']])('is made of no others: %s', value =>
    expect(judged(risks('enum'), '### K1 Queue', '', `**Weight**: ${value}`)).not.toContain(told[0])
  )

  it('is not made where an enum names several', () =>
    expect(judged(risks('enum'), '### K1 Queue', '', '**Weight**: low | high')).not.toContain(told[0]))

  it('may go by any name of the field', () => {
    const spec = risks('enum')
    const fields = [spec.fields![0]!, { ...spec.fields![1]!, where: { fields: { Level: ['high'] } } }]
    expect(judged({ ...spec, fields }, '### K1 Queue', '', '**Weight**: high')).toEqual(told)
  })
})

describe('an identifier that is there twice', () => {
  const kinds = (outer: string, inner: string): UnitSpec => ({
    role: 'risk',
    form: 'heading',
    id: { shape: outer },
    units: { role: 'remedy', form: 'item', id: { shape: inner } }
  })
  const offered = (units: UnitSpec, ...lines: string[]): (string | undefined)[] =>
    judged(units, ...lines).map(each => / may be (.+)$/.exec(each)?.[1])

  it('may be the next one of its own shape, whatever stands below it', () => {
    expect(offered(kinds('K#', 'R#.#'), '### K1 A', '', '- R1.1 x', '', '### K1 B', '', '- R1.2 y')).toEqual(['K2'])
    expect(offered(kinds('K-#', 'R-#.#'), '### K-1 A', '', '- R-1.1 x', '', '### K-1 B', '', '- R-1.2 y')).toEqual([
      'K-2'
    ])
  })

  it('may be the one that those below it go by', () =>
    expect(offered(kinds('K#', 'R#.#'), '### K1 A', '', '- R1.1 x', '', '### K1 B', '', '- R3.1 y')).toEqual(['K3']))

  it('keeps the letters of its shape below the number of what holds it', () =>
    expect(offered(kinds('K#', 'R#.#'), '### K1 A', '', '- R1.1 x', '- R1.1 y')).toEqual(['R1.2']))
})

describe('a remedy leads somewhere', () => {
  it('where the identifiers below a unit carry its number', () =>
    expect(
      judged(
        { role: 'stage', words: ['Stage'], number: 1, units: { role: 'check', form: 'box', id: { shape: '#.#' } } },
        '### Stage 1: A',
        '',
        '- [ ] 1.1 x',
        '',
        '### Stage 3: B',
        '',
        '- [ ] 3.1 y'
      )
    ).toEqual([
      '9 Missing stage 2: 3 follows 1 → Add the missing stage, or renumber it to 2, with the identifiers below it'
    ]))

  it('where something refers to an identifier that stands below another unit', () => {
    const units: UnitSpec = {
      role: 'risk',
      form: 'heading',
      id: { shape: 'K#' },
      fields: [{ label: 'See', refs: { remedy: 'R#.#' } }],
      units: { role: 'remedy', form: 'item', id: { shape: 'R#.#' } }
    }
    const lines = (see: string): string[] => [
      '### K1 A',
      '',
      `**See**: ${see}`,
      '',
      '- R1.1 x',
      '',
      '### K2 B',
      '',
      '- R1.2 y'
    ]
    const told = '13 Expected remedy R1.2 below K1, found below K2 → Move it below K1, or number it R2.N'
    expect(judged(units, ...lines('R1.1'))).toEqual([told])
    expect(judged(units, ...lines('R1.2'))).toEqual([`${told}, there and where it is referred to`])
  })
})
