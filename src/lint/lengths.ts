import { besideHash } from '../sets/plan-set.ts'
import type { Siblings } from '../sets/siblings.ts'
import type { Beside } from '../types.ts'

/**
 * Counts the lines of files of the repository, as they are now.
 *
 * @param path the document's, from the working directory
 * @param repoPath the same from the top of the repository
 * @param note called with each file that was looked at: what a result depends on
 * @returns undefined for what can't be read
 */
export function lengthsFrom(
  { read }: Siblings,
  path: string,
  repoPath: string,
  note: (beside: Beside) => void
): (file: string) => number | undefined {
  const top = topFrom(path, repoPath)
  return file => {
    if (top === undefined) return undefined
    const at = top.inside !== '' && file.startsWith(top.inside) ? file.slice(top.inside.length) : top.up + file
    const found = read(at, path)
    note({ path: at, hash: besideHash(found) })
    return found && 'text' in found ? linesOf(found.text) : undefined
  }
}

/** How the top of the repository is reached from the working directory, and which folder of the repository this is, if it is one. */
function topFrom(path: string, repoPath: string): { up: string; inside: string } | undefined {
  const below = path.replace(/^(?:\.\.\/)+/, '')
  if (!repoPath.endsWith(below)) return undefined
  const above = repoPath.slice(0, repoPath.length - below.length)
  const ups = path.slice(0, path.length - below.length)
  return { up: ups + '../'.repeat(above.split('/').length - 1), inside: ups === '' ? above : '' }
}

/** The last line may end or not. */
function linesOf(text: string): number {
  const lines = text.split(/\r\n|[\n\r]/)
  return lines.at(-1) === '' ? lines.length - 1 : lines.length
}
