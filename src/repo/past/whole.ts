import type { Fate, Past } from '../facts.ts'
import { findCommit } from './graph.ts'
import { existedAt, fateOf, type History, introducedIn, lastEvent, parseHistory } from './history.ts'
import { type Names, lookupNames } from '../there/names.ts'
import { lazy } from '../../util/lazy.ts'

/** What git said of the whole past. */
export interface WholePast {
  /** `git log -z --format='%H %P%x01%D'`, newest first. */
  graph: string
  /** `git diff-tree --stdin --raw -z`, every commit against its first parent. */
  changes: string
  notes: string[]
  noHistory?: string
}

/**
 * The past, all of it read at once.
 *
 * @param tracked Whether a path is in the index: decides for what never changed, where history is cut off.
 */
export function wholePast(told: WholePast, shallow: boolean, tracked: (path: string) => boolean): Past {
  const history = parseHistory(told.graph, told.changes, shallow)
  const ever = lazy((): Names => lookupNames(history.events.keys()))
  const hashOf = (commit: number): string => history.hashes[commit] ?? ''
  return {
    notes: told.notes,
    ...(told.noHistory === undefined ? {} : { noHistory: told.noHistory }),
    find(name) {
      const commit = findCommit(history, name)
      return typeof commit === 'number' ? hashOf(commit) : commit
    },
    introduced(path) {
      const commit = introducedIn(history, path, 0)
      if (commit !== undefined) return history.cut.has(commit) ? 'cut' : hashOf(commit)
      return history.whole.has(history.root[0] ?? -1) ? undefined : 'cut'
    },
    parent(hash) {
      const commit = history.parent[history.numbers.get(hash) ?? -1] ?? -1
      return commit === -1 ? undefined : hashOf(commit)
    },
    kindAt(path, hash) {
      const commit = history.numbers.get(hash)
      return commit === undefined ? 'unknown' : existedAt(history, path, commit, tracked(path))
    },
    names: ever,
    fate(path, hash, _others, within): Fate | undefined {
      const commit = history.numbers.get(hash)
      if (commit === undefined || !isWithin(history, lastEvent(history, path, commit)?.commit, commit, within))
        return undefined
      const found = fateOf(history, path, commit)
      return found && { ...found, commit: hashOf(found.commit) }
    }
  }
}

/** Is a commit among so many first parents of another? */
function isWithin(history: History, commit: number | undefined, of: number, within: number): boolean {
  let at = of
  for (let steps = 0; steps < within && at !== -1; steps++) {
    if (at === commit) return true
    at = history.parent[at] ?? -1
  }
  return false
}
