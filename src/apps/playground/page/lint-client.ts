/** Talks to the worker: one text at a time, the newest next; a worker that takes too long is ended and replaced. */
import type { WorkerAnswer, Ask, Known, PlaygroundResult } from '../lint-plan.ts'

interface LintEvents {
  profiles(known: Known[]): void
  result(text: string, result: PlaygroundResult, milliseconds: number): void
  gaveUp(): void
}

/** The worker's code, put in by the build. */
declare const WORKER_CODE: string
/** Milliseconds that judging a text may take. */
declare const TIME_LIMIT: number

interface Wanted {
  text: string
  profile: string
}

export function createLintClient(events: LintEvents): { lint(text: string, profile: string): void } {
  const address = trustedAddress(URL.createObjectURL(new Blob([WORKER_CODE], { type: 'text/javascript' })))
  let isReady = false
  let isKnown = false
  let worker = start()
  let asked: (Wanted & { id: number; at: number; timer: number }) | undefined
  let next: Wanted | undefined
  let last = 0
  return {
    lint(text, profile) {
      next = { text, profile }
      if (!asked) askNext()
    }
  }

  function start(): Worker {
    const made = new Worker(address)
    made.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => onAnswer(data))
    made.postMessage({ id: 0 } satisfies Ask)
    return made
  }

  /** Loading the worker does not count against the text. */
  function askNext(): void {
    if (!next || !isReady) return
    const id = ++last
    asked = { ...next, id, at: performance.now(), timer: window.setTimeout(giveUp, TIME_LIMIT) }
    next = undefined
    worker.postMessage({ id, text: asked.text, profile: asked.profile } satisfies Ask)
  }

  function onAnswer(answer: WorkerAnswer): void {
    if ('profiles' in answer) return ready(answer.profiles)
    if (!asked || answer.id !== asked.id) return
    const { text, at, timer } = asked
    clearTimeout(timer)
    asked = undefined
    if (!next) events.result(text, answer.result, performance.now() - at)
    askNext()
  }

  function ready(known: Known[]): void {
    isReady = true
    if (!isKnown) events.profiles(known)
    isKnown = true
    askNext()
  }

  function giveUp(): void {
    worker.terminate()
    isReady = false
    asked = undefined
    worker = start()
    if (!next) events.gaveUp()
  }
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string }
  ): { createScriptURL(address: string): string }
}

/** The page's policy lets no address become a script but this one. */
function trustedAddress(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  return trustedTypes
    ? trustedTypes.createPolicy('planlint', { createScriptURL: each => each }).createScriptURL(address)
    : address
}
