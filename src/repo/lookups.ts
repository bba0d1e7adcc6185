import type { Disk, Existence, Moment, Near, RepoData, RepoFacts, Resolved } from './facts.ts'
import { type FileKind, type Files, type Folders, indexFolders, parseFiles } from './files.ts'
import { existedAt, fateOf, type History, parseHistory } from './history.ts'
import { ignoreTester } from './ignored.ts'
import { momentOf } from './moment.ts'
import { isCommonName, sameButCase, similarPaths, typoIndex } from './near.ts'
import { ancestors, baseOf, folderOf, join, normalise, refusePath } from './paths.ts'
import { endingIn, indexSuffixes } from './suffix.ts'
import { manifests } from './manifests.ts'

/** A value that is computed when it is first asked for. */
function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** The names that lookups range over: those of now, or those of now and of all history. */
interface Names { folders: Folders; typos: ReturnType<typeof typoIndex>; suffixes: () => string[] }

function namesOf(paths: Iterable<string>): Names {
  const folders = indexFolders(paths)
  const all = function* () {
    for (const [folder, names] of folders) for (const name of names) yield join(folder, name)
  }
  return { folders, typos: typoIndex(folders), suffixes: lazy(() => indexSuffixes(new Set(all()))) }
}

/** Shared by all lookups of one run. */
interface Repo {
  data: RepoData
  disk: Disk
  files: () => Files
  history: () => History
  now: () => Names
  ever: () => Names
  isIgnored: (path: string) => boolean
  /** Folders that existed at a commit. */
  pastFolders: Map<string, boolean>
}

/**
 * The facts about a repository, from what git said about it.
 *
 * @param data What `readRepo` returned, possibly in another thread.
 * @param disk Reads manifests and links; none where there is no disk.
 */
export function createFacts(data: RepoData, disk: Disk): RepoFacts {
  if (data.unavailable !== undefined) return noFacts(data.unavailable, data.notes)
  const files = lazy(() => parseFiles(data.files))
  const history = lazy(() => parseHistory(data.graph, data.changes, data.shallow))
  const repo: Repo = {
    data, disk, files, history,
    now: lazy(() => namesOf(files().kinds.keys())),
    ever: lazy(() => namesOf(new Set([...files().kinds.keys(), ...history().events.keys()]))),
    isIgnored: ignoreTester(path => files().kinds.get(path) === 'file', disk.read),
    pastFolders: new Map()
  }
  const inside = manifests(path => kindNow(repo, path) === 'file' ? disk.read(path) : undefined, () => files().kinds.keys())
  return {
    notes: [...data.notes, ...repositoryNotes(files())],
    at: (path, base) => momentOf(history(), data, { path, tracked: files().tracked.has(path) }, base),
    exists: (path, moment) => exists(repo, path, moment),
    resolve: (path, moment, from) => resolve(repo, path, moment, from ?? ''),
    near: (path, moment) => near(repo, path, moment),
    refuse: (path, from) => refusePath(path, from) ?? refuseLink(repo, path, from ?? ''),
    ...inside
  }
}

/** Facts where there is no repository to ask: everything is undecided. */
export function noFacts(why: string, notes: string[] = []): RepoFacts {
  return {
    unavailable: why, notes,
    at: () => ({ kind: 'unknown', why }),
    exists: () => 'unknown',
    resolve: () => [],
    near: () => [],
    refuse: (path, from) => refusePath(path, from),
    targets: () => undefined,
    packages: () => []
  }
}

function repositoryNotes(files: Files): string[] {
  const nested = [...files.kinds].flatMap(([path, kind]) => kind === 'repository' ? [path] : [])
  const named = nested.slice(0, 3).join(', ') + (nested.length > 3 ? `, and ${nested.length - 3} more` : '')
  return nested.length === 0 ? [] : [`Not looked into: ${nested.length === 1 ? 'submodule' : 'submodules'} ${named}`]
}

function exists(repo: Repo, written: string, moment: Moment): Existence {
  if (moment.kind === 'unknown' || refusePath(written) !== undefined) return 'unknown'
  const path = normalise(written)
  if (path === undefined) return 'unknown'
  if (path === '') return 'directory'
  if (moment.kind === 'work-tree') return existsNow(repo, path)
  const history = repo.history()
  const commit = history.numbers.get(moment.hash)
  if (commit === undefined) return 'unknown'
  const after = existsAt(repo, path, commit)
  if (moment.why === 'stated') return after
  const parent = history.parent[commit] ?? -1
  const before = parent === -1 ? 'absent' : existsAt(repo, path, parent)
  return before === after ? after : 'unknown'
}

