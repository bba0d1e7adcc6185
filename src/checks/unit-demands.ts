import type { Demand } from '../profiles/schema.ts'
import type { Plan, Unit } from '../plan/bind-types.ts'
import type { Severity } from '../types.ts'
import { holds } from './demands.ts'
import { isDemanded } from './phases.ts'
import { weightAt } from './where.ts'

/** What a unit lacks of the content that its profile demands. */
export function* lackingContent(unit: Unit, plan: Plan): Iterable<{ demand: Demand; severity?: Severity }> {
  for (const demand of unit.spec.content ?? []) {
    const weight = weightAt(demand, unit, other => holds(demand, other.span, plan))
    if (
      demand.kind === 'title' ||
      demand.kind === 'stamp' ||
      weight === 'off' ||
      !isDemanded(demand, plan) ||
      holds(demand, unit.span, plan)
    )
      continue
    if (weight === undefined && demand.required === false) continue
    const severity = weight ?? (demand.required === 'warning' ? 'warning' : undefined)
    yield { demand, ...(severity ? { severity } : {}) }
  }
}
