/** Plans that no rule looks at: what nobody judges is no pass. */
import { rules } from '../../rules/index.ts'
import type { Plan } from '../plan/bind-types.ts'
import type { Profile } from '../profiles/schema.ts'
import { once } from '../util/once.ts'
import type { Rule } from './rule.ts'
import { ruledBy } from './severity.ts'
import type { LintEnvironment } from './tree-types.ts'

/** What a profile says a rule could check follows from the two alone. */
export const appliesTo: (rule: Rule) => (profile: Profile) => boolean = once(rule =>
  once(profile => rule.applies === undefined || rule.applies(profile))
)

/** Why no rule can say anything of a plan, where none can: a configuration's word leaves it out as "profile: false" would. */
export function whyUnruled(plan: Plan, { options = {}, path, only }: LintEnvironment): string | undefined {
  // Whoever chooses the rules knows.
  if (only !== undefined) return undefined
  const isOn = (rule: Rule): boolean => ruledBy(rule, options, path, plan).severity !== 'off'
  if (rules.some(rule => appliesTo(rule)(plan.profile) && isOn(rule))) return undefined
  return rules.some(isOn) ? `no rule that is on looks at plans of ${plan.profile.name}` : 'every rule is off'
}
