/** Lints in a worker, within a limit of time and memory; what exceeds it is a fatal error, and the run goes on. */
import fs from 'node:fs'
import type { Worker } from 'node:worker_threads'
import { pleaseReport } from '../../lint/rule.ts'
import type { FileReport, FatalError } from '../../types.ts'
import { unjudged } from '../../lint/report.ts'
import { createWhere, readWhere } from './whereabouts.ts'
import { now } from './clock.ts'
import type { Said, Task } from './task.ts'

/** Milliseconds of processor time for one file, unless the limit "milliseconds" says otherwise. */
export const defaultMilliseconds = 5000

/** The limit counts processor time, lest a busy machine change a result; behind it stands so many times the limit by the clock. */
const patienceOnLoad = 10

/** What a worker may use: megabytes of heap, and milliseconds until it is there. */
interface WorkerLimits {
  megabytes: number
  start: number
}

/** With what the main thread holds, this stays below a gigabyte. */
const usualAllowance: WorkerLimits = { megabytes: 768, start: 60_000 }

/** The built worker; there is none beside the sources. */
const usualFile = new URL('./worker.cjs', import.meta.url)

export interface Bounded {
  /** Total: what went wrong is a fatal error of the report. One task after the other. */
  lint(task: Task): Promise<FileReport>
}

/** @param file the worker's script */
export function createBounded(file: URL = usualFile, allowed: Partial<WorkerLimits> = {}): Bounded {
  const allowance = { ...usualAllowance, ...allowed }
  let idle: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  return {
    lint(task) {
      const next = last.then(() => lintOne(task))
      last = next
      return next
    }
  }

  async function lintOne(task: Task): Promise<FileReport> {
    const isNew = idle === undefined
    const worker = idle ?? start(file, allowance)
    if (isNew)
      worker.once('exit', () => {
        if (idle === worker) idle = undefined
      })
    idle = undefined
    worker.ref()
    const answer = await ask(worker, task, isNew, allowance)
    if ('code' in answer) {
      await worker.terminate()
      return unjudged(task.text, task.path === undefined ? {} : { path: task.path }, answer)
    }
    // An idle worker keeps nobody waiting.
    worker.unref()
    idle = worker
    return answer
  }
}

/** Whether there is a worker to lint with. */
export function hasWorker(): boolean {
  return fs.existsSync(usualFile)
}

function start(file: URL, { megabytes }: WorkerLimits): Worker {
  const worker = new (process.getBuiltinModule('node:worker_threads').Worker)(file, {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    execArgv: []
  })
  // What one says while nobody listens, being stopped, is of no interest; unheard, it would end the process.
  worker.on('error', () => undefined)
  return worker
}

/** The file's clock runs from when the worker is there: to start it is not the file's fault. */
function ask(
  worker: Worker,
  task: Task,
  isNew: boolean,
  { megabytes, start: patience }: WorkerLimits
): Promise<FileReport | FatalError> {
  const limit = task.options.limits?.['milliseconds'] ?? defaultMilliseconds
  const where = createWhere()
  return new Promise(resolve => {
    let timer: NodeJS.Timeout | undefined
    const settle = (answer: FileReport | FatalError): void => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', fail).off('exit', end)
      resolve(answer)
    }
    const send = (): void => {
      clearTimeout(timer)
      const spent = clock()
      const look = (): void => {
        const left = limit - spent.processor()
        // Other threads may have spent it; and a worker may wait for something.
        if (left <= 0 || spent.wall() >= limit * patienceOnLoad) settle(tooSlow(limit, readWhere(where)))
        else timer = setTimeout(look, Math.max(left, limit / 20))
      }
      timer = setTimeout(look, limit)
      worker.postMessage({ ...task, where } satisfies Task)
    }
    const hear = (said: Said): void => (said === 'ready' ? send() : settle(said))
    const fail = (error: NodeJS.ErrnoException): void => settle(died(error, megabytes, readWhere(where)))
    const end = (code: number): void =>
      settle(died(new Error(`it ended with code ${code}`), megabytes, readWhere(where)))
    worker.on('message', hear).on('error', fail).on('exit', end)
    if (isNew) timer = setTimeout(() => settle(neverThere(patience)), patience)
    else send()
  })
}

/** What the process has spent from now on, in milliseconds: of the worker alone it can't be asked. */
function clock(): { processor(): number; wall(): number } {
  const start = now()
  const before = process.cpuUsage()
  return {
    processor() {
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    },
    wall: () => now() - start
  }
}

function tooSlow(limit: number, rule: string | undefined): FatalError {
  return {
    code: 'timeout',
    message: `Not judged within ${(limit / 1000).toLocaleString('en')} s${during(rule)}: split the plan, or raise the limit "milliseconds"`
  }
}

function neverThere(patience: number): FatalError {
  return {
    code: 'crash',
    message: `No worker to judge this file within ${(patience / 1000).toLocaleString('en')} s: run again when the machine has less to do`
  }
}

function died(error: NodeJS.ErrnoException, megabytes: number, rule: string | undefined): FatalError {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return {
      code: 'out-of-memory',
      message: `Not judged within ${megabytes.toLocaleString('en')} MB of memory${during(rule)}: split the plan`
    }
  return { code: 'crash', message: `planlint crashed on this file${during(rule)}: ${error.message}; ${pleaseReport}` }
}

function during(rule: string | undefined): string {
  return rule === undefined ? '' : `, while rule ${rule} ran`
}
