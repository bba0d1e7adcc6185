import { misnamedClaims } from '../../src/checks/misnamed.ts'
import type { Claim } from '../../src/plan/files/claims.ts'
import type { Ground } from '../../src/plan/files/ground.ts'
import { groundOf } from '../../src/plan/files/ground.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { mayBeMadeBefore } from '../../src/plan/files/unsaid.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import type { Span } from '../../src/outline/types.ts'
import type { Place } from '../../src/types.ts'
import { isLeftAlone, type MarkKind } from '../../src/files/change-vocabulary.ts'
import { deadLinks } from './linked.ts'
import { sayIt, saying } from './notation.ts'
import { linesBeyond } from './ranges.ts'
import { isMereContext, machinePaths, tellOnce } from './machine.ts'
import type { Near } from '../../src/repo/facts.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { refusals } from '../words/refusals.ts'

type Id = 'machine' | 'missing' | 'exists' | 'source' | 'undone' | 'left' | 'outside' | 'linked' | 'lines'
type Found = Omit<Problem<Id>, 'at'>

/** What is to happen to a file, in messages. */
const fates: Record<MarkKind, string> = {
  new: 'created',
  modified: 'modified',
  deleted: 'deleted',
  renamed: 'renamed',
  existing: 'kept as it is',
  unchanged: 'kept as it is'
}

export default defineRule<Id>({
  id: 'path-exists',
  summary: 'What the plan says of files is true of the repository: new ones do not exist yet, the others do.',
  why: 'A plan that modifies a file which is not there was written from memory; whoever implements it has to guess which file was meant.',
  whenOff: 'Where plans are written in another repository than the code that they speak of.',
  severity: 'error',
  byState: { draft: 'warning' },
  repo: true,
  messages: {
    missing: d => `Missing "${d.path}" in the repository: it is to be ${d.fate}`,
    exists: d => `Conflicting mark on "${d.path}": it is to be ${d.fate}, but exists already`,
    source: d => `Missing "${d.from}" in the repository: "${d.path}" is to be renamed from it`,
    undone: d => `Missing "${d.path}" in the repository, though the plan is done`,
    left: d => `Conflicting status: the plan is done, but "${d.path}" is still there`,
    machine: d =>
      `Expected paths that hold on any machine: ${d.count === 1 ? '1 begins' : `${d.count} begin`} with "${d.root}"`,
    linked: d => `Missing "${d.path}" in the repository: "${d.label}" names it`,
    lines: d => `Unknown line ${d.line} of "${d.path}": it has ${d.count}`,
    outside: d => `Expected a path inside the repository: "${d.path}" ${d.why}`
  },
  *check({ plan, repo, path, lines }) {
    const ground = groundOf(plan, repo!, path)
    const reported = new Set<Claim>()
    for (const paths of machinePaths(ground.claims.list, ground)) {
      const problem = tellOnce(paths, plan.outline.source)
      if (!problem) continue
      for (const claim of paths.claims) reported.add(claim)
      yield problem
    }
    for (const claim of ground.claims.list) {
      if (reported.has(claim) || hasLeftover(spanOfPlace(claim.mention.place), plan)) continue
      const found =
        outside(claim, ground) ?? (ground.isDone ? checkDone(claim, ground) : checkClaim(claim, ground, plan))
      if (found) yield { at: claim.mention.place, ...found }
    }
    yield* deadLinks(plan, ground)
    yield* linesBeyond(ground, lines)
  }
})

/** Never looked up: a plan can name any place of any machine. */
function outside(claim: Claim, ground: Ground): Found | undefined {
  const why = isMereContext(claim) ? undefined : ground.refuse(claim)
  return why === undefined
    ? undefined
    : {
        message: 'outside',
        data: { path: claim.mention.ref.raw, why: refusals[why] },
        help: 'Write it relative to the top of the repository; it was not looked up',
        severity: 'warning'
      }
}

function checkClaim(claim: Claim, ground: Ground, plan: Plan): Found | undefined {
  if (claim.mark === 'new') return ground.isFile(claim.path) && !isLeftBefore(claim) ? taken(claim, ground) : undefined
  if (claim.mark === 'renamed') return checkRenamed(claim, ground)
  if (claim.mark === undefined || claim.mention.kind === 'glob' || ground.mayExist(claim.path)) return undefined
  // Of two names for one file, lists that are compared tell.
  if (isMadeBefore(claim) || misnamedClaims(plan).has(claim)) return undefined
  if (mayBeMadeBefore(claim.mention.place.start.offset, plan) && ground.near(claim.path).length === 0) return undefined
  return {
    message: 'missing',
    data: { path: claim.path, fate: fates[claim.mark] },
    ...remedy(claim.path, claim, ground)
  }
}

