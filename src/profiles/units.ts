import { once } from '../util/once.ts'
import type { SectionSpec, UnitSpec } from './schema.ts'

/** The kinds of units that a section holds: a profile names one, or lists several. */
export const unitSpecs: (spec: SectionSpec) => readonly UnitSpec[] = once(({ units }) =>
  units === undefined ? [] : [units].flat()
)

/** Every kind of unit in sections, those inside of units and of inner sections included. */
export function allUnitSpecs(sections: readonly SectionSpec[]): UnitSpec[] {
  return sections.flatMap(section => [
    ...unitSpecs(section).flatMap(unit => (unit.units ? [unit, unit.units as UnitSpec] : [unit])),
    ...allUnitSpecs(section.sections ?? [])
  ])
}
