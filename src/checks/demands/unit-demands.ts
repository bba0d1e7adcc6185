import type { Demand } from '../../profiles/schema.ts'
import type { Plan, Unit } from '../../plan/bind-types.ts'
import type { Severity } from '../../types.ts'
import { isNothing } from '../../outline/nothing.ts'
import { holds, tableDefect } from './demands.ts'
import { isDemanded } from '../phases.ts'
import { weightAt } from './where.ts'

/** What a unit lacks of the content that its profile demands. */
export function* lackingContent(unit: Unit, plan: Plan): Iterable<{ demand: Demand; severity?: Severity }> {
  for (const demand of unit.spec.content ?? []) {
    const weight = weightAt(demand, unit, other => meets(demand, other, plan))
    if (
      demand.kind === 'title' ||
      demand.kind === 'stamp' ||
      weight === 'off' ||
      !isDemanded(demand, plan) ||
      meets(demand, unit, plan)
    )
      continue
    if (weight === undefined && demand.required === false) continue
    const severity = weight ?? (demand.required === 'warning' ? 'warning' : undefined)
    yield { demand, ...(severity ? { severity } : {}) }
  }
}

/** A table of a unit has the columns that are asked for, or is another one. A row says in its cells what another unit says below its title. */
function meets(demand: Demand, { part, span }: Unit, plan: Plan): boolean {
  if (part.form === 'row' && demand.kind === 'text') return !isNothing(part.value?.text ?? '')
  if (!holds(demand, span, plan)) return false
  return demand.columns === undefined || !((tableDefect(demand, span, plan)?.missing.length ?? 0) > 0)
}
