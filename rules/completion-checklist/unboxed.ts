import { hasStepBoxes, lostTasks } from '../../src/checks/ids/lost-tasks.ts'
import { quote } from '../../src/outline/text.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { documentId } from '../../src/profiles/holders.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Id } from './id.ts'
import type { TickList } from './open.ts'

/** Items of lists without a box, where those beside them have one: nobody can tell whether they are done. */
export function* checkUnboxed(lists: readonly TickList[], plan: Plan): Iterable<Problem<Id>> {
  // Of tasks that are boxes another rule speaks; steps have notes beside them, and so has a plan without sections.
  const told = new Set(lostTasks(plan).map(({ place }) => place.start.offset))
  const steps = plan.allSections.filter(({ part, spec }) => spec.id === documentId || (part && hasStepBoxes(spec)))
  for (const { title, bare } of lists)
    for (const { text, place, start } of bare) {
      if (told.has(start) || steps.some(each => start >= each.span.start && start < each.span.end)) continue
      told.add(start)
      yield {
        message: 'unboxed',
        data: { text: quote(text), title },
        at: place,
        help: 'Write "- [ ] …" while it is open, "- [x] …" once it is done',
        fixes: [{ title: 'Put "[ ]" before it', safe: false, edits: [{ start, end: start, text: '[ ] ' }] }]
      }
    }
}
