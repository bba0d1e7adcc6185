/** A line that tells how far a long run is: on a terminal only, from the first second on, gone at the end. */
import type {Io} from './io.ts'

export interface Progress {
  at(done: number, of: number): void
  end(): void
}

/** Milliseconds. */
const before = 1000
const between = 100

/** @param now the time in milliseconds; tests hand in their own */
export function createProgress({stderr, isErrorTTY}: Pick<Io, 'stderr' | 'isErrorTTY'>, now: () => number = () => performance.now()): Progress {
  const start = now()
  let last = start + before - between
  let isShown = false
  return {
    at(done, of) {
      if (!isErrorTTY || done === of || now() - last < between) return
      last = now()
      isShown = true
      stderr.write(`\r\u001B[Kplanlint: ${done} of ${of} files`)
    },
    end() {
      if (isShown) stderr.write('\r\u001B[K')
      isShown = false
    }
  }
}
