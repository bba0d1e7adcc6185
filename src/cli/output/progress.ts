/** A line that tells how far a long run is: on a terminal only, from the first second on, gone at the end. */
import { now } from '../runtime/clock.ts'
import type { Io } from '../io.ts'

export interface ProgressLine {
  at(done: number, of: number): void
  end(): void
}

/** Milliseconds. */
const before = 1000
const between = 100

/** @param clock the time in milliseconds; tests hand in their own */
export function createProgress(
  { stderr, isErrorTTY }: Pick<Io, 'stderr' | 'isErrorTTY'>,
  clock: () => number = now
): ProgressLine {
  const start = clock()
  let last = start + before - between
  let isShown = false
  return {
    at(done, of) {
      if (!isErrorTTY || done === of || clock() - last < between) return
      last = clock()
      isShown = true
      stderr.write(`\r\u001B[Kplanlint: ${done} of ${of} files`)
    },
    end() {
      if (isShown) stderr.write('\r\u001B[K')
      isShown = false
    }
  }
}
