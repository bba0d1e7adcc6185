/** A plan by a profile of the test's own, for the functions that read the model. */
import { parsePlan } from '../../src/parse/parse.ts'
import { bindPlan } from '../../src/plan/bind.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { outlineOf } from '../../src/plan/outline.ts'
import type { Span } from '../../src/plan/types.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import { vocabularyOf } from '../../src/profiles/vocabulary.ts'
import type { Place } from '../../src/types.ts'

export function planned(text: string, more: Partial<Profile> = {}): Plan {
  const profile: Profile = { name: 'own', title: 'Own', summary: 'Own', detect: {}, sections: [{ id: 'goal', title: 'Goal' }], ...more }
  return bindPlan(outlineOf(parsePlan(text), text, vocabularyOf([profile])), profile)
}

/** All of a plan. */
export function whole(plan: Plan): Span {
  return { start: 0, end: plan.outline.source.length }
}

/** What stands at a place. */
export function at({ start, end }: Place, plan: Plan): string {
  return plan.outline.source.slice(start.offset, end.offset)
}
