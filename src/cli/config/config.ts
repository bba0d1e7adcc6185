/** The configuration of each file: found and merged as remark does it, without unified-engine; only planlint's entries are kept. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { validateOptions } from '../../options.ts'
import { settingProblem } from '../../options/settings.ts'
import type { Keys } from '../../options/words.ts'
import type { PlanlintOptions } from '../../options.ts'
import type { RuleSetting } from '../../options/settings.ts'
import { didYouMean } from '../../util/suggest.ts'
import { parseData } from './data.ts'
import { addPreset } from './entries.ts'
import type { Entries, Origins } from './entries.ts'
import { ConfigError, reason } from './error.ts'
import { candidatesIn, packageField, readText } from './find.ts'
import type { At } from './locate.ts'
import { importDefault, moduleHint } from './modules.ts'
import { checkTopKeys, placedProblems, placeIn, placeOfProblem } from './problems.ts'
import type { EntryProblem } from './problems.ts'
import { loadProfiles } from './profiles.ts'
import { passedOver, refuseOwnKey, refuseStrays } from './strays.ts'
import { draftTemplates, type Drafted } from './templates.ts'

/** What a configuration says to planlint. */
export interface LoadedConfig {
  /** The file it was read from, absolute; undefined where there is none. */
  file: string | undefined
  /** False where the configuration switches planlint off. */
  enabled: boolean
  options: PlanlintOptions
  /** planlint's plugins as the file lists them. */
  entries: Entries
  /** Custom profiles, loaded. */
  profiles: Record<string, unknown>[]
  /** Those of them that are templates. */
  drafted: readonly Drafted[]
  /** Worth a word on standard error. */
  warnings: string[]
  /** Where one of the plugin's options stands; undefined in scripts. */
  placeOf(at: Keys): Promise<At | undefined>
}

interface ConfigSettings {
  cwd: string
  /** `--config FILE`: this file alone; `false`: none. */
  given: string | false | undefined
  /** Read JSON and YAML alone; import nothing. */
  dataOnly: boolean
  /** Every known rule id; asked for only where a configuration names planlint, since loading the rules costs. */
  ruleIds: () => Promise<readonly string[]>
  /** Scripts may have changed since they were imported: import them anew. */
  isRepeated?: boolean
}

export interface ConfigFinder {
  /**
   * @param file the document, absolute; it need not exist
   * @throws {ConfigError} when its configuration can't be used
   */
  of(file: string): Promise<LoadedConfig>
}

