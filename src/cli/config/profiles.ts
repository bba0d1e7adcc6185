/** Loads custom profiles: data, from JSON or YAML files or from the configuration itself; put together with what they extend, and checked. */
import fs from 'node:fs'
import path from 'node:path'
import { extendProfile, identityOf } from '../../profiles/extend.ts'
import type { Profile } from '../../profiles/schema.ts'
import type { Keys } from '../../options/words.ts'
import type { ProfileProblem } from '../../profiles/validate.ts'
import { didYouMean } from '../../util/suggest.ts'
import { parseData } from './data.ts'
import { ConfigError } from './error.ts'
import type { ConfigProblem } from './error.ts'
import { readText } from './find.ts'
import { locateKeys } from './locate.ts'
import type { At } from './locate.ts'

type Data = Record<string, unknown>

/** A profile as it was written. */
interface Written {
  data: Data
  /** Its own file, or the configuration's. */
  file: string
  /** Where a key of it stands in that file; undefined in scripts. */
  placeOf(keys: Keys): Promise<At | undefined>
}

/** A profile put together with what it extends, and read. */
interface Whole {
  one: Written
  whole: Data
  profile: Profile
}

interface Refused {
  one: Written
  problems: readonly ConfigProblem[]
}

/** Where loaded profiles came from. */
const origins = new WeakMap<Data, Written>()

/**
 * @param profiles paths relative to `folder`, or the data itself
 * @param folder the configuration file's folder
 * @param configFile the configuration file, for messages
 * @param placeOf where a key of the list stands in the configuration: an index, and the keys within
 * @returns the profiles as written
 * @throws {ConfigError} when a file can't be read, doesn't parse, or holds no object
 */
export async function loadProfiles(
  profiles: (string | Data)[],
  folder: string,
  configFile: string,
  placeOf: (keys: Keys) => Promise<At | undefined>
): Promise<Data[]> {
  return Promise.all(
    profiles.map(async (profile, index) => {
      if (typeof profile !== 'string') {
        origins.set(profile, { data: profile, file: configFile, placeOf: keys => placeOf([index, ...keys]) })
        return profile
      }
      const file = path.resolve(folder, profile)
      if (isData(file) && !fs.existsSync(file))
        throw new ConfigError(
          `The profile "${profile}" does not exist: it was renamed, or the path is wrong`,
          configFile,
          await placeOf([index])
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
  const written = profiles.map(
    (data): Written => origins.get(data) ?? { data, file: configFile, placeOf: async () => undefined }
  )
  const { shippedProfiles } = await import('../../profiles/builtin.ts')
  const { linkProblems, readProfile: check } = await import('../../profiles/validate.ts')
  const ruleIds = (await import('../../../rules/index.ts')).rules.map(rule => rule.id)
  const done = new Map<string, Data>(shippedProfiles.map(profile => [profile.name, profile as unknown as Data]))
  const read: Whole[] = []
  const refused: Refused[] = []
  for (const one of written) {
    const whole = await putTogether(one, written, done, [])
    const { profile, problems } = check(whole)
    const all = [...problems, ...(profile ? unknownRules(profile.rules, ruleIds) : [])]
    if (all.length > 0) refused.push({ one, problems: await placed(all, one, whole) })
    if (profile) read.push({ one, whole, profile })
  }
  // A profile that can't be read has nothing yet that others could lead to.
  refuse(refused)
  const own = read.map(({ profile }) => profile)
  const others = [...shippedProfiles.filter(({ name }) => !own.some(each => each.name === name)), ...own]
  for (const { one, whole, profile } of read)
    refused.push({ one, problems: await placed(linkProblems(profile, others), one, whole) })
  refuse(refused)
  return own as unknown as Data[]
}

/** @throws {ConfigError} of all problems, save those of a profile that extends another of them: they may be the other's */
function refuse(refused: readonly Refused[]): void {
  const names = refused.filter(({ problems }) => problems.length > 0).map(({ one }) => nameOf(one.data))
  const own = refused.filter(({ one: { data } }) => data.extends === data.name || !names.includes(String(data.extends)))
  const problems = own.flatMap(each => each.problems)
  if (problems.length > 0) throw ConfigError.of(problems)
}

/** The problems of one profile in the order of its file; what is only missing, behind them. */
async function placed(problems: readonly ProfileProblem[], one: Written, whole: Data): Promise<ConfigProblem[]> {
  const told = await Promise.all(
    problems.map(async problem => ({
      isMissing: problem.isMissing === true,
      message: `Profile "${nameOf(one.data)}" is not valid: "${problem.path.join('.')}": ${problem.message}`,
      file: one.file,
      at: await one.placeOf(keysIn(one.data, whole, problem.path))
    }))
  )
  // A misspelt key is missing where it belongs: what is there is told first.
  return told.sort(
    (a, b) =>
      Number(a.isMissing) - Number(b.isMissing) ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0)
  )
}

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
  return {
    data: data as Data,
    file,
    placeOf: async keys => {
      const { line, column } = await locateKeys(text, keys)
      return { line, column }
    }
  }
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
  const at = (): Promise<At | undefined> => one.placeOf(['extends'])
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

/** The keys of the whole profile as the one that was written has them: members of lists are found by their identity. */
function keysIn(data: Data, whole: Data, keys: Keys): Keys {
  const own: (string | number)[] = []
  let [mine, all]: [unknown, unknown] = [data, whole]
  for (const key of keys) {
    const member = (all as Record<string | number, unknown> | undefined)?.[key]
    const identity = Array.isArray(mine) ? identityOf(member) : undefined
    const index = identity === undefined ? -1 : (mine as unknown[]).findIndex(item => identityOf(item) === identity)
    const here = index >= 0 ? index : key
    own.push(here)
    mine = (mine as Record<string | number, unknown> | undefined)?.[here]
    all = member
  }
  return own
}
