import type { BoundField, Unit } from '../../bind-types.ts'
import { keysOf } from '../../fields.ts'
import type { Content } from '../../../outline/content.ts'
import { placeOf, spanOf, textOf } from '../../../outline/nodes.ts'
import type { Part } from '../../../outline/types.ts'
import { choosingField } from '../../../profiles/fields.ts'
import type { UnitSpec } from '../../../profiles/schema.ts'
import type { Place } from '../../../types.ts'

/** What the prose of a unit says without a label: what is chosen, and why. */

const chooses: readonly RegExp[] = [
  /\bwe(?:[’']ve| have)? ?(?:now |therefore |thus |simply |just )?(?:use|go with|went with|adopt|adopted|choose|chose|chosen|pick|picked|select|selected|decided? (?:on|for|to)|settled? (?:on|for)|opt(?:ed)? for|keep|kept|stick (?:with|to)|stay with|take|took|rely on|build on|reuse)\b/i,
  /\bwe(?:[’']ll| will| shall| are going to|[’']re going to) (?:now |therefore |thus |simply |just )?(?!not\b|need\b|have\b|see\b|decide\b|discuss\b|evaluate\b|consider\b|revisit\b|compare\b|look\b|check\b|know\b|find\b|later\b)[a-z]/i,
  /\b(?:chosen|selected|preferred|decided)(?: (?:approach|option|solution|design|way|on|for))? ?(?::|—|–|is\b|was\b|to\b)/i,
  /\b(?:the|our) (?:decision|choice) (?:is|was)\b|^(?:decision|choice|decided|chosen) ?[:—–]/i,
  /\b(?:is|was|are|were|been) (?:chosen|selected|picked|adopted|preferred)\b/i,
  /^(?:use|adopt|keep|choose|pick|go with|stay with|stick (?:with|to)|prefer|reuse|store)\b/i
]
/** Nothing is chosen yet. */
const undecided = /\?\s*$|\b(?:undecided|not (?:yet )?(?:decided|chosen)|to be (?:decided|chosen)|tb[dc]|whether)\b/i
const gives: readonly RegExp[] = [
  /\bsince (?!v?\d|version\b|jan|feb|mar|apr|may\b|june?\b|july?\b|aug|sep|oct|nov|dec|last\b|then\b)/i,
  /\b(?:because|as (?:it|they|this|that|every|each|the|no|all|most|we|there|both|only|nothing|nobody)\b|due to|so that|in order to|the reason|reasons?:|rationale:|th(?:is|at) (?:way|keeps|gives|avoids|lets|means|makes|saves|allows|leaves|needs)\b|which (?:keeps|gives|avoids|lets|means|makes|saves|allows)\b|thanks to|given that|to (?:avoid|prevent)\b)/i,
  /\bwhy\b[^.?!:—–\n]{0,80}[:—–?]/i
]

/** The first sentence that says what a unit chooses; undefined where prose says nothing of the kind. */
export function choiceInProse(unit: Pick<Unit, 'part' | 'span' | 'spec'>, content: Content): Place | undefined {
  for (const paragraph of proseOf(unit, content))
    if (sentencesOf(textOf(paragraph)).some(isChoice)) return placeOf(paragraph)
  return undefined
}

/** "We will use Redis." */
function isChoice(sentence: string): boolean {
  return !undecided.test(sentence) && chooses.some(pattern => pattern.test(sentence))
}

/** A field that a sentence answers ("Why Redis: …", "…, because it is there"). */
export function impliedReason(field: BoundField, unit: Unit, content: Content): BoundField {
  const label = content.parts(unit.span, unit.part).find(part => /^why\b/.test(part.key))
  if (label) return filled(field, label, label.title, label.place, label.span)
  for (const paragraph of proseOf(unit, content)) {
    const text = textOf(paragraph)
    if (gives.some(pattern => pattern.test(text)))
      return filled(field, unit.part, text, placeOf(paragraph), spanOf(paragraph))
  }
  return field
}

function filled(field: BoundField, part: Part, text: string, place: Place, span: Part['span']): BoundField {
  return { ...field, state: 'filled', part, text, place, span }
}

/** Paragraphs that speak for the unit itself: what an option or a note says is said of that; of lists only items that begin with "We". */
function proseOf(unit: Pick<Unit, 'part' | 'span' | 'spec'>, content: Content): ReturnType<Content['paragraphs']> {
  const own = namesOfChoice(unit.spec)
  const parts = content.parts(unit.span, unit.part)
  const { parents } = content.outline.nodes
  return content.paragraphs(unit.span).filter(paragraph => {
    const { start, end } = spanOf(paragraph)
    if (start < unit.part.place.start.offset) return false
    const holder = parts.findLast(part => part.span.start <= start && part.span.end >= end)
    if (holder && !own.has(holder.key) && !/^why\b/.test(holder.key)) return false
    const above = parents.get(paragraph)
    const isOwn = holder !== undefined || above === unit.part.node
    return above === undefined || (above.type === 'listItem' && (isOwn || /^we\b/i.test(textOf(paragraph))))
  })
}

const none: ReadonlySet<string> = new Set()
const namesOfChoice = (spec: UnitSpec): ReadonlySet<string> => {
  const field = choosingField(spec)
  return field ? keysOf(field) : none
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n/)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
}
