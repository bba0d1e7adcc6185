import type { Demand } from '../../profiles/schema.ts'
import type { Fix, Place, Severity } from '../../types.ts'
import type { BoundSection, Plan } from '../../plan/bind-types.ts'
import { bodySpan } from '../../plan/bind.ts'
import { spanOf } from '../../outline/nodes.ts'
import { placeOfColumn } from './columns.ts'
import { holds, orKinds, tooFew } from './demands.ts'
import { badCells, gapsIn, tableDefect } from './tables.ts'
import type { Entry } from './entries.ts'
import { entriesOf } from './entries.ts'
import type { EntryDemand } from './entry-demands.ts'
import { entryLacks } from './entry-demands.ts'
import { isDemanded } from '../phases.ts'
import { hasLeftover, leftoversOf } from '../../plan/leftovers/placeholders.ts'
import { isBareDenial } from '../../outline/negative.ts'
import { isNothing } from '../../outline/nothing.ts'
import type { Span } from '../../outline/types.ts'

/** What a section lacks of what its profile demands of its content. */
export type DemandDefect = { place: Place; severity?: Severity } &
  /** `found` is there of what several are demanded of. */
  (
    | { kind: 'lacks'; demand: Demand; found?: number }
    /** A list whose entries all lack their dates. */
    | { kind: 'dates'; each: EntryDemand }
    /** `found`: the title of the column that is a slip of it. */
    | { kind: 'column'; column: string; found?: string; fixes: readonly Fix[] }
    /** A table without rows. */
    | { kind: 'rows' }
    /** A row that leaves columns blank. */
    | { kind: 'gap'; row: string; columns: string[] }
    /** A cell that says something else than the column may. */
    | { kind: 'cell'; column: string; text: string; values: string[] }
    /** An entry that does not say what each must. */
    | { kind: 'item'; text: string; each: EntryDemand; isRow: boolean }
  )

/** What is wrong with entries. */
export type EntryDefect = Extract<DemandDefect, { kind: 'dates' | 'item' | 'lacks' }>

/** Holds a section's content against the demands of its profile. */
export function* demandDefects(section: BoundSection, plan: Plan): Iterable<DemandDefect> {
  for (const demand of section.spec.content ?? []) {
    if (demand.kind === 'tree' || demand.kind === 'title' || !isDemanded(demand, plan)) continue
    for (const defect of defectsOf(demand, section, plan))
      // Where the section itself may be missing but for a warning, what it is to hold weighs no more.
      yield demand.required === 'warning' || (defect.kind === 'lacks' && section.spec.required === 'warning')
        ? { ...defect, severity: 'warning' }
        : defect
  }
}

function* defectsOf(demand: Demand, section: BoundSection, plan: Plan): Iterable<DemandDefect> {
  const body = bodySpan(section)
  const { place } = section.part!
  if (
    !holds(demand, body, plan) &&
    !(saysInline(section) && (demand.kind === 'text' || orKinds(demand).includes('text')))
  ) {
    // Titles and labels that are the section's units are a list as well.
    if (demand.required === false || (demand.kind === 'list' && section.units.length > 0)) return
    if (isLeftover(body, plan)) return
    const found = tooFew(demand, body, plan)
    yield { kind: 'lacks', place, demand, ...(found === undefined ? {} : { found }) }
    return
  }
  if (demand.kind === 'table' || (demand.columns && plan.content.tables(body).length > 0))
    yield* tableDefects(demand, body, plan)
  yield* entryDefects(demand, entriesOf(section, plan), place, plan)
}

/**
 * What the entries of a list or of a table do not say that each must.
 *
 * @param place Where it is told that none of them says it.
 */
export function* entryDefects(demand: Demand, all: readonly Entry[], place: Place, plan: Plan): Iterable<EntryDefect> {
  const { each, kind } = demand
  if (each === undefined || each === 'mark') return
  // What may stand for a table has to say what its columns ask for.
  const isStandIn = kind === 'table' && orKinds(demand).length > 0
  const entries = isStandIn ? all.filter(({ cells }) => !cells) : all
  const lacking = entries.filter(
    entry => entryLacks(each, entry, plan) && !hasLeftover(entry.span, plan) && !isDenied(entry, plan)
  )
  // A list without any date was never meant to have them: one word is enough.
  if ((each === 'date' || each === 'stamp') && lacking.length > 2 && lacking.length === entries.length)
    yield { kind: 'dates', place, each }
  // A list that says it of less than half of its items stands for no table.
  else if (isStandIn && lacking.length * 2 > entries.length) yield { kind: 'lacks', place, demand }
  else
    for (const entry of lacking) {
      const isRow = kind === 'table' && entry.cells !== undefined
      const [first = ''] = isRow ? [...entry.cells!.values()].filter(cell => cell !== '') : []
      yield { kind: 'item', place: entry.place, each, text: (first || entry.text).split('\n', 1)[0]!, isRow }
    }
}

/** What says "N/A" and no more is told of as such, unless it may say so. */
function isDenied({ text, cells }: Entry, { profile }: Plan): boolean {
  return profile.na !== 'bare' && cells === undefined && isBareDenial(text)
}

/** Is a body one stand-in, as "TBD"? It is told of as such, and what it lacks once something is written there. */
function isLeftover({ start, end }: Span, plan: Plan): boolean {
  const body = plan.outline.source.slice(start, end)
  const from = start + body.length - body.trimStart().length
  const to = start + body.trimEnd().length
  return leftoversOf(plan).some(({ place }) => place.start.offset === from && place.end.offset === to)
}

/** "**Unit Tests**: the queue against a fake clock": the section is a label with its text behind it. */
function saysInline(section: BoundSection): boolean {
  return section.part!.form === 'label' && !isNothing(section.part!.value?.text ?? '')
}

/** What is wrong with the table of a span that fits a demand best. */
export function* tableDefects(demand: Demand, body: Span, plan: Plan): Iterable<DemandDefect> {
  const defect = tableDefect(demand, body, plan)
  if (!defect) return
  const known = (demand.columns ?? []).flat()
  for (const names of defect.missing) yield { kind: 'column', ...placeOfColumn(names, known, defect.table, plan) }
  // A row of tags that nobody filled in is told of as such.
  if (defect.rows === 0 && !hasLeftover(spanOf(defect.table), plan)) yield { kind: 'rows', place: defect.place }
  // Where every entry has to say something, that is asked of the entry.
  for (const { place, row, columns } of demand.each && demand.kind !== 'table' ? [] : gapsIn(demand, defect.table))
    if (!hasLeftover({ start: place.start.offset, end: place.end.offset }, plan))
      yield { kind: 'gap', place, row, columns, severity: 'warning' }
  for (const { column, text, place, values } of badCells(demand, defect.table)) {
    if (!hasLeftover({ start: place.start.offset, end: place.end.offset }, plan))
      yield { kind: 'cell', place, column, text, values }
  }
}
