import type { Content } from '../outline/content.ts'
import { coverOf } from '../outline/cover.ts'
import type { Span } from '../outline/types.ts'
import { ownUnitSpecs } from '../profiles/units.ts'
import type { BoundSection, Unit } from './bind-types.ts'
import { bindUnits } from './units/units.ts'

/** Units of inner sections that are not there, known by their identifiers: requirements right below "Requirements". */
export function orphanUnits(section: BoundSection, body: Span, content: Content): Unit[] {
  const specs = section.children
    .filter(({ part }) => !part)
    .flatMap(({ spec }) => ownUnitSpecs(spec))
    .filter(({ id }) => id?.shape !== undefined)
  if (specs.length === 0) return []
  const taken = section.children.flatMap(({ part, span, further, duplicates }) =>
    part ? [span, ...[...further, ...duplicates].map(again => again.span)] : []
  )
  const isTaken = coverOf(taken)
  return (
    specs
      .flatMap(spec => bindUnits(spec, section, body, content, { taken }))
      .filter(({ lead, part }) => lead?.id !== undefined && !isTaken(part.span.start))
      // Where several that lack would hold it, it is of the first.
      .filter((unit, index, all) => all.findIndex(other => other.span.start === unit.span.start) === index)
  )
}
