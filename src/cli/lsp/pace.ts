/** When a text is judged: not at each key, and the sooner after the last the quicker texts of this kind are judged. */

/** Milliseconds. */
const shortest = 120
const longest = 400
/** Who types without a pause sees something, too, after so long. */
const patience = 1000

export interface Pace {
  /** A text came, which takes the place of any that waits. */
  touch(): void
  /** Lints what waits, at once. */
  now(): void
  drop(): void
}

/**
 * Lints one document: never two of its texts at once, and none that the next key has superseded.
 *
 * @param lint lints the text as it is by then
 */
export function createPace(lint: () => Promise<void>): Pace {
  let timer: NodeJS.Timeout | undefined
  let since: number | undefined
  let isBusy = false
  let last = shortest
  const go = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    // Whoever is busy starts anew.
    if (isBusy || since === undefined) return
    since = undefined
    isBusy = true
    const start = performance.now()
    try {
      await lint()
    } finally {
      last = performance.now() - start
      isBusy = false
      if (since !== undefined) wait()
    }
  }
  const wait = (): void => {
    clearTimeout(timer)
    const pause = Math.min(longest, Math.max(shortest, 2 * last))
    const left = since! + patience - performance.now()
    timer = setTimeout(() => void go(), Math.max(0, Math.min(pause, left)))
  }
  return {
    touch() {
      since ??= performance.now()
      if (!isBusy) wait()
    },
    now() {
      since ??= performance.now()
      void go()
    },
    drop() {
      clearTimeout(timer)
      since = undefined
    }
  }
}
