import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { filesNamedIn } from '../../src/plan/files/named-in.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { groupBy } from '../../src/util/group.ts'

/** What the profile calls the marker of units that are worked on at the same time. */
const marker = 'parallel'
/** What only looks at a file may do so beside others. */
const looking = /^(?:check|verify|validate|review|confirm|inspect|run|lint|audit)\b/i

/** Units that are marked as parallel, below one heading, and name the same file. */
export function* checkParallel(plan: Plan): Iterable<Problem<'parallel'>> {
  const parallel = allUnits(plan).filter(({ lead }) => lead?.markers[marker] !== undefined && !looking.test(lead.rest))
  if (parallel.length < 2) return
  const headings = plan.outline.parts.filter(({ form }) => form === 'heading').map(({ span }) => span.start)
  const blocks = groupBy(parallel, ({ span }) => headings.findLast(start => start < span.start))
  for (const units of blocks.values()) {
    const byPath = new Map<string, Unit[]>()
    for (const unit of units)
      for (const { path } of filesNamedIn(unit, plan)) byPath.set(path, [...(byPath.get(path) ?? []), unit])
    for (const [path, [first, second, ...others]] of byPath) {
      if (!second) continue
      yield {
        message: 'parallel',
        data: { name: second.spec.role, path, mark: second.lead!.markers[marker]![0]! },
        at: second.part.place,
        help: `Take ${second.lead!.markers[marker]![0]} off all of them but one, or give each a file of its own`,
        severity: 'warning',
        related: [first!, ...others.slice(0, 20)].map(({ part }) => ({ place: part.place, message: 'This one, too' }))
      }
    }
  }
}
