import { placeOf, textOf } from '../../src/outline/nodes.ts'
import { quote } from '../../src/outline/text.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { openQuestionsIn } from '../../src/plan/questions.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Member, PlanSet } from '../../src/sets/plan-set.ts'
import { baseOf } from '../../src/util/path.ts'

/** Questions that nobody answered though all is done, by the plan's own word or by the ticks of the tasks beside it: one slip for a section. */
export function* checkUnanswered(plan: Plan, set: PlanSet | undefined): Iterable<Problem<'unanswered'>> {
  const asking = plan.allSections.filter(({ spec, state }) => spec.na === 'answered' && state === 'filled')
  if (asking.length === 0) return
  const tasks = finishedTasks(set)
  if (!tasks && plan.state !== 'done') return
  for (const section of asking) {
    const [first, ...others] = openQuestionsIn(section, plan)
    if (!first) continue
    yield {
      message: 'unanswered',
      data: {
        text: quote(textOf(first).split('\n', 1)[0]!),
        more: others.length,
        why: tasks ? `every task of ${baseOf(tasks.path)} is ticked` : `status is ${plan.status?.value ?? 'done'}`
      },
      at: placeOf(first),
      severity: 'warning',
      help: `Write the answer behind ${others.length > 0 ? 'each' : 'it'} ("→ …"), or take the tick back from what waits for it`,
      related: [
        ...others.slice(0, 20).map(each => ({ place: placeOf(each), message: 'Open, too' })),
        ...(tasks ? [{ path: tasks.path, place: tasks.plan.titlePlace, message: 'Every box is ticked here' }] : [])
      ]
    }
  }
}

/** A file of the set that holds the tasks, all of them ticked. */
function finishedTasks(set: PlanSet | undefined): Member | undefined {
  return [...(set?.members.values() ?? [])].find(({ plan }) => {
    const boxes = plan.units('step').length > 0 ? plan.outline.checkboxes : []
    return boxes.length > 0 && boxes.every(({ state }) => state === 'done')
  })
}
