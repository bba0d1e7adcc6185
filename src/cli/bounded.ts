/** Judges in a worker, within a limit of time and memory; what exceeds it is trouble, and the run goes on. */
import fs from 'node:fs'
import {Worker} from 'node:worker_threads'
import {unjudged} from '../judge.ts'
import type {FileReport, Trouble} from '../types.ts'
import type {Said, Task} from './worker.ts'

/** Milliseconds for one file, unless the limit "milliseconds" says otherwise. */
export const defaultMilliseconds = 5000

/** Megabytes of a worker's heap. */
const memory = 1024

/** The built worker; there is none beside the sources. */
const usualFile = new URL('./worker.js', import.meta.url)

export interface Bounded {
  /** Total: what went wrong is the report's trouble. One task after the other. */
  judge(task: Task): Promise<FileReport>
}

/** @param file the worker's script */
export function createBounded(file: URL = usualFile, megabytes = memory): Bounded {
  let idle: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  return {
    judge(task) {
      const next = last.then(() => judgeOne(task))
      last = next
      return next
    }
  }

  async function judgeOne(task: Task): Promise<FileReport> {
    const worker = idle ?? start(file, megabytes)
    const isNew = worker !== idle
    idle = undefined
    worker.ref()
    const answer = await ask(worker, task, isNew)
    if ('code' in answer) {
      await worker.terminate()
      return unjudged(task.text, task.path === undefined ? {} : {path: task.path}, answer)
    }
    // An idle worker keeps nobody waiting.
    worker.unref()
    idle = worker
    return answer
  }
}

/** Whether there is a worker to judge with. */
export function hasWorker(): boolean {
  return fs.existsSync(usualFile)
}

function start(file: URL, megabytes: number): Worker {
  return new Worker(file, {resourceLimits: {maxOldGenerationSizeMb: megabytes}, execArgv: [], stdout: false, stderr: false})
}

/** The clock runs from when the worker is there: to start it is not the file's fault. */
function ask(worker: Worker, task: Task, isNew: boolean): Promise<FileReport | Trouble> {
  const limit = task.options.limits?.['milliseconds'] ?? defaultMilliseconds
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined
    const settle = (answer: FileReport | Trouble): void => {
      clearTimeout(timer)
      worker.removeAllListeners()
      worker.on('error', () => undefined)
      resolve(answer)
    }
    const send = (): void => {
      timer = setTimeout(() => settle(tooSlow(limit)), limit)
      worker.postMessage(task)
    }
    worker.on('message', (said: Said) => (said === 'ready' ? send() : settle(said)))
    worker.on('error', (error: NodeJS.ErrnoException) => settle(died(error)))
    worker.on('exit', (code) => settle(died(new Error(`it ended with code ${code}`))))
    if (!isNew) send()
  })
}

function tooSlow(limit: number): Trouble {
  return {code: 'timeout', message: `Not judged within ${(limit / 1000).toLocaleString('en')} s: split the plan, or raise the limit "milliseconds"`}
}

function died(error: NodeJS.ErrnoException): Trouble {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return {code: 'out-of-memory', message: `Not judged within ${memory.toLocaleString('en')} MB of memory: split the plan`}
  return {code: 'crash', message: `planlint crashed on this file: ${error.message}`}
}
