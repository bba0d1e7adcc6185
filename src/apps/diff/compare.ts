import type { Claim, Claims } from '../../plan/files/claims.ts'
import { refusals } from '../../../rules/words/refusals.ts'
import { isLeftAlone, type MarkKind } from '../../files/change-vocabulary.ts'
import { matchesGlob, PathIndex, samePath } from '../../files/paths.ts'
import type { FileChange } from '../../repo/past/changes.ts'
import type { Allowance } from './allowed.ts'
import type { PlanComparison, Happened } from './types.ts'

interface CompareOptions {
  /** Path of the plan in the repository: it is left out. */
  planPath: string
  allowance(path: string): Allowance | undefined
}

/** A change to one path: a rename is one to each of its ends. */
interface Event {
  path: string
  happened: Happened
  from?: string
  to?: string
  untracked?: true
}

const happenings = { A: 'added', M: 'modified', T: 'modified', D: 'deleted', R: 'renamed' } as const

/**
 * Compares what a plan says of files with what changed. Pure.
 *
 * @param claims The plan's, see `claimsOf`.
 * @param changes Since the base, in path order.
 */
export function compare(claims: Claims, changes: readonly FileChange[], options: CompareOptions): PlanComparison {
  const found: PlanComparison = {
    planned: [],
    untouched: [],
    unplanned: [],
    contradictions: [],
    allowed: [],
    notCompared: []
  }
  const find = finder(claims, changes)
  const touched = new Set<Claim>()
  for (const event of changes.filter(change => change.path !== options.planPath).flatMap(eventsOf)) {
    const claim = find(event.path)
    if (claim) touched.add(claim)
    if (event.to !== undefined) leave(event, claim, find(event.to), found)
    // A planned file that got another name is one deed: its old end tells of it.
    else if (claim || !isTold(event.from === undefined ? undefined : find(event.from)))
      enter(event, claim, options, found)
  }
  for (const claim of claims.list)
    if (isPlan(claim) && claim.mention.ref.escapes !== undefined)
      found.notCompared.push({ ...plannedOf(claim), why: refusals[claim.mention.ref.escapes] })
    else if (isPromise(claim) && !touched.has(claim) && !isCovered(claim, changes))
      found.untouched.push(plannedOf(claim))
  found.untouched.sort(byPath)
  return found
}

function eventsOf(change: FileChange): Event[] {
  const { path, from } = change
  const event: Event = {
    path,
    happened: happenings[change.status],
    ...(from === undefined ? {} : { from }),
    ...(change.untracked ? { untracked: true } : {})
  }
  return from === undefined ? [event] : [event, { path: from, happened: 'deleted', to: path }]
}

/** A file that is there now, or was deleted. */
function enter(
  { to: _, ...event }: Event,
  claim: Claim | undefined,
  options: CompareOptions,
  found: PlanComparison
): void {
  if (claim && isPlan(claim)) {
    const message = contradiction(event, claim)
    if (message === undefined) found.planned.push({ ...event, planned: plannedOf(claim) })
    else found.contradictions.push({ ...event, planned: plannedOf(claim), message })
    return
  }
  const why = options.allowance(event.path)
  if (why) found.allowed.push({ ...event, why })
  else found.unplanned.push(event)
}

/** Will the old end of a rename be reported, or is it as planned? */
function isTold(claim: Claim | undefined): boolean {
  return claim !== undefined && isPlan(claim) && contradicts(claim)
}

/** Does leaving its place contradict what the plan says of the file? */
function contradicts(claim: Claim): boolean {
  if (claim.mark === 'deleted' || claim.mark === 'renamed') return false
  return claim.mark !== undefined || claim.mention.kind === 'file'
}

/** The old end of a rename: no matter where the plan says where it went; else the plan's word on it counts. */
function leave(event: Event, claim: Claim | undefined, target: Claim | undefined, found: PlanComparison): void {
  if (!claim || claim === target || !isTold(claim)) return
  found.contradictions.push({
    path: event.path,
    happened: 'renamed',
    planned: plannedOf(claim),
    message: `${wordOf(claim.mark)}, but was renamed to ${event.to}`
  })
}

