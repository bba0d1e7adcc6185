import { lazy } from '../util/lazy.ts'
import type { Disk, Later, RepoData } from './facts.ts'
import { type Files, parseFiles } from './there/files.ts'
import { ignoreTester } from './there/ignored.ts'
import { type Names, namesOf } from './there/names.ts'
import { type Index, indexOf } from './there/sorted.ts'

/** Shared by all lookups of one run. */
export interface Repo {
  data: RepoData
  disk: Disk
  later: Later
  /** What is in the index, be it in the work tree or not. */
  index: Index
  /** The same with what is in the work tree besides: one more question to git. */
  files: () => Files
  /** The names of those. */
  now: () => Names
  /** The names of those, and the names of a commit. */
  namesAt(commit: string): Names[]
  isIgnored: (path: string) => boolean
  /** Folders that existed at a commit. */
  pastFolders: Map<string, boolean>
}

export function viewOf(data: RepoData, disk: Disk, later: Later): Repo {
  const index = indexOf(data)
  const files = lazy(() => {
    const untracked = parseFiles(later.untracked())
    const { kinds, skipped } = index.table()
    return untracked.kinds.size === 0 ? index.table() : { kinds: new Map([...untracked.kinds, ...kinds]), skipped }
  })
  const now = lazy(() => namesOf(files().kinds.keys()))
  return {
    data,
    disk,
    later,
    index,
    files,
    now,
    namesAt: commit => [now(), later.past().names(commit)],
    isIgnored: ignoreTester(path => index.kind(path) === 'file' || files().kinds.get(path) === 'file', disk),
    pastFolders: new Map()
  }
}
