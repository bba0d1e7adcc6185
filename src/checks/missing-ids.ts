import type { Plan, Unit } from '../plan/bind-types.ts'
import { allUnits } from '../plan/every.ts'
import { idsOf } from '../plan/units/ids.ts'
import { numberIn } from '../plan/units/numbers.ts'
import type { Severity } from '../types.ts'

/** A unit without the identifier that its profile wants, and one that is free. */
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
        example: nextFree([id!.shape].flat()[0]!, unit, plan),
        ...(id!.required === true ? {} : { severity: 'warning' as const })
      }
  }
}

/** The identifier of a shape behind the last one that is there: T015 after T014; 2.3 below 2, where there is a 2.2. */
function nextFree(shape: string, unit: Unit, plan: Plan): string {
  const runs = shape.match(/#+/g) ?? []
  const outer = runs.length > 1 && unit.parent ? numberOf(unit.parent) : undefined
  const head = outer === undefined ? '' : `${outer}.`
  const taken = allUnits(plan).flatMap(({ spec, lead }) => {
    const number = spec.role === unit.spec.role && lead?.id !== undefined ? numberIn(lead.id) : ''
    return number.startsWith(head) ? Number.parseInt(number.slice(head.length), 10) || 0 : []
  })
  const next = String(taken.reduce((most, each) => Math.max(most, each), 0) + 1)
  const last = runs.at(-1) ?? ''
  const before = shape.slice(0, shape.lastIndexOf(last)).replace(/#+/, outer ?? '1')
  return before + next.padStart(last.length, '0')
}

function numberOf({ lead, part }: Unit): string | undefined {
  const text = lead?.id ?? part.ordinal?.raw
  return text === undefined ? undefined : numberIn(text)
}
