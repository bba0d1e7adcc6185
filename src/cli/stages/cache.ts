/**
 * `--cache`: verdicts are remembered by the text, the path, the configuration, the profiles, planlint's version, Node's major version and the day (some rules
 * know what today is). What can't be read, or was written by another version, is as good as nothing.
 */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {FileReport} from '../../types.ts'
import {UsageError} from '../io.ts'
import type {JudgeContext, Stage, StageContext} from '../stages.ts'
import {version} from '../version.ts'
import {isReport} from './cache-check.ts'
import {store} from './store.ts'

const format = 1
const usualName = '.planlintcache'

interface Entry { key: string; report: FileReport }

interface Cache { file: string; entries: Map<string, Entry>; seen: Set<string>; isChanged: boolean }

export function createStage(): Stage {
  let cache: Cache | undefined
  const environments = new WeakMap<() => Promise<string>, Promise<string>>()
  const environmentOf = (key: () => Promise<string>): Promise<string> => {
    let environment = environments.get(key)
    if (!environment) environments.set(key, (environment = key().then((text) => digest(text, version, process.versions.node.split('.')[0]!))))
    return environment
  }
  return {
    async judge(text, file, next, context) {
      cache ??= open(context)
      const key = digest(await environmentOf(context.key), today(), file.path, text)
      cache.seen.add(file.path)
      const known = cache.entries.get(file.path)
      if (known?.key === key) return {...structuredClone(known.report), source: text}
      const report = await next(text)
      remember(file.path, key, report, cache)
      return report
    },
    async post(report, {io}) {
      if (cache) await close(cache, io)
      cache = undefined
      return report
    }
  }
}

function digest(...parts: string[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(`${part.length}:${part}`)
  return sum.digest('base64url')
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** A verdict that planlint could not reach is no verdict. */
function remember(name: string, key: string, report: FileReport, cache: Cache): void {
  cache.isChanged = true
  cache.entries.delete(name)
  if (report.troubles.length > 0) return
  const {source, ...rest} = structuredClone(report)
  void source
  cache.entries.set(name, {key, report: rest})
}

function open({settings, io}: JudgeContext): Cache {
  const given = settings.values.get('cache-location') as string | undefined
  const file = path.resolve(io.cwd, given ?? usualName)
  return {file, entries: read(file), seen: new Set(), isChanged: false}
}

function read(file: string): Map<string, Entry> {
  try {
    const data = JSON.parse(readFileSync(file, 'utf8')) as {format?: unknown; files?: Record<string, Entry>}
    if (data.format !== format) return new Map()
    return new Map(Object.entries(data.files ?? {}).filter(([name, entry]) => typeof entry?.key === 'string' && isReport(entry.report, name)))
  } catch {
    return new Map()
  }
}

/** Plans that this run did not look at stay, unless they are gone. */
async function close(cache: Cache, io: StageContext['io']): Promise<void> {
  for (const name of cache.entries.keys()) {
    if (cache.seen.has(name) || existsSync(path.resolve(io.cwd, name))) continue
    cache.entries.delete(name)
    cache.isChanged = true
  }
  if (!cache.isChanged) return
  const names = [...cache.entries.keys()].sort()
  // One plan a line, without a prototype to fall over.
  const lines = names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(cache.entries.get(name))}`)
  try {
    await store(cache.file, `{"format":${format},"files":{\n${lines.join(',\n')}\n}}\n`)
  } catch (error) {
    throw new UsageError(`Cache "${path.relative(io.cwd, cache.file)}" can't be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
  }
}
