/**
 * The commits reachable from the head, numbered newest first (0 is the head), as a forest of first parents.
 * Since each commit is compared with its first parent, the state of the repository at a commit is what happened on its
 * chain of first parents; `enter` and `leave` tell in constant time whether a commit lies on another's chain.
 */
export interface Graph {
  hashes: string[]
  numbers: Map<string, number>
  /** First parent, -1 for none. */
  parent: Int32Array
  /** Further parents of merges. */
  merged: Map<number, number[]>
  enter: Int32Array
  leave: Int32Array
  /** The oldest commit of each commit's chain. */
  root: Int32Array
  /** Roots before which history goes on, but was not read or is not there. */
  cut: Set<number>
  /** Roots whose own content is complete all the same: those of a shallow clone hold their whole tree. */
  whole: Set<number>
  tags: Map<string, number>
}

interface HistoryLine {
  hash: string
  parents: string[]
  names: string
}

/** Reads `git log -z --format='%H %P%x01%D'`. */
export function parseGraph(raw: string, shallow: boolean): Graph {
  const lines: HistoryLine[] = raw
    .split('\0')
    .filter(line => line !== '')
    .map(line => {
      const [ids = '', names = ''] = line.split('\u0001')
      const [hash = '', ...parents] = ids.trim().split(' ')
      return { hash, parents, names }
    })
  const numbers = new Map(lines.map((line, number) => [line.hash, number]))
  const parent = Int32Array.from(lines, line => numbers.get(line.parents[0] ?? '') ?? -1)
  const merged = new Map<number, number[]>()
  const tags = new Map<string, number>()
  const cut = new Set<number>()
  const whole = new Set<number>()
  for (const [number, line] of lines.entries()) {
    if (line.parents.length > 1)
      merged.set(
        number,
        line.parents.slice(1).flatMap(hash => numbers.get(hash) ?? [])
      )
    for (const name of line.names.split(', ')) if (name.startsWith('tag: refs/tags/')) tags.set(name.slice(15), number)
    if (parent[number] !== -1) continue
    if (line.parents.length > 0 || shallow) cut.add(number)
    if (line.parents.length === 0) whole.add(number)
  }
  return { hashes: lines.map(line => line.hash), numbers, parent, merged, cut, whole, tags, ...label(parent) }
}

/** Numbers the forest of first parents in depth-first order, without recursion. */
function label(parent: Int32Array): Pick<Graph, 'enter' | 'leave' | 'root'> {
  const size = parent.length
  const [enter, leave, root] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const children: number[][] = Array.from({ length: size }, () => [])
  const stack: number[] = []
  for (let number = 0; number < size; number++) {
    const up = parent[number] ?? -1
    if (up === -1) stack.push(number)
    else children[up]?.push(number)
  }
  let clock = 0
  while (stack.length > 0) {
    const top = stack.pop() as number
    if (top < 0) {
      leave[~top] = clock
      continue
    }
    const up = parent[top] ?? -1
    root[top] = up === -1 ? top : (root[up] ?? top)
    enter[top] = clock++
    stack.push(~top, ...(children[top] ?? []))
  }
  return { enter, leave, root }
}

/** Whether a commit is another one or lies on its chain of first parents. */
export function onChain(graph: Graph, commit: number, of: number): boolean {
  const [enter, at, leave] = [graph.enter[commit] ?? 0, graph.enter[of] ?? 0, graph.leave[commit] ?? 0]
  return enter <= at && at < leave
}

/** The commit that a hash, its beginning or a tag names. */
export function findCommit(graph: Graph, name: string): number | 'ambiguous' | undefined {
  const exact = graph.numbers.get(name.toLowerCase()) ?? graph.tags.get(name)
  if (exact !== undefined) return exact
  if (!isHash(name)) return undefined
  const found = graph.hashes.flatMap((hash, number) => (hash.startsWith(name.toLowerCase()) ? [number] : []))
  return found.length > 1 ? 'ambiguous' : found[0]
}

/** Whether a name looks like a commit hash, perhaps shortened. */
export function isHash(name: string): boolean {
  return /^[0-9a-f]{4,64}$/i.test(name)
}
