import { hasUntoldWork } from '../../src/checks/bare-units.ts'
import type { FileMention, MentionRole } from '../../src/plan/files/mention.ts'
import { groundOf } from '../../src/plan/files/ground.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { isTestSupport } from '../../src/files/test-path.ts'
import { isLeftOut } from '../../src/checks/misnamed.ts'
import { isOver, mustBeCompleteAt, sectionAt } from '../../src/checks/phases.ts'
import { undrawnFiles } from './drawn.ts'
import type { Side } from './coverage.ts'
import { owesFiles, sidesOf } from './coverage.ts'
import type { ComparedPair, PairDemand } from './demand.ts'
import { isCompared, isNoFolder, pairDemandOf } from './demand.ts'
import { changedOutside, isOutOfScope } from './outside.ts'
import type { Grounded } from './unmarked.ts'
import { isNew, unmarkedIn } from './unmarked.ts'
import { stagedBeyond } from './staged.ts'
import { eachOnce, inOne } from './lacks.ts'
import { inOneName } from './two-names.ts'
import type { MissingFile } from './lacks.ts'
import { findCycle } from './cycle.ts'
import { weightOf } from '../words/weight.ts'
import { allUnitSpecs } from '../../src/profiles/units.ts'
import { namesFiles } from '../../src/profiles/fields.ts'
import { groupBy } from '../../src/util/group.ts'
import { marksConflict } from '../../src/files/mark.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { againstOrders } from './ordered.ts'
import { checkDuplicates, checkUnits } from './twice.ts'
import { addFile } from '../../src/fix/files/add-file.ts'

type Id = 'uncovered' | 'none' | 'outside' | 'conflict' | 'duplicate' | 'cycle' | 'staged' | 'undrawn'

/** What messages call the places where files are named. */
const names: Record<MentionRole, string> = {
  inventory: 'the directory tree',
  overview: 'the file-by-file overview',
  table: 'the file table',
  context: 'the file tree',
  roadmap: 'the roadmap',
  map: 'the file map',
  scope: 'the scope',
  affected: 'the affected tests',
  tests: 'the test summary',
  steps: 'the steps',
  commits: 'the commits',
  header: 'the front matter'
}

export default defineRule<Id>({
  id: 'file-coverage',
  summary: 'Tree, overview, steps and tables name the same files and say the same of them.',
  why: 'A file that stands in one list and not in the other is either forgotten work or unplanned work; nobody can tell which. Where a profile gives a share (`coverage`, `min`: 60 % of the scope of an `advisor-plan`), files that are not named are told once so many of the others are: before that, the steps were not meant to name them, but for a file that is not there yet and so must come from one of them.',
  whenOff: 'Where the tree is only a sketch of the most important files, and is not meant to name all of them.',
  severity: 'error',
  set: true,
  applies: profile =>
    (profile.coverage ?? []).length > 0 ||
    Object.values(profile.set ?? {}).some(({ files }) => files !== undefined) ||
    // What one step says of its files is held against itself.
    allUnitSpecs(profile).some(({ fields = [] }) => fields.some(namesFiles)),
  messages: {
    uncovered: d => `Missing "${d.path}" in ${d.where}`,
    none: d => `Missing ${d.paths} in ${d.where}, where it says that there are none`,
    conflict: d => `Conflicting status of "${d.path}": ${d.mark} here, ${d.other} in ${d.where}`,
    duplicate: d => `Duplicate entry for "${d.path}"`,
    staged: d => `Missing "${d.path}" among the files of ${d.name} "${d.title}", which commits it`,
    undrawn: d => `Missing "${d.path}" in the tree of ${d.where}`,
    outside: d => `Conflicting "${d.path}": out of scope there, ${d.what} here`,
    cycle: d => `Circular dependency in the file map: ${d.path}`
  },
  *check({ plan, profile, set, repo, path }) {
    yield* undrawnFiles(plan, set)
    const sideOf = sidesOf(plan)
    const { coverage = [] } = profile
    const pairs = coverage.filter(isCompared)
    const demands = pairs.map(pair => pairDemandOf(pair, sideOf, plan))
    const lacks: MissingFile<Id>[] = []
    const ground = repo && repo.unavailable === undefined ? groundOf(plan, repo, path) : undefined
    const told = new Set<string>()
    const mapped = groupBy(sideOf('map').listed, each => each.path)
    const comparison = { demands, sideOf, mapped, told, lacks, plan, ground }
    for (const demand of demands) if (demand) yield* checkPair(demand, comparison)
    yield* inOneName(eachOnce(lacks), plan)
    if (pairs.length < coverage.length) yield* stagedBeyond(plan, ground)
    if (pairs.length > 0) yield* checkDuplicates(filesOf(plan))
    yield* checkUnits(filesOf(plan))
    const spoken = new Set(Array.from(told, key => key.slice(key.indexOf(':') + 1)))
    yield* againstOrders(plan, names, other => spoken.has(other))
    yield* changedOutside(plan)
    for (const cycle of findCycle(plan))
      yield {
        message: 'cycle',
        data: { path: cycle.text },
        at: cycle.place,
        help: 'Break the cycle: leaves first, roots last'
      }
  }
})

