/** References into a section that is not there. */
import type { BoundSection, Plan } from '../../plan/bind-types.ts'
import { idsOf, refsOf, type IdReference } from '../../plan/units/ids.ts'
import { ownUnitSpecs } from '../../profiles/units.ts'

/** What refers to units that a missing section would declare, where nothing else declares any: all of it leads nowhere. */
export function homelessRefs({ spec, part }: BoundSection, plan: Plan): readonly IdReference[] {
  if (part) return []
  const declared = new Set(idsOf(plan).map(({ role }) => role))
  const roles = new Set(ownUnitSpecs(spec).flatMap(({ role }) => (declared.has(role) ? [] : [role])))
  return roles.size === 0 ? [] : refsOf(plan).filter(({ to }) => roles.has(to))
}
