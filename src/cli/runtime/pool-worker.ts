/** One thread that lints, as the main one sees it: what is said to it, and what waits for its answers. */
import type { Worker } from 'node:worker_threads'
import type { PlanlintOptions } from '../../options.ts'
import type { RepoData } from '../../repo/facts.ts'
import type { FileReport } from '../../types.ts'
import { sourceOf } from '../../util/source.ts'
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

/** Texts that wait at a thread while it lints: the main thread is slow to see its answers. */
const room = 6

export interface PoolWorker {
  /** @param more Texts besides the usual ones. */
  hasRoom(more?: number): boolean
  /** @returns a promise of undefined where the thread could not lint it */
  take(job: Job): Promise<FileReport | undefined>
}

/**
 * @param file what the thread runs
 * @param leave called when the thread has ended
 */
export function startWorker(file: URL, leave: () => void): PoolWorker {
  const thread = new (process.getBuiltinModule('node:worker_threads').Worker)(file, {
    workerData: 'pool',
    execArgv: []
  })
  const waiting = new Map<number, (report: FileReport | undefined) => void>()
  const told = createTold(thread)
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
  return {
    hasRoom: (more = 0) => isReady && waiting.size < room + more,
    take({ options, env, repoData, ...work }) {
      try {
        const job = ++last
        const [linter, repo] = [told.linter(options, env), repoData && told.repo(repoData)]
        thread.postMessage({ ...work, job, linter, repo } satisfies ThreadOrder)
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

/** The linters and repositories that a thread was told of, by the numbers that texts for it name them by. */
interface Told {
  linter(options: PlanlintOptions, env: LinterEnv): number
  repo(data: RepoData): number
}

/** Each is told once, when a text first needs it. */
function createTold(thread: Worker): Told {
  const linters = new Map<PlanlintOptions, Map<LinterEnv, number>>()
  const repos = new Map<RepoData, number>()
  let last = 0
  return {
    linter(options, env) {
      let byEnv = linters.get(options)
      if (!byEnv) linters.set(options, (byEnv = new Map()))
      const known = byEnv.get(env)
      if (known !== undefined) return known
      const linter = ++last
      thread.postMessage({ linter, options, env } satisfies ThreadOrder)
      byEnv.set(env, linter)
      return linter
    },
    repo(data) {
      let repo = repos.get(data)
      if (repo === undefined) {
        repos.set(data, (repo = ++last))
        thread.postMessage({ repo, data } satisfies ThreadOrder)
      }
      return repo
    }
  }
}
