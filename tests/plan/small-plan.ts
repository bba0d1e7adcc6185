/** A plan of a small profile made for a test: what the profile gives to sections and fields is seen at a glance. */
import type { Plan } from '../../src/plan/bind-types.ts'
import { readProfile } from '../../src/profiles/validate.ts'
import { ownProfile, planBy } from './own-plan.ts'
import type { Small } from './own-plan.ts'

export function smallPlan(text: string, sections: Record<string, unknown>[], rest: Record<string, unknown> = {}): Plan {
  const profile = ownProfile({
    detect: { sections: { Map: 1 } },
    ...rest,
    sections: sections as unknown as Small['sections']
  })
  const wrong = readProfile(profile).problems
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
  return planBy(profile, text)
}
