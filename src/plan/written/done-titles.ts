/** Titles that say of what stands below them that it is done: "Phase 1: Read the gauge ✅". */
import type { Plan } from '../bind-types.ts'
import { innermost } from '../../outline/innermost.ts'
import { textOf } from '../../outline/nodes.ts'
import type { Checkbox, Part } from '../../outline/types.ts'
import { howFarBehind } from './how-far.ts'
import { openBoxes } from './open-boxes.ts'

/** What is done by its own word, with the boxes below it that are open. */
interface DoneTitle {
  part: Part
  open: readonly Checkbox[]
}

/** Innermost titles that say that all is done, above boxes that are open. */
export function doneTitles(plan: Plan): DoneTitle[] {
  const { parts, checkboxes } = plan.outline
  // Where nothing is ticked, ticks are not kept, and a mark in a title adorns it.
  const isTicking = checkboxes.some(({ state }) => state === 'done')
  const titles = parts.filter(part => part.form === 'heading' && saysDone(part, isTicking))
  const found = titles
    .map(part => ({ part, open: openBoxes(plan, part.span.start, part.span.end) }))
    .filter(({ open }) => open.length > 0)
  return innermost(found, ({ part }) => part.span)
}

function saysDone({ node }: Part, isTicking: boolean): boolean {
  const said = howFarBehind(textOf(node))
  return said?.far === 'done' && (isTicking || said.word !== '')
}
