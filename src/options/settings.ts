/** The setting of one rule: how its severity may be written, and what is wrong with one. */
import { didYouMean } from '../util/suggest.ts'
import { isRecord, show, type Keys } from './words.ts'

/** How a rule's severity may be written: remark-lint's words, and the one of reports. `true` is the rule's own severity. */
export type SeverityWord = boolean | 'off' | 'on' | 'warn' | 'warning' | 'error' | 0 | 1 | 2

/** A rule's setting: a severity, or as remark-lint has it a severity with options, of which planlint's rules have none: profiles say what they demand. */
export type RuleSetting = SeverityWord | [SeverityWord, Record<string, unknown>?]

/** A severity as configuration may write it. */
export const severityWords = [true, false, 'off', 'on', 'warn', 'warning', 'error', 0, 1, 2] as const

const severities: readonly unknown[] = severityWords

const severityHelp = 'expected "off", "warn", "error", or [severity, options]'

/** What is wrong with options, and where: it names its key, too. */
export interface OptionProblem {
  message: string
  /** The way from the options to what is wrong, or to what lacks something: keys of objects, indices of lists. */
  at: Keys
}

/**
 * Checks the setting of one rule; throws nothing.
 *
 * @param value a rule's setting
 * @returns what is wrong with it, and where in it; or undefined
 */
export function settingProblem(value: unknown): OptionProblem | undefined {
  if (severities.includes(value)) return undefined
  if (!Array.isArray(value) || value.length === 0 || value.length > 2)
    return { message: `${severityHelp}, not ${show(value)}${meant(value)}`, at: [] }
  const [word, options] = value as unknown[]
  if (!severities.includes(word)) return { message: `${severityHelp}, not [${show(word)}]${meant(word)}`, at: [0] }
  if (options === undefined) return undefined
  if (!isRecord(options))
    return { message: `expected an object of options after the severity, not ${show(options)}`, at: [1] }
  const [name] = Object.keys(options)
  return name === undefined
    ? undefined
    : { message: `unknown option "${name}"; rules have no options, their profile says what they demand`, at: [1, name] }
}

function meant(word: unknown): string {
  return typeof word === 'string'
    ? didYouMean(
        word,
        severities.filter(each => typeof each === 'string')
      )
    : ''
}
