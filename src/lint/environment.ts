/** What the library is asked with, checked: a key that nobody reads would be a result that nobody asked for. */
import { optionNames, validateOptions } from '../options.ts'
import { rules } from '../../rules/index.ts'
import { didYouMean } from '../util/suggest.ts'
import type { TextEnvironment } from './lint-text.ts'

const known: Record<keyof TextEnvironment, true> = {
  options: true,
  profiles: true,
  forced: true,
  repo: true,
  path: true,
  repoPath: true,
  otherPlans: true,
  siblings: true,
  now: true,
  only: true,
  isUnasked: true,
  onRule: true,
  summary: true,
  parser: true,
  parse: true
}

/** Options that were looked at. */
const sound = new WeakSet<object>()

/**
 * @param environment As `lintText` has it.
 * @throws {TypeError} Where it has an unknown key, or its options an unknown key or a wrong value.
 */
export function checkEnvironment(environment: TextEnvironment): void {
  for (const key of Object.keys(environment)) if (!Object.hasOwn(known, key)) throw new TypeError(unknown(key))
  checkOptions(environment.options)
}

/** @throws {TypeError} Where one is unknown, or has a wrong value. */
export function checkOptions(options: unknown): void {
  if (options === undefined || (typeof options === 'object' && options !== null && sound.has(options))) return
  const { problems } = validateOptions(
    options,
    rules.map(rule => rule.id)
  )
  if (problems.length > 0) throw new TypeError(`planlint: ${problems.map(({ message }) => message).join('; ')}`)
  if (typeof options === 'object' && options !== null) sound.add(options)
}

function unknown(key: string): string {
  // A profile that is given by its name is looked for under this one, too.
  if (key !== 'profiles' && optionNames.includes(key))
    return `planlint: "${key}" is one of planlint's options: { options: { ${key}: … } }`
  const names = Object.keys(known)
  return `planlint: Unknown key "${key}"${didYouMean(key, names) || `; known: ${names.join(', ')}`}`
}
