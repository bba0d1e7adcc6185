import { lazy } from '../../util/lazy.ts'
import { once } from '../../util/once.ts'
import { baseOf } from '../paths.ts'
import { type FileKind, folderNames, parseFiles } from './files.ts'
import { type Names, lookupNames, type Paths, withTypos } from './names.ts'
import { SortedPaths } from './sorted.ts'

/** What a repository's index holds. */
export interface Index {
  kind(path: string): FileKind | undefined
  /** Is something below a path? */
  hasFolder(path: string): boolean
  /** Submodules. */
  nested: () => string[]
  /** Paths that git leaves out of the work tree, and counts as there. */
  skipped: () => Set<string>
  /** Files of a name, in git's order. */
  named(name: string): string[]
  names: Names
}

/** Reads the index, once, whoever asks. */
export const readIndex = once((data: { files: string; isPlain?: boolean }): Index => {
  const { files, isPlain = false } = data
  const table = lazy(() => parseFiles(files))
  const folders = lazy(() => folderNames(table().kinds.keys()))
  const names = lazy(() => lookupNames(table().kinds.keys()))
  const sorted = isPlain ? new SortedPaths(files) : undefined
  const quick = (): SortedPaths | undefined => (sorted?.isWorn ? undefined : sorted)
  const paths = (): Paths => quick() ?? names()
  const holds = (tag: string): boolean => files.startsWith(tag) || files.includes(`\0${tag}`)
  return {
    kind: path => {
      const at = quick()
      return at ? at.kind(path) : table().kinds.get(path)
    },
    hasFolder: path => quick()?.hasFolder(path) ?? folders().has(path),
    nested: lazy(() =>
      isPlain && !holds('H 160000 ')
        ? []
        : [...table().kinds].flatMap(([path, kind]) => (kind === 'repository' ? [path] : []))
    ),
    skipped: lazy(() => (isPlain && !holds('S ') ? new Set() : table().skipped)),
    named: name => quick()?.named(name) ?? [...table().kinds.keys()].filter(path => baseOf(path) === name),
    names: withTypos({
      hasFolder: path => paths().hasFolder(path),
      inFolder: path => paths().inFolder(path),
      endingIn: path => paths().endingIn(path)
    })
  }
})
