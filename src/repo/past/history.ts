import { type Graph, onChain, parseGraph } from './graph.ts'
import { type FileKind, fileKind } from '../there/files.ts'

/** A path came into being or went away in a commit. */
export interface PathEvent {
  /** Number of the commit in the graph. */
  commit: number
  alive: boolean
  kind: FileKind
  /** The other end of a rename: where it came from (alive) or went to. */
  other?: string
}

/** Additions, deletions and renames of every path, over the graph of commits. */
export interface History extends Graph {
  events: Map<string, PathEvent[]>
}

/** Reads what git said about commits and changes; linear in both. */
export function parseHistory(graph: string, changes: string, shallow: boolean): History {
  const parsed = parseGraph(graph, shallow)
  return { ...parsed, events: parseChanges(changes, parsed.numbers) }
}

/**
 * Reads `git diff-tree --stdin --raw -z`: a hash, then per change `:<mode> <mode> <oid> <oid> <status>` and one path, or
 * two for a rename. Paths are taken by position, so no name can be mistaken for anything else.
 */
export function parseChanges(raw: string, numbers: Map<string, number>): Map<string, PathEvent[]> {
  const events = new Map<string, PathEvent[]>()
  const add = (path: string, event: PathEvent) => {
    const list = events.get(path)
    if (list) list.push(event)
    else events.set(path, [event])
  }
  let commit: number | undefined
  let start = 0
  const take = () => {
    const end = raw.indexOf('\0', start)
    const token = end === -1 ? '' : raw.slice(start, end)
    start = end === -1 ? raw.length : end + 1
    return token
  }
  while (start < raw.length) {
    const token = take()
    if (!token.startsWith(':')) {
      commit = numbers.get(token)
      continue
    }
    const status = token[token.lastIndexOf(' ') + 1]
    const path = take()
    const target = status === 'R' ? take() : undefined
    if (commit === undefined || path === '') continue
    const [before, after] = [fileKind(token.slice(1, 7)), fileKind(token.slice(8, 14))]
    if (status === 'A') add(path, { commit, alive: true, kind: after })
    if (status === 'D') add(path, { commit, alive: false, kind: before })
    if (target) {
      add(path, { commit, alive: false, kind: before, other: target })
      add(target, { commit, alive: true, kind: after, other: path })
    }
  }
  return events
}

/** The last thing that happened to a path up to a commit, along first parents. */
export function lastEvent(history: History, path: string, commit: number): PathEvent | undefined {
  let last: PathEvent | undefined
  for (const event of history.events.get(path) ?? []) {
    if (!onChain(history, event.commit, commit)) continue
    // On one chain a later commit has the larger number of entry; within a commit being there wins (two files swapped).
    const [a, b] = [history.enter[event.commit] ?? 0, last ? (history.enter[last.commit] ?? 0) : -1]
    if (a > b || (a === b && event.alive)) last = event
  }
  return last
}

/**
 * Whether a path existed right after a commit.
 *
 * @param now Whether the head has it: decides for what never changed, where history is cut off.
 */
export function existedAt(
  history: History,
  path: string,
  commit: number,
  now: boolean
): FileKind | 'absent' | 'unknown' {
  const event = lastEvent(history, path, commit)
  if (event) return event.alive ? event.kind : 'absent'
  if (history.whole.has(history.root[commit] ?? -1)) return 'absent'
  return beforeTheCut(history, path, commit, now)
}

/** Where older history is missing, the next thing that happened to the path tells what was before. */
function beforeTheCut(history: History, path: string, commit: number, now: boolean): FileKind | 'absent' | 'unknown' {
  const head = 0
  if (!onChain(history, commit, head)) return 'unknown'
  let next: PathEvent | undefined
  for (const event of history.events.get(path) ?? []) {
    if (!onChain(history, event.commit, head)) continue
    if (!next || (history.enter[event.commit] ?? 0) < (history.enter[next.commit] ?? 0)) next = event
  }
  if (next) return next.alive ? 'absent' : next.kind
  return now ? 'file' : 'absent'
}

/**
 * The commit in which a path that exists at `from` was first written: through renames, and inside merged branches rather
 * than at the merge.
 */
export function introducedIn(history: History, path: string, from: number): number | undefined {
  let [name, at] = [path, from]
  for (let steps = 0; steps < 1000; steps++) {
    const event = lastEvent(history, name, at)
    if (!event?.alive) return undefined
    const merged = history.merged.get(event.commit)?.find(parent => lastEvent(history, name, parent)?.alive)
    const parent = history.parent[event.commit] ?? -1
    if (merged !== undefined) at = merged
    else if (event.other !== undefined && parent !== -1) [name, at] = [event.other, parent]
    else return event.commit
  }
  return undefined
}

/** What became of a path that is gone at a commit: follows renames to what exists there, else names the deletion. */
export function fateOf(
  history: History,
  path: string,
  commit: number
): { path: string; moved: boolean; commit: number } | undefined {
  const seen = new Set<string>()
  let name = path
  let event = lastEvent(history, name, commit)
  const first = event && inBranch(history, name, event)
  while (event && !event.alive && event.other !== undefined && !seen.has(name)) {
    seen.add(name)
    name = event.other
    event = lastEvent(history, name, commit)
    if (event?.alive) return { path: name, moved: true, commit: first?.commit ?? event.commit }
  }
  return event && !event.alive ? { path: name, moved: false, commit: inBranch(history, name, event).commit } : undefined
}

/** A merge only passes on what a branch deleted: the commit of the branch. */
function inBranch(history: History, path: string, event: PathEvent): PathEvent {
  for (const parent of history.merged.get(event.commit) ?? []) {
    const inner = lastEvent(history, path, parent)
    if (inner && !inner.alive) return inBranch(history, path, inner)
  }
  return event
}
