import { allUnits } from '../../plan/every.ts'
import { bodySpan } from '../../plan/bind.ts'
import type { Plan } from '../../plan/bind-types.ts'
import { coverOf } from '../../outline/cover.ts'
import type { Checkbox, Span } from '../../outline/types.ts'
import { documentId } from '../../profiles/holders.ts'
import type { SectionSpec } from '../../profiles/schema.ts'
import { formsOf, ownUnitSpecs } from '../../profiles/units.ts'

/** Where the profile has a checklist about the plan as a whole: in a section or a field of its own, whose boxes are not the tasks themselves. */
export function completionLists({ allSections }: Plan): Span[] {
  return allSections
    .flatMap(section => [
      ...(section.part && section.spec.checklist && section.spec.id !== documentId && !isTaskList(section.spec)
        ? [bodySpan(section)]
        : []),
      ...section.fields.flatMap(({ spec, span }) => (spec.checklist && span ? [span] : []))
    ])
    .sort((a, b) => a.start - b.start)
}

/** Boxes that Markdown does not know, of tasks: all that stand in no checklist about the plan as a whole. Of those another rule speaks. */
export function oddTasks(plan: Plan): readonly Checkbox[] {
  const { checkboxes } = plan.outline
  if (!checkboxes.some(({ odd }) => odd)) return []
  const isListed = coverOf(completionLists(plan))
  const tasks = new Set(allUnits(plan).flatMap(({ box }) => box ?? []))
  // Where the document is a list of boxes, or boxes have identifiers, each is a task.
  const areAll =
    plan.allSections.some(({ spec }) => spec.id === documentId && spec.checklist) ||
    allUnits(plan).some(({ spec, box }) => box && spec.id)
  const isIn = coverOf(
    plan.allSections.flatMap(section => [
      ...(section.part && isTaskList(section.spec) ? [section.span] : []),
      ...section.fields.flatMap(({ spec, span }) => (spec.kind === 'tasks' && span ? [span] : []))
    ])
  )
  return checkboxes.filter(
    box =>
      box.odd && !isListed(box.start) && (areAll || tasks.has(box) || isIn(box.start) || isAmongBoxes(box, checkboxes))
  )
}

/** "- [] is the empty list" is no box; beside one it is, and where boxes are used a sentence behind it tells. */
function isAmongBoxes(box: Checkbox, all: readonly Checkbox[]): boolean {
  if (box.node.type !== 'listItem') return true
  if (/^\p{Lu}\S*\s+\S/u.test(box.text) && all.some(other => !other.odd)) return true
  return all.some(other => other !== box && Math.abs(other.place.start.line - box.place.start.line) <= 3)
}

/** Are the boxes of a section its units: steps, or entries of a log? */
function isTaskList(spec: SectionSpec): boolean {
  return ownUnitSpecs(spec).some(unit => formsOf(unit).written.every(form => form === 'box'))
}
