/** Headings that are units of a profile of one's own by the identifier that they begin with. */
import { expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'

const found = (given: Partial<SectionSpec>, ...titles: string[]): string[] => {
  const body = titles.map(title => `### ${title}\n\nIt is driven by hand.`).join('\n\n')
  return lintText(`# M\n\n## Foo\n\n${body}\n`, {
    options: { profile: 'm' },
    profiles: [{ name: 'm', title: 'M', summary: 'm', sections: [{ id: 'foo', title: 'Foo', ...given }] }]
  }).findings.map(({ place, message, help }) => `${place.start.line} ${message} → ${help}`)
}

const story = { role: 'story', form: 'heading', id: { shape: 'ST-##', required: true } } as const

it('one of them without is told, once', () =>
  expect(found({ units: story }, 'ST-01 Pumps', 'Piers', 'ST-03 Boats')).toEqual([
    '9 Missing identifier on story "Piers" → Begin it with an identifier: ST-04'
  ]))

it('nothing is said where something else may stand there', () => {
  const notes = { id: 'notes', title: 'Notes', required: false }
  expect(found({ units: story, sections: [notes] }, 'ST-01 Pumps', 'ST-02 Boats', 'Notes')).toEqual([])
  expect(found({ units: story, fields: [{ label: 'Remarks' }] }, 'ST-01 Pumps', 'ST-02 Boats', 'Remarks')).toEqual([])
  expect(found({ units: { ...story, id: { shape: 'ST-##' } } }, 'ST-01 Pumps', 'ST-02 Boats', 'Piers')).toEqual([])
  expect(found({ units: story }, 'Overview', 'ST-01 Pumps', 'ST-02 Boats')).toEqual([])
  expect(found({ units: story }, 'ST-01 Pumps', 'Costs')).toEqual([])
})

it('they are as many as there are, and referred to', () => {
  const units = { ...story, min: 2 }
  expect(found({ units }, 'ST-01 Pumps', 'ST-02 Boats')).toEqual([])
  expect(found({ units }, 'ST-01 Pumps')).toEqual([expect.stringContaining('found 1, expected at least 2')])
})
