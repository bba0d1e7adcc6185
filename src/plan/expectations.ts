import { allUnitSpecs } from '../profiles/units.ts'
import { expectedLabels } from '../profiles/verification.ts'
import { firstAt } from '../outline/cover.ts'
import type { CommandBlock } from '../outline/content.ts'
import { blockAbove, blockBehind, spanOf, startOf } from '../outline/nodes.ts'
import { lineEnd } from '../outline/lines.ts'
import type { Span } from '../outline/types.ts'
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

/** It runs on beside what is checked: "in another terminal", "in the background", "while the server runs". */
const beside =
  /\b(?:in|from|on) (?:an?|one|another|a second|a new|a separate|a different|its own|the (?:first|second|other)|two) (?:(?:second|new|separate|different|other) )?(?:terminals?|shells?|tabs?|windows?|consoles?|panes?|tmux|screen)\b|\b(?:terminal|shell|tab|window|console) (?:one|two|1|2|a|b)\b|\bin the background\b|\b(?:while|with|keep|leave) (?:it|that|this|the (?:[a-z]+ )?(?:server|app|process|site|stack|watcher)) (?:is )?(?:still )?(?:up|runs|running)\b/i

/**
 * Does the plan say of a command that runs on how that ends: that somebody stops it (behind it, in the same paragraph or the next one), or that it runs beside
 * the others (there, in front of it, or in the paragraph above)?
 */
export function isStoppedByHand({ node, place, inline }: CommandBlock, { outline }: Plan): boolean {
  const { source, nodes } = outline
  if (inline) {
    const around = nodes.paragraphs.find(
      each => startOf(each) <= place.start.offset && place.end.offset <= spanOf(each).end
    )
    if (!around) return false
    const behind = source.slice(place.end.offset, spanOf(around).end)
    return byHand.test(behind) || beside.test(behind) || beside.test(source.slice(startOf(around), place.start.offset))
  }
  const behind = blockBehind(node, outline)
  const above = blockAbove(node, outline)
  const said = behind ? source.slice(startOf(behind), spanOf(behind).end) : ''
  return (
    byHand.test(said) ||
    beside.test(said) ||
    (above?.type === 'paragraph' && beside.test(source.slice(startOf(above), spanOf(above).end)))
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

/** Values that a command is run with, one after the other: "`run <case>` for `one` and `two`". */
const valued = /\b(?:for|over|where|namely)\b[^.`]{0,60}`[^`\r\n]{1,200}`/i
const sentenceEnd = /[.!?](?=\s)/

/**
 * Does the plan say beside a command what is to be put for a text in it: are values named behind it, in its sentence or its row of a table, or does a paragraph
 * around it speak of the text itself ("`<case>` is …")?
 *
 * @param text - as it stands in the command, its brackets included
 */
export function isValueSaid({ node, place, inline }: CommandBlock, text: string, { outline }: Plan): boolean {
  const { source, nodes } = outline
  if (!inline)
    return [blockAbove(node, outline), blockBehind(node, outline)].some(
      block => block?.type === 'paragraph' && source.slice(startOf(block), spanOf(block).end).includes(text)
    )
  const around = nodes.paragraphs.find(
    each => startOf(each) <= place.start.offset && place.end.offset <= spanOf(each).end
  )
  const span = around ? spanOf(around) : lineAt(source, place.start.offset)
  const [before, behind] = [source.slice(span.start, place.start.offset), source.slice(place.end.offset, span.end)]
  return before.includes(text) || behind.includes(text) || valued.test(behind.split(sentenceEnd, 1)[0]!)
}

/** The line that an offset lies in. */
function lineAt(source: string, at: number): Span {
  return { start: source.lastIndexOf('\n', at) + 1, end: lineEnd(source, at) }
}
