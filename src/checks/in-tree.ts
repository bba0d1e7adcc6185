import { treeDemand } from '../profiles/fields.ts'
import type { Plan } from '../plan/bind-types.ts'
import { filesOf } from '../plan/files/mentions.ts'
import type { BrokenFence } from '../outline/types.ts'

/** Is a broken fence a section's file tree? Then the rule for trees speaks of it. Where none is demanded, it is one where a tree is drawn in it. */
export function isInTree({ region }: BrokenFence, plan: Plan): boolean {
  return plan.allSections.some(({ part, spec, span }) => {
    const demand = part && treeDemand(spec)
    if (!demand || region.start < span.start || region.start >= span.end) return false
    return demand.required !== false || filesOf(plan).trees.some(({ place }) => place.start.offset === region.start)
  })
}
