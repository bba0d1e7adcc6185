import type { Plan } from '../../src/plan/bind-types.ts'
import { clarificationsOf } from '../../src/plan/clarifications.ts'
import { leftoversOf } from '../../src/plan/leftovers/placeholders.ts'
import { quote } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { PlanSet } from '../../src/sets/plan-set.ts'

/** A plan that asks more has not been thought through far enough to ask. */
const most = 3

/** Questions that stand marked where they came up. Once what follows from the answers is broken into tasks, they come too late. */
export function* markedQuestions(plan: Plan, set: PlanSet | undefined): Iterable<Problem<'marked' | 'many'>> {
  // A question in brackets may be told of as what is left to fill in.
  const left = new Set(leftoversOf(plan).map(({ place }) => place.start.offset))
  const found = clarificationsOf(plan).filter(({ place }) => !left.has(place.start.offset))
  const tasks = [...(set?.members.values() ?? [])].find(member => member.plan.units('step').length > 0)
  for (const { question, place } of found)
    yield {
      message: 'marked',
      data: { text: quote(question) },
      at: place,
      help: 'Write the answer in place of the mark',
      severity: tasks ? 'error' : 'warning',
      ...(tasks
        ? { related: [{ path: tasks.path, place: tasks.plan.titlePlace, message: 'It is broken into tasks already' }] }
        : {})
    }
  if (found.length > most)
    yield {
      message: 'many',
      data: { most, found: found.length },
      at: found[most]!.place,
      help: `Decide what can be decided, and ask the ${most} that matter most`,
      severity: 'warning'
    }
}
