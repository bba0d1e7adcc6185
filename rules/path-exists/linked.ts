import type { Problem } from '../../src/lint/rule.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { Ground } from '../../src/plan/files/ground.ts'
import { linkedDocuments } from '../../src/plan/files/linked.ts'

/** Documents that the plan says it goes with, and that are not there. They may be written later, or have gone with the work. */
export function* deadLinks(plan: Plan, ground: Ground): Iterable<Problem<'linked'>> {
  if (ground.isDone) return
  for (const { path, label, place } of linkedDocuments(plan)) {
    if (ground.refuses(path) || ground.claims.find(path).length > 0 || ground.mayExist(path)) continue
    const [near] = ground.near(path.replace(/^(?:\.{1,2}\/)+/, ''))
    yield {
      message: 'linked',
      data: { path, label },
      at: place,
      help:
        near && near.why !== 'deleted'
          ? `Write "${near.path}", if that is meant`
          : 'Correct the path, or write the document',
      severity: 'warning'
    }
  }
}
