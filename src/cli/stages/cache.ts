/**
 * `--cache`: results are remembered by the text, the path, the configuration, the profiles, planlint's version, Node's major version, the day (some rules
 * know what today is), and what lay beside the plan. What can't be read, or was written by another version, is as good as nothing.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { besideHash } from '../../sets/plan-set.ts'
import type { FileReport } from '../../types.ts'
import { UsageError } from '../io.ts'
import type { LintContext, Stage, StageContext } from './stage.ts'
import { version } from '../version.ts'
import { ForeignFile, parseEntry, printCache, printEntry, readCache } from './cache-file.ts'
import { git } from '../../repo/git.ts'
import { fatalLine } from '../output/fatal.ts'
import type { CacheEntry } from './cache-file.ts'
import { makeFolders } from '../files/folders.ts'
import { store } from './store.ts'

const usualName = '.planlintcache'
const day = 24 * 60 * 60 * 1000

interface Cache {
  file: string
  entries: Map<string, CacheEntry>
  seen: Set<string>
  isChanged: boolean
  /** Git tracks it, so anybody may have written it: neither read nor written. */
  isTracked: boolean
}

export function createStage(): Stage {
  let opening: Promise<Cache> | undefined
  const environments = new WeakMap<() => Promise<string>, Promise<string>>()
  const environmentOf = (key: () => Promise<string>): Promise<string> => {
    let environment = environments.get(key)
    if (!environment) environments.set(key, (environment = key().then(digestOf)))
    return environment
  }
  const keyOf = async (text: string | Uint8Array, { key }: LintContext): Promise<string> =>
    `${Math.floor(Date.now() / day)}.${await environmentOf(key)}.${sha256(text)}`
  const cached = async (name: string, key: string, context: LintContext): Promise<FileReport | undefined> => {
    const cache = await (opening ??= open(context))
    cache.seen.add(name)
    const known = cache.entries.get(name)
    const report = known?.key === key ? parseEntry(known, name) : undefined
    return report?.beside?.every(each => besideHash(context.beside.read(each.path, name)) === each.hash) === false
      ? undefined
      : report
  }
  return {
    options: [
      { name: 'cache', kind: 'boolean', group: 'Other', description: 'Remember verdicts between runs' },
      {
        name: 'cache-location',
        kind: 'string',
        value: 'FILE',
        source: 'file',
        group: 'Other',
        description: 'Remember them in FILE (.planlintcache)'
      }
    ],
    async cached(body, file, context) {
      return cached(file.path, await keyOf(body, context), context)
    },
    async lint(text, file, next, context) {
      const key = await keyOf(text, context)
      const known = await cached(file.path, key, context)
      if (known) return { ...known, source: text }
      const report = await next(text)
      remember(file.path, key, report, await opening!)
      return report
    },
    async post(report, { io }) {
      if (opening) await close(await opening, io)
      opening = undefined
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

/** A result that planlint could not reach is no result. */
function remember(name: string, key: string, report: FileReport, cache: Cache): void {
  cache.isChanged = true
  cache.entries.delete(name)
  if (report.fatalErrors.length === 0) cache.entries.set(name, printEntry(key, report))
}

async function open({ settings, io }: LintContext): Promise<Cache> {
  const given = settings.values.get('cache-location') as string | undefined
  const file = path.resolve(io.cwd, given ?? usualName)
  const cache: Cache = { file, entries: new Map(), seen: new Set(), isChanged: false, isTracked: false }
  if (given !== undefined) ready(file, given)
  if (!existsSync(file)) return cache
  try {
    cache.entries = readCache(file)
  } catch (error) {
    if (!(error instanceof ForeignFile)) throw error
    // Under its own name it is a cache that broke.
    if (given === undefined) return cache
    throw new UsageError(
      `Cache "${given ?? usualName}" is a file that planlint did not write: left as it was; name another`
    )
  }
  if (!(await isTracked(file))) return cache
  say(
    cache,
    'ignored, since git tracks it: whoever can commit could forge a verdict; take it out with git rm --cached',
    io
  )
  return { ...cache, entries: new Map(), isTracked: true }
}

/** A place that was named and can't be is a slip; that the usual one can't be written costs time, and is no more than said. */
function ready(file: string, given: string): void {
  try {
    makeFolders(path.dirname(file))
  } catch (error) {
    throw new UsageError(`Cache "${given}" can't be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
  }
}

/** Where git can't be asked, nobody's commit brought the file. */
async function isTracked(file: string): Promise<boolean> {
  try {
    const { code } = await git(['ls-files', '--error-unmatch', '--', path.basename(file)], { cwd: path.dirname(file) })
    return code === 0
  } catch {
    return false
  }
}

function say({ file }: Cache, message: string, io: StageContext['io']): void {
  io.stderr.write(fatalLine({ code: 'cache', message: `cache ${message}` }, path.relative(io.cwd, file)))
}

/** Plans that this run did not look at stay, unless they are gone. */
async function close(cache: Cache, io: StageContext['io']): Promise<void> {
  for (const name of cache.entries.keys()) {
    if (cache.seen.has(name) || existsSync(path.resolve(io.cwd, name))) continue
    cache.entries.delete(name)
    cache.isChanged = true
  }
  if (!cache.isChanged || cache.isTracked) return
  try {
    await store(cache.file, printCache(cache.entries))
  } catch (error) {
    // The next run takes longer, and that is all.
    say(cache, `can't be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, io)
  }
}
