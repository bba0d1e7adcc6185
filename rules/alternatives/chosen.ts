import type { Place } from '../../src/types.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { placeOf, textOf } from '../../src/outline/nodes.ts'
import type { ChoosingField } from '../../src/profiles/fields.ts'
import { labelsOf } from '../../src/profiles/fields.ts'
import { isNothing } from '../../src/outline/nothing.ts'
import { normalise } from '../../src/outline/text.ts'
import type { Part } from '../../src/outline/types.ts'
import { choiceInProse } from '../../src/plan/units/unlabelled/in-prose.ts'

/** The options of a decision that are marked as chosen ("Option B … ✅ CHOSEN"), the fields that name the choice, or the sentence that says it. */
export function chosenOptions(unit: Unit, spec: ChoosingField, plan: Plan): Place[] {
  const keys = new Set(labelsOf(spec).map(normalise))
  const isNamed = ({ key }: Part): boolean => keys.has(key)
  // A row has one choice, in the last of the columns that may hold it.
  const cell = unit.part.form === 'row' ? unit.part.children.findLast(isNamed) : undefined
  if (cell) return isNothing(cell.value!.text) ? [] : [cell.place]
  const byField = plan.content.parts(unit.span, unit.part).filter(isNamed)
  if (byField.length > 0) return byField.map(part => part.place)
  const marked = optionItems(unit, spec.words ?? [], plan)
  const inProse = marked.length > 0 ? undefined : choiceInProse(unit, plan.content)
  return inProse ? [inProse] : marked
}

/** List items, labels and headings whose first line carries one of the words as a mark. */
function optionItems(unit: Unit, words: readonly string[], plan: Plan): Place[] {
  const places: Place[] = []
  for (const paragraph of plan.content.paragraphs(unit.span)) {
    const line = textOf(paragraph).split('\n', 1)[0]!
    if (words.some(word => hasMark(line, word))) places.push(placeOf(paragraph))
  }
  for (const part of plan.content.parts(unit.span, unit.part))
    if (part.form === 'heading' && words.some(word => hasMark(part.title, word))) places.push(part.place)
  return places
}

/** Words that are marks stand in capitals, beside a tick, or in parentheses: "chosen" in a sentence is none. */
function hasMark(line: string, word: string): boolean {
  const upper = word.toUpperCase()
  if (/^\p{Extended_Pictographic}/u.test(word)) return line.includes(word)
  return (
    line.includes(upper) ||
    line.includes(`(${word})`) ||
    line.includes(`[${word}]`) ||
    new RegExp(`✅ ?${word.replace(/[^\p{L} ]/gu, '')}`, 'iu').test(line)
  )
}
