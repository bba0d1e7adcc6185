/** Open boxes of steps that are done by the plan's own word. */
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { isLeft } from '../../src/plan/written/open-boxes.ts'
import type { Checkbox } from '../../src/outline/types.ts'
import { areTicksDue } from '../../src/profiles/states.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { statusHere } from '../words/status.ts'
import { whyDone } from './rows.ts'

/** A step with what is open in it. */
interface OpenUnit {
  unit: Unit
  open: readonly Checkbox[]
}

/** One finding for a step, since one tick too many explains all that is open in it; from three open boxes on, one for the plan. */
export function* checkBoxes(plan: Plan): Iterable<Problem<'openBoxes'>> {
  const found = (['step', 'commit', 'item', 'phase'] as const)
    .flatMap(role => plan.units(role).map(unit => ({ unit, open: openIn(unit, plan) })))
    .filter(({ open }) => open.length > 0)
    .sort((a, b) => a.open[0]!.start - b.open[0]!.start)
  if (found.flatMap(({ open }) => open).length > 2) yield problemOf(found, plan)
  else for (const each of found) yield problemOf([each], plan)
}

function openIn(unit: Unit, plan: Plan): Checkbox[] {
  // Where the list is to be ticked by then, completion-checklist speaks of it.
  if (areTicksDue(unit.section.spec.checklist, plan.state)) return []
  const isInner = (offset: number): boolean => unit.units.some(({ span }) => offset >= span.start && offset < span.end)
  return plan.content
    .checkboxes(unit.span)
    .filter(box => box.state === 'open' && !isInner(box.start) && isLeft(box, plan))
}

function problemOf(found: readonly OpenUnit[], plan: Plan): Problem<'openBoxes'> {
  const { unit } = found[0]!
  const [first, ...others] = found.flatMap(({ open }) => open).sort((a, b) => a.start - b.start)
  return {
    message: 'openBoxes',
    data: {
      name: unit.spec.role,
      title: unit.name || unit.part.title,
      more: found.length - 1,
      count: others.length + 1,
      why: whyDone(plan)
    },
    at: first!.place,
    severity: 'warning',
    help: 'Tick what is done, or take the completion back',
    related: [
      ...(plan.status ? [statusHere(plan.status)] : []),
      ...(others.length > 1 ? others.slice(0, 20).map(({ place }) => ({ place, message: 'Open, too' })) : [])
    ]
  }
}
