/** A plan by a profile of the test's own: what the tests' helpers share. */
import { parsePlan } from '../../src/parse/parse.ts'
import { bindPlan } from '../../src/plan/bind.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { buildOutline } from '../../src/outline/outline.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import { unitWordsOf, vocabularyOf } from '../../src/detect/vocabulary.ts'

/** What a profile needs besides its name. */
export type Small = Partial<Profile> & Pick<Profile, 'sections'>

/** A profile, made anew each time: what is known of another of the same words does not count. */
export function ownProfile(given: Small): Profile {
  return structuredClone({ name: 'own', title: 'Own', summary: 'Own', detect: {}, ...given })
}

export function planBy(profile: Profile, text: string): Plan {
  return bindPlan(buildOutline(parsePlan(text), text, vocabularyOf([profile]), unitWordsOf([profile])), profile)
}
