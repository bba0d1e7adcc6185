/** Dates that a profile demands: of each entry of a list or table, of a section, a unit or a field. The day exists; one that leads an entry of a log, or says when something was done, has come. That there is none is told elsewhere. */
import type { Entry } from '../../src/checks/demands/entries.ts'
import { entriesIn, entriesOf } from '../../src/checks/demands/entries.ts'
import { cellsOfDates, tableDefect } from '../../src/checks/demands/tables.ts'
import { weightAt } from '../../src/checks/demands/where.ts'
import { isDemanded } from '../../src/checks/phases.ts'
import { findDate, leadingDate } from '../../src/outline/dates.ts'
import { namesRecord, speaksOfPast } from '../../src/outline/labels/past.ts'
import { coverOf } from '../../src/outline/cover.ts'
import type { Span } from '../../src/outline/types.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allFields, allMetadata, allUnits } from '../../src/plan/every.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import { documentId } from '../../src/profiles/holders.ts'
import type { Demand } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { onceEach } from '../../src/util/once.ts'
import type { Id } from './id.ts'
import { checkDate, checkDay, isDateKind } from './values.ts'

/** @param now Milliseconds since the epoch. */
export function* checkDemandedDates(plan: Plan, now: number): Iterable<Problem<Id>> {
  for (const section of plan.allSections) {
    const { content, title, id } = section.spec
    for (const demand of datesIn(content).slice(0, 1)) {
      const entries = entriesOf(section, plan)
      yield* checkEntries(entries, { label: title, demand, now, isPast: namesRecord(title) })
      // A date of the document stands in its opening, and is judged there.
      if (demand.kind === 'date' && section.part && id !== documentId && !entries.some(({ text }) => leadingDate(text)))
        yield* checkFirst(bodySpan(section), { label: title, demand, now, isPast: false }, plan)
    }
    yield* checkCells(content, bodySpan(section), plan, now)
  }
  for (const unit of allUnits(plan)) {
    yield* checkUnit(unit, plan, now)
    yield* checkCells(unit.spec.content, unit.span, plan, now)
  }
  for (const { spec, span, state } of [...allMetadata(plan), ...allFields(plan)])
    for (const demand of datesIn(spec.content))
      if (span && state === 'filled') yield* checkFirst(span, { label: spec.label, demand, now, isPast: false }, plan)
}

/** Columns of dates hold nothing else, as fields of dates do. */
function* checkCells(
  content: readonly Demand[] | undefined,
  body: Span,
  plan: Plan,
  now: number
): Iterable<Problem<Id>> {
  for (const demand of content ?? []) {
    const table = demand.values && tableDefect(demand, body, plan)?.table
    if (!table || !isDemanded(demand, plan)) continue
    const weight = demand.required === 'warning' ? { severity: 'warning' as const } : {}
    for (const { column, text, span } of cellsOfDates(demand, table)) {
      if (hasLeftover(span, plan)) continue
      const at = plan.outline.lines.placeOf(span)
      const place = { label: column, kind: 'date', at, isPast: speaksOfPast(column) } as const
      for (const problem of checkDate(text, place, now)) yield { ...problem, ...weight }
    }
  }
}

/** What is said of dates, and when it is. */
interface Dated {
  label: string
  demand: Demand
  now: number
  /** Does what leads an entry say when that was? */
  isPast: boolean
}

function datesIn(content: readonly Demand[] | undefined): readonly Demand[] {
  return content?.filter(({ kind, each }) => kind === 'date' || each === 'date' || each === 'stamp') ?? []
}

/** The date of each entry: one at its head, of what has been, has come, unless it may stand anywhere; of a row it may stand in another of its cells. */
function* checkEntries(entries: readonly Entry[], { label, demand, now, isPast }: Dated): Iterable<Problem<Id>> {
  const weight = demand.required === false || demand.required === 'warning' ? { severity: 'warning' as const } : {}
  const isAnywhere = demand.each === 'date'
  for (const { text, cells, place } of entries) {
    const leads = !isAnywhere && leadingDate(text) !== undefined
    const cell = leads ? undefined : [...(cells?.values() ?? [])].find(each => leadingDate(each))
    const said = leads ? text : (cell ?? (isAnywhere ? text : ''))
    const read = findDate(said)
    if (!read) continue
    const dated = { label, kind: 'timestamp', at: place, isPast: leads && (isPast || demand.each === 'stamp') } as const
    for (const problem of checkDay(said, read, dated, now)) yield { ...problem, ...weight }
  }
}

/** The first date in a text, whenever it is. */
function* checkFirst(span: Span, { label, demand, now }: Dated, plan: Plan): Iterable<Problem<Id>> {
  const text = plan.content.said(span)
  const read = findDate(text)
  // Of a field that must be a date that is said by itself.
  if (!read || dateFields(plan)(span.start + read.end - 1)) return
  const at = plan.outline.lines.placeOf({ start: span.start + read.start, end: span.start + read.end })
  const weight = demand.required === false || demand.required === 'warning' ? { severity: 'warning' as const } : {}
  for (const problem of checkDay(text, read, { label, kind: 'timestamp', at, isPast: false }, now))
    yield { ...problem, ...weight }
}

const dateFields: (plan: Plan) => (offset: number) => boolean = onceEach(plan =>
  coverOf(
    [...allMetadata(plan), ...allFields(plan)].flatMap(({ spec, span }) =>
      span && isDateKind(spec.kind) ? [span] : []
    )
  )
)

function* checkUnit(unit: Unit, plan: Plan, now: number): Iterable<Problem<Id>> {
  for (const demand of datesIn(unit.spec.content)) {
    if (!isDemanded(demand, plan) || weightAt(demand, unit, () => true) === 'off') continue
    const dated = { label: unit.name || unit.part.title, demand, now, isPast: isOfPast(demand, unit) }
    if (demand.label !== undefined) yield* checkLabelled(unit, demand.label, dated)
    else if (demand.kind === 'date') yield* checkFirst(unit.span, dated, plan)
    else yield* checkEntries(entriesIn(unit.span, plan, unit.part), dated)
  }
}

function* checkLabelled(unit: Unit, label: string, { demand, now, isPast }: Dated): Iterable<Problem<Id>> {
  const field = unit.fields.find(({ spec, state }) => spec.label === label && state === 'filled')
  const read = field && findDate(field.text)
  if (!read || isDateKind(field.spec.kind)) return
  const place = field.place ?? field.part?.place ?? unit.part.place
  for (const problem of checkDay(field.text, read, { label, kind: 'timestamp', at: place, isPast }, now))
    yield { ...problem, severity: demand.required === 'warning' ? 'warning' : 'error' }
}

/** By its label, by what holds the unit, or as it is demanded of what is ticked. */
function isOfPast({ label, where }: Demand, { section }: Unit): boolean {
  const isOfTicked = typeof where === 'object' && where.ticked === true
  return isOfTicked || speaksOfPast(label ?? '') || namesRecord(section.spec.title)
}
