import type { Existence, Moment, Past, PastKind } from './facts.ts'
import type { Tree } from './there/near.ts'
import { ancestors, folderOf, joinPaths, normalisePath, refusePath } from './paths.ts'
import type { Repo } from './view.ts'

/** Answers `exists` of the facts. */
export function exists(repo: Repo, written: string, moment: Moment): Existence {
  if (refusePath(written) !== undefined) return 'unknown'
  const path = normalisePath(written)
  return path === undefined ? 'unknown' : existsAs(repo, path, moment)
}

/** As `exists`, for a path that is known to be normal and allowed. */
export function existsAs(repo: Repo, path: string, moment: Moment): Existence {
  if (moment.kind === 'unknown') return 'unknown'
  if (path === '') return 'directory'
  if (moment.kind === 'work-tree') return moment.pending ? existsPending(repo, path) : existsNow(repo, path)
  const past = repo.later.past()
  const after = existsAt(repo, past, path, moment.hash)
  if (moment.why === 'stated') return after
  const parent = past.parent(moment.hash)
  const before = parent === undefined ? 'absent' : existsAt(repo, past, path, parent)
  return before === after ? after : 'unknown'
}

/** What head and work tree agree on: where they differ, the work may have begun before the plan is committed. */
function existsPending(repo: Repo, path: string): Existence {
  const now = existsNow(repo, path)
  const { head } = repo.data
  if (head === undefined || now === 'unknown') return now
  const past = repo.later.past()
  const before = existsAt(repo, past, path, head)
  if (past.noHistory !== undefined) return now
  return (before === 'absent') === (now === 'absent') ? now : 'unknown'
}

function existsNow(repo: Repo, path: string): Existence {
  const real = follow(repo, path)
  if (real === undefined) return 'unknown'
  const kind = kindNow(repo, real)
  if (kind !== 'absent') return kind
  return repo.isIgnored(real) ? 'unknown' : 'absent'
}

/** What a path is in the work tree, links not followed. */
export function kindNow(repo: Repo, path: string): Existence {
  if (path === '') return 'directory'
  const found = onDisk(repo, path)
  if (found === undefined) return isInside(repo, path) ? 'unknown' : 'absent'
  const isFolder = found !== 'other' && repo.index.hasFolder(path)
  const kind = repo.index.kind(path) ?? (isFolder ? undefined : repo.untracked().get(path))
  if (kind !== undefined) return kind === 'repository' ? 'directory' : 'file'
  if (isFolder || (found !== 'other' && repo.now().hasFolder(path))) return 'directory'
  return isInside(repo, path) ? 'unknown' : 'absent'
}

/** What the disk has of a path; where it can't be asked, or git left the path out, what git listed counts. */
function onDisk(repo: Repo, path: string): 'directory' | 'other' | 'listed' | undefined {
  // A name that is no UTF-8 can't be looked up as git lists it.
  if (!repo.disk.kind || path.includes('\uFFFD')) return 'listed'
  const skipped = repo.index.skipped()
  if (skipped.size > 0 && (skipped.has(path) || repo.index.hasFolder(path))) return 'listed'
  return repo.disk.kind(path)
}

/** Does a path lie in a nested repository, which is not looked into? */
function isInside(repo: Repo, path: string): boolean {
  for (const folder of ancestors(path)) {
    if (repo.index.kind(folder) === 'repository') return true
    if (repo.disk.kind?.(`${folder}/.git`) !== undefined && repo.untracked().get(folder) === 'repository') return true
  }
  return false
}

function existsAt(repo: Repo, past: Past, path: string, commit: string): Existence {
  if (path === '') return 'directory'
  const at = (name: string): PastKind => past.kindAt(name, commit)
  const kind = at(path)
  if (kind === 'repository') return 'directory'
  if (kind === 'unknown') return 'unknown'
  if (kind !== 'absent') return 'file'
  if (folderExistedAt(repo, path, commit, at)) return 'directory'
  for (const folder of ancestors(path)) {
    const above = at(folder)
    if (above === 'link' || above === 'repository') return 'unknown'
  }
  return repo.isIgnored(path) ? 'unknown' : 'absent'
}

function folderExistedAt(repo: Repo, path: string, commit: string, at: (name: string) => PastKind): boolean {
  const names = repo.namesAt(commit)
  if (!names.some(tree => tree.hasFolder(path))) return false
  const key = `${commit}:${path}`
  const known = repo.pastFolders.get(key)
  if (known !== undefined) return known
  const found = names.some(tree => holdsSome(tree, path, at))
  repo.pastFolders.set(key, found)
  return found
}

function holdsSome(tree: Tree, path: string, at: (name: string) => PastKind): boolean {
  const stack = [path]
  while (stack.length > 0) {
    const folder = stack.pop() as string
    for (const name of tree.inFolder(folder)) {
      const inner = joinPaths(folder, name)
      if (tree.hasFolder(inner)) stack.push(inner)
      const kind = at(inner)
      if (kind !== 'absent' && kind !== 'unknown') return true
    }
  }
  return false
}

/** Follows links of the work tree along a path, in git's list of files; nothing where they lead out or round. */
function follow(repo: Repo, path: string): string | undefined {
  let at = path
  for (let hops = 0; hops < 16; hops++) {
    const link = linkOn(repo, at)
    if (link === undefined) return at
    const target = repo.disk.link(link)
    if (target === undefined || target.startsWith('/')) return undefined
    const next = normalisePath(joinPaths(folderOf(link), target) + at.slice(link.length))
    if (next === undefined) return undefined
    at = next
  }
  return undefined
}

/** The first link on a path. Git lists untracked links as files: the disk tells when something lies below one. */
function linkOn(repo: Repo, path: string): string | undefined {
  const isLink = (name: string): boolean => repo.index.kind(name) === 'link' && onDisk(repo, name) !== undefined
  // What git lists lies below no link.
  if (repo.index.kind(path) !== undefined) return isLink(path) ? path : undefined
  const isListed = (name: string): boolean => repo.index.kind(name) !== undefined || repo.untracked().has(name)
  for (const folder of ancestors(path))
    if (isLink(folder) || (repo.disk.link(folder) !== undefined && isListed(folder))) return folder
  return undefined
}

/** Why a path is not looked up, judged by the links on it. */
export function refuseLink(repo: Repo, path: string, from: string): 'link' | undefined {
  const inside = [normalisePath(path), normalisePath(joinPaths(from, path))].filter(name => name !== undefined)
  return inside.every(name => follow(repo, name) === undefined) ? 'link' : undefined
}
