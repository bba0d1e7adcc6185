import type { PlanlintOptions } from '../options.ts'
import type { RuleSetting, SeverityWord } from '../options/settings.ts'
import { liesAt } from '../detect/places.ts'
import { matchesOverride } from '../detect/select.ts'
import type { Profile, State } from '../profiles/schema.ts'
import type { Rule } from './rule.ts'
import type { Severity } from '../types.ts'

/** What configuration says of a rule. */
export interface Setting {
  severity?: Severity | 'off'
  options: Record<string, unknown>
}

/** The options of a rule that has none. */
export const noOptions: Setting['options'] = {}

/** The settings of rules that no configuration speaks of. */
const usual: Setting = { options: noOptions }
const off: Setting = { options: noOptions, severity: 'off' }

/** Reads remark-lint's and eslint's ways of writing a severity. `true` leaves the rule's own. */
export function readSetting(setting: RuleSetting | undefined): Setting {
  if (setting === undefined) return usual
  const [word, options = noOptions] = Array.isArray(setting) ? setting : [setting]
  const severity = severityOf(word)
  return { options, ...(severity === undefined ? {} : { severity }) }
}

function severityOf(word: SeverityWord): Severity | 'off' | undefined {
  if (word === false || word === 'off' || word === 0) return 'off'
  if (word === 'error' || word === 2) return 'error'
  if (word === 'warn' || word === 'warning' || word === 1) return 'warning'
  return undefined
}

/**
 * The setting of a rule for a file: the last override that names it wins over the top level.
 *
 * @param profile Its own, where it is known.
 */
export function settingOf(given: Rule, options: PlanlintOptions, path: string | undefined, profile?: Profile): Setting {
  // A profile may switch on what is off.
  const rule = given.optIn && profile?.rules?.[given.id] !== undefined ? { ...given, optIn: false } : given
  if (options.rules === undefined && options.overrides === undefined) return rule.optIn ? off : usual
  let setting = options.rules?.[rule.id]
  for (const override of options.overrides ?? []) {
    const own = override.rules?.[rule.id]
    if (own !== undefined && matchesOverride(override.files, path)) setting = own
  }
  const read = readSetting(setting)
  if (!rule.optIn) return read
  // What is off unless asked for is as heavy as it says itself where only options were given.
  return { ...read, severity: setting === undefined ? 'off' : (read.severity ?? rule.severity) }
}

/** What a profile makes of a rule in a state of the plan, and where the plan lies. */
export function profileSeverity(
  rule: Rule,
  profile: Profile,
  state: State | undefined,
  path: string | undefined
): Severity | 'off' | undefined {
  const entry = profile.rules?.[rule.id]
  if (entry === undefined) return undefined
  if (typeof entry === 'string') return entry
  if (entry.past !== undefined && path !== undefined && liesAt(path, profile.past)) return entry.past
  return (state === undefined ? undefined : entry[state]) ?? entry.default
}

/** By whose word a rule has its severity: its own, the profile's, the profile's for the state of the plan, a configuration's, or one of its overrides'. */
type RuledBy = 'default' | 'profile' | 'status' | 'configuration' | 'override'

/**
 * The severity of a rule's findings in a plan, and who says so. What a profile demands as a warning alone is lighter than its rule.
 *
 * @param plan None where the document was not judged.
 */
export function ruledBy(
  rule: Rule,
  options: PlanlintOptions,
  path: string | undefined,
  plan: { profile: Profile; state?: State | undefined } | undefined
): { severity: Severity | 'off'; by: RuledBy } {
  const { severity } = settingOf(rule, options, path)
  const isOverridden = (options.overrides ?? []).some(
    ({ files, rules }) => rules?.[rule.id] !== undefined && matchesOverride(files, path)
  )
  if (severity !== undefined && (isOverridden || options.rules?.[rule.id] !== undefined))
    return { severity, by: isOverridden ? 'override' : 'configuration' }
  if (severity !== undefined) return { severity, by: 'default' }
  const entry = plan?.profile.rules?.[rule.id]
  const byProfile = plan && profileSeverity(rule, plan.profile, plan.state, path)
  const byState = plan?.state === undefined ? undefined : rule.byState?.[plan.state]
  const weighed = weigh(rule, undefined, byProfile, byState)
  if (weighed === byProfile) {
    const isByState = typeof entry === 'object' && plan?.state !== undefined && entry[plan.state] === byProfile
    return { severity: weighed, by: isByState ? 'status' : 'profile' }
  }
  return { severity: weighed, by: byState === undefined ? 'default' : 'status' }
}

/**
 * Weighs one finding: configuration, else the profile by the plan's state, else the rule; a profile's lighter demand stays lighter.
 *
 * @param own What the rule says of the plan's state, or of this one problem.
 */
export function weigh(
  rule: Rule,
  configured: Severity | 'off' | undefined,
  byProfile: Severity | 'off' | undefined,
  own: Severity | undefined
): Severity | 'off' {
  if (configured !== undefined) return configured
  const base = byProfile ?? rule.severity
  if (base === 'off') return 'off'
  if (own === undefined) return base
  return byProfile === 'warning' ? 'warning' : own
}
