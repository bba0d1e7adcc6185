/** A plan of a small profile made for a test: what the profile gives to sections and fields is seen at a glance. */
import { parsePlan } from '../../src/parse/parse.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { bindPlan } from '../../src/plan/bind.ts'
import { outlineOf } from '../../src/plan/outline.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import { validateProfile } from '../../src/profiles/validate.ts'
import { vocabularyOf } from '../../src/profiles/vocabulary.ts'

export function smallPlan(text: string, sections: Record<string, unknown>[], rest: Record<string, unknown> = {}): Plan {
  const given: unknown = { name: 'small', title: 'Small', summary: 'For a test', detect: { headings: { Map: 1 } }, ...rest, sections }
  const wrong = validateProfile(given)
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
  const profile = given as Profile
  const outline = outlineOf(parsePlan(text), text, vocabularyOf([profile]))
  return bindPlan(outline, profile)
}
