/**
 * `--cache`: verdicts are remembered by the text, the path, the configuration, the profiles, planlint's version, Node's major version and the day (some rules
 * know what today is). What can't be read, or was written by another version, is as good as nothing.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FileReport } from '../../types.ts'
import { UsageError } from '../io.ts'
import type { JudgeContext, Stage, StageContext } from './stages.ts'
import { version } from '../version.ts'
import { parseEntry, printCache, printEntry, readCache } from './cache-file.ts'
import type { Entry } from './cache-file.ts'
import { store } from './store.ts'

const usualName = '.planlintcache'
const day = 24 * 60 * 60 * 1000

interface Cache {
  file: string
  entries: Map<string, Entry>
  seen: Set<string>
  isChanged: boolean
}

export function createStage(): Stage {
  let cache: Cache | undefined
  const environments = new WeakMap<() => Promise<string>, Promise<string>>()
  const environmentOf = (key: () => Promise<string>): Promise<string> => {
    let environment = environments.get(key)
    if (!environment) environments.set(key, (environment = key().then(digestOf)))
    return environment
  }
  const keyOf = async (text: string | Uint8Array, { key }: JudgeContext): Promise<string> =>
    `${Math.floor(Date.now() / day)}.${await environmentOf(key)}.${sha256(text)}`
  const recall = (name: string, key: string, context: JudgeContext): FileReport | undefined => {
    cache ??= open(context)
    cache.seen.add(name)
    const known = cache.entries.get(name)
    return known?.key === key ? parseEntry(known, name) : undefined
  }
  return {
    async recall(body, file, context) {
      return recall(file.path, await keyOf(body, context), context)
    },
    async judge(text, file, next, context) {
      const key = await keyOf(text, context)
      const known = recall(file.path, key, context)
      if (known) return { ...known, source: text }
      const report = await next(text)
      remember(file.path, key, report, cache!)
      return report
    },
    async post(report, { io }) {
      if (cache) await close(cache, io)
      cache = undefined
      return report
    }
  }
}

function digestOf(environment: string): string {
  return sha256(JSON.stringify([version, process.versions.node.split('.')[0], environment]))
}

/** Node's module is loaded here: a run without a cache starts without it. */
function sha256(data: string | Uint8Array): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', data, 'base64url')
}

/** A verdict that planlint could not reach is no verdict. */
function remember(name: string, key: string, report: FileReport, cache: Cache): void {
  cache.isChanged = true
  cache.entries.delete(name)
  if (report.troubles.length === 0) cache.entries.set(name, printEntry(key, report))
}

function open({ settings, io }: JudgeContext): Cache {
  const given = settings.values.get('cache-location') as string | undefined
  const file = path.resolve(io.cwd, given ?? usualName)
  return { file, entries: readCache(file), seen: new Set(), isChanged: false }
}

/** Plans that this run did not look at stay, unless they are gone. */
async function close(cache: Cache, io: StageContext['io']): Promise<void> {
  for (const name of cache.entries.keys()) {
    if (cache.seen.has(name) || existsSync(path.resolve(io.cwd, name))) continue
    cache.entries.delete(name)
    cache.isChanged = true
  }
  if (!cache.isChanged) return
  try {
    await store(cache.file, printCache(cache.entries))
  } catch (error) {
    throw new UsageError(
      `Cache "${path.relative(io.cwd, cache.file)}" can't be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`
    )
  }
}
