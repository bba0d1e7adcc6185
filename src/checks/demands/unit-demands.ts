import type { Demand } from '../../profiles/schema.ts'
import type { Plan, Unit } from '../../plan/bind-types.ts'
import type { Span } from '../../outline/types.ts'
import type { Severity } from '../../types.ts'
import { isNothing } from '../../outline/nothing.ts'
import { holds, tooFew } from './demands.ts'
import type { DemandDefect, EntryDefect } from './demand-defects.ts'
import { entryDefects, tableDefects } from './demand-defects.ts'
import { entriesIn } from './entries.ts'
import { tableDefect } from './tables.ts'
import { isDemanded } from '../phases.ts'
import { weightAt } from './where.ts'

/** What a unit lacks of the content that its profile demands: each kind once. */
export function* lackingContent(
  unit: Unit,
  plan: Plan
): Iterable<{ demand: Demand; found?: number; severity?: Severity }> {
  const told = new Set<Demand['kind']>()
  for (const { demand, weight } of demandsOf(unit, plan)) {
    if (told.has(demand.kind) || meets(demand, unit, plan) || (weight === undefined && demand.required === false))
      continue
    told.add(demand.kind)
    const found = tooFew(demand, spanFor(demand, unit), plan)
    yield { demand, ...(found === undefined ? {} : { found }), ...severityOf(demand, weight) }
  }
}

/** Entries of a unit's lists and tables that do not say what each must. */
export function* lackingEntries(unit: Unit, plan: Plan): Iterable<{ defect: EntryDefect; severity?: Severity }> {
  for (const { demand, weight } of demandsOf(unit, plan)) {
    if (demand.each === undefined || !meets(demand, unit, plan)) continue
    const entries = entriesIn(spanFor(demand, unit), plan, unit.part)
    for (const defect of entryDefects(demand, entries, unit.part.place, plan))
      yield { defect, ...severityOf(demand, weight) }
  }
}

/** Cells and rows of a unit's table that do not say what its columns ask for. */
export function* lackingCells(unit: Unit, plan: Plan): Iterable<{ defect: DemandDefect; severity?: Severity }> {
  for (const { demand, weight } of demandsOf(unit, plan)) {
    if (demand.kind !== 'table' || !meets(demand, unit, plan)) continue
    for (const defect of tableDefects(demand, spanFor(demand, unit), plan))
      yield { defect, ...severityOf(demand, weight ?? defect.severity) }
  }
}

/** What is demanded of a unit, and how much by what the unit is. Titles and stamps are judged elsewhere. */
function* demandsOf(unit: Unit, plan: Plan): Iterable<{ demand: Demand; weight: Severity | undefined }> {
  for (const demand of unit.spec.content ?? []) {
    if (demand.kind === 'title' || demand.kind === 'stamp') continue
    const weight = weightAt(demand, unit, other => meets(demand, other, plan))
    if (weight !== 'off' && isDemanded(demand, plan)) yield { demand, weight }
  }
}

function severityOf(demand: Demand, weight: Severity | undefined): { severity?: Severity } {
  const severity = weight ?? (demand.required === 'warning' ? 'warning' : undefined)
  return severity ? { severity } : {}
}

/** A table of a unit has the columns that are asked for, or is another one. A row says in its cells what another unit says below its title. */
function meets(demand: Demand, unit: Unit, plan: Plan): boolean {
  const { part } = unit
  if (part.form === 'row' && demand.kind === 'text') return !isNothing(part.value?.text ?? '')
  const span = spanFor(demand, unit)
  if (!holds(demand, span, plan)) return false
  return demand.columns === undefined || !((tableDefect(demand, span, plan)?.missing.length ?? 0) > 0)
}

/** An item is no list of its own: what it lists stands below its first line. */
function spanFor({ kind }: Demand, { part, span, box }: Unit): Span {
  return (part.form === 'item' || box) && (kind === 'list' || kind === 'tasks')
    ? { start: part.place.end.offset, end: span.end }
    : span
}
