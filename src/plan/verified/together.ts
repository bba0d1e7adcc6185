/** Units that are verified below a heading beside them: "Story Completion Criteria", with a line for each. */
import { titleNames } from '../../outline/title.ts'
import type { Part } from '../../outline/types.ts'
import { onceEach } from '../../util/once.ts'
import type { Plan, Unit } from '../bind-types.ts'
import { allUnits } from '../every.ts'
import { keysOfLabels } from '../fields.ts'
import { refsOf, refsWithin } from '../units/ids.ts'
import type { IdReference } from '../units/ids.ts'
import { withoutZeros } from '../units/numbers.ts'

/** Where a unit is named below such a heading, once for each, with what is said of it on the same line. */
export function namedTogether(unit: Unit, plan: Plan): IdReference[] {
  const { refs, verification } = unit.spec
  const { fields = [] } = verification ?? {}
  if (!refs || fields.length === 0) return []
  const names = keysOfLabels(fields)
  const own = new Set(refsOf(plan).flatMap(ref => (ref.unit === unit ? [keyOf(ref)] : [])))
  const { ordinal } = unit.part
  if (ordinal) own.add(keyOf({ to: unit.spec.role, number: ordinal.raw }))
  return headingsBeside(plan)
    .filter(part => titleNames(part).some(name => names.has(name)))
    .flatMap(({ place, span }) => refsWithin(refsTo(unit), { start: place.end.offset, end: span.end }, plan))
    .filter(ref => own.has(keyOf(ref)))
}

/** What a unit is called by: what it refers to, and its own number. */
const refsTo = ({ spec: { role, refs = {}, words = [] } }: Unit): NonNullable<Unit['spec']['refs']> => ({
  ...refs,
  [role]: words.map(word => `${word} #`)
})

const keyOf = ({ to, number }: Pick<IdReference, 'to' | 'number'>): string => `${to} ${withoutZeros(number)}`

/** Headings that are no part of a unit. Memoised per plan. */
const headingsBeside: (plan: Plan) => readonly Part[] = onceEach(plan => {
  const units = allUnits(plan).map(({ span }) => span)
  return plan.outline.parts.filter(
    ({ form, span }) => form === 'heading' && !units.some(({ start, end }) => span.start >= start && span.start < end)
  )
})
