import { baseOf, fold, joinPaths } from '../paths.ts'

/** Names of one folder by keys under which slips of the pen meet: no distances are computed, so lookups stay linear. */
type FuzzyNames = Map<string, string[]>

/** Folders and what they hold. */
export interface Tree {
  hasFolder(path: string): boolean
  /** Names; none where there is no such folder. */
  inFolder(path: string): readonly string[]
}

/** Finds paths that differ from a missing one by one slip in one segment. */
export interface TypoIndex {
  tree: Tree
  names: Map<string, FuzzyNames>
}

/** Starts an index over folders; each folder is indexed when it is first asked about. */
export function typoIndex(tree: Tree): TypoIndex {
  return { tree, names: new Map() }
}

/**
 * Paths that a missing path may have meant: its first unknown segment replaced by a similar name of the same folder.
 * Similar are names with one letter too many, too few, other or swapped, with another case or other separators
 * (`userService`, `user-service`), or with another extension.
 */
export function similarPaths(index: TypoIndex, path: string, exists: (path: string) => boolean): string[] {
  const segments = path.split('/')
  let folder = ''
  let depth = 0
  for (; depth < segments.length - 1; depth++) {
    const next = joinPaths(folder, segments[depth] as string)
    if (!index.tree.hasFolder(next)) break
    folder = next
  }
  const rest = segments.slice(depth + 1).join('/')
  const found = similarNames(index, folder, segments[depth] as string)
    .map(name => joinPaths(joinPaths(folder, name), rest))
    .map(candidate => (rest === '' ? candidate.slice(0, -1) : candidate))
  return found.filter(candidate => candidate !== path && exists(candidate))
}

function similarNames(index: TypoIndex, folder: string, name: string): string[] {
  let names = index.names.get(folder)
  if (!names) index.names.set(folder, (names = indexNames(index.tree.inFolder(folder))))
  const found = new Set<string>()
  for (const key of keysOf(name)) for (const other of names.get(key) ?? []) found.add(other)
  return [...found]
}

function indexNames(names: readonly string[]): FuzzyNames {
  const index: FuzzyNames = new Map()
  for (const name of names) {
    for (const key of keysOf(name)) {
      const list = index.get(key)
      if (!list) index.set(key, [name])
      // A key that many names share tells nothing.
      else if (list.length < 8) list.push(name)
    }
  }
  return index
}

const shortest = 4
const longest = 80

/** Most telling first: same letters; same stem; one letter off. Two names are similar where they share a key. */
function keysOf(name: string): string[] {
  const folded = fold(name)
  const dot = folded.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [folded.slice(0, dot), folded.slice(dot)] : [folded, '']
  const letters = stem.replace(/[-_ .]/g, '')
  const keys = [`=${letters}${extension}`]
  if (extension !== '' && letters.length >= 3) keys.push(`.${letters}`)
  if (letters.length < shortest || letters.length > longest) return keys
  keys.push(`~${letters}${extension}`)
  for (let i = 0; i < letters.length; i++) keys.push(`~${letters.slice(0, i)}${letters.slice(i + 1)}${extension}`)
  return keys
}

/** Whether two paths name the same file but for case and Unicode form. */
export function sameButCase(a: string, b: string): boolean {
  return a !== b && fold(a) === fold(b)
}

/** Names that so many folders have that finding one elsewhere means nothing. */
export function isCommonName(path: string): boolean {
  return /^(?:index|main|mod|lib|readme|__init__|package|tsconfig|makefile|cargo|types|utils?|config)(?:\.|$)/i.test(
    baseOf(path)
  )
}
