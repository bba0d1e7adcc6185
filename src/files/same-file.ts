import { remember } from '../util/remember.ts'

/** Which mentions mean the same file: people write the leaf in a heading and the full path in the tree. */

/** Segments of a path, without `.` and empty ones, both separators understood. */
export const segmentsOf: (path: string) => readonly string[] = remember(split, 2000, 200)

function split(path: string): string[] {
  const segments = path.split(path.includes('\\') ? /[\\/]/ : '/')
  return segments.every(isNamed) ? segments : segments.filter(isNamed)
}

function isNamed(segment: string): boolean {
  return segment !== '' && segment !== '.'
}

/** `a`, `a/b` for `a/b/c`; paths are not as deep as this in earnest. */
export function foldersAbove(path: string): string[] {
  const segments = path.split('/', 20)
  return segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).join('/'))
}

/** Do two mentions mean the same file: equal, or one the end of the other on segment borders? Case matters. */
export function samePath(a: string, b: string): boolean {
  const [first, second] = [segmentsOf(a), segmentsOf(b)]
  const shared = Math.min(first.length, second.length)
  if (shared === 0) return false
  for (let back = 1; back <= shared; back++) if (first.at(-back) !== second.at(-back)) return false
  return true
}

/** Lists are made when they get their first value: most branches are leaves, and have one. */
interface Branch<T> {
  children?: Map<string, Branch<T>>
  ending: T[]
  here?: T[]
}

/** An index of paths by their ends (a trie of segments, last one first): `add` and `find` cost one step per segment. */
export class PathIndex<T> {
  readonly #root: Branch<T> = { ending: [] }

  add(path: string, value: T): void {
    let node = this.#root
    const segments = segmentsOf(path)
    for (let i = segments.length - 1; i >= 0; i--) {
      const children: Map<string, Branch<T>> = (node.children ??= new Map())
      const known = children.get(segments[i]!)
      const child = known ?? { ending: [] }
      if (!known) children.set(segments[i]!, child)
      child.ending.push(value)
      node = child
    }
    if (node === this.#root) return
    if (node.here) node.here.push(value)
    else node.here = [value]
  }

  /**
   * The values of the path itself; else of the entries that end in it; else of the entries that it ends in, the longest first.
   * The answer is the index's own list where it can be: don't change it.
   */
  find(path: string): T[] {
    let node: Branch<T> | undefined = this.#root
    const passed: T[][] = []
    const segments = segmentsOf(path)
    for (let i = segments.length - 1; i >= 0; i--) {
      node = node.children?.get(segments[i]!)
      if (!node) break
      if (node.here) passed.push(node.here)
    }
    if (node === this.#root) return []
    if (node) return node.here ?? node.ending
    return passed.length === 1 ? passed[0]! : passed.reverse().flat()
  }
}
