import { ownUnitSpecs } from '../../profiles/units.ts'
import type { SectionSpec } from '../../profiles/schema.ts'
import { titleNames } from '../../outline/title.ts'
import type { Part } from '../../outline/types.ts'
import { isUnitTitle } from './holders.ts'
import { titlesOf } from './near-titles.ts'

/**
 * The document's title, where it goes by a section's name and is none: "# Backlog" above "## Immediate priorities". It stands alone at its level above
 * sections of the profile, or above another heading that holds the units of its section; where these stand right below it, it is that section.
 */
export function titleOfPlan(headings: readonly Part[], specs: readonly SectionSpec[]): Part | undefined {
  const [first, ...others] = headings
  if (!first || first.level !== 1 || others.some(({ level }) => level <= 1)) return undefined
  const goesBy = (part: Part): SectionSpec | undefined =>
    specs.find(spec => titleNames(part).some(name => titlesOf(spec).includes(name)))
  const spec = goesBy(first)
  const isSection = (part: Part): boolean => {
    const other = part.ordinal?.word === undefined ? goesBy(part) : undefined
    return other !== undefined && (other !== spec || titleNames(part).includes(titlesOf(other)[0]!))
  }
  if (!spec) return undefined
  const holds = ({ children }: Part): boolean =>
    children.some(part => ownUnitSpecs(spec).some(unit => isUnitTitle(part, unit)))
  if (!others.some(isSection) && !(spec.or === 'any-heading' && others.some(holds))) return undefined
  return holds(first) ? undefined : first
}
