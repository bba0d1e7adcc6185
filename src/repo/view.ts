import { lazy } from '../util/lazy.ts'
import type { Disk, Later, RepoData } from './facts.ts'
import { baseOf } from './paths.ts'
import { type FileKind, parseFiles } from './there/files.ts'
import { ignoreTester } from './there/ignored.ts'
import { type Index, readIndex } from './there/listed.ts'
import { joinNames, type Names, lookupNames } from './there/names.ts'

/** Shared by all lookups of one run. */
export interface Repo {
  data: RepoData
  disk: Disk
  later: Later
  /** What is in the index, be it in the work tree or not. */
  index: Index
  /** What is in the work tree besides: one more question to git. */
  untracked: () => ReadonlyMap<string, FileKind>
  /** The names of both. */
  now: () => Names
  /** Files of a name, of both. */
  named(name: string): string[]
  /** The names of both, and the names of a commit. */
  namesAt(commit: string): Names[]
  isIgnored: (path: string) => boolean
  /** Folders that existed at a commit. */
  pastFolders: Map<string, boolean>
}

export function viewOf(data: RepoData, disk: Disk, later: Later): Repo {
  const index = readIndex(data)
  const untracked = lazy(() => parseFiles(later.untracked()).kinds)
  const now = lazy(() =>
    untracked().size === 0 ? index.names : joinNames(lookupNames(untracked().keys()), index.names)
  )
  return {
    data,
    disk,
    later,
    index,
    untracked,
    now,
    named: name => [...[...untracked().keys()].filter(path => baseOf(path) === name), ...index.named(name)],
    namesAt: commit => [now(), later.past().names(commit)],
    isIgnored: ignoreTester(path => (index.kind(path) ?? untracked().get(path)) === 'file', disk),
    pastFolders: new Map()
  }
}