/** Each folder and each configuration file is looked at once in the life of a finder. */
export function createConfigFinder(settings: ConfigSettings): ConfigFinder {
  const folders = new Map<string, Promise<LoadedConfig>>()
  const nothing: LoadedConfig = {
    file: undefined,
    enabled: true,
    options: {},
    entries: new Map(),
    profiles: [],
    drafted: [],
    warnings: [],
    placeOf: async () => undefined
  }
  if (settings.given === false) return { of: async () => nothing }
  if (settings.given !== undefined) {
    const given = path.resolve(settings.cwd, settings.given)
    const config = once(async () => (await load(given, settings)) ?? nothing)
    return { of: config }
  }
  return { of: file => find(path.dirname(file)) }

  function find(folder: string): Promise<LoadedConfig> {
    let found = folders.get(folder)
    if (!found) folders.set(folder, (found = search(folder)))
    return found
  }

  async function search(folder: string): Promise<LoadedConfig> {
    refuseStrays(folder)
    for (const file of candidatesIn(folder, settings.dataOnly)) {
      const config = await load(file, settings)
      if (config) return config
    }
    const parent = path.dirname(folder)
    return parent === folder ? nothing : find(parent)
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** @returns undefined where the file is a package.json without configuration */
async function load(file: string, settings: ConfigSettings): Promise<LoadedConfig | undefined> {
  const { value, text } = await readValue(file, settings)
  if (value === undefined && path.basename(file) === 'package.json') return undefined
  const read = { file, text }
  const top = await checkTopKeys(value, read)
  const warnings: string[] = []
  const entries: Entries = new Map()
  const origins: Origins = new Map()
  const onSkipped = (specifier: string): void => {
    warnings.push(`Skipped the plugin "${specifier}": with --no-config-js nothing is imported`)
  }
  const { dataOnly } = settings
  // A script may export undefined: remark then uses no plugins.
  if (value !== undefined)
    await addPreset(entries, value, {
      file,
      root: path.dirname(file),
      dataOnly,
      placeOf: keys => placeIn(read, keys),
      onSkipped,
      origins,
      at: []
    })
  const wrong = entries.size > 0 ? [...top.errors, ...top.others] : top.errors
  if (entries.size === 0) warnings.push(...top.others.slice(0, 1).map(({ message }) => message))
  if (entries.size > 0 && settings.given === undefined) warnings.push(...passedOver(file, dataOnly))
  const templates = await takeTemplates(entries, path.dirname(file))
  const { problems, ...config } =
    entries.size === 0 ? { enabled: true, options: {}, problems: [] } : toOptions(entries, await settings.ruleIds())
  wrong.push(...(await placedProblems([...templates.problems, ...problems], read, origins)))
  if (wrong.length > 0) throw ConfigError.of(wrong)
  const { drafted } = templates
  const written = await loadProfiles(config.options.profiles ?? [], path.dirname(file), file, keys =>
    placeOfProblem(read, origins, 'planlint', ['profiles', ...keys])
  )
  const profiles = [...drafted.map(({ profile }) => profile), ...written]
  return {
    file,
    entries,
    ...config,
    profiles,
    drafted,
    warnings,
    placeOf: at => placeOfProblem(read, origins, 'planlint', at)
  }
}

/** Templates that stand where profiles do: their names take the place. */
async function takeTemplates(
  entries: Entries,
  folder: string
): Promise<{ drafted: Drafted[]; problems: EntryProblem[] }> {
  if (!entries.has('planlint')) return { drafted: [], problems: [] }
  const { options, drafted, problems } = await draftTemplates(entries.get('planlint'), folder)
  entries.set('planlint', options)
  return { drafted, problems: problems.map(problem => ({ ...problem, entry: 'planlint' })) }
}

/** @returns the text, too, of JSON and YAML */
async function readValue(
  file: string,
  { dataOnly, isRepeated }: ConfigSettings
): Promise<{ value: unknown; text: string | undefined }> {
  const text = readText(file)
  if (!/\.[cm]?js$/.test(file)) {
    const isManifest = path.basename(file) === 'package.json'
    const data = await parseData(text, file, isManifest ? packageField : undefined)
    if (!isManifest) return { value: data, text }
    await refuseOwnKey(data, file, text)
    return { value: (data as Record<string, unknown> | null)?.[packageField], text }
  }
  if (dataOnly) throw new ConfigError('would have to be run, and --no-config-js forbids it', file)
  try {
    const url = `${pathToFileURL(file).href}${isRepeated ? `?${statSync(file).mtimeMs}` : ''}`
    return { value: await importDefault(url), text: undefined }
  } catch (error) {
    const message = reason(error)
    throw new ConfigError(`can't be imported: ${message}${moduleHint(message, file)}`, file, undefined, error)
  }
}

/** Single rules without the plugin mean these rules alone. */
function toOptions(
  entries: Entries,
  ruleIds: readonly string[]
): { enabled: boolean; options: PlanlintOptions; problems: EntryProblem[] } {
  const value = entries.get('planlint')
  const hasPlugin = entries.has('planlint') && value !== false
  const { options, problems: own } = validateOptions(value === false ? undefined : value, ruleIds)
  const problems: EntryProblem[] = own.map(problem => ({ ...problem, entry: 'planlint' }))
  const single = singleRules(entries, ruleIds, problems)
  const isOn = Object.values(single).some(setting => !isOff(setting))
  if (Object.keys(single).length === 0) return { enabled: hasPlugin, options, problems }
  const base = hasPlugin ? options.rules : Object.fromEntries(ruleIds.map(id => [id, false as const]))
  return { enabled: hasPlugin || isOn, options: { ...options, rules: { ...base, ...single } }, problems }
}

function singleRules(
  entries: Entries,
  ruleIds: readonly string[],
  problems: EntryProblem[]
): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {}
  for (const [entry, value] of entries) {
    if (entry === 'planlint') continue
    const id = entry.slice('planlint/rules/'.length)
    const isBare = isOptions(value)
    const setting = value === undefined ? true : isBare ? [true, value] : value
    const problem = settingProblem(setting)
    if (!ruleIds.includes(id))
      problems.push({ entry, at: [], message: `Unknown rule "${entry}"${didYouMean(id, ruleIds, 'planlint/rules/')}` })
    else if (problem)
      problems.push({
        entry,
        at: isBare ? problem.at.slice(1) : problem.at,
        message: `Unknown setting of "${entry}": ${problem.message}`
      })
    else rules[id] = setting as RuleSetting
  }
  return rules
}

function isOff(setting: RuleSetting): boolean {
  const severity = Array.isArray(setting) ? setting[0] : setting
  return severity === false || severity === 'off' || severity === 0
}

/** A bare object after a rule is its options, as in remark-lint. */
function isOptions(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
