/** Dates that units are to have in a field of theirs: the day exists, and has come. That there is none is told elsewhere. */
import { weightAt } from '../../src/checks/demands/where.ts'
import { isDemanded } from '../../src/checks/phases.ts'
import { findDate } from '../../src/outline/dates.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Id } from './id.ts'
import { checkDay } from './values.ts'

/** @param now Milliseconds since the epoch. */
export function* checkUnitDates(plan: Plan, now: number): Iterable<Problem<Id>> {
  for (const unit of allUnits(plan)) {
    const demand = unit.spec.content?.find(({ kind, label }) => kind === 'date' && label !== undefined)
    if (!demand || !isDemanded(demand, plan) || weightAt(demand, unit, () => true) === 'off') continue
    const field = unit.fields.find(({ spec, state }) => spec.label === demand.label && state === 'filled')
    const read = field && findDate(field.text)
    if (!read) continue
    const place = field.place ?? field.part?.place ?? unit.part.place
    for (const problem of checkDay(field.text, read, { label: demand.label!, kind: 'timestamp', at: place }, now))
      yield { ...problem, severity: demand.required === 'warning' ? 'warning' : 'error' }
  }
}
