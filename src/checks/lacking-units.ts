import { documentId } from '../profiles/holders.ts'
import { isBoxed, kindOf, leastOf } from '../profiles/units.ts'
import { allUnits } from '../plan/every.ts'
import type { BoundSection, Plan, Unit } from '../plan/bind-types.ts'
import { asksFor } from '../plan/sentences/sentences.ts'
import type { UnitSpec } from '../profiles/schema.ts'
import { isEmptied } from './bare-units.ts'
import { neverBoxed } from './ids/lost-tasks.ts'
import { mustBeComplete } from './phases.ts'

/** Fewer units of a kind than there must be. */
export interface TooFew {
  found: number
  min: number
}

/** Kinds of which there is one at least wherever a profile has them. */
const numbered = new Set(['step', 'phase', 'commit', 'item'])

/** Which rule tells of a section that has too few units of a kind: of each kind one does. Of boxes where the plan has none at all, task-format speaks. */
type Teller = 'alternatives' | 'step-sequence' | 'names' | 'section-content' | 'task-format'

function tellerOf(spec: UnitSpec, plan: Plan): Teller {
  if (spec.id?.from === 'name') return 'names'
  if (neverBoxed(plan) === spec) return 'task-format'
  if (kindOf(spec) === 'alternative') return 'alternatives'
  return numbered.has(kindOf(spec)) && !isBoxed(spec) ? 'step-sequence' : 'section-content'
}

/** How few units of a kind a section has, where it must have more and `teller` is to say so; nothing of one that is empty, which is told as such. */
export function tooFewUnits(spec: UnitSpec, section: BoundSection, plan: Plan, teller: Teller): TooFew | undefined {
  const { part, state } = section
  if (!part || state === 'negative' || state === 'canonical' || (state === 'empty' && section.units.length === 0))
    return undefined
  if (tellerOf(spec, plan) !== teller || !mustBeComplete(section, plan)) return undefined
  const min = leastOf(spec)
  // Those of the document may stand in its sections, and in other units.
  const found =
    section.spec.id === documentId
      ? allUnits(plan).filter(unit => unit.spec.role === spec.role)
      : section.units.filter(unit => unit.spec === spec)
  return found.length < min ? { found: found.length, min } : undefined
}

/** How few units of a kind a unit holds, where it must hold more. Of scenarios, and of one that lacks all that it must hold, other rules speak. */
export function tooFewIn(inner: UnitSpec, unit: Unit, plan: Plan): TooFew | undefined {
  const found = unit.units.filter(({ spec }) => spec === inner).length
  const { min = 0 } = inner
  return min > found && !asksFor(inner, 'scenario') && mustBeComplete(unit.section, plan) && !isEmptied(unit, plan)
    ? { found, min }
    : undefined
}
