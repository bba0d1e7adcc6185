import type { Plan } from '../../src/plan/bind-types.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import { isUnwrittenSection } from '../../src/checks/unwritten.ts'
import { placeOf } from '../../src/outline/nodes.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** What is written once all is done, and is not though all is. */
export function* checkUnwritten(plan: Plan): Iterable<Problem<'unwritten'>> {
  if (plan.state !== 'done') return
  for (const section of plan.allSections) {
    if (section.spec.na !== 'later' || !section.part || !isUnwrittenSection(section, plan)) continue
    const first = plan.content.firstParagraph(bodySpan(section))
    const { status } = plan
    const boxes = plan.allSections.find(({ spec, part }) => part !== undefined && spec.checklist?.means === 'done')
    yield {
      message: 'unwritten',
      data: { title: section.spec.title, why: status?.known ? `status is ${status.value}` : 'every box is ticked' },
      at: first ? placeOf(first) : section.part.place,
      severity: 'warning',
      help: section.spec.hint ?? 'Write down what came of it, or take the tick back from what is left to do',
      ...(boxes && !status?.known
        ? { related: [{ place: boxes.part!.place, message: 'Every box is ticked here' }] }
        : {})
    }
  }
}
