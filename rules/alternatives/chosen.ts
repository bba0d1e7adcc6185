import type { Place } from '../../src/types.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import type { TableRow } from 'mdast'
import { isParent, placeOf, textOf } from '../../src/outline/nodes.ts'
import type { ChoosingField } from '../../src/profiles/fields.ts'
import { keysOf } from '../../src/plan/fields.ts'
import { isNothing } from '../../src/outline/nothing.ts'
import { normalise } from '../../src/outline/text.ts'
import type { Part } from '../../src/outline/types.ts'
import { isMarkedAsChosen } from '../../src/plan/units/unlabelled/choice-mark.ts'
import { choiceInProse } from '../../src/plan/units/unlabelled/in-prose.ts'

/** The options of a decision that are marked as chosen ("Option B … ✅ CHOSEN"), the fields that name the choice, or the sentence that says it. */
export function chosenOptions(unit: Unit, spec: ChoosingField, plan: Plan): Place[] {
  const keys = keysOf(spec)
  const isNamed = ({ key }: Part): boolean => keys.has(key)
  // A row has one choice, in the last of the columns that may hold it.
  const cell = unit.part.form === 'row' ? unit.part.children.findLast(isNamed) : undefined
  if (cell) return isNothing(cell.value!.text) ? [] : [cell.place]
  const byField = plan.content.parts(unit.span, unit.part).filter(isNamed)
  if (byField.length > 0) return byField.map(part => part.place)
  const marked = [...optionItems(unit, spec.words ?? [], plan), ...optionRows(unit, keys, spec.words ?? [], plan)]
  const inProse = marked.length > 0 ? undefined : choiceInProse(unit, plan.content)
  return inProse ? [inProse] : marked
}

/** List items, labels and headings whose first line carries one of the words as a mark. */
function optionItems(unit: Unit, words: readonly string[], plan: Plan): Place[] {
  const places: Place[] = []
  for (const paragraph of plan.content.paragraphs(unit.span)) {
    if (isMarkedAsChosen(paragraph, words)) places.push(placeOf(paragraph))
  }
  for (const part of plan.content.parts(unit.span, unit.part))
    if (part.form === 'heading' && isMarkedAsChosen(isParent(part.node) ? part.node : part.title, words))
      places.push(part.place)
  return places
}

/** Rows of a table of options that carry one of the words as a mark, or say yes in the column for it. */
function optionRows(unit: Unit, keys: ReadonlySet<string>, words: readonly string[], plan: Plan): Place[] {
  if (unit.part.form === 'row') return []
  return plan.content.tables(unit.span).flatMap(({ children: [head, ...rows] }) => {
    const column = head?.children.findIndex(cell => keys.has(normalise(textOf(cell)))) ?? -1
    const isChosen = ({ children }: TableRow): boolean => {
      const own = children[column]
      return own ? !refuses.test(textOf(own).trim()) : children.some(cell => isMarkedAsChosen(cell, words))
    }
    return rows.filter(isChosen).map(row => placeOf(row))
  })
}

const refuses = /^(?:no\b.*|[-–—❌✗✘]?\uFE0F?)$/iu