/** What the pairs of a profile share. */
interface PairComparison extends Grounded {
  demands: readonly (PairDemand | undefined)[]
  sideOf(role: MentionRole): Side
  /** The files of the file map, by path. */
  mapped: ReadonlyMap<string, readonly FileMention[]>
  /** What was told already, by one pair or another. */
  told: Set<string>
  /** What is not where it should be: told when all pairs are known. */
  lacks: MissingFile<Id>[]
}

function* checkPair(
  { pair, index, ...demand }: PairDemand,
  { demands, sideOf, mapped, told, lacks, plan, ground }: PairComparison
): Iterable<Problem<Id>> {
  const isFinished = ({ place }: FileMention): boolean => mustBeCompleteAt(place.start.offset, plan)
  // What is still being written is held against what is finished.
  const isHeld = sideOf(pair.in).listed.every(({ place }) => {
    const section = sectionAt(place.start.offset, plan)
    return section !== undefined && isOver(section, plan)
  })
  const from = sideOf(pair.files).mentions.filter(mention => isHeld || isFinished(mention))
  const reported = new Set<string>()
  const isCounted = unmarkedIn(from, index, ground)
  const isUnknown = hasUntoldWork(plan) || owesFiles('commits', plan)
  const created = new Set<string>()
  const lacking: MissingFile<Id>[] = []
  let compared = 0
  for (const mention of from) {
    if (mention.mark === 'new') created.add(mention.path)
    if (isIgnored(mention, pair, isCounted)) continue
    const found = index.find(mention.path).filter(isNoFolder)
    if (mention.mark !== 'unchanged' || found.length > 0) compared++
    if (found.length > 0) {
      // What an earlier step has created, a later one may modify; an empty one may have been to create it.
      const conflict =
        (mention.mark === 'modified' && created.has(mention.path)) || isTwofold(mention, mapped)
          ? undefined
          : conflictOf(mention, found, pair, told)
      if (conflict && !(isUnknown && isCreation(conflict))) yield conflict
      continue
    }
    // What stays as it is need not be named, but nothing may say the opposite.
    if (mention.mark === 'unchanged') continue
    const key = `uncovered:${mention.place.start.offset}`
    if (pair.files === 'scope' && isOutOfScope(mention.path, plan)) continue
    if (pair.required === false || reported.has(mention.path) || told.has(key) || !demand.lacks(mention)) continue
    reported.add(mention.path)
    told.add(key)
    const problem: Problem<Id> = {
      message: 'uncovered',
      data: { path: mention.path, where: names[pair.in] },
      at: mention.place,
      help: `Add it to ${placesFor(mention, pair.in, demands).join(' and ')}, or take it out here`,
      ...(plan.state === 'draft' && !isFinished(mention) ? { severity: 'warning' as const } : weightOf(pair)),
      fixes: addFile(mention, pair.in, plan)
    }
    lacking.push({ mention, in: pair.in, problem })
  }
  // Where most are not named there, none was meant to be: but what is not there yet comes from one of them, once any is.
  const isMost = (compared - lacking.length) / compared >= (pair.min ?? 0)
  const owed = isMost
    ? lacking
    : compared > lacking.length
      ? lacking.filter(({ mention }) => isNew(mention, ground))
      : []
  lacks.push(...(demand.isNone ? inOne(owed, 'none') : owed))
}

