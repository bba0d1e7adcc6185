/** What is wrong with a configuration, told with its places. */
import path from 'node:path'
import { optionNames } from '../../options.ts'
import type { Keys } from '../../options/words.ts'
import type { OptionProblem } from '../../options/settings.ts'
import { didYouMean, suggest } from '../../util/suggest.ts'
import type { Origins } from './entries.ts'
import { ConfigError } from './error.ts'
import type { ConfigProblem } from './error.ts'
import { packageField } from './find.ts'
import { locateKeys } from './locate.ts'
import type { At } from './locate.ts'

/** A configuration file as it was read. */
interface ReadConfig {
  file: string
  /** Of JSON and YAML. */
  text: string | undefined
}

/** A problem with one of planlint's entries. */
export interface EntryProblem extends OptionProblem {
  /** `planlint`, or `planlint/rules/<id>`. */
  entry: string
}

/** What remark reads of a configuration. */
const known = ['plugins', 'settings']

/** What is wrong with the keys at the top of a configuration. */
interface TopKeys {
  /** Keys that are meant for planlint, or misspelt. */
  errors: ConfigProblem[]
  /** The others, which are wrong where the configuration names planlint. */
  others: ConfigProblem[]
}

/**
 * Keys beside "plugins" are read by nobody.
 *
 * @throws {ConfigError} where there can be no keys
 */
export async function checkTopKeys(value: unknown, read: ReadConfig): Promise<TopKeys> {
  const found: TopKeys = { errors: [], others: [] }
  if (typeof value !== 'object' || value === null) return found
  if (Array.isArray(value)) throw new ConfigError('Expected an object with "plugins", not a list', read.file)
  for (const key of Object.keys(value).filter(each => !known.includes(each) && each !== '$schema')) {
    const near = suggest(key, known)
    const message = optionNames.includes(key)
      ? `"${key}" has no effect here: it is an option of the plugin, "plugins": [["planlint", {"${key}": …}]]`
      : `Unknown key "${key}"${near === undefined ? `; known: ${known.join(', ')}` : didYouMean(key, known)}`
    const list = near !== undefined || optionNames.includes(key) ? found.errors : found.others
    list.push({ message, file: read.file, at: await placeIn(read, [key]) })
  }
  return found
}

/** The problems of planlint's entries, each with its place. */
export async function placedProblems(
  problems: readonly EntryProblem[],
  read: ReadConfig,
  origins: Origins
): Promise<ConfigProblem[]> {
  return Promise.all(
    problems.map(async ({ message, entry, at }) => ({
      message,
      file: read.file,
      at: await placeOfProblem(read, origins, entry, at)
    }))
  )
}

/**
 * @param entry planlint's entry
 * @param at the keys within its options
 * @returns undefined where the options stand in no data
 */
export async function placeOfProblem(
  read: ReadConfig,
  origins: Origins,
  entry: string,
  at: Keys
): Promise<At | undefined> {
  let best: (At & { depth: number }) | undefined
  // Where it is listed several times, options are merged: the last one that has the key.
  for (const keys of (origins.get(entry) ?? []).toReversed()) {
    const place = await find(read, [...keys, ...at])
    if (place && (best === undefined || place.depth - keys.length > best.depth))
      best = { ...place, depth: place.depth - keys.length }
  }
  return best && { line: best.line, column: best.column }
}

/** @returns undefined where the configuration is code */
export async function placeIn(read: ReadConfig, keys: Keys): Promise<At | undefined> {
  const place = await find(read, keys)
  return place && { line: place.line, column: place.column }
}

async function find({ file, text }: ReadConfig, keys: Keys): Promise<(At & { depth: number }) | undefined> {
  if (text === undefined) return undefined
  return locateKeys(text, path.basename(file) === 'package.json' ? [packageField, ...keys] : keys)
}
