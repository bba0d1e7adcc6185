/** Names of files with "*" for anything, in one folder. */
import { baseOf } from '../util/path.ts'

/** So many files of a folder are looked at. */
export const mostFiles = 100

/** Does a path stand for several files? */
export function isPattern(path: string): boolean {
  return baseOf(path).includes('*')
}

/** What the stars of a pattern stand for in a name; undefined where it does not have that form. */
export function starsOf(pattern: string, name: string): string[] | undefined {
  const pieces = pattern.split('*')
  const [first = '', ...others] = pieces
  const last = others.pop() ?? ''
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return undefined
  const stars: string[] = []
  let at = first.length
  const end = name.length - last.length
  for (const piece of others) {
    const next = name.indexOf(piece, at)
    if (next < 0 || next + piece.length > end) return undefined
    stars.push(name.slice(at, next))
    at = next + piece.length
  }
  return [...stars, name.slice(at, end)]
}

/** The names of a folder that have the form of a pattern, one a line, as a text: what lies at such a path. */
export function namesLike(path: string, names: Iterable<string>): string {
  return [...names]
    .filter(name => starsOf(baseOf(path), name) !== undefined)
    .sort()
    .join('\n')
}
