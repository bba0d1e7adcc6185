import { indexFolders } from './files.ts'
import { type Tree, typoIndex, type TypoIndex } from './near.ts'
import { joinPaths } from '../paths.ts'
import { byEnds, SuffixIndex } from './suffix.ts'
import { lazy } from '../../util/lazy.ts'

/** Paths by their folders and by their ends. */
export interface Paths extends Tree {
  /** The paths, of files and of folders, that end in the given segments, whatever their case: 500 at most, ordered by their ends. */
  endingIn(path: string): string[]
}

/** Names that lookups range over. */
export interface Names extends Paths {
  typos: TypoIndex
}

/** Indexes paths; the costlier index only when it is asked. */
export function lookupNames(paths: Iterable<string>): Names {
  const folders = indexFolders(paths)
  const all = function* () {
    for (const [folder, names] of folders) for (const name of names) yield joinPaths(folder, name)
  }
  const suffixes = lazy(() => new SuffixIndex(new Set(all())))
  return withTypos({
    hasFolder: path => folders.has(path),
    inFolder: path => folders.get(path) ?? [],
    endingIn: path => [...suffixes().endingIn(path)]
  })
}

/** Names of paths that can be looked up already. */
export function withTypos(paths: Paths): Names {
  return { ...paths, typos: typoIndex(paths) }
}

/** The names of both. */
export function joinNames(a: Paths, b: Paths): Names {
  return withTypos({
    hasFolder: path => a.hasFolder(path) || b.hasFolder(path),
    inFolder: path => [...new Set([...a.inFolder(path), ...b.inFolder(path)])],
    endingIn: path => byEnds(new Set([...a.endingIn(path), ...b.endingIn(path)]))
  })
}
