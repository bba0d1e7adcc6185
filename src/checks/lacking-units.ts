import type { Plan, Unit } from '../plan/bind-types.ts'
import { asksFor } from '../plan/sentences/sentences.ts'
import type { UnitSpec } from '../profiles/schema.ts'
import { isEmptied } from './bare-units.ts'
import { mustBeComplete } from './phases.ts'

/** Does a unit hold fewer units of a kind than it must? Of scenarios, and of one that lacks all that it must hold, other rules speak. */
export function lacksUnits(inner: UnitSpec, unit: Unit, plan: Plan): boolean {
  const held = unit.units.filter(({ spec }) => spec === inner).length
  return (
    (inner.min ?? 0) > held &&
    !asksFor(inner, 'scenario') &&
    mustBeComplete(unit.section, plan) &&
    !isEmptied(unit, plan)
  )
}
