import { allUnitSpecs } from '../profiles/units.ts'
import { expectedLabels } from '../profiles/verification.ts'
import { firstAt } from '../outline/cover.ts'
import type { CommandBlock } from '../outline/content.ts'
import { normalise } from '../outline/text.ts'
import { onceEach } from '../util/once.ts'
import type { Plan } from './bind-types.ts'

/** Where the plan says what a command shows, in document order. Memoised per plan. */
const labelsOf: (plan: Plan) => readonly number[] = onceEach(({ profile, outline }) => {
  const keys = allUnitSpecs(profile).flatMap(({ verification }) => expectedLabels(verification).map(normalise))
  if (keys.length === 0) return []
  return outline.parts.flatMap(({ key, span }) =>
    keys.some(label => key === label || key.startsWith(`${label} `)) ? [span.start] : []
  )
})

/** Does the plan say right behind a command what it shows: before the next command, and before the next heading? */
export function isExpectationSaid({ place: { end } }: CommandBlock, plan: Plan): boolean {
  const labels = labelsOf(plan)
  const at = labels[firstAt(labels, end.offset)]
  if (at === undefined) return false
  const between = { start: end.offset, end: at }
  return plan.content.commands(between).length === 0 && !plan.content.has('headings', between)
}
