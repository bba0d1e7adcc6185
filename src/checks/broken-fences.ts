import { treeDemand } from '../profiles/fields.ts'
import type { Plan } from '../plan/bind-types.ts'
import type { BrokenFence } from '../outline/types.ts'

/** Is a broken fence a section's file tree? Then the rule for trees speaks of it. */
export function isInTree({ region }: BrokenFence, plan: Plan): boolean {
  return plan.allSections.some(
    ({ part, spec, span }) => part && treeDemand(spec) && region.start >= span.start && region.start < span.end
  )
}
