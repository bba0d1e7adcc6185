import { allUnitSpecs } from '../profiles/units.ts'
import { expectedLabels } from '../profiles/verification.ts'
import { firstAt } from '../outline/cover.ts'
import type { CommandBlock } from '../outline/content.ts'
import { blockBehind, spanOf, startOf } from '../outline/nodes.ts'
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

/** How somebody ends what runs on: "stop it with Ctrl-C", "kill the server". */
const byHand =
  /\bctrl[ +-]?c\b|\^C\b|\b(?:stop|kill|terminate|quit|end) (?:it|the (?:dev |local )?(?:server|process))\b/i

/** Does the plan say behind a command, in the same paragraph or the next one, that somebody stops it? */
export function isStoppedByHand({ node, place, inline }: CommandBlock, { outline }: Plan): boolean {
  const around = inline
    ? outline.nodes.paragraphs.find(each => startOf(each) <= place.start.offset && place.end.offset <= spanOf(each).end)
    : blockBehind(node, outline)
  return (
    around !== undefined &&
    byHand.test(outline.source.slice(Math.max(place.end.offset, startOf(around)), spanOf(around).end))
  )
}

/** Does the plan say right behind a command what it shows: before the next command, and before the next heading? */
export function isExpectationSaid({ place: { end } }: CommandBlock, plan: Plan): boolean {
  const labels = labelsOf(plan)
  const at = labels[firstAt(labels, end.offset)]
  if (at === undefined) return false
  const between = { start: end.offset, end: at }
  return plan.content.commands(between).length === 0 && !plan.content.has('headings', between)
}