/** Stands a file in two lists of the file map that contradict each other? Of that alone is told. */
function isTwofold({ role, path, mark }: FileMention, mapped: PairComparison['mapped']): boolean {
  return role === 'map' && (mapped.get(path) ?? []).some(other => marksConflict(mark, other.mark))
}

/** Where a file is to be added: once it stands in one place, others may ask for it. */
function placesFor(mention: FileMention, role: MentionRole, demands: readonly (PairDemand | undefined)[]): string[] {
  const roles = [role]
  for (const added of roles)
    for (const demand of demands) {
      const { pair, lacks } = demand ?? {}
      if (pair?.files !== added || pair.required === false || roles.includes(pair.in)) continue
      const there = { ...mention, role: added, mark: mention.mark ?? ('new' as const) }
      if (!isIgnored(there, pair, () => true) && lacks!(there)) roles.push(pair.in)
    }
  return roles.map(each => names[each])
}

/** New in one place, modified in the other. */
function isCreation({ data }: Problem<Id>): boolean {
  return new Set([data!['mark'], data!['other'], 'new', 'modified']).size === 2
}

function isIgnored(mention: FileMention, pair: ComparedPair, isCounted: (unmarked: FileMention) => boolean): boolean {
  const ignore = pair.not ?? []
  if (ignore.includes('old') && mention.mark !== 'new') return true
  if (mention.kind === 'directory' || mention.ref.escapes !== undefined) return true
  if (mention.kind === 'glob' || /(?:^|\/)\[[^\]/]*\.\w+\]$|X{4}/.test(mention.path)) return true
  if (mention.mark === 'existing' && pair.files !== 'steps') return true
  if (pair.files === 'scope' && !/[./]/.test(mention.path)) return true
  if (pair.in === 'tests' && isTestSupport(mention.path)) return true
  if (isLeftOut(mention.path, pair)) return true
  return ignore.includes('unmarked') && mention.mark === undefined && !isCounted(mention)
}

/** A move may be drawn as what goes and what comes: the old name is deleted, the new one new. */
function isMove(a: FileMention, b: FileMention): boolean {
  const [move, drawn] = a.mark === 'renamed' ? [a, b] : [b, a]
  const from = move.written?.from
  if (move.mark !== 'renamed' || from === undefined) return false
  const name = drawn.mark === 'deleted' ? from : drawn.mark === 'new' ? move.path : undefined
  return (
    name !== undefined && (name === drawn.path || name.endsWith(`/${drawn.path}`) || drawn.path.endsWith(`/${name}`))
  )
}

/** Marks are compared once per pair of places, at the later one. */
function conflictOf(
  mention: FileMention,
  found: readonly FileMention[],
  pair: ComparedPair,
  told: Set<string>
): Problem<Id> | undefined {
  const other = found.find(candidate => marksConflict(mention.mark, candidate.mark) && !isMove(mention, candidate))
  if (!other || found.some(candidate => candidate.mark !== undefined && !marksConflict(mention.mark, candidate.mark)))
    return undefined
  const [late, early] = mention.place.start.offset >= other.place.start.offset ? [mention, other] : [other, mention]
  const key = `${late.place.start.offset}:${early.path}`
  if (told.has(key)) return undefined
  told.add(key)
  return {
    message: 'conflict',
    data: { path: late.path, mark: late.mark!, other: early.mark!, where: names[early.role] },
    at: late.written?.place ?? late.place,
    help: 'Make the two say the same',
    related: [{ place: early.place, message: `${early.mark} here` }],
    ...weightOf(pair)
  }
}
