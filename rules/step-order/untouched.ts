import type { Plan } from '../../src/plan/bind-types.ts'
import type { Ground } from '../../src/plan/files/ground.ts'
import type { MentionRole } from '../../src/plan/files/mention.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Replay } from './replay.ts'

/** Where a plan says which files it is about, apart from its steps. The opposite, a step's file that is not planned, is a matter of `file-coverage`. */
const lists = new Set<MentionRole | 'staged'>(['inventory', 'table', 'map', 'overview'])
const work = new Set<MentionRole>(['steps', 'commits'])

/** Planned files without a step, unless `file-coverage` compares these lists. */
export function* untouchedFiles(plan: Plan, ground: Ground, replay: Replay): Iterable<Problem<'untouched'>> {
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
