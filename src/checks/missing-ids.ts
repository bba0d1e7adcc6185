import type { Plan, Unit } from '../plan/bind-types.ts'
import { allUnits } from '../plan/every.ts'
import { idsOf } from '../plan/units/ids.ts'
import type { Severity } from '../types.ts'

/** A unit without the identifier that its profile wants, and how one is written. */
export interface MissingId {
  unit: Unit
  example: string
  severity?: Severity
}

/** Units that have no identifier, where the profile wants one on each, or once any of them has one; in document order. */
export function* missingIds(plan: Plan): Iterable<MissingId> {
  const used = new Set(idsOf(plan).map(({ role }) => role))
  for (const unit of allUnits(plan)) {
    const { id, role } = unit.spec
    const isWanted = id?.required === 'once-used' ? used.has(role) : Boolean(id?.required)
    if (isWanted && unit.lead?.id === undefined)
      yield {
        unit,
        example: [id!.shape].flat()[0]!.replaceAll('#', '0').replace(/0$/, '1'),
        ...(id!.required === true ? {} : { severity: 'warning' as const })
      }
  }
}
