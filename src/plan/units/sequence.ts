/** Steps that only a number counts, where the profile takes them by their word and the plan has none: "## 1. Sort it", a list below "Steps". */
import { normalise } from '../../outline/text.ts'
import type { Part } from '../../outline/types.ts'
import { onceEach } from '../../util/once.ts'
import type { Plan, Unit } from '../bind-types.ts'
import { orderedFiles } from '../files/listed/ordered-files.ts'
import { stepsOf } from '../steps.ts'
import { listsSteps, numberedIn } from './listed.ts'
import { stepsByWord, unitOf } from './loose.ts'
import { itemPart } from './parts/item-parts.ts'

const fewest = 2

/**
 * What is carried out in order: numbered titles below that of the plan, or below one that says that they are steps, or the numbered items there. The chapters
 * of a document are numbered as well: only those count that hold commands to run or name a file to change, if there are several. None where there are two
 * such rows: they may be choices. In document order; memoised per plan.
 */
export const sequenceOf: (plan: Plan) => readonly Unit[] = onceEach(plan => {
  const spec = stepsByWord(plan.profile)
  if (!spec || stepsOf(plan).length > 0) return []
  const known = new Set(plan.sections.map(({ part }) => part))
  const unitsOf = (parts: readonly Part[]): Unit[] => {
    if (!isInOrder(parts)) return []
    const units = parts
      .filter(part => !known.has(part) && isStep(part))
      .map(part => unitOf(part, part.span, spec, plan))
      .filter(unit => ordersWork(unit, plan))
    return units.length < fewest ? [] : units
  }
  const lists = plan.outline.parts.filter(listsSteps)
  const below = lists.map(part => unitsOf(numbered(part))).filter(units => units.length > 0)
  const listed = lists.map(part => unitsOf(itemsOf(part, plan))).filter(units => units.length > 0)
  const tops = plan.outline.parts.filter(
    ({ form, level }) => form === 'document' || (form === 'heading' && level === 1)
  )
  const rows = [...below, ...listed]
  const found = rows.length > 0 ? rows : tops.map(part => unitsOf(numbered(part))).filter(units => units.length > 0)
  return found.length === 1 ? found[0]! : []
})

/** Titles right below another with a number and no word. */
function numbered({ children }: Part): Part[] {
  return children.filter(
    ({ form, ordinal }) => form === 'heading' && ordinal?.word === undefined && ordinal?.numbers.length === 1
  )
}

function itemsOf({ blocks }: Part, { content }: Plan): Part[] {
  return numberedIn(blocks).map(item => itemPart(item, span => content.parts(span), content, []))
}

const isInOrder = (parts: readonly Part[]): boolean =>
  parts.every(
    ({ ordinal }, index) =>
      index === 0 || (ordinal?.numbers[0] ?? index) > (parts[index - 1]!.ordinal?.numbers[0] ?? -1)
  )

/** Words that close the titles of chapters: "2. Technical Design", "4. Files to change". */
const chapters =
  /\b(?:plan|strategy|overview|goals?|background|context|files|tests?|testing|verification|validation|design|architecture|implementation|requirements?|scope|risks?|notes|changes|summary|commands|usage|deployment|structure|configuration|criteria|checklist|steps|tasks|references?|appendix|questions|dependencies|examples?|results|findings|analysis|state|problem|solution|approach|options|alternatives)$/

/** A title says what to do in more than a word; one with numbered titles below it is a chapter, and what is struck out is not done. */
function isStep(part: Part): boolean {
  const name = normalise(part.ordinal?.rest ?? part.title)
  if (part.form !== 'heading') return !part.struck
  return !part.struck && name.includes(' ') && !chapters.test(name) && numbered(part).length === 0
}

/** Has it commands in a block of their own, or a file to change. */
function ordersWork(unit: Unit, plan: Plan): boolean {
  const isFenced = plan.content.commands(unit.span).some(({ inline }) => !inline)
  return isFenced || orderedFiles(unit, plan).length > 0
}
