import type { Existence, Moment } from './facts.ts'
import { existedAt } from './history.ts'
import type { FileKind } from './files.ts'
import { ancestors, folderOf, join, normalise, refusePath } from './paths.ts'
import type { Repo } from './view.ts'

/** Answers `exists` of the facts. */
export function exists(repo: Repo, written: string, moment: Moment): Existence {
  if (refusePath(written) !== undefined) return 'unknown'
  const path = normalise(written)
  return path === undefined ? 'unknown' : existsAs(repo, path, moment)
}

/** As `exists`, for a path that is known to be normal and allowed. */
export function existsAs(repo: Repo, path: string, moment: Moment): Existence {
  if (moment.kind === 'unknown') return 'unknown'
  if (path === '') return 'directory'
  if (moment.kind === 'work-tree') return moment.pending ? existsPending(repo, path) : existsNow(repo, path)
  const history = repo.history()
  const commit = history.numbers.get(moment.hash)
  if (commit === undefined) return 'unknown'
  const after = existsAt(repo, path, commit)
  if (moment.why === 'stated') return after
  const parent = history.parent[commit] ?? -1
  const before = parent === -1 ? 'absent' : existsAt(repo, path, parent)
  return before === after ? after : 'unknown'
}

/** What head and work tree agree on: where they differ, the work may have begun before the plan is committed. */
function existsPending(repo: Repo, path: string): Existence {
  const now = existsNow(repo, path)
  if (repo.history().hashes.length === 0 || now === 'unknown') return now
  const before = existsAt(repo, path, 0)
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
  const { kinds } = repo.files()
  const kind = kinds.get(path)
  if (kind === 'repository') return 'directory'
  if (kind !== undefined) return 'file'
  if (path === '' || repo.now().folders.has(path)) return 'directory'
  for (const folder of ancestors(path)) if (kinds.get(folder) === 'repository') return 'unknown'
  return 'absent'
}

function existsAt(repo: Repo, path: string, commit: number): Existence {
  const past = (name: string): FileKind | 'absent' | 'unknown' =>
    existedAt(repo.history(), name, commit, repo.files().tracked.has(name))
  const kind = past(path)
  if (kind === 'repository') return 'directory'
  if (kind === 'unknown') return 'unknown'
  if (kind !== 'absent') return 'file'
  if (folderExistedAt(repo, path, commit, past)) return 'directory'
  for (const folder of ancestors(path)) {
    const above = past(folder)
    if (above === 'link' || above === 'repository') return 'unknown'
  }
  return repo.isIgnored(path) ? 'unknown' : 'absent'
}

function folderExistedAt(
  repo: Repo,
  path: string,
  commit: number,
  past: (name: string) => FileKind | 'absent' | 'unknown'
): boolean {
  const { folders } = repo.ever()
  if (!folders.has(path)) return false
  const key = `${commit}:${path}`
  const known = repo.pastFolders.get(key)
  if (known !== undefined) return known
  let found = false
  const stack = [path]
  while (stack.length > 0 && !found) {
    const folder = stack.pop() as string
    for (const name of folders.get(folder) ?? []) {
      const inner = join(folder, name)
      if (folders.has(inner)) stack.push(inner)
      const kind = past(inner)
      if (kind !== 'absent' && kind !== 'unknown') found = true
      if (found) break
    }
  }
  repo.pastFolders.set(key, found)
  return found
}

/** Follows links of the work tree along a path, in git's list of files; nothing where they lead out or round. */
function follow(repo: Repo, path: string): string | undefined {
  let at = path
  for (let hops = 0; hops < 16; hops++) {
    const link = linkOn(repo, at)
    if (link === undefined) return at
    const target = repo.disk.link(link)
    if (target === undefined || target.startsWith('/')) return undefined
    const next = normalise(join(folderOf(link), target) + at.slice(link.length))
    if (next === undefined) return undefined
    at = next
  }
  return undefined
}

/** The first link on a path. Git lists untracked links as files: the disk tells when something lies below one. */
function linkOn(repo: Repo, path: string): string | undefined {
  const { kinds } = repo.files()
  const own = kinds.get(path)
  // What git lists lies below no link.
  if (own !== undefined) return own === 'link' ? path : undefined
  if (repo.now().folders.has(folderOf(path))) return undefined
  for (const folder of ancestors(path)) {
    const kind = kinds.get(folder)
    if (kind === 'link' || (kind === 'file' && repo.disk.link(folder) !== undefined)) return folder
  }
  return undefined
}

/** Why a path is not looked up, judged by the links on it. */
export function refuseLink(repo: Repo, path: string, from: string): string | undefined {
  const inside = [normalise(path), normalise(join(from, path))].filter(name => name !== undefined)
  return inside.every(name => follow(repo, name) === undefined)
    ? 'leads out of the repository by a symbolic link'
    : undefined
}
