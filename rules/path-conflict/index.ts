import type { Plan } from '../../src/plan/bind-types.ts'
import { claimsOf, oldPath } from '../../src/plan/files/claims.ts'
import { defineRule } from '../../src/lint/rule.ts'

type Id = 'conflict'

/** What plans do to files, in messages. */
const deeds: Record<string, string> = { new: 'creates', modified: 'modifies', deleted: 'deletes', renamed: 'renames' }

export default defineRule<Id>({
  id: 'path-conflict',
  summary: 'No two plans in progress change the same file.',
  why: 'Two plans that change one file were each reviewed as if the other did not exist: whichever comes second finds another file than it speaks of.',
  severity: 'warning',
  optIn: true,
  messages: {
    conflict: d => `Conflicting plans: "${d.other}" ${d.deed} "${d.path}" as well${d.more}`
  },
  *check({ plan, otherPlans }) {
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
      if (claim.mark === undefined || claim.mark === 'existing' || claim.mention.kind !== 'file') continue
      const path = [claim.path, ...(claim.from === undefined ? [] : [oldPath(claim.path, claim.from)])].find(each =>
        byPath.has(each)
      )
      const other = path === undefined ? undefined : byPath.get(path)
      if (path === undefined || !other) continue
      const more = other.more === 0 ? '' : ` (and ${other.more} more)`
      yield {
        message: 'conflict',
        data: { path, other: other.plan, more, deed: deeds[other.mark] ?? 'changes' },
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
