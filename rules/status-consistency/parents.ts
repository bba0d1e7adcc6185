import { isSettled } from '../../src/outline/checkboxes.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { areTicksDue } from '../../src/profiles/states.ts'
import { formsOf, ownUnitSpecs } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** What is said of a box and those below it; worded with the rule's other messages. */
export type ParentMessage = 'parentDone' | 'parentOpen'

/** Is a unit a box that holds units that are boxes? */
export function holdsBoxes(spec: UnitSpec): boolean {
  const isBox = (each: UnitSpec): boolean => formsOf(each).written.includes('box')
  return isBox(spec) && ownUnitSpecs(spec).some(isBox)
}

/** A task is done when those of its sub-tasks are that must be done; without any of these it is done when its author says so. */
export function* checkParents(plan: Plan): Iterable<Problem<ParentMessage>> {
  for (const unit of allUnits(plan)) {
    const inner = unit.units.filter(({ box, lead }) => box && lead?.markers['optional'] === undefined)
    if (!unit.box || inner.length === 0) continue
    const open = inner.filter(({ box }) => box!.state === 'open')
    const isWrong =
      unit.box.state === 'done'
        ? open.length > 0
        : unit.box.state === 'open' && inner.every(({ box }) => isSettled(box!))
    // Where the list is to be ticked by then, completion-checklist speaks of each box.
    if (isWrong && !(open.length > 0 && areTicksDue(unit.section.spec.checklist, plan.state)))
      yield problemOf(unit, inner, open)
  }
}

function problemOf(unit: Unit, inner: readonly Unit[], open: readonly Unit[]): Problem<ParentMessage> {
  const data = { name: unit.spec.role, title: unit.part.title, inner: inner[0]!.spec.role }
  const base = { at: unit.part.place, severity: 'warning' as const }
  return open.length > 0
    ? {
        ...base,
        message: 'parentDone',
        data: { ...data, count: open.length },
        help: `Do what is open and tick it, or take the tick of the ${unit.spec.role} back`,
        related: open.slice(0, 20).map(({ part }) => ({ place: part.place, message: 'Open here' }))
      }
    : {
        ...base,
        message: 'parentOpen',
        data,
        help: `Tick the ${unit.spec.role} once it is done, or add what is left to do`
      }
}
