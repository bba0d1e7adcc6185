/**
 * Resolves a configuration's plugins as unified-engine does (lists, objects, presets, nesting), and keeps planlint's entries.
 * A plugin named by the string `planlint` or `planlint/rules/<id>` is not loaded at all.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Keys } from '../../options/words.ts'
import { didYouMean } from '../../util/suggest.ts'
import { ConfigError, reason } from './error.ts'
import type { At } from './locate.ts'
import { importDefault, resolvePlugin } from './modules.ts'
import { reconfigure } from './merge.ts'

/** planlint's entries in order: key `planlint` or `planlint/rules/<id>`, value the plugin's options. */
export type Entries = Map<string, unknown>

/** Where in the configuration file, if that is data, the options of an entry stand: the keys that lead there, for each time it is listed. */
export type Origins = Map<string, Keys[]>

interface ConfigSource {
  /** The configuration file, for messages. */
  file: string
  /** Where specifiers are resolved from. */
  root: string
  /** Import nothing. */
  dataOnly: boolean
  /** Where a key of the configuration file stands; undefined in scripts. */
  placeOf: (keys: Keys) => Promise<At | undefined>
  /** Told of each specifier that `dataOnly` left out. */
  onSkipped: (specifier: string) => void
  origins: Origins
  /** The keys that lead to the preset; undefined where it does not stand in the configuration file. */
  at: Keys | undefined
}

/** What marks planlint's functions, in any copy of the package. */
const mark = Symbol.for('planlint')

const ruleName = /^planlint\/rules\/([a-z0-9-]+)$/

/** Plugins that hold no other plugins: no need to load them in order to look inside. */
const leaf =
  /^(?:remark-)?(?:lint|gfm|frontmatter|toc|math|mdx|directive|emoji|breaks|github|images|slug|validate-links|stringify|parse|rehype|retext|usage|contributors|license|gemoji|normalize-headings|reference-links|inline-links|unwrap-images|lint-[a-z0-9-]+)$/

/**
 * @param entries what there is so far; added to
 * @param preset the configuration's value
 * @throws {ConfigError} where unified-engine would refuse it
 */
export async function addPreset(entries: Entries, preset: unknown, source: ConfigSource): Promise<void> {
  if (preset === null || typeof preset !== 'object')
    throw new ConfigError(`Expected an object with "plugins", not ${String(preset)}`, source.file)
  const { plugins } = preset as { plugins?: unknown }
  if (plugins === null || plugins === undefined) return
  if (typeof plugins !== 'object')
    throw new ConfigError(`Expected a list or an object in "plugins", not ${String(plugins)}`, source.file)
  for (const [usable, value, keys] of Array.isArray(plugins)
    ? plugins.map(toTuple)
    : Object.entries(plugins).map(toEntry))
    await use(entries, usable, value, { ...source, at: source.at && [...source.at, 'plugins', ...keys] })
}

type Listed = [usable: unknown, value: unknown, keys: Keys]

function toTuple(item: unknown, index: number): Listed {
  return Array.isArray(item) ? [item[0], item[1], [index, 1]] : [item, undefined, [index]]
}

function toEntry([name, value]: [string, unknown]): Listed {
  return [name, value, [name]]
}

async function use(entries: Entries, usable: unknown, value: unknown, source: ConfigSource): Promise<void> {
  if (typeof usable === 'string') await addSpecifier(entries, usable, value, source)
  else if (typeof usable === 'function') addPlugin(entries, usable, value, source)
  else await addPreset(entries, usable, source)
}

async function addSpecifier(entries: Entries, specifier: string, value: unknown, source: ConfigSource): Promise<void> {
  if (specifier === 'planlint' || ruleName.test(specifier)) return set(entries, specifier, value, source)
  if (leaf.test(specifier)) return
  if (source.dataOnly) return source.onSkipped(specifier)
  const url = await resolvePlugin(specifier, source.root)
  if (url === undefined) {
    if (value === false) return
    const near = didYouMean(specifier, ['planlint'])
    throw new ConfigError(
      `Cannot find the plugin "${specifier}"${near}; install it, or take it out`,
      source.file,
      source.at && (await source.placeOf(entryAt(source.at)))
    )
  }
  const found = await loadPlugin(url, specifier, source)
  if (typeof found === 'function') addPlugin(entries, found, value, source)
  else await addPreset(entries, found, { ...source, at: undefined, root: path.dirname(fileURLToPath(url)) })
}

/** Of the options in `[name, options]` the entry itself. */
function entryAt(at: Keys): Keys {
  return typeof at.at(-2) === 'number' ? at.slice(0, -1) : at
}

async function loadPlugin(url: string, specifier: string, source: ConfigSource): Promise<unknown> {
  try {
    return await importDefault(url)
  } catch (error) {
    throw new ConfigError(`Cannot load the plugin "${specifier}": ${reason(error)}`, source.file, undefined, error)
  }
}

function addPlugin(entries: Entries, plugin: object, value: unknown, source: ConfigSource): void {
  const key = keyOf(plugin)
  if (key !== undefined) set(entries, key, value, source)
}

function keyOf(plugin: object): string | undefined {
  const marked = (plugin as { [mark]?: { kind?: unknown; id?: unknown } })[mark]
  if (marked?.kind === 'plugin') return 'planlint'
  return marked?.kind === 'rule' && typeof marked.id === 'string' ? `planlint/rules/${marked.id}` : undefined
}

function set(entries: Entries, key: string, value: unknown, { at, origins }: ConfigSource): void {
  if (at) origins.set(key, [...(origins.get(key) ?? []), at])
  const given = value === null ? undefined : value
  entries.set(key, entries.has(key) ? reconfigure(entries.get(key), given) : given)
}
