import { fold } from './paths.ts'

/**
 * Paths sorted by their segments from the last to the first, folded: all paths that end in `b/c.ts` stand side by side,
 * so a lookup is a binary search however many files share a name.
 */
export type SuffixIndex = string[]

/** Sorts paths by their ends. */
export function indexSuffixes(paths: Iterable<string>): SuffixIndex {
  const keys: string[] = []
  for (const path of paths) if (path !== '') keys.push(`${keyOf(path)}\0${path}`)
  return keys.sort()
}

/** Folded paths that share an end are neighbours; scanning more of them would not tell one from the other. */
const scanLimit = 500

/** The paths that end in the given segments, whatever their case, 500 at most. */
export function* endingIn(index: SuffixIndex, path: string): Generator<string> {
  const key = keyOf(path)
  const first = lowerBound(index, key)
  for (let i = first; i < Math.min(index.length, first + scanLimit); i++) {
    const entry = index[i] as string
    if (!entry.startsWith(key)) return
    yield entry.slice(entry.indexOf('\0') + 1)
  }
}

function keyOf(path: string): string {
  return `${fold(path).split('/').reverse().join('/')}/`
}

function lowerBound(index: SuffixIndex, key: string): number {
  let [low, high] = [0, index.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((index[middle] as string) < key) low = middle + 1
    else high = middle
  }
  return low
}
