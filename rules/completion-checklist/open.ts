/** Boxes that are open though the plan is done by its own word, or by the folder it lies in: one slip, whichever lists they stand in. */
import { isSettled } from '../../src/outline/checkboxes.ts'
import type { UnboxedItem } from '../../src/checks/unboxed-items.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { isLeft } from '../../src/plan/written/open-boxes.ts'
import { quote } from '../../src/outline/text.ts'
import type { Checkbox, Span } from '../../src/outline/types.ts'
import type { Checklist } from '../../src/profiles/schema.ts'
import { areTicksDue, tickedIn } from '../../src/profiles/states.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { statusHere } from '../words/status.ts'
import type { Id } from './id.ts'

/** A list that is to be ticked, with its boxes. */
export interface TickList {
  spec: Checklist
  title: string
  span: Span
  boxes: readonly Checkbox[]
  /** Items beside them that have none. */
  bare: readonly UnboxedItem[]
  /** Whose list it is; none where it is a field's. */
  section?: BoundSection
}

/** What is open in lists that are to be ticked by now. */
export function* checkOpen(lists: readonly TickList[], plan: Plan): Iterable<Problem<Id>> {
  const due = lists.filter(({ spec }) => tickedIn(spec).from !== undefined)
  if (plan.past !== undefined)
    yield* checkPast(
      boxesOf(due).filter(box => isLeft(box, plan)),
      plan.past
    )
  if (!plan.status) return
  const { status } = plan
  // Of what is no box to any tool that alone is said.
  const open = boxesOf(due.filter(({ spec }) => areTicksDue(spec, plan.state))).filter(
    box => box.state === 'open' && !box.odd && isLeft(box, plan)
  )
  // Many that are open are one slip: the status, or nobody ticked.
  const isMany = open.length > 2
  for (const box of isMany ? open.slice(0, 1) : open)
    yield {
      message: 'unchecked',
      data: { text: quote(box.text), more: isMany ? ` and ${open.length - 1} more` : '', status: status.value },
      at: box.place,
      help: isMany
        ? 'Do what they say and tick them, or set the status back'
        : 'Do what it says and tick it, or set the status back',
      related: [
        statusHere(status),
        ...(isMany ? open.slice(1, 21).map(({ place }) => ({ place, message: 'Open, too' })) : [])
      ]
    }
}

/** In the order of the document; one that stands in two lists is one. */
function boxesOf(lists: readonly TickList[]): Checkbox[] {
  return [...new Set(lists.flatMap(({ boxes }) => boxes))].sort((a, b) => a.start - b.start)
}

/** Boxes that are open though the folder says that all is done. */
function* checkPast(boxes: readonly Checkbox[], folder: string): Iterable<Problem<Id>> {
  const [first, ...others] = boxes.filter(box => !isSettled(box) && !box.odd)
  if (!first) return
  yield {
    message: 'open',
    data: { text: quote(first.text), more: others.length === 0 ? '' : ` and ${others.length} more`, folder },
    at: first.place,
    help: 'Tick what is done, and write the rest without a box, with what becomes of it; or move the plan back to those in progress',
    related: others.slice(0, 20).map(({ place }) => ({ place, message: 'Here too' }))
  }
}
