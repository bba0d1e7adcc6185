import { isLeftAlone } from '../../src/files/change-vocabulary.ts'
import { workOf } from '../../src/checks/peers.ts'
import { baseOf } from '../../src/util/path.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { claimsOf, oldPath } from '../../src/plan/files/claims.ts'
import { defineRule } from '../../src/lint/rule.ts'

type Id = 'conflict' | 'wave'

/** What plans do to files, in messages. */
const deeds: Record<string, string> = { new: 'creates', modified: 'modifies', deleted: 'deletes', renamed: 'renames' }

export default defineRule<Id>({
  id: 'path-conflict',
  summary: 'No two plans in progress change the same file.',
  why: 'Two plans that change one file were each reviewed as if the other did not exist: whichever comes second finds another file than it speaks of.',
  whenOff:
    'It is off unless it is switched on; leave it off where several plans share files on purpose, such as one changelog.',
  severity: 'warning',
  optIn: true,
  set: true,
  messages: {
    conflict: d => `Conflicting plans: "${d.other}" ${d.deed} "${d.path}" as well${d.more}`,
    wave: d => `Conflicting plans of wave ${d.wave}: "${d.other}" changes "${d.path}" as well`
  },
  *check({ plan, otherPlans, set, path }) {
    for (const { mention, wave, path: other, there } of workOf(plan, path, set)?.shared ?? [])
      yield {
        message: 'wave',
        data: { wave: wave.number, other: baseOf(other), path: mention.path },
        at: mention.place,
        help: `Put one of the two in a later wave, and name the other in it as what it depends on${wave.isGiven ? '' : ': a plan that says none is of the first'}`,
        related: [{ path: other, place: there, message: 'It is changed here, too' }]
      }
    if (plan.state === 'done' || !otherPlans) return
    const byPath = new Map<string, { plan: string; mark: string; more: number }>()
    for (const other of otherPlans) {
      if (names(other.path, plan)) continue
      for (const { path: file, mark } of other.files) {
        const known = byPath.get(file)
        if (known) known.more++
        else byPath.set(file, { plan: other.path, mark, more: 0 })
      }
    }
    for (const claim of claimsOf(plan).list) {
      if (claim.mark === undefined || isLeftAlone(claim.mark) || claim.mention.kind !== 'file') continue
      const found = [claim.path, ...(claim.from === undefined ? [] : [oldPath(claim.path, claim.from)])].find(each =>
        byPath.has(each)
      )
      const other = found === undefined ? undefined : byPath.get(found)
      if (found === undefined || !other) continue
      const more = other.more === 0 ? '' : ` (and ${other.more} more)`
      yield {
        message: 'conflict',
        data: { path: found, other: other.plan, more, deed: deeds[other.mark] ?? 'changes' },
        at: claim.mention.place,
        help: 'Agree on an order, and name the other plan here'
      }
    }
  }
})

/** A plan that names another one knows of it. */
function names(path: string, { outline: { source } }: Plan): boolean {
  return source.includes(path.slice(path.lastIndexOf('/') + 1))
}
