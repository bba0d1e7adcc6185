import { lazy } from '../../util/lazy.ts'
import { once } from '../../util/once.ts'
import { type FileKind, type Files, folderNames, kindOf, parseFiles } from './files.ts'

/** What a repository's index holds. */
export interface Index {
  kind(path: string): FileKind | undefined
  /** Is something below a path? */
  hasFolder(path: string): boolean
  /** Submodules. */
  nested: () => string[]
  /** Paths that git leaves out of the work tree, and counts as there. */
  skipped: () => Set<string>
  /** All of it, as a table. */
  table: () => Files
}

/** Reads the index, once, whoever asks. */
export const indexOf = once((data: { files: string; isPlain?: boolean }): Index => {
  const { files, isPlain = false } = data
  const table = lazy(() => parseFiles(files))
  const folders = lazy(() => folderNames(table().kinds.keys()))
  const sorted = isPlain ? new SortedPaths(files) : undefined
  const isQuick = (): boolean => sorted !== undefined && !sorted.isWorn
  const holds = (tag: string): boolean => files.startsWith(tag) || files.includes(`\0${tag}`)
  return {
    kind: path => (isQuick() ? sorted?.kind(path) : table().kinds.get(path)),
    hasFolder: path => (isQuick() ? sorted!.hasFolder(path) : folders().has(path)),
    nested: lazy(() =>
      isPlain && !holds('H 160000 ')
        ? []
        : [...table().kinds].flatMap(([path, kind]) => (kind === 'repository' ? [path] : []))
    ),
    skipped: lazy(() => (isPlain && !holds('S ') ? new Set() : table().skipped)),
    table
  }
})

/** More lookups than this are worth a table. */
const fewLookups = 1000

/**
 * What git listed of the index, looked up where it stands: git sorts by bytes, which is the order of strings where all is ASCII. Most plans name some ten paths;
 * a table of thirty thousand takes longer to make than all else that is done for them.
 */
class SortedPaths {
  readonly #raw: string
  #lookups = 0

  /** @param raw `H <mode> <oid> <stage>\t<path>` and a NUL each, in ASCII, in git's order. */
  constructor(raw: string) {
    this.#raw = raw
  }

  /** Too often asked: make a table. */
  get isWorn(): boolean {
    return this.#lookups > fewLookups
  }

  kind(path: string): FileKind | undefined {
    const at = this.#lowerBound(path)
    return this.#pathAt(at) === path ? kindOf(this.#raw.slice(at + 2, at + 8)) : undefined
  }

  hasFolder(path: string): boolean {
    const first = `${path}/`
    return this.#pathAt(this.#lowerBound(first))?.startsWith(first) ?? false
  }

  /** The start of the first entry whose path is not before another. */
  #lowerBound(path: string): number {
    this.#lookups++
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
