import { isLeftAlone } from '../../src/files/change-vocabulary.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { Claim } from '../../src/plan/files/claims.ts'
import { claimsOf } from '../../src/plan/files/claims.ts'
import type { MentionRole } from '../../src/plan/files/mention.ts'
import { hasUntoldWork } from '../../src/checks/bare-units.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Replay } from './replay.ts'

/** Where a plan says which files it is about, apart from its steps. The opposite, a step's file that is not planned, is a matter of `file-coverage`. */
const lists = new Set<MentionRole | 'staged'>(['inventory', 'table', 'map', 'overview'])
const work = new Set<MentionRole>(['steps', 'commits'])

/** Planned files without a step, unless `file-coverage` compares these lists. */
export function* untouchedFiles(plan: Plan, replay: Replay): Iterable<Problem<'untouched'>> {
  const compared = (plan.profile.coverage ?? []).filter(pair => work.has(pair.in) || pair.in === 'roadmap')
  if (!replay.isExplicit || compared.some(pair => lists.has(pair.files))) return
  const { list } = claimsOf(plan)
  // What a lost step would touch nobody knows, nor what a step leaves open.
  if (lacksStep(plan) || lacksFiles(plan) || hasUntoldWork(plan)) return
  // A step's file that is planned nowhere may be the one that seems forgotten, by a wrong name: that is told of first.
  const isCompared = plan.profile.coverage?.some(pair => pair.files === 'steps' && lists.has(pair.in)) ?? false
  if (isCompared && list.some(isUnplanned)) return
  const isOneSided = oneSided(plan, list)
  for (const claim of list) {
    const planned = claim.mentions.find(mention => lists.has(mention.role))
    if (
      !planned ||
      claim.mark === undefined ||
      isLeftAlone(claim.mark) ||
      planned.kind !== 'file' ||
      /\s/.test(claim.path) ||
      claim.mention.ref.escapes !== undefined ||
      isOneSided(claim)
    )
      continue
    if (!replay.touches(claim))
      yield {
        message: 'untouched',
        data: { path: claim.path },
        at: planned.place,
        help: 'Add it to the Files of the step that changes it, or take it out of the plan',
        severity: 'warning'
      }
  }
}

/** Does a file stand in one of two lists that name the same files, and not in the other? It may be there by a wrong name, and is told of as such. */
function oneSided({ profile }: Plan, list: readonly Claim[]): (claim: Claim) => boolean {
  const rolesOf = ({ mentions }: Claim): Set<string> => new Set(mentions.map(({ role }) => role))
  const used = new Set(list.flatMap(claim => [...rolesOf(claim)]))
  const pairs = (profile.coverage ?? []).filter(
    pair => [pair.files, pair.in].every(role => lists.has(role) && used.has(role)) && pair.required === undefined
  )
  return claim => {
    const roles = rolesOf(claim)
    return pairs.some(pair => roles.has(pair.files) && !roles.has(pair.in))
  }
}

const isUnplanned = ({ mentions }: Claim): boolean =>
  mentions.some(({ role }) => role === 'steps') && !mentions.some(({ role }) => lists.has(role))

/** Has a step its files still to say? */
function lacksFiles(plan: Plan): boolean {
  return plan
    .units('step')
    .some(({ fields }) =>
      fields.some(
        ({ spec, state }) =>
          spec.kind === 'files' && (state === 'empty' || (state === 'missing' && spec.required === true))
      )
    )
}

/** Is a number left out among the steps? */
function lacksStep(plan: Plan): boolean {
  const units = plan.units('step')
  const numbers = units.flatMap(({ part }) => part.ordinal?.numbers[0] ?? [])
  const start = units[0]?.spec.number
  if (numbers.length === 0 || typeof start !== 'number') return false
  return Math.max(...numbers) - start >= new Set(numbers).size
}
