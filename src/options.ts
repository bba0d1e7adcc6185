/** planlint's options as a configuration gives them, and their validation. Shared by the command line and the remark plugin. */
import { settingProblem, type OptionProblem, type RuleSetting } from './options/settings.ts'
import { isRecord, show, named, type Keys } from './options/words.ts'
import { didYouMean, suggest } from './util/suggest.ts'
import { defaultLimits } from './guard/limits.ts'

/** Options for some files. Later overrides win over earlier ones. */
export interface Override {
  /** Globs, relative to the configuration file. */
  files: string | string[]
  /** Force a profile; `false` leaves the choice to detection again. */
  profile?: string | false
  /** Settings by the ids of rules. */
  rules?: Record<string, RuleSetting>
}

/** The options of the plugin `planlint`. */
export interface PlanlintOptions {
  /** Judge every file by this profile instead of detecting one. */
  profile?: string
  /** Custom profiles: paths of JSON or YAML files, relative to the configuration file, or the data itself. */
  profiles?: (string | Record<string, unknown>)[]
  /** For some files; later ones win over earlier ones, and all over the rest. */
  overrides?: Override[]
  /** Settings by the ids of rules. */
  rules?: Record<string, RuleSetting>
  /** Bounds on what is read and judged, by the names of `defaultLimits` and `milliseconds`; each a positive number. */
  limits?: Record<string, number>
  /** Comments that silence nothing (`<!--lint disable …-->`) are told of. */
  reportUnusedDisableDirectives?: boolean
  /** The report's format, where the command line names none. */
  format?: string
  /** A baseline, relative to the configuration file: what it lists does not fail the run. Editors show it all the same. */
  baseline?: string
}

type Report = (message: string, at: Keys) => void

type OptionCheck = (value: unknown, at: Keys, report: Report, ruleIds: readonly string[]) => unknown

const checks: Record<keyof PlanlintOptions, OptionCheck> = {
  profile: checkString,
  profiles: checkProfiles,
  overrides: checkOverrides,
  rules: checkRules,
  limits: checkLimits,
  reportUnusedDisableDirectives: checkBoolean,
  format: checkString,
  baseline: checkString
}

/** Every key of the options. */
export const optionNames: readonly string[] = Object.keys(checks)

/**
 * Checks options; throws nothing.
 *
 * @param value what the configuration holds; `undefined` and `true` stand for no options
 * @param ruleIds every known rule id
 * @returns the valid part of the options, and one problem for each defect
 */
export function validateOptions(
  value: unknown,
  ruleIds: readonly string[]
): { options: PlanlintOptions; problems: OptionProblem[] } {
  const problems: OptionProblem[] = []
  if (value === undefined || value === null || value === true) return { options: {}, problems }
  const report: Report = (message, at) => problems.push({ message, at })
  if (!isRecord(value)) {
    report(`Expected an object of options, not ${show(value)}`, [])
    return { options: {}, problems }
  }
  return { options: checkKeys(value, checks, [], report, ruleIds) as PlanlintOptions, problems }
}

function checkKeys(
  value: Record<string, unknown>,
  table: Record<string, OptionCheck>,
  at: Keys,
  report: Report,
  ruleIds: readonly string[]
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    const check = Object.hasOwn(table, key) ? table[key] : undefined
    const own = [...at, key]
    if (!check) report(`Unknown option "${named(own)}"${nearest(key, Object.keys(table))}`, own)
    else if (item !== undefined) {
      const checked = check(item, own, report, ruleIds)
      if (checked !== undefined) result[key] = checked
    }
  }
  return result
}

/** Where no known name is near, all are told. */
function nearest(name: string, known: readonly string[]): string {
  return didYouMean(name, known) || `; known: ${known.join(', ')}`
}

function checkString(value: unknown, at: Keys, report: Report): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  const hint = isRecord(value) && 'template' in value ? ': the planlint command alone reads templates' : ''
  report(`Expected a name in "${named(at)}", not ${show(value)}${hint}`, at)
  return undefined
}

