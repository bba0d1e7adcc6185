import { exists, existsAs, kindNow, refuseLink } from './existence.ts'
import type { Disk, Later, Moment, Near, RepoData, RepoFacts, Resolved } from './facts.ts'
import { nothingLater } from './past/later.ts'
import { manifests } from './there/manifests.ts'
import { momentOf } from './moment.ts'
import { lazy } from '../util/lazy.ts'
import type { Names } from './there/names.ts'
import { isCommonName, sameButCase, similarPaths } from './there/near.ts'
import { baseOf, folderOf, joinPaths, normalisePath, refusePath } from './paths.ts'
import { type Repo, viewOf } from './view.ts'

/**
 * The facts about a repository, from what git said about it.
 *
 * @param data `data` of what `opening` returned, possibly in another thread.
 * @param disk Reads manifests and links; none where there is no disk.
 * @param later Asked only where an answer depends on it.
 */
export function createFacts(data: RepoData, disk: Disk, later: Later = nothingLater): RepoFacts {
  if (data.unavailable !== undefined) return noFacts(data.unavailable, data.notes)
  const repo = viewOf(data, disk, later)
  const inside = manifests(
    path => (kindNow(repo, path) === 'file' ? disk.read(path) : undefined),
    name => repo.named(name)
  )
  return {
    get notes() {
      return [...data.notes, ...later.notes(), ...repositoryNotes(repo)]
    },
    at(path, base) {
      const tracked = repo.index.kind(path) !== undefined
      const origin = lazy(() => later.origin(path))
      if (!tracked && base === undefined && origin() === undefined)
        return data.head === undefined ? now : { ...now, pending: true }
      return momentOf(later.past(path), data, { path, tracked, origin }, base)
    },
    exists: (path, moment) => exists(repo, path, moment),
    resolve: (path, moment, from) => resolve(repo, path, moment, from ?? ''),
    near: (path, moment, others) => near(repo, path, moment, others ?? []),
    refuse: (path, from) => refusePath(path, from) ?? refuseLink(repo, path, from ?? ''),
    ...inside
  }
}

const now = { kind: 'work-tree' } as const

/** Facts where there is no repository to ask: everything is undecided. */
export function noFacts(why: string, notes: string[] = []): RepoFacts {
  return {
    unavailable: why,
    notes,
    at: () => ({ kind: 'unknown', why }),
    exists: () => 'unknown',
    resolve: () => [],
    near: () => [],
    refuse: (path, from) => refusePath(path, from),
    targets: () => undefined,
    packages: () => [],
    crates: () => [],
    modules: () => []
  }
}

function repositoryNotes(repo: Repo): string[] {
  const nested = repo.index.nested()
  const named = nested.slice(0, 3).join(', ') + (nested.length > 3 ? `, and ${nested.length - 3} more` : '')
  return nested.length === 0 ? [] : [`Not looked into: ${nested.length === 1 ? 'submodule' : 'submodules'} ${named}`]
}

const candidateLimit = 20

function resolve(repo: Repo, written: string, moment: Moment, from: string): Resolved[] {
  if (refusePath(written, from) !== undefined) return []
  const path = normalisePath(written)
  const direct: [string | undefined, Resolved['how']][] = [
    [path, 'exact'],
    [normalisePath(joinPaths(from, written)), 'plan-relative']
  ]
  if (/^\.\.?\//.test(written)) direct.reverse()
  for (const [name, how] of direct) {
    const kind = name === undefined ? 'absent' : existsAs(repo, name, moment)
    if (name !== undefined && kind !== 'absent') return [{ path: name, kind, how }]
  }
  return path === undefined || path === '' ? [] : bySuffix(repo, path, moment)
}

function bySuffix(repo: Repo, path: string, moment: Moment): Resolved[] {
  const found: Resolved[] = []
  for (const name of endingIn(namesAt(repo, moment), path)) {
    if (!name.endsWith(`/${path}`)) continue
    const kind = existsAs(repo, name, moment)
    if (kind !== 'absent') found.push({ path: name, kind, how: 'suffix' })
    if (found.length === candidateLimit) break
  }
  return found.sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
}

function namesAt(repo: Repo, moment: Moment): Names[] {
  return moment.kind === 'commit' ? repo.namesAt(moment.hash) : [repo.now()]
}

/** The paths that end in the given segments, each once. */
function endingIn(names: Names[], path: string): Set<string> {
  return new Set(names.flatMap(each => each.endingIn(path)))
}

const nearLimit = 3

function near(repo: Repo, written: string, moment: Moment, others: Iterable<string>): Near[] {
  const path = normalisePath(written)
  if (path === undefined || path === '' || moment.kind === 'unknown' || refusePath(written) !== undefined) return []
  const isThere = (name: string) => ['file', 'directory'].includes(existsAs(repo, name, moment))
  const names = namesAt(repo, moment)
  const namesakes = [...endingIn(names, path)].filter(isThere)
  const found: Near[] = namesakes.filter(name => sameButCase(name, path)).map(name => ({ path: name, why: 'case' }))
  found.push(...fate(repo, path, moment, others))
  for (const full of writtenOut(repo, path, moment))
    for (const { typos } of names)
      for (const name of similarPaths(typos, full, isThere)) found.push({ path: name, why: 'typo' })
  if (found.length === 0) found.push(...elsewhere(names, path, isThere))
  const seen = new Set(existsAs(repo, path, moment) === 'absent' ? [] : [path])
  return found.filter(({ path: name }) => !seen.has(name) && seen.add(name)).slice(0, nearLimit)
}

/** A path, and what it would be if its folder was the end of a longer one. */
function writtenOut(repo: Repo, path: string, moment: Moment): string[] {
  const folder = folderOf(path)
  if (folder === '' || existsAs(repo, folder, moment) !== 'absent') return [path]
  const folders = bySuffix(repo, folder, moment)
    .filter(found => found.kind === 'directory')
    .slice(0, nearLimit)
  return [path, ...folders.map(found => joinPaths(found.path, baseOf(path)))]
}

/** Where a result depends on what became of a path, it is looked for as far as the history goes; for a hint, in the newest part. */
const [anyAge, lately] = [20_000, 1000]

function fate(repo: Repo, path: string, moment: Moment, others: Iterable<string>): Near[] {
  const commit = moment.kind === 'commit' ? moment.hash : repo.data.head
  const within = moment.kind === 'work-tree' && !moment.pending ? anyAge : lately
  const asked = [...others].flatMap(other => normalisePath(other) ?? [])
  const gone = commit === undefined ? undefined : repo.later.past().fate(path, commit, asked, within)
  if (!gone || (gone.moved && existsAs(repo, gone.path, moment) === 'absent')) return []
  return [{ path: gone.path, why: gone.moved ? 'moved' : 'deleted', commit: gone.commit.slice(0, 7) }]
}

function elsewhere(names: Names[], path: string, isThere: (name: string) => boolean): Near[] {
  if (isCommonName(path)) return []
  const found: string[] = []
  for (const name of endingIn(names, baseOf(path))) {
    if (isThere(name)) found.push(name)
    if (found.length > 1) return []
  }
  return found.map(name => ({ path: name, why: 'elsewhere' }))
}
