/** Loads custom profiles: data, from JSON or YAML files or from the configuration itself; put together with what they extend, and checked. */
import fs from 'node:fs'
import path from 'node:path'
import { extendProfile, identityOf } from '../../profiles/extend.ts'
import type { Profile } from '../../profiles/schema.ts'
import type { ProfileProblem } from '../../profiles/validate.ts'
import { didYouMean } from '../../util/suggest.ts'
import { parseData } from './data.ts'
import { ConfigError } from './error.ts'
import { readText } from './find.ts'
import { locateKeys } from './locate.ts'
import type { At } from './locate.ts'

type Data = Record<string, unknown>

/** A profile as it was written. */
interface Written {
  data: Data
  /** Its own file, or the configuration's. */ file: string
  /** Text of its own file. */ text?: string
}

/** Where loaded profiles came from. */
const origins = new WeakMap<Data, Written>()

/**
 * @param profiles paths relative to `folder`, or the data itself
 * @param folder the configuration file's folder
 * @param configFile the configuration file, for messages
 * @param placeOf where the configuration names one, by its index
 * @returns the profiles as written
 * @throws {ConfigError} when a file can't be read, doesn't parse, or holds no object
 */
export async function loadProfiles(
  profiles: (string | Data)[],
  folder: string,
  configFile: string,
  placeOf: (index: number) => Promise<At | undefined>
): Promise<Data[]> {
  return Promise.all(
    profiles.map(async (profile, index) => {
      if (typeof profile !== 'string') return profile
      const file = path.resolve(folder, profile)
      if (isData(file) && !fs.existsSync(file))
        throw new ConfigError(
          `The profile "${profile}" does not exist: it was renamed, or the path is wrong`,
          configFile,
          await placeOf(index)
        )
      const written = await readProfile(file, configFile)
      origins.set(written.data, written)
      return written.data
    })
  )
}

/**
 * Puts profiles together with what they extend, and checks them.
 *
 * @param profiles what `loadProfiles` gave
 * @param configFile the configuration file, for messages
 * @throws {ConfigError} where one is not valid: names the key and, for a file, the line
 */
export async function completeProfiles(profiles: readonly Data[], configFile: string): Promise<Data[]> {
  if (profiles.length === 0) return []
  const written = profiles.map((data): Written => origins.get(data) ?? { data, file: configFile })
  const { shippedProfiles } = await import('../../profiles/builtin.ts')
  const { linkProblems, readProfile: check } = await import('../../profiles/validate.ts')
  const ruleIds = (await import('../../../rules/index.ts')).rules.map(rule => rule.id)
  const done = new Map<string, Data>(shippedProfiles.map(profile => [profile.name, profile as unknown as Data]))
  const read: { one: Written; whole: Data; profile: Profile }[] = []
  for (const one of written) {
    const whole = await putTogether(one, written, done, [])
    const { profile, problems } = check(whole)
    await refuse([...problems, ...(profile ? unknownRules(profile.rules, ruleIds) : [])], one, whole)
    read.push({ one, whole, profile: profile! })
  }
  const own = read.map(({ profile }) => profile)
  const others = [...shippedProfiles.filter(({ name }) => !own.some(each => each.name === name)), ...own]
  for (const { one, whole, profile } of read) await refuse(linkProblems(profile, others), one, whole)
  return own as unknown as Data[]
}

/** @throws {ConfigError} where there are problems: of the first, and how many more there are */
async function refuse(problems: readonly ProfileProblem[], one: Written, whole: Data): Promise<void> {
  // A misspelt key is missing where it belongs: what is there is told first.
  const [first, ...others] = [...problems].sort((a, b) => Number(isMissing(a)) - Number(isMissing(b)))
  if (!first) return
  const at = one.text === undefined ? undefined : await locate(one, whole, first.path)
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  throw new ConfigError(
    `Profile "${nameOf(one.data)}" is not valid: "${first.path.join('.')}": ${first.message}${more}`,
    one.file,
    at
  )
}

const isMissing = ({ message }: ProfileProblem): boolean => message === 'is missing'

function unknownRules(rules: Profile['rules'], ruleIds: readonly string[]): ProfileProblem[] {
  return Object.keys(rules ?? {})
    .filter(id => !ruleIds.includes(id))
    .map(id => ({ path: ['rules', id], message: `unknown rule "${id}"${didYouMean(id, ruleIds)}` }))
}

const isData = (file: string): boolean => /\.(?:json|ya?ml)$/.test(file)

async function readProfile(file: string, configFile: string): Promise<Written> {
  if (!isData(file))
    throw new ConfigError(
      `Expected a .json, .yaml or .yml file in "profiles", not "${path.basename(file)}"`,
      configFile
    )
  const text = readText(file)
  const data = await parseData(text, file)
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new ConfigError('Expected a profile (an object)', file)
  return { data: data as Data, file, text }
}

function nameOf(data: Data): string {
  return typeof data.name === 'string' ? data.name : '?'
}

/** A profile may extend a built-in one, one of its own name, or another custom one, in any order. */
async function putTogether(
  one: Written,
  all: readonly Written[],
  done: Map<string, Data>,
  chain: readonly string[]
): Promise<Data> {
  const base = one.data.extends
  if (base === undefined) return one.data
  const at = async (): Promise<At | undefined> =>
    one.text === undefined ? undefined : locate(one, one.data, ['extends'])
  if (typeof base !== 'string')
    throw new ConfigError('Expected the name of a profile in "extends"', one.file, await at())
  const names = [...chain, nameOf(one.data)]
  if (chain.includes(base) || (base === nameOf(one.data) && !done.has(base)))
    throw new ConfigError(`Circular "extends": ${[...names, base].join(' → ')}`, one.file, await at())
  const other = all.find(each => each !== one && each.data.name === base)
  const found = other ? await putTogether(other, all, done, names) : done.get(base)
  if (!found)
    throw new ConfigError(
      `Unknown profile "${base}" in "extends"${didYouMean(base, [...done.keys(), ...all.map(each => nameOf(each.data))])}`,
      one.file,
      await at()
    )
  return extendProfile(one.data, found)
}

/** The line of a key of the whole profile in the file that it was written in: members of lists are found by their identity. */
async function locate(one: Written, whole: Data, keys: readonly (string | number)[]): Promise<At> {
  const plain = (item: unknown): unknown => (item as { toJSON?: () => unknown } | undefined)?.toJSON?.()
  const { line, column } = await locateKeys(one.text!, keys, (items, index, depth) => {
    const list = keys.slice(0, depth).reduce<unknown>((value, key) => (value as Data | undefined)?.[key], whole)
    const identity = identityOf((list as unknown[] | undefined)?.[index])
    const isIt = (item: unknown): boolean => identityOf(plain(item)) === identity
    return identity === undefined || isIt(items[index]) ? items[index] : items.find(isIt)
  })
  return { line, column }
}