function checkBoolean(value: unknown, at: Keys, report: Report): boolean | undefined {
  if (typeof value === 'boolean') return value
  report(`Expected true or false in "${named(at)}", not ${show(value)}`, at)
  return undefined
}

function checkProfiles(value: unknown, at: Keys, report: Report): unknown[] | undefined {
  if (!Array.isArray(value)) {
    report(`Expected a list of paths or profiles in "${named(at)}", not ${show(value)}`, at)
    return undefined
  }
  return value.filter((item, index) => {
    const isGood = isRecord(item) || (typeof item === 'string' && item !== '')
    const own = [...at, index]
    if (!isGood) report(`Expected a path or a profile in "${named(own)}", not ${show(item)}`, own)
    return isGood
  })
}

function checkRules(
  value: unknown,
  at: Keys,
  report: Report,
  ruleIds: readonly string[]
): Record<string, RuleSetting> | undefined {
  if (!isRecord(value)) {
    report(`Expected an object of rules in "${named(at)}", not ${show(value)}`, at)
    return undefined
  }
  const result: Record<string, RuleSetting> = {}
  for (const [id, setting] of Object.entries(value)) {
    const problem = settingProblem(setting)
    const own = [...at, id]
    if (!ruleIds.includes(id)) report(`Unknown rule "${id}" in "${named(at)}"${didYouMean(id, ruleIds)}`, own)
    else if (problem) report(`Unknown setting of "${named(own)}": ${problem.message}`, [...own, ...problem.at])
    else result[id] = setting as RuleSetting
  }
  return result
}

const overrideChecks: Record<keyof Override, OptionCheck> = {
  files: checkGlobs,
  profile: (value, at, report) => (value === false ? false : checkString(value, at, report)),
  rules: checkRules
}

function checkOverrides(value: unknown, at: Keys, report: Report, ruleIds: readonly string[]): Override[] | undefined {
  if (!Array.isArray(value)) {
    report(`Expected a list in "${named(at)}", not ${show(value)}`, at)
    return undefined
  }
  const result: Override[] = []
  for (const [index, item] of value.entries()) {
    const own = [...at, index]
    if (!isRecord(item)) {
      report(`Expected an object in "${named(own)}", not ${show(item)}`, own)
      continue
    }
    const override = checkKeys(item, overrideChecks, own, report, ruleIds)
    // Misspelt, it is told as unknown.
    if (!('files' in item) && !Object.keys(item).some(key => suggest(key, ['files']) !== undefined))
      report(`Missing "files" in "${named(own)}"`, own)
    else if ('files' in override) result.push(override as unknown as Override)
  }
  return result
}

function checkGlobs(value: unknown, at: Keys, report: Report): string | string[] | undefined {
  const isGlob = (item: unknown): boolean => typeof item === 'string' && item !== ''
  if (isGlob(value) || (Array.isArray(value) && value.length > 0 && value.every(isGlob)))
    return value as string | string[]
  report(`Expected a glob or a list of globs in "${named(at)}", not ${show(value)}`, at)
  return undefined
}

/** The limits there are. */
export const limitNames: readonly string[] = [...Object.keys(defaultLimits), 'milliseconds']

function checkLimits(value: unknown, at: Keys, report: Report): Record<string, number> | undefined {
  if (!isRecord(value)) {
    report(`Expected an object of numbers in "${named(at)}", not ${show(value)}`, at)
    return undefined
  }
  const result: Record<string, number> = {}
  for (const [name, limit] of Object.entries(value)) {
    const own = [...at, name]
    if (!limitNames.includes(name))
      report(
        `Unknown limit "${name}" in "${named(at)}"${didYouMean(name, limitNames)}; known: ${limitNames.join(', ')}`,
        own
      )
    else if (typeof limit === 'number' && limit > 0) result[name] = limit
    else report(`Expected a positive number in "${named(own)}", not ${show(limit)}`, own)
  }
  return result
}
