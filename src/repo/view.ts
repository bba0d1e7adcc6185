import type { Disk, RepoData } from './facts.ts'
import { type Files, type Folders, indexFolders } from './files.ts'
import type { History } from './history.ts'
import { typoIndex } from './near.ts'
import { join } from './paths.ts'
import { indexSuffixes } from './suffix.ts'

/** A value that is computed when it is first asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** The names that lookups range over: those of now, or those of now and of all history. */
export interface Names {
  folders: Folders
  typos: ReturnType<typeof typoIndex>
  suffixes: () => string[]
}

/** Indexes paths; the costlier index only when it is asked. */
export function namesOf(paths: Iterable<string>): Names {
  const folders = indexFolders(paths)
  const all = function* () {
    for (const [folder, names] of folders) for (const name of names) yield join(folder, name)
  }
  return { folders, typos: typoIndex(folders), suffixes: lazy(() => indexSuffixes(new Set(all()))) }
}

/** Shared by all lookups of one run. */
export interface Repo {
  data: RepoData
  disk: Disk
  files: () => Files
  history: () => History
  now: () => Names
  ever: () => Names
  isIgnored: (path: string) => boolean
  /** Folders that existed at a commit. */
  pastFolders: Map<string, boolean>
}