function existsNow(repo: Repo, path: string): Existence {
  const real = follow(repo, path)
  if (real === undefined) return 'unknown'
  const kind = kindNow(repo, real)
  if (kind !== 'absent') return kind
  return repo.isIgnored(real) ? 'unknown' : 'absent'
}

function kindNow(repo: Repo, path: string): Existence {
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

function folderExistedAt(repo: Repo, path: string, commit: number, past: (name: string) => FileKind | 'absent' | 'unknown'): boolean {
  const { folders } = repo.ever()
  const key = `${commit}:${path}`
  const known = repo.pastFolders.get(key)
  if (known !== undefined) return known
  let found = false
  const stack = folders.has(path) ? [path] : []
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
  for (const folder of ancestors(path)) {
    const kind = kinds.get(folder)
    if (kind === 'link' || (kind === 'file' && repo.disk.link(folder) !== undefined)) return folder
  }
  return kinds.get(path) === 'link' ? path : undefined
}

function refuseLink(repo: Repo, path: string, from: string): string | undefined {
  const inside = [normalise(path), normalise(join(from, path))].filter(name => name !== undefined)
  return inside.every(name => follow(repo, name) === undefined) ? 'leads out of the repository by a symbolic link' : undefined
}

const candidateLimit = 20

function resolve(repo: Repo, written: string, moment: Moment, from: string): Resolved[] {
  const path = normalise(written)
  const direct: [string | undefined, Resolved['how']][] = [[path, 'exact'], [normalise(join(from, written)), 'plan-relative']]
  if (/^\.\.?\//.test(written)) direct.reverse()
  for (const [name, how] of direct) {
    const kind = name === undefined ? 'absent' : exists(repo, name, moment)
    if (name !== undefined && kind !== 'absent') return [{ path: name, kind, how }]
  }
  return path === undefined || path === '' ? [] : bySuffix(repo, path, moment)
}

function bySuffix(repo: Repo, path: string, moment: Moment): Resolved[] {
  const found: Resolved[] = []
  for (const name of endingIn(namesAt(repo, moment).suffixes(), path)) {
    if (!name.endsWith(`/${path}`)) continue
    const kind = exists(repo, name, moment)
    if (kind !== 'absent') found.push({ path: name, kind, how: 'suffix' })
    if (found.length === candidateLimit) break
  }
  return found.sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
}

function namesAt(repo: Repo, moment: Moment): Names {
  return moment.kind === 'work-tree' ? repo.now() : repo.ever()
}

const nearLimit = 3

function near(repo: Repo, written: string, moment: Moment): Near[] {
  const path = normalise(written)
  if (path === undefined || path === '' || moment.kind === 'unknown' || refusePath(written) !== undefined) return []
  const isThere = (name: string) => ['file', 'directory'].includes(exists(repo, name, moment))
  const names = namesAt(repo, moment)
  const namesakes = [...endingIn(names.suffixes(), path)].filter(isThere)
  const found: Near[] = namesakes.filter(name => sameButCase(name, path)).map(name => ({ path: name, why: 'case' }))
  found.push(...fate(repo, path, moment))
  for (const name of similarPaths(names.typos, path, isThere)) found.push({ path: name, why: 'typo' })
  if (found.length === 0) found.push(...elsewhere(names, path, isThere))
  const seen = new Set<string>()
  return found.filter(({ path: name }) => !seen.has(name) && seen.add(name)).slice(0, nearLimit)
}

function fate(repo: Repo, path: string, moment: Moment): Near[] {
  const history = repo.history()
  const commit = moment.kind === 'commit' ? history.numbers.get(moment.hash) : 0
  const gone = commit === undefined ? undefined : fateOf(history, path, commit)
  if (!gone || (gone.moved && exists(repo, gone.path, moment) === 'absent')) return []
  const hash = history.hashes[gone.commit] ?? ''
  return [{ path: gone.path, why: gone.moved ? 'moved' : 'deleted', commit: hash.slice(0, 7) }]
}

function elsewhere(names: Names, path: string, isThere: (name: string) => boolean): Near[] {
  if (isCommonName(path)) return []
  const found: string[] = []
  for (const name of endingIn(names.suffixes(), baseOf(path))) {
    if (isThere(name)) found.push(name)
    if (found.length > 1) return []
  }
  return found.map(name => ({ path: name, why: 'elsewhere' }))
}
