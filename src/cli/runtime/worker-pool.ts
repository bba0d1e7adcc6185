/** Threads that lint beside the main one, where there is enough to do for them: each has to load the linter first, and to warm up. */
import fs from 'node:fs'
import os from 'node:os'
import { folderOf } from '../../util/path.ts'
import type { RepoData } from '../../repo/facts.ts'
import type { FileReport } from '../../types.ts'
import { startWorker, type Job, type PoolWorker } from './pool-worker.ts'

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
