import type { BoundSection, Unit } from '../../src/plan/bind-types.ts'
import { firstTitle } from '../../src/profiles/units.ts'
import { normalise } from '../../src/outline/text.ts'

/** What the first unit of a section should be called and is not: it comes later (`unit`), or not at all. */
interface FirstUnitDefect {
  title: string
  name: string
  first: Unit
  unit?: Unit
}

/** Checks the title that the profile gives to the first of a section's units. */
export function firstUnitDefect(section: BoundSection): FirstUnitDefect | undefined {
  const [first] = section.units
  const title = first && firstTitle(first.spec)
  if (!first || title === undefined || isCalled(first, title)) return undefined
  const unit = section.units.find(other => isCalled(other, title))
  return { title, name: first.spec.role, first, ...(unit ? { unit } : {}) }
}

/** Every word of the title, in whatever form: "Identify the affected tests". */
function isCalled(unit: Unit, title: string): boolean {
  const words = new Set(normalise(unit.name).split(' '))
  return normalise(title)
    .split(' ')
    .every(word => words.has(word))
}
