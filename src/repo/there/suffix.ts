import { baseOf, fold } from '../paths.ts'

/** Folded paths that share an end are neighbours; scanning more of them would not tell one from the other. */
const scanLimit = 500

/** Paths by their ends, whatever their case. */
export class SuffixIndex {
  readonly #byName = new Map<string, string[]>()
  /** Of names that were asked for: paths by their segments from the last to the first, folded, so that those with one end stand side by side. */
  readonly #sorted = new Map<string, string[]>()

  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      if (path === '') continue
      const name = fold(baseOf(path))
      const list = this.#byName.get(name)
      if (list) list.push(path)
      else this.#byName.set(name, [path])
    }
  }

  /** The paths that end in the given segments, 500 at most. */
  *endingIn(path: string): Generator<string> {
    const key = keyOf(path)
    const entries = this.#named(fold(baseOf(path)))
    const first = lowerBound(entries, key)
    for (let i = first; i < Math.min(entries.length, first + scanLimit); i++) {
      const entry = entries[i] as string
      if (!entry.startsWith(key)) return
      yield entry.slice(entry.indexOf('\0') + 1)
    }
  }

  #named(name: string): string[] {
    let sorted = this.#sorted.get(name)
    if (!sorted) {
      sorted = (this.#byName.get(name) ?? []).map(path => `${keyOf(path)}\0${path}`).sort()
      this.#sorted.set(name, sorted)
    }
    return sorted
  }
}

/** Paths ordered as such an index has them, as many as it would give. */
export function byEnds(paths: ReadonlySet<string>): string[] {
  if (paths.size < 2) return [...paths]
  const sorted = [...paths].map(path => `${keyOf(path)}\0${path}`).sort()
  return sorted.slice(0, scanLimit).map(entry => entry.slice(entry.indexOf('\0') + 1))
}

function keyOf(path: string): string {
  return `${fold(path).split('/').reverse().join('/')}/`
}

function lowerBound(entries: string[], key: string): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle] as string) < key) low = middle + 1
    else high = middle
  }
  return low
}
