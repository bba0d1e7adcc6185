/** A plan by a profile of the test's own, for the functions that read the model. */
import type { Plan } from '../../src/plan/bind-types.ts'
import type { Span } from '../../src/outline/types.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import type { Place } from '../../src/types.ts'
import { ownProfile, planBy } from './own-plan.ts'

export function planned(text: string, more: Partial<Profile> = {}): Plan {
  return planBy(ownProfile({ sections: [{ id: 'goal', title: 'Goal' }], ...more }), text)
}

/** All of a plan. */
export function whole(plan: Plan): Span {
  return { start: 0, end: plan.outline.source.length }
}

/** What stands at a place. */
export function at({ start, end }: Place, plan: Plan): string {
  return plan.outline.source.slice(start.offset, end.offset)
}
