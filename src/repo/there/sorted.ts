import { lazy } from '../../util/lazy.ts'
import { fold } from '../paths.ts'
import { type FileKind, fileKind } from './files.ts'
import type { Paths } from './names.ts'
import { byEnds } from './suffix.ts'

/** More work than this is worth a table: so many lookups by halves. */
const longest = 1000
/** What a search of the whole text counts. */
const search = 50

/**
 * What git listed of the index, looked up where it stands: git sorts by bytes, which is the order of strings where all is ASCII. Most plans name some ten paths;
 * a table of thirty thousand takes longer to make than all else that is done for them.
 */
export class SortedPaths implements Paths {
  readonly #raw: string
  readonly #folded: () => string
  #work = 0

  /** @param raw `H <mode> <oid> <stage>\t<path>` and a NUL each, in ASCII, in git's order. */
  constructor(raw: string) {
    this.#raw = raw
    this.#folded = lazy(() => raw.toLowerCase())
  }

  /** Too often asked: make a table. */
  get isWorn(): boolean {
    return this.#work > longest
  }

  kind(path: string): FileKind | undefined {
    const at = this.#lowerBound(path)
    return this.#pathAt(at) === path ? fileKind(this.#raw.slice(at + 2, at + 8)) : undefined
  }

  hasFolder(path: string): boolean {
    const first = `${path}/`
    return this.#pathAt(this.#lowerBound(first))?.startsWith(first) ?? false
  }

  inFolder(folder: string): string[] {
    const prefix = folder === '' ? '' : `${folder}/`
    const found: string[] = []
    let at = this.#lowerBound(prefix)
    for (;;) {
      const path = this.#pathAt(at)
      if (!path?.startsWith(prefix)) return found
      const slash = path.indexOf('/', prefix.length)
      const name = path.slice(prefix.length, slash === -1 ? undefined : slash)
      // A path in conflict is there more than once.
      if (found.at(-1) !== name) found.push(name)
      // "0" comes next to "/".
      at = slash === -1 ? this.#raw.indexOf('\0', at) + 1 : this.#lowerBound(`${prefix}${name}0`)
    }
  }

  endingIn(path: string): string[] {
    const found = new Set<string>()
    let last = ''
    for (const { start, end } of this.#ends(this.#folded(), fold(path), '\0/')) {
      // Of a folder, all that it holds is found.
      if (this.#raw.startsWith(last, start) && end - start === last.length) continue
      found.add((last = this.#raw.slice(start, end)))
    }
    return byEnds(found)
  }

  /** Files of this very name, in git's order. */
  named(name: string): string[] {
    const ends = [...this.#ends(this.#raw, name, '\0')].sort((a, b) => a.start - b.start)
    return [...new Set(ends.map(({ start, end }) => this.#raw.slice(start, end)))]
  }

  /** Where paths, or the folders on their way, end in the given segments. */
  *#ends(text: string, segments: string, after: string): Generator<{ start: number; end: number }> {
    for (const before of ['\t', '/']) {
      this.#work += search
      const wanted = before + segments
      for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
        const end = at + wanted.length
        if (!after.includes(text[end]!)) continue
        const start = text.indexOf('\t', text.lastIndexOf('\0', at) + 1) + 1
        // A path may hold a tab.
        if (before === '/' || start === at + 1) yield { start, end }
      }
    }
  }

  /** The start of the first entry whose path is not before another. */
  #lowerBound(path: string): number {
    this.#work++
    let [low, high] = [0, this.#raw.length]
    while (low < high) {
      const start = this.#raw.lastIndexOf('\0', Math.max(0, ((low + high) >>> 1) - 1)) + 1
      const middle = Math.max(low, start)
      const end = this.#raw.indexOf('\0', middle)
      if ((this.#pathAt(middle) as string) < path) low = end + 1
      else high = middle
    }
    return low
  }

  #pathAt(start: number): string | undefined {
    const end = this.#raw.indexOf('\0', start)
    return end === -1 ? undefined : this.#raw.slice(this.#raw.indexOf('\t', start) + 1, end)
  }
}