const spanOfPlace = ({ start, end }: Place): Span => ({ start: start.offset, end: end.offset })

/** What one step writes, a later one may modify. */
function isMadeBefore({ maker, mention }: Claim): boolean {
  return maker !== undefined && maker.place.start.offset <= mention.place.start.offset
}

/** What got another name in one step may be there anew in a later one. */
function isLeftBefore({ mentions, mention }: Claim): boolean {
  return mentions.some(each => each.isLeft && each.place.start.offset < mention.place.start.offset)
}

function taken(claim: Claim, ground: Ground): Found {
  return {
    message: 'exists',
    data: { path: claim.path, fate: fates[claim.mark!] },
    help: `${sayIt('modified', claim)}, or choose another path${whenOf(ground) === '' ? '' : `: it was there ${whenOf(ground)}`}`
  }
}

/** The plan's own time; empty where it is now. */
function whenOf(ground: Ground): string {
  const moment = ground.moment()
  if (moment.kind !== 'commit') return ''
  return moment.why === 'stated'
    ? `at commit ${moment.short}, which the plan starts from`
    : `at commit ${moment.short}, which brought the plan`
}

function checkRenamed(claim: Claim, ground: Ground): Found | undefined {
  const { from } = claim
  // "Rename to x" names the old file and not where it came from; "old" is what the template says.
  if (from === undefined || from === 'old') return undefined
  const isThere = sources(claim).some(path => ground.mayExist(path) || isMadeIn(path, claim, ground))
  if (isThere || ground.facts.refuse(from) !== undefined)
    return ground.isFile(claim.path) ? taken(claim, ground) : undefined
  return { message: 'source', data: { path: claim.path, from }, ...remedy(sources(claim).at(-1)!, claim, ground) }
}

/** Does the plan make a file before it is renamed? */
function isMadeIn(path: string, { mention }: Claim, ground: Ground): boolean {
  return ground.claims
    .find(path)
    .some(({ mentions }) =>
      mentions.some(
        ({ mark, isWritten, place }) => (mark === 'new' || isWritten) && place.start.offset < mention.place.start.offset
      )
    )
}

/** The old path is written from the top, or as a name beside the new one. */
function sources(claim: Claim): string[] {
  const folder = claim.path.slice(0, claim.path.lastIndexOf('/') + 1)
  return claim.from!.includes('/') ? [claim.from!] : [claim.from!, folder + claim.from!]
}

function remedy(path: string, claim: Claim, ground: Ground): Pick<Found, 'help'> {
  const [near] = ground.near(path)
  return {
    help: near
      ? advice(near, claim)
      : `Check the path, or ${saying('new', claim)}${whenOf(ground) === '' ? '' : `: it is not there ${whenOf(ground)}`}`
  }
}

function advice({ path, why, commit }: Near, claim: Claim): string {
  if (why === 'moved') return `Write "${path}": commit ${commit} moved it there`
  if (why === 'deleted')
    return `${sayIt('new', claim)} if the plan brings it back, or take it out: commit ${commit} deleted it`
  return why === 'case' ? `Write "${path}": only the case differs` : `Write "${path}", if that is meant`
}

/** Of a plan that is done, the opposite holds; what later work moved or deleted was there once. */
function checkDone(claim: Claim, ground: Ground): Found | undefined {
  const { path, mark } = claim
  const help = "Finish the work, or correct the plan's status"
  if (mark === 'deleted') return ground.isFileNow(path) ? { message: 'left', data: { path }, help } : undefined
  const old = claim.from === undefined ? undefined : sources(claim).at(-1)!
  if (old !== undefined && ground.isFileNow(old)) return { message: 'left', data: { path: old }, help }
  if (mark === undefined || isLeftAlone(mark) || claim.mention.kind === 'glob' || ground.mayExistNow(path))
    return undefined
  return ground.near(path).some(({ why }) => why === 'moved' || why === 'deleted')
    ? undefined
    : { message: 'undone', data: { path }, help: `${help}${closest(ground.near(path))}` }
}

function closest([near]: Near[]): string {
  return near ? `; did you mean "${near.path}"?` : ''
}