const fits: Record<MarkKind, readonly Happened[]> = {
  new: ['added', 'renamed'],
  modified: ['modified'],
  deleted: ['deleted'],
  renamed: ['renamed', 'added'],
  existing: [],
  unchanged: []
}

function contradiction({ happened, from }: Event, claim: Claim): string | undefined {
  const { mark } = claim
  // A folder or a pattern says where, a name without a mark says only that.
  if (mark === undefined || claim.mention.kind !== 'file' || fits[mark].includes(happened)) return undefined
  return `${wordOf(mark)}, but was ${happened}${happened === 'renamed' && from !== undefined ? ` from ${from}` : ''}`
}

function wordOf(mark: MarkKind | undefined): string {
  return mark === undefined ? 'planned' : isLeftAlone(mark) ? 'to be kept as it is' : `planned as ${mark}`
}

/** Does the plan speak of the file as one it works on, or as one it leaves alone? Mere context does neither. */
function isPlan(claim: Claim): boolean {
  return claim.mark !== undefined || claim.mentions.some(mention => mention.role !== 'context')
}

function isPromise(claim: Claim): boolean {
  return isPlan(claim) && !isLeftAlone(claim.mark) && claim.mention.kind === 'file'
}

/** The claim that speaks of a changed path: of itself, by its end, by its old name, by its folder or by a pattern. */
function finder(claims: Claims, changes: readonly FileChange[]): (path: string) => Claim | undefined {
  const ends = new PathIndex<string>()
  for (const { path, from } of changes)
    for (const each of from === undefined ? [path] : [path, from]) ends.add(each, each)
  const sources = new PathIndex<Claim>()
  for (const claim of claims.list) if (claim.from !== undefined) sources.add(claim.from, claim)
  const wide = claims.list.filter(claim => claim.mention.kind === 'glob').slice(0, 100)
  return path => {
    const exact = claims.find(path).filter(claim => claim.path === path || isTelling(claim, path, ends, claims.roots()))
    return (
      exact.find(claim => claim.path === path) ??
      exact[0] ??
      sources
        .find(path)
        .find(
          claim =>
            claim.from!.includes('/') ||
            samePath(claim.path.slice(0, claim.path.lastIndexOf('/') + 1) + claim.from!, path)
        ) ??
      folderOf(path, claims) ??
      wide.find(claim => matchesGlob(claim.path, path))
    )
  }
}

/**
 * Does a claim that is not the path itself mean it all the same? As the end of the one changed path that has this end; or as the path below the
 * project's own folder. In a tree, a name alone stands at the top.
 */
function isTelling(claim: Claim, path: string, ends: PathIndex<string>, roots: ReadonlySet<string>): boolean {
  if (claim.path.length > path.length) return roots.has(claim.path.slice(0, -path.length - 1))
  if (!claim.path.includes('/') && claim.mentions.some(mention => mention.role === 'inventory')) return false
  return ends.find(claim.path).length === 1
}

function folderOf(path: string, claims: Claims): Claim | undefined {
  for (let at = path.lastIndexOf('/'), i = 0; at > 0 && i < 20; at = path.lastIndexOf('/', at - 1), i++) {
    const folder = path.slice(0, at)
    const claim = claims
      .find(folder)
      .find(
        each =>
          each.mention.kind === 'directory' &&
          (each.path === folder || each.path.endsWith(`/${folder}`)) &&
          each.mentions.some(isWhole)
      )
    if (claim) return claim
  }
  return undefined
}

/** In a tree, folders are drawn for their files; only a mark, or a step that names a folder, means everything in it. */
function isWhole({ role, mark }: Claim['mention']): boolean {
  return mark !== undefined ? !isLeftAlone(mark) : role !== 'inventory' && role !== 'context'
}

/** A path that leads into a changed folder by another way of writing it. */
function isCovered(claim: Claim, changes: readonly FileChange[]): boolean {
  return claim.mark === undefined && changes.some(change => change.path.startsWith(`${claim.path}/`))
}

function plannedOf(claim: Claim): PlanComparison['untouched'][number] {
  return { path: claim.path, ...(claim.mark === undefined ? {} : { mark: claim.mark }), place: claim.mention.place }
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
