import type { Claims } from '../../src/plan/claims.ts'
import { matchesGlob, PathIndex } from '../../src/files/paths.ts'

/** What a plan makes, as far as it has been read: the files that it touches anywhere, and what earlier commands create. */
export interface Made {
  add(paths: readonly string[]): void
  /** Does the plan itself speak of a path: as a file it touches, as a folder above one, as something below a folder it makes? */
  has(path: string): boolean
}

export function madeBy(claims: Claims): Made {
  const paths = new PathIndex<true>()
  const folders = new PathIndex<true>()
  const globs = claims.list.filter(claim => claim.mention.kind === 'glob').slice(0, 50)
  const add = (path: string, isFolder: boolean): void => {
    paths.add(path, true)
    if (isFolder) folders.add(path, true)
    for (const above of foldersAbove(path)) paths.add(above, true)
  }
  for (const claim of claims.list) add(claim.path, claim.mention.kind === 'directory')
  return {
    add: created => {
      for (const path of created) add(path, true)
    },
    has: path =>
      paths.find(path).length > 0 ||
      foldersAbove(path).some(above => folders.find(above).length > 0) ||
      globs.some(glob => matchesGlob(glob.path, path))
  }
}

/** `a`, `a/b` for `a/b/c`; paths are not as deep as this in earnest. */
function foldersAbove(path: string): string[] {
  const segments = path.split('/', 20)
  return segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).join('/'))
}
