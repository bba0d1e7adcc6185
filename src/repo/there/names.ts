import { type Folders, indexFolders } from './files.ts'
import { typoIndex, type TypoIndex } from './near.ts'
import { join } from '../paths.ts'
import { SuffixIndex } from './suffix.ts'
import { lazy } from '../../util/lazy.ts'

/** Names that lookups range over. */
export interface Names {
  folders: Folders
  typos: TypoIndex
  suffixes: () => SuffixIndex
}

/** Indexes paths; the costlier index only when it is asked. */
export function namesOf(paths: Iterable<string>): Names {
  const folders = indexFolders(paths)
  const all = function* () {
    for (const [folder, names] of folders) for (const name of names) yield join(folder, name)
  }
  return { folders, typos: typoIndex(folders), suffixes: lazy(() => new SuffixIndex(new Set(all()))) }
}
