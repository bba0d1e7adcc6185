/** "Did you mean": the nearest known name, if one is near enough to be worth saying. */

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
    const found = distance(wanted, name.toLowerCase())
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

/** Edit distance in which two neighbours swapped count as one slip. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(current[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1)
      current.push(value)
    }
    before = previous
    previous = current
  }
  return previous[b.length]!
}
