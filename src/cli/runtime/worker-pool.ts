/** Threads that lint beside the main one, where there is enough to do for them: each has to load the linter first, and to warm up. */
import fs from 'node:fs'
import os from 'node:os'
import { sourceOf } from '../../util/source.ts'
import type { PlanlintOptions } from '../../options.ts'
import { folderOf } from '../../util/path.ts'
import type { RepoData } from '../../repo/facts.ts'
import type { FileReport } from '../../types.ts'
import type { LinterEnv } from './services.ts'

/** A text, and what lies around it. */
interface TextToLint {
  text: string
  path: string | undefined
  /** Why nothing can be told of a repository. */
  unavailable?: string | undefined
  /** The text's path in its repository. */
  repoPath?: string | undefined
}

/** A text to lint. Equal options, environments and repositories are the same objects. */
export interface Job extends TextToLint {
  options: PlanlintOptions
  env: LinterEnv
  repoData?: RepoData | undefined
}

/** What is said to a thread: of each linter and repository once what it is made of, then texts for them. */
export type ThreadOrder =
  | { linter: number; options: PlanlintOptions; env: LinterEnv }
  | { repo: number; data: RepoData }
  | (TextToLint & { job: number; linter: number; repo: number | undefined })

/** What a thread says: once that it is there, then a report for each text; none where linting it may take long, which is not its business. */
export type ThreadAnswer = 'ready' | { job: number; report: FileReport | undefined }

export interface WorkerPool {
  /** Whether a worker is left. */
  readonly isThere: boolean
  /**
   * Passes a text on.
   *
   * @returns undefined where no thread has room; a promise of undefined where one could not lint it: the asker has to
   */
  offer(job: Job): Promise<FileReport | undefined> | undefined
}

/** Files for each further thread from which it is worth its start, measured on two cores: docs/performance.md. */
const enough = 40
/** Texts that are linted on the main thread before any worker is started: where results are cached, few may be left to lint. */
const lintedAlone = 3
/** Texts that wait at a thread while it lints: the main thread is slow to see its answers. */
const room = 6
/** Files of one folder may be one plan, each read along with the others: so many in a row go to whoever has read the first. */
const together = 4
/** UTF-16 units of what git said of a repository up to which threads get it: each has its own copy. */
const portable = 16_000_000

const usualFile = new URL('./worker.cjs', import.meta.url)

/**
 * How many threads besides the main one a run is worth.
 *
 * @param files how many there are to lint
 * @param given `PLANLINT_THREADS`: the most threads to use, the main one included
 * @param cores of the machine
 */
export function threadsFor(
  files: number,
  given: string | undefined,
  cores: number = os.availableParallelism()
): number {
  const most = given !== undefined && /^[1-9]\d{0,3}$/.test(given) ? Number(given) : cores
  return Math.max(0, Math.min(most - 1, Math.floor(files / enough)))
}

/**
 * @param isSure every file will be linted: the first text starts all workers
 * @param file the built worker: beside the sources there is none, and no pool
 */
export function createWorkerPool(threads: number, isSure: boolean, file: URL = usualFile): WorkerPool | undefined {
  if (threads < 1 || !fs.existsSync(file)) return undefined
  const workers = new Set<PoolWorker>()
  const alone = isSure ? 0 : lintedAlone
  let offered = 0
  /** Who got the last text; undefined is the asker. */
  let last: { folder: string | undefined; count: number; worker: PoolWorker | undefined } | undefined
  const startAll = (): void => {
    for (let i = 0; i < threads; i++) {
      const worker = startWorker(file, () => workers.delete(worker))
      workers.add(worker)
    }
  }
  return {
    get isThere() {
      return offered <= alone || workers.size > 0
    },
    offer(job) {
      if (job.repoData && sizeOf(job.repoData) > portable) return undefined
      if (offered++ === alone) startAll()
      const folder = job.path === undefined ? undefined : folderOf(job.path)
      const isNext = last !== undefined && last.folder === folder && last.count < together
      const worker =
        isNext && (last!.worker === undefined || (workers.has(last!.worker) && last!.worker.hasRoom(together)))
          ? last!.worker
          : [...workers].find(each => each.hasRoom())
      last = { folder, count: isNext ? last!.count + 1 : 1, worker }
      return worker?.take(job)
    }
  }
}

function sizeOf({ files }: RepoData): number {
  return files.length
}

interface PoolWorker {
  /** @param more Texts besides the usual ones. */
  hasRoom(more?: number): boolean
  take(job: Job): Promise<FileReport | undefined>
}

function startWorker(file: URL, leave: () => void): PoolWorker {
  const thread = new (process.getBuiltinModule('node:worker_threads').Worker)(file, {
    workerData: 'pool',
    execArgv: []
  })
  const waiting = new Map<number, (report: FileReport | undefined) => void>()
  const linters = new Map<PlanlintOptions, Map<LinterEnv, number>>()
  const repos = new Map<RepoData, number>()
  let isReady = false
  let last = 0
  const settle = (job: number, report: FileReport | undefined): void => {
    waiting.get(job)?.(report)
    waiting.delete(job)
    // Nobody is kept waiting by a thread that has nothing to do.
    if (waiting.size === 0) thread.unref()
  }
  const end = (): void => {
    isReady = false
    leave()
    for (const job of waiting.keys()) settle(job, undefined)
  }
  thread.on('message', (said: ThreadAnswer) =>
    said === 'ready' ? void (isReady = true) : settle(said.job, said.report)
  )
  thread.on('error', end).on('exit', end).unref()
  const linterOf = (options: PlanlintOptions, env: LinterEnv): number => {
    let byEnv = linters.get(options)
    if (!byEnv) linters.set(options, (byEnv = new Map()))
    const known = byEnv.get(env)
    if (known !== undefined) return known
    const linter = ++last
    thread.postMessage({ linter, options, env } satisfies ThreadOrder)
    byEnv.set(env, linter)
    return linter
  }
  const repoOf = (data: RepoData): number => {
    let repo = repos.get(data)
    if (repo === undefined) {
      repos.set(data, (repo = ++last))
      thread.postMessage({ repo, data } satisfies ThreadOrder)
    }
    return repo
  }
  return {
    hasRoom: (more = 0) => isReady && waiting.size < room + more,
    take({ options, env, repoData, ...work }) {
      try {
        const job = ++last
        thread.postMessage({
          ...work,
          job,
          linter: linterOf(options, env),
          repo: repoData && repoOf(repoData)
        } satisfies ThreadOrder)
        thread.ref()
        return new Promise(resolve =>
          waiting.set(job, report => resolve(report && { ...report, source: sourceOf(work.text) }))
        )
      } catch {
        // A configuration that can't cross to a thread.
        isReady = false
        return Promise.resolve(undefined)
      }
    }
  }
}
