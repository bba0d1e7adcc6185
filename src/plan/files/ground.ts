import { onceEach } from '../../util/once.ts'
import type { Moment, Near, RepoFacts } from '../../repo/facts.ts'
import type { Refusal } from '../../repo/paths.ts'
import { namesCommit, statedBase } from './base.ts'
import type { Plan } from '../bind-types.ts'
import type { Claim, Claims } from './claims.ts'
import { claimsOf } from './claims.ts'
import { isTestPath } from '../../files/test-path.ts'
import { foldersAbove } from '../../files/paths.ts'
import { rootsLeftOff } from './project-roots.ts'

/** A plan on the ground: the repository that it speaks of, at the time at which it speaks. */
export interface Ground {
  facts: RepoFacts
  /** The plan's own time. Telling may read the history: ask where what is there now contradicts the plan, and only then. */
  moment(): Moment
  /** The plan's own time, if it had to be asked for. */
  known(): Moment | undefined
  claims: Claims
  /** The plan says that its work is done: then new files must exist now, and deleted ones must not. */
  isDone: boolean
  /** Could a file of this path be there now or at the plan's own time? Whatever is undecided could. */
  mayExist(path: string): boolean
  /** Is there surely a file of exactly this path, now and at the plan's own time? */
  isFile(path: string): boolean
  /** Is it a file now, and nothing says that it was none when the plan begins? */
  mayBeFile(path: string): boolean
  /** Could there be something of exactly this path, counted from the top or from a folder that the plan lies in? */
  mayStand(path: string): boolean
  /** The same, now alone: git is not asked for the past. */
  standsNow(path: string): boolean
  /** Paths of the repository now that end in this one, and are longer. */
  longer(path: string): string[]
  /** Where in the repository a path of the plan is. */
  inside(path: string): string
  mayExistNow(path: string): boolean
  isFileNow(path: string): boolean
  /** What a missing path may have meant. */
  near(path: string): Near[]
  /** Is a written path one that is never looked up? */
  refuses(path: string): boolean
  /** Why a claim's path is never looked up. */
  refuse(claim: Claim): Refusal | undefined
}

const now: Moment = { kind: 'work-tree' }
const memoOf = onceEach((_plan: Plan): { ground?: Ground } => ({}))

/** Puts a plan on the ground of a repository. Memoised per plan. */
export function groundOf(plan: Plan, facts: RepoFacts, planPath: string | undefined): Ground {
  const memo = memoOf(plan)
  return memo.ground?.facts === facts ? memo.ground : (memo.ground = makeGround(plan, facts, planPath ?? ''))
}

function makeGround(plan: Plan, facts: RepoFacts, planPath: string): Ground {
  const isDone = plan.state === 'done'
  let known: Moment | undefined = isDone ? now : undefined
  const moment = (): Moment => (known ??= facts.at(planPath, statedBase(plan)))
  const from = planPath.slice(0, Math.max(0, planPath.lastIndexOf('/')))
  const claims = claimsOf(plan)
  const inside = projectRoot(plan, facts, moment, from)
  const resolves = (path: string, when: Moment): boolean => facts.resolve(inside(path), when, from).length > 0
  const isFileNow = (path: string): boolean => facts.exists(inside(path), now) === 'file'
  const mayExistNow = (path: string): boolean => resolves(path, now)
  const homes = ['', ...foldersAbove(planPath)]
  const stands = (path: string, when: Moment): boolean =>
    homes.some(home => facts.exists(home === '' ? inside(path) : `${home}/${path}`, when) !== 'absent')
  return {
    facts,
    moment,
    known: () => known,
    claims,
    isDone,
    mayExist: path => mayExistNow(path) || resolves(path, moment()),
    isFile: path => isFileNow(path) && facts.exists(inside(path), moment()) === 'file',
    mayBeFile: path => isFileNow(path) && ['file', 'unknown'].includes(facts.exists(inside(path), moment())),
    standsNow: path => stands(path, now),
    mayStand: path => stands(path, now) || stands(path, moment()),
    longer: path =>
      facts.resolve(inside(path), now, from).flatMap(found => (found.how === 'suffix' ? [found.path] : [])),
    inside,
    mayExistNow,
    isFileNow,
    near: path =>
      facts
        .near(
          inside(path),
          moment(),
          claims.list.map(claim => inside(claim.path))
        )
        .filter(({ path: other }) => !isTestPath(path) || isTestPath(other)),
    refuses: path => facts.refuse(path, from) !== undefined,
    refuse: claim => refusal(claim, facts, from)
  }
}

/**
 * A tree may start at the project's own folder (`client/` above `src/`), which is no part of the paths in the repository: so it is where there is no
 * such folder, and either files that must be there are there without it, or the plan itself leaves it off elsewhere.
 */
function projectRoot(plan: Plan, facts: RepoFacts, moment: () => Moment, from: string): (path: string) => string {
  const claims = claimsOf(plan)
  const absent = new Set([...claims.roots()].filter(root => facts.exists(root, now) === 'absent'))
  if (absent.size === 0) return path => path
  const without = (path: string, names: ReadonlySet<string>): string => {
    const slash = path.indexOf('/')
    return slash > 0 && names.has(path.slice(0, slash)) ? path.slice(slash + 1) : path
  }
  const isProof = ({ mark, path }: Claim): boolean => {
    const rest = without(path, absent)
    return (
      mark !== undefined &&
      mark !== 'new' &&
      rest !== path &&
      [() => now, moment].some(when => facts.resolve(rest, when(), from).length > 0)
    )
  }
  const left = rootsLeftOff(plan)
  const names = claims.list.some(isProof) ? absent : new Set([...absent].filter(root => left.has(root)))
  return [...names].every(root => facts.exists(root, moment()) === 'absent')
    ? path => without(path, names)
    : path => path
}

function refusal(claim: Claim, facts: RepoFacts, from: string): Refusal | undefined {
  const escape = claim.mentions.find(mention => mention.ref.escapes !== undefined)?.ref
  // Readers of plans recognise more as leading out than the repository's own check.
  if (escape) return facts.refuse(escape.path, from) ?? (escape.escapes === 'parent' ? undefined : escape.escapes)
  return facts.refuse(claim.path, from)
}

/** What limits the answers of rules that ask the repository, in words for the report. */
export function repoNotes(plan: Plan, facts: RepoFacts, planPath: string | undefined): string[] {
  if (facts.unavailable !== undefined) return [`Repository-aware checks skipped: ${facts.unavailable}`]
  const ground = groundOf(plan, facts, planPath)
  // Who carries the plan out compares with the commit that it names, whether a finding depends on it or not.
  const moment = ground.known() ?? (namesCommit(plan) ? ground.moment() : undefined)
  const isUndecided = moment?.kind === 'unknown'
  return [
    ...facts.notes,
    ...goneNotes(ground),
    ...(isUndecided ? [`What contradicts the repository now is not reported: ${moment.why}`] : [])
  ]
}

/** Files that the plan modifies, that were there when it was written, and are gone: whoever took them away did the plan's work, or made it untrue. */
function goneNotes({ claims, known, isDone, refuse, mayExist, mayExistNow }: Ground): string[] {
  if (isDone || known()?.kind !== 'commit') return []
  const gone = claims.list.filter(
    claim =>
      claim.mark === 'modified' &&
      claim.mention.kind === 'file' &&
      refuse(claim) === undefined &&
      !mayExistNow(claim.path) &&
      mayExist(claim.path)
  )
  const [first, ...others] = gone.map(({ path }) => `"${path}"`)
  return first === undefined
    ? []
    : [
        `Gone since the plan was written, and taken for work done since: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`
      ]
}
