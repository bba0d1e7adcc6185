/** "Did you mean": the nearest known name, if one is near enough to be worth saying. */

import { distance } from './distance.ts'

/** Names longer than this are nobody's typing slip, and cost quadratic time. */
const longest = 60

/**
 * @param word what was written
 * @param known the names there are
 * @returns the nearest name by edit distance (at most a third of the word), or undefined
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined
  const wanted = word.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) >= bestDistance) continue
    const found = distance(wanted, name.toLowerCase(), bestDistance)
    if (found < bestDistance) {
      best = name
      bestDistance = found
    }
  }
  return best
}

/** The same as words to append to a message: ` (did you mean "x"?)`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>, prefix = ''): string {
  const name = suggest(word, known)
  return name === undefined ? '' : ` (did you mean "${prefix}${name}"?)`
}
