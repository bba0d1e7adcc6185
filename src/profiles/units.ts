import { once } from '../util/once.ts'
import type { Profile, SectionSpec, UnitSpec } from './schema.ts'

/** Whatever holds units: the document, a section, a unit. */
interface UnitHolder {
  units?: UnitSpec | UnitSpec[] | undefined
}

/** The kinds of units that a holder repeats: a profile names one, or lists several. */
export const unitSpecs: (holder: UnitHolder) => readonly UnitSpec[] = once(({ units }) =>
  units === undefined ? [] : [units].flat()
)

/** What a unit is to the rules: what it counts as, else what it is called. */
export function kindOf({ role, counts }: Pick<UnitSpec, 'role' | 'counts'>): string {
  return counts ?? role
}

/** Every kind of unit of a profile: of the document, of sections, those inside of units and of inner sections included. */
export const allUnitSpecs: (profile: Pick<Profile, 'sections' | 'units'>) => readonly UnitSpec[] = once(profile => [
  ...withInner(profile),
  ...profile.sections.flatMap(unitsOfSection)
])

function unitsOfSection(section: SectionSpec): UnitSpec[] {
  return [...withInner(section), ...(section.sections ?? []).flatMap(unitsOfSection)]
}

function withInner(holder: UnitHolder): UnitSpec[] {
  return unitSpecs(holder).flatMap(unit => [unit, ...withInner(unit)])
}

/** The numbers that the first unit may have; the first of them is the usual one. */
export function startsOf({ start = 1 }: Pick<UnitSpec, 'start'>): readonly [number, ...number[]] {
  const [first = 1, ...others] = [start].flat()
  return [first, ...others]
}
