import type { Plan } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { doneTitles } from '../../src/plan/written/done-titles.ts'
import { openBoxes } from '../../src/plan/written/open-boxes.ts'
import type { Checkbox } from '../../src/outline/types.ts'
import { innermost } from '../../src/outline/innermost.ts'
import { spanOf } from '../../src/outline/nodes.ts'
import { quote } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { holdsBoxes } from './parents.ts'

/** What is said of marks above open boxes; worded with the rule's other messages. */
export type MarkMessage = 'titleDone' | 'tickedOver'

/** Titles and boxes that say done, above boxes that are open. */
export function* checkMarks(plan: Plan): Iterable<Problem<MarkMessage>> {
  const told = new Set<number>()
  for (const { part, open } of doneTitles(plan)) {
    for (const { start } of open) told.add(start)
    yield {
      message: 'titleDone',
      data: { title: part.title, count: open.length },
      at: part.place,
      severity: 'warning',
      help: 'Tick what is done, or take the mark off the title',
      related: relatedTo(open)
    }
  }
  for (const { box, open } of tickedParents(plan)) {
    if (open.every(({ start }) => told.has(start))) continue
    yield {
      message: 'tickedOver',
      data: { text: quote(box.text), count: open.length },
      at: box.place,
      severity: 'warning',
      help: 'Tick what is done, or take the tick above it back',
      related: relatedTo(open)
    }
  }
}

function relatedTo(open: readonly Checkbox[]): { place: Checkbox['place']; message: string }[] {
  return open.slice(0, 20).map(({ place }) => ({ place, message: 'Open here' }))
}

/** Boxes that are no units: of these the profile knows which of those below must be ticked. */
function tickedParents(plan: Plan): { box: Checkbox; open: readonly Checkbox[] }[] {
  const units = new Set(
    allUnits(plan)
      .filter(({ spec }) => holdsBoxes(spec))
      .map(({ part }) => part.node)
  )
  const found = plan.outline.checkboxes
    .filter(({ state, node }) => state === 'done' && node.type === 'listItem' && !units.has(node))
    .map(box => ({ box, open: openBoxes(plan, box.start + 1, spanOf(box.node).end) }))
    .filter(({ open }) => open.length > 0)
  return innermost(found, ({ box }) => ({ start: box.start, end: spanOf(box.node).end }))
}
