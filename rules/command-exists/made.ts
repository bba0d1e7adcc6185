import type { Claim } from '../../src/plan/files/claims.ts'
import { foldersAbove, matchesGlob, PathIndex } from '../../src/files/paths.ts'
import type { Ground } from '../../src/plan/files/ground.ts'

/** What a plan makes, as far as it has been read: the files that it touches anywhere, and what earlier commands create. */
export interface Made {
  add(paths: readonly string[]): void
  /**
   * Does the plan itself make what a command names: a file, a folder above one, something in a folder that it makes without saying what is in it?
   *
   * @param isWorkingFolder - is a command that names the end of a path run in the folder before that end?
   */
  has(path: string, isWorkingFolder?: (folder: string) => boolean): boolean
  /** Longer paths of it that end in this one. */
  longer(path: string): string[]
  /** The paths of files that it makes. */
  files(): string[]
}

export function madeBy(ground: Ground): Made {
  const paths = new PathIndex<string>()
  const folders = new PathIndex<string>()
  const { list } = ground.claims
  const globs = list.filter(claim => claim.mention.kind === 'glob').slice(0, 50)
  const filled = new Set(list.flatMap(claim => foldersAbove(claim.path)))
  const add = (path: string, isFolder: boolean): void => {
    paths.add(path, path)
    if (isFolder) folders.add(path, path)
    for (const above of foldersAbove(path)) paths.add(above, above)
  }
  for (const claim of list) add(ground.inside(claim.path), isMadeFolder(claim, ground) && !filled.has(claim.path))
  /** A plan may write less of a path than a command; a command less than the plan where it is run in the folder before. */
  const isWritten = (found: string, path: string, isWorkingFolder: (folder: string) => boolean): boolean =>
    found === path ||
    (found.length < path.length ? !ground.isFileNow(found) : isWorkingFolder(found.slice(0, -path.length - 1)))
  return {
    add: created => {
      for (const path of created) add(path, true)
    },
    has: (path, isWorkingFolder = () => false) =>
      paths.find(path).some(found => isWritten(found, path, isWorkingFolder)) ||
      foldersAbove(path).some(above => folders.find(above).some(found => isWritten(found, above, isWorkingFolder))) ||
      globs.some(glob => matchesGlob(glob.path, path)),
    longer: path => paths.find(path).filter(found => found.length > path.length),
    files: () => list.flatMap(({ path, mention }) => (mention.kind === 'file' ? [ground.inside(path)] : []))
  }
}

/** A folder that is there holds what it holds, whatever stands below it in a tree. */
function isMadeFolder({ path, mention, mark }: Claim, ground: Ground): boolean {
  return mention.kind === 'directory' && (mark === 'new' || !ground.standsNow(path))
}
