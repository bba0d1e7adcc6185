/** Which mentions mean the same file: people write the leaf in a heading and the full path in the tree. */

/** Segments of a path, without `.` and empty ones, both separators understood. */
export function segmentsOf(path: string): string[] {
  return path.split(/[\\/]/).filter((segment) => segment !== '' && segment !== '.')
}

/** Do two mentions mean the same file: equal, or one the end of the other on segment borders? Case matters. */
export function samePath(a: string, b: string): boolean {
  const [first, second] = [segmentsOf(a), segmentsOf(b)]
  const shared = Math.min(first.length, second.length)
  if (shared === 0) return false
  for (let back = 1; back <= shared; back++) if (first.at(-back) !== second.at(-back)) return false
  return true
}

interface Branch<T> { children: Map<string, Branch<T>>; ending: T[]; here: T[] }

const branch = <T>(): Branch<T> => ({children: new Map(), ending: [], here: []})

/** An index of paths by their ends (a trie of segments, last one first): `add` and `find` cost one step per segment. */
export class PathIndex<T> {
  readonly #root: Branch<T> = branch()

  add(path: string, value: T): void {
    let node = this.#root
    for (const segment of segmentsOf(path).reverse()) {
      let child = node.children.get(segment)
      if (!child) node.children.set(segment, child = branch())
      child.ending.push(value)
      node = child
    }
    if (node !== this.#root) node.here.push(value)
  }

  /**
   * The values of the path itself; else of the entries that end in it; else of the entries that it ends in, the longest first.
   * The answer is the index's own list where it can be: don't change it.
   */
  find(path: string): T[] {
    let node: Branch<T> | undefined = this.#root
    const passed: T[][] = []
    for (const segment of segmentsOf(path).reverse()) {
      node = node.children.get(segment)
      if (!node) break
      if (node.here.length > 0) passed.push(node.here)
    }
    if (node === this.#root) return []
    if (node) {
      if (node.here.length > 0) return node.here
      if (node.ending.length > 0) return node.ending
    }
    return passed.length === 1 ? passed[0] as T[] : passed.reverse().flat()
  }
}
