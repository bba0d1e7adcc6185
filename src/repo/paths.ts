/** Arithmetic on repository paths; nothing here touches a disk. */

/**
 * Brings a written path to the form that git uses: no `.`, `..`, empty segments or final slash.
 *
 * @returns `''` for the top folder, nothing where the path leaves it.
 */
export function normalisePath(path: string): string | undefined {
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(path)) return path
  const out: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') out.push(segment)
    else if (out.pop() === undefined) return undefined
  }
  return out.join('/')
}

export { baseOf, folderOf } from '../util/path.ts'

/** Joins folder and path, `''` being the top. */
export function joinPaths(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}

/** The folders above a path, from the outermost: `a`, `a/b` for `a/b/c`. */
export function* ancestors(path: string): Generator<string> {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) yield path.slice(0, at)
}

/** Equal for paths that differ in case or Unicode form only. */
export function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/**
 * Why a path is never looked up: it is too long, has a control character or a backslash, is a URL, a network path or absolute, names a drive, lies in a
 * home folder or in git's own, leaves the repository, or leads out of it by a link.
 */
export type Refusal =
  'long' | 'control' | 'scheme' | 'unc' | 'drive' | 'backslash' | 'absolute' | 'home' | 'git' | 'parent' | 'link'

/** Longer than any file system takes: not worth a lookup. */
const longest = 4096

/**
 * Why a path is never looked up, judged by its text alone.
 *
 * @param from The plan's folder, from which `..` may lead elsewhere inside the repository.
 */
export function refusePath(path: string, from = ''): Refusal | undefined {
  if (path.length > longest) return 'long'
  if (/\p{Cc}/u.test(path)) return 'control'
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path) || /^(?:file|data|mailto|javascript):/i.test(path)) return 'scheme'
  if (path.startsWith('\\\\') || path.startsWith('//')) return 'unc'
  if (/^[a-z]:/i.test(path)) return 'drive'
  if (path.includes('\\')) return 'backslash'
  if (path.startsWith('/')) return 'absolute'
  if (path.startsWith('~')) return 'home'
  if (path.split('/').some(isGitFolder)) return 'git'
  if (normalisePath(path) === undefined && normalisePath(joinPaths(from, path)) === undefined) return 'parent'
  return undefined
}

/** `.git` also as case-insensitive and Windows file systems see it. */
function isGitFolder(segment: string): boolean {
  return /^\.git[ .]*$/i.test(segment) || /^git~1$/i.test(segment)
}
