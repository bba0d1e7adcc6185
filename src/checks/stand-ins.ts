import type { BoundSection, Plan } from '../plan/bind-types.ts'
import type { SectionSpec } from '../profiles/schema.ts'

/** Sections of which one will do: those that a section may stand for, and that may stand for it. */
export function standIns(spec: SectionSpec, { allSections }: Plan): BoundSection[] {
  const lists = allSections
    .map(section => [section.spec.title, ...namedIn(section.spec)])
    .filter(titles => titles.length > 1 && titles.includes(spec.title))
  return allSections.filter(section => section.spec !== spec && lists.some(list => list.includes(section.spec.title)))
}

function namedIn({ or }: SectionSpec): readonly string[] {
  return typeof or === 'object' ? [or.title ?? []].flat() : []
}
