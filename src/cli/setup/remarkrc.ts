/** The configuration that remark and planlint share: where it is, and how options get into it. */
import path from 'node:path'
import { candidatesIn, packageField } from '../config/find.ts'
import { readJson, setInJson } from './edit/json.ts'
import type { JsonPath } from './edit/json.ts'
import { addToYaml, readYaml, replaceInYaml, yamlText } from './edit/yaml.ts'
import type { Proposal } from './part.ts'
import type { Scene } from './scene.ts'

const usual = '.remarkrc.json'

interface ConfigFile {
  file: string | undefined
  namesPlanlint: boolean
}

/** The file that remark would read, agreed ones among them. */
export function configFile(scene: Scene): ConfigFile {
  const file = fileOf(scene)
  const text = file === undefined ? '' : (scene.read(file) ?? '')
  return { file, namesPlanlint: isCode(file) ? /planlint/.test(text) : pluginAt(dataOf(file, text)) !== undefined }
}

function fileOf({ top, accepted, manifest }: Scene): string | undefined {
  const there = candidatesIn(top, false).map(file => path.basename(file))
  return [...there, ...accepted.keys()].find(
    name =>
      (name !== 'package.json' && name.startsWith('.remarkrc')) ||
      (name === 'package.json' && manifest?.[packageField] !== undefined)
  )
}

/** planlint's options as data configuration has them. */
export function optionsOf(scene: Scene): Record<string, unknown> | undefined {
  const { file } = configFile(scene)
  if (file === undefined || isCode(file)) return undefined
  const data = dataOf(file, scene.read(file) ?? '')
  const at = pluginAt(data)
  const entry = at && valueAt(data, at)
  const options: unknown = Array.isArray(entry) ? entry[1] : undefined
  return typeof options === 'object' && options !== null ? (options as Record<string, unknown>) : undefined
}

/** Whether the configuration gives an option; code is not run, it has to have the word. */
export function namesOption(scene: Scene, name: string): boolean {
  const { file, namesPlanlint } = configFile(scene)
  if (!isCode(file)) return optionsOf(scene)?.[name] !== undefined
  return namesPlanlint && (scene.read(file!) ?? '').includes(name)
}

/** A proposal that puts options of planlint into the configuration; begins one where there is none. */
export function withOptions(scene: Scene, options: Record<string, unknown>, says: string): Proposal {
  const file = fileOf(scene) ?? usual
  const text = scene.read(file) ?? ''
  const byHand: Proposal = {
    kind: 'by-hand',
    says: `${says}: in the plugins of ${file}, planlint takes`,
    lines: Object.keys(options).length === 0 ? '"planlint"' : JSON.stringify(['planlint', options])
  }
  if (isCode(file)) return byHand
  const edited = edit(file, text, options)
  return edited === undefined ? byHand : { kind: 'change', says, changes: [{ path: file, text: edited }] }
}

function edit(file: string, text: string, options: Record<string, unknown>): string | undefined {
  try {
    const data = dataOf(file, text)
    const prefix = file === 'package.json' ? [packageField] : []
    const at = pluginAt(data)
    const old = at && valueAt(data, at)
    const own: unknown[] = Array.isArray(old) ? old : ['planlint']
    const merged = { ...(own[1] as object | undefined), ...options }
    const entry = Object.keys(merged).length === 0 ? 'planlint' : ['planlint', merged]
    const plugins = (data as { plugins?: unknown[] } | null)?.plugins
    if (plugins !== undefined && !Array.isArray(plugins)) return undefined
    const place = [...prefix, 'plugins', ...(at ? [at.at(-1)!] : [plugins?.length ?? 0])]
    if (!isYaml(file)) return setInJson(text, place, entry)
    return at ? replaceInYaml(text, place, entry) : addToYaml(text, ['plugins'], undefined, yamlText(entry))
  } catch {
    return undefined
  }
}

/** Where the list of plugins names planlint. */
function pluginAt(data: unknown): JsonPath | undefined {
  const plugins = (data as { plugins?: unknown } | null | undefined)?.plugins
  if (!Array.isArray(plugins)) return undefined
  const index = plugins.findIndex((plugin: unknown) => [plugin].flat()[0] === 'planlint')
  return index < 0 ? undefined : ['plugins', index]
}

function valueAt(data: unknown, at: JsonPath): unknown {
  return at.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], data)
}

function dataOf(file: string | undefined, text: string): unknown {
  try {
    if (file === undefined || isCode(file)) return undefined
    const data = isYaml(file) ? readYaml(text) : readJson(text)
    return file === 'package.json' ? (data as Record<string, unknown>)[packageField] : data
  } catch {
    return undefined
  }
}

function isCode(file: string | undefined): boolean {
  return file !== undefined && /\.[cm]?js$/.test(file)
}

function isYaml(file: string): boolean {
  return /\.ya?ml$/.test(file)
}
