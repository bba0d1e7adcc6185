import type { Plan } from '../../src/plan/bind-types.ts'
import type { Claim } from '../../src/plan/claims.ts'
import type { Ground } from '../../src/plan/ground.ts'
import { groundOf } from '../../src/plan/ground.ts'
import type { MentionRole } from '../../src/plan/mentions.ts'
import type { Replay } from './replay.ts'
import { replayOf } from './replay.ts'
import { pathsOf } from '../../src/shell/index.ts'
import type { Run } from '../../src/plan/uses.ts'
import { isExpectedToFail, runsOf } from '../../src/plan/uses.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'

type Id = 'early' | 'late' | 'untouched'

/** Where a plan says which files it is about, apart from its steps. The opposite, a step's file that is not planned, is a matter of `file-coverage`. */
const lists = new Set<MentionRole>(['inventory', 'table', 'map', 'overview'])
const work = new Set<MentionRole>(['steps', 'commits'])

export default defineRule<Id>({
  id: 'step-order',
  summary: 'No step uses a file before the step that creates it, and every planned file has its step.',
  why: 'A plan is carried out from the top: a command that needs what a later step brings fails, and a file without a step is forgotten.',
  severity: 'error',
  repo: true,
  messages: {
    early: d => `Expected "${d.path}" to be created before ${d.name} "${d.title}" uses it`,
    late: d => `Conflicting steps: ${d.name} "${d.title}" uses "${d.path}" after it was deleted`,
    untouched: d => `Missing step for "${d.path}": none touches it`
  },
  *check({ plan, repo, path }) {
    const ground = groundOf(plan, repo!, path)
    if (ground.isDone) return
    const replay = replayOf(plan)
    yield* checkUses(plan, ground, replay)
    yield* checkUntouched(plan, ground, replay)
  }
})

/** Commands that need what a later step brings, or what an earlier one took away. */
function* checkUses(plan: Plan, ground: Ground, replay: Replay): Iterable<Problem<Id>> {
  const told = new Set<Claim>()
  const created = new Set<Claim>()
  for (const run of runsOf(plan)) {
    const index = replay.indexOf(run.step)
    for (const use of index < 0 ? [] : usesOf(run)) {
      const claim = only(ground.claims.find(use.path))
      const defect =
        claim && !told.has(claim) && !created.has(claim) ? defectOf(claim, index, ground, replay, use.runs) : undefined
      if (!claim || !defect || isExpectedToFail(run, plan)) continue
      told.add(claim)
      const step = replay.steps[defect.other]!
      const data = { path: claim.path, name: run.step!.spec.role, title: run.step!.part.title }
      yield {
        message: defect.kind,
        data,
        at: run.placeOf(use),
        related: [
          { place: step.part.place, message: defect.kind === 'early' ? 'Created in this step' : 'Deleted in this step' }
        ],
        help:
          defect.kind === 'early'
            ? `Run this after "${step.part.title}", or create the file here`
            : `Run this before "${step.part.title}"`
      }
    }
    for (const { path } of run.creates) for (const claim of ground.claims.find(path).slice(0, 5)) created.add(claim)
  }
}

interface Use {
  path: string
  start: number
  end: number
  runs: boolean
}

/** What is run comes twice: as a reference, and then as a path, of which nothing more is said. */
function usesOf(run: Run): Use[] {
  const runs = run.references.flatMap(reference => (reference.kind === 'path' ? [{ ...reference, runs: true }] : []))
  return [...runs, ...pathsOf(run.block.script).uses.map(use => ({ ...use, runs: false }))]
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined
}

function defectOf(
  claim: Claim,
  index: number,
  ground: Ground,
  replay: Replay,
  runs: boolean
): { kind: 'early' | 'late'; other: number } | undefined {
  if (claim.mark === 'new' || claim.mark === 'renamed') {
    const first = replay.first(claim)
    // A file that is there already is no matter of order.
    return first !== undefined && first > index && !ground.isFile(claim.path)
      ? { kind: 'early', other: first }
      : undefined
  }
  const last = claim.mark === 'deleted' && runs ? replay.last(claim) : undefined
  return last !== undefined && last < index ? { kind: 'late', other: last } : undefined
}

/** Planned files without a step, unless `file-coverage` compares these lists. */
function* checkUntouched(plan: Plan, ground: Ground, replay: Replay): Iterable<Problem<Id>> {
  const compared = (plan.profile.coverage ?? []).filter(pair => work.has(pair.in) || pair.in === 'roadmap')
  if (!replay.isExplicit || compared.some(pair => lists.has(pair.files))) return
  for (const claim of ground.claims.list) {
    const planned = claim.mentions.find(mention => lists.has(mention.role))
    if (
      !planned ||
      claim.mark === undefined ||
      claim.mark === 'existing' ||
      planned.kind !== 'file' ||
      /\s/.test(claim.path) ||
      claim.mention.ref.escapes !== undefined
    )
      continue
    if (replay.first(claim) === undefined)
      yield {
        message: 'untouched',
        data: { path: claim.path },
        at: planned.place,
        help: 'Add it to the Files of the step that changes it, or take it out of the plan',
        severity: 'warning'
      }
  }
}
