/** planlint's options as a configuration gives them, and their validation. Shared by the command line and the remark plugin. */
import { defaultLimits } from './guard/limits.ts'
import { didYouMean } from './util/suggest.ts'

/** How a rule's severity may be written: remark-lint's words. `true` is the rule's own severity. */
export type SeverityWord = boolean | 'off' | 'on' | 'warn' | 'error' | 0 | 1 | 2

/** A rule's setting: a severity, or a severity with the rule's options. */
export type RuleSetting = SeverityWord | [SeverityWord, Record<string, unknown>?]

/** Options for some files. Later overrides win over earlier ones. */
export interface Override {
  /** Globs, relative to the configuration file. */
  files: string | string[]
  /** Force a profile; `false` leaves the choice to detection again. */
  profile?: string | false
  rules?: Record<string, RuleSetting>
}

/** The options of the plugin `planlint`. */
export interface PlanlintOptions {
  /** Judge every file by this profile instead of detecting one. */
  profile?: string
  /** Custom profiles: paths of JSON or YAML files, relative to the configuration file, or the data itself. */
  profiles?: (string | Record<string, unknown>)[]
  overrides?: Override[]
  rules?: Record<string, RuleSetting>
  /** Bounds on what is read and judged, by the names of `defaultLimits` and `milliseconds`; each a positive number. */
  limits?: Record<string, number>
  /** The report's format, where the command line names none. */
  format?: string
  /** A baseline, relative to the configuration file: what it lists does not fail the run. Editors show it all the same. */
  baseline?: string
}

const severities: readonly unknown[] = [true, false, 'off', 'on', 'warn', 'error', 0, 1, 2]
const severityHelp = 'expected "off", "warn", "error", or [severity, options]'

type Check = (value: unknown, key: string, report: (problem: string) => void, ruleIds: readonly string[]) => unknown

const checks: Record<keyof PlanlintOptions, Check> = {
  profile: checkString,
  profiles: checkProfiles,
  overrides: checkOverrides,
  rules: checkRules,
  limits: checkLimits,
  format: checkString,
  baseline: checkString
}

/**
 * @param value what the configuration holds; `undefined` and `true` stand for no options
 * @param ruleIds every known rule id
 * @returns the valid part of the options, and one line for each problem, which names its key
 */
export function validateOptions(
  value: unknown,
  ruleIds: readonly string[]
): { options: PlanlintOptions; problems: string[] } {
  const problems: string[] = []
  if (value === undefined || value === null || value === true) return { options: {}, problems }
  if (!isRecord(value)) return { options: {}, problems: [`Expected an object of options, not ${show(value)}`] }
  const options = checkKeys(value, checks, '', problem => problems.push(problem), ruleIds)
  return { options: options as PlanlintOptions, problems }
}

/**
 * @param value a rule's setting
 * @returns what is wrong with it, or undefined
 */
export function settingProblem(value: unknown): string | undefined {
  if (severities.includes(value)) return undefined
  if (!Array.isArray(value)) return `${severityHelp}, not ${show(value)}`
  if (value.length === 0 || value.length > 2 || !severities.includes(value[0]))
    return `${severityHelp}, not ${show(value)}`
  return value[1] === undefined || isRecord(value[1])
    ? undefined
    : `expected an object of options after the severity, not ${show(value[1])}`
}

function checkKeys(
  value: Record<string, unknown>,
  table: Record<string, Check>,
  prefix: string,
  report: (problem: string) => void,
  ruleIds: readonly string[]
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    const check = Object.hasOwn(table, key) ? table[key] : undefined
    if (!check) report(`Unknown option "${prefix}${key}"${didYouMean(key, Object.keys(table))}`)
    else if (item !== undefined) {
      const checked = check(item, prefix + key, report, ruleIds)
      if (checked !== undefined) result[key] = checked
    }
  }
  return result
}

function checkString(value: unknown, key: string, report: (problem: string) => void): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  report(`Expected a name in "${key}", not ${show(value)}`)
  return undefined
}

function checkProfiles(value: unknown, key: string, report: (problem: string) => void): unknown[] | undefined {
  if (!Array.isArray(value)) {
    report(`Expected a list of paths or profiles in "${key}", not ${show(value)}`)
    return undefined
  }
  return value.filter((item, index) => {
    const isGood = isRecord(item) || (typeof item === 'string' && item !== '')
    if (!isGood) report(`Expected a path or a profile in "${key}[${index}]", not ${show(item)}`)
    return isGood
  })
}

function checkRules(
  value: unknown,
  key: string,
  report: (problem: string) => void,
  ruleIds: readonly string[]
): Record<string, RuleSetting> | undefined {
  if (!isRecord(value)) {
    report(`Expected an object of rules in "${key}", not ${show(value)}`)
    return undefined
  }
  const result: Record<string, RuleSetting> = {}
  for (const [id, setting] of Object.entries(value)) {
    const problem = settingProblem(setting)
    if (!ruleIds.includes(id)) report(`Unknown rule "${id}" in "${key}"${didYouMean(id, ruleIds)}`)
    else if (problem) report(`Unknown setting of "${key}.${id}": ${problem}`)
    else result[id] = setting as RuleSetting
  }
  return result
}

const overrideChecks: Record<keyof Override, Check> = {
  files: checkGlobs,
  profile: (value, key, report) => (value === false ? false : checkString(value, key, report)),
  rules: checkRules
}

function checkOverrides(
  value: unknown,
  key: string,
  report: (problem: string) => void,
  ruleIds: readonly string[]
): Override[] | undefined {
  if (!Array.isArray(value)) {
    report(`Expected a list in "${key}", not ${show(value)}`)
    return undefined
  }
  const result: Override[] = []
  for (const [index, item] of value.entries()) {
    const name = `${key}[${index}]`
    if (!isRecord(item)) {
      report(`Expected an object in "${name}", not ${show(item)}`)
      continue
    }
    const override = checkKeys(item, overrideChecks, name + '.', report, ruleIds)
    if (!('files' in item)) report(`Missing "files" in "${name}"`)
    else if ('files' in override) result.push(override as unknown as Override)
  }
  return result
}

function checkGlobs(value: unknown, key: string, report: (problem: string) => void): string | string[] | undefined {
  const isGlob = (item: unknown): boolean => typeof item === 'string' && item !== ''
  if (isGlob(value) || (Array.isArray(value) && value.length > 0 && value.every(isGlob)))
    return value as string | string[]
  report(`Expected a glob or a list of globs in "${key}", not ${show(value)}`)
  return undefined
}

const limitNames = [...Object.keys(defaultLimits), 'milliseconds']

function checkLimits(
  value: unknown,
  key: string,
  report: (problem: string) => void
): Record<string, number> | undefined {
  if (!isRecord(value)) {
    report(`Expected an object of numbers in "${key}", not ${show(value)}`)
    return undefined
  }
  const result: Record<string, number> = {}
  for (const [name, limit] of Object.entries(value)) {
    if (!limitNames.includes(name))
      report(`Unknown limit "${name}" in "${key}"${didYouMean(name, limitNames)}; known: ${limitNames.join(', ')}`)
    else if (typeof limit === 'number' && limit > 0) result[name] = limit
    else report(`Expected a positive number in "${key}.${name}", not ${show(limit)}`)
  }
  return result
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as a message quotes it: short, and never a throw. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? value.slice(0, 40) + '…' : value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'function' ? 'a function' : String(value)
}
