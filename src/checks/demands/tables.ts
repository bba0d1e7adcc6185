/** Tables, held against what a profile demands of them. */
import type { Table, TableCell, TableRow } from 'mdast'
import { placeOf, spanOf, textOf } from '../../outline/nodes.ts'
import { isBareDenial, readNegative } from '../../outline/negative.ts'
import { normalise } from '../../outline/text.ts'
import type { Span } from '../../outline/types.ts'
import type { Plan } from '../../plan/bind-types.ts'
import type { Demand } from '../../profiles/schema.ts'
import type { Place } from '../../types.ts'

/** A table that lacks columns of a demand, or has no rows. */
interface TableDefect {
  table: Table
  place: Place
  /** Of each, what it may be called. */
  missing: (readonly string[])[]
  rows: number
}

/** The table of a span that fits the demanded columns best, with what it lacks. */
export function tableDefect(demand: Demand, span: Span, plan: Plan): TableDefect | undefined {
  const tables = plan.content.tables(span)
  if (tables.length === 0) return undefined
  const defects = tables.map(table => inspect(table, demand))
  return defects.sort((a, b) => a.missing.length - b.missing.length || b.rows - a.rows)[0]
}

function inspect(table: Table, demand: Demand): TableDefect {
  const [head] = table.children
  const titles = columnTitles(head).map(normalise)
  const missing = (demand.columns ?? [])
    .map(column => [column].flat())
    .filter(
      names =>
        !names
          .map(normalise)
          .some(name => titles.some(title => title === name || isMoreOf(name, title) || title.endsWith(` ${name}`)))
    )
  return {
    table,
    place: head ? placeOf(head) : placeOf(table),
    missing,
    rows: rowsOf(table).length
  }
}

/** "Test file" is a column of tests, "Test area" one of areas. */
function isMoreOf(name: string, title: string): boolean {
  return title.startsWith(`${name} `) && !otherThing.test(title.slice(name.length + 1))
}

const otherThing = /^(?:areas?|types?|kinds?|category|categories|levels?|counts?)\b/

/** What the columns of a table are called, by its first row. */
export function columnTitles(head: TableRow | undefined): string[] {
  return (head?.children ?? []).map(cell => textOf(cell))
}

/** The rows of a table that say something. */
export function rowsOf({ children: [, ...rows] }: Table): TableRow[] {
  return rows.filter(row => row.children.some(cell => textOf(cell).trim() !== ''))
}

/** A row of a table that leaves out columns that are asked for. */
interface Gap {
  place: Place
  row: string
  columns: string[]
}

/** Columns that may be blank; so may one that says how far it is, unless nothing else may stand in its place. */
const remarks = /^(?:notes?|comments?|remarks?)$/
const progress = 'status'

/** Rows that end before the table does, or are blank where a demanded column wants something. */
export function* gapsIn(demand: Demand, { children: [head, ...rows] }: Table): Iterable<Gap> {
  const names = columnTitles(head)
  const titles = names.map(normalise)
  const wanted = (demand.columns ?? []).flatMap(column => {
    const at = titles.findIndex(title => [column].flat().some(name => title === normalise(name)))
    const mayBeBlank = remarks.test(titles[at] ?? '') || (titles[at] === progress && Array.isArray(column))
    return at < 0 || mayBeBlank ? [] : [at]
  })
  for (const row of rows) {
    const said = row.children.map(cell => !isBlank(cell))
    const first = row.children.find((_, i) => said[i])
    if (!first || isTitle(row, said)) continue
    const blank = wanted.filter(at => !said[at])
    const lacking =
      blank.length > 0 || row.children.length >= names.length
        ? blank
        : titles.flatMap((title, at) =>
            at < row.children.length || remarks.test(title) || title === progress ? [] : [at]
          )
    if (lacking.length > 0) yield { place: placeOf(row), row: textOf(first), columns: lacking.map(at => names[at]!) }
  }
}

/** A lone cell is a title between rows, unless it names a thing; of two, one that is set apart. */
function isTitle({ children }: TableRow, said: readonly boolean[]): boolean {
  if (said.filter(Boolean).length > 1) return false
  const type = children[said.indexOf(true)]!.children[0]?.type
  return type !== 'inlineCode' && (children.length > 2 || type === 'strong' || type === 'emphasis')
}

/** A dash says that there is none. */
function isBlank(cell: TableCell): boolean {
  return textOf(cell).trim() === '' && !cell.children.some(({ type }) => type === 'image' || type === 'inlineCode')
}

/** What waits has no day yet, and says so. */
const days = /^(?:dates?|completed|finished|due|when)(?: |$)/
/** Columns that may say why another is "N/A". */
const reasons = /^(?:notes?|comments?|remarks?|reasons?|rationale|justification|why)$/

/**
 * Cells that say "N/A" and no more, where nothing else in the row may be the reason: in demanded columns, and in any of a table that has all of these. What a
 * column may say is asked elsewhere.
 */
export function* deniedCells(demand: Demand, table: Table): Iterable<{ column: string; cell: TableCell }> {
  const [head, ...rows] = table.children
  const names = columnTitles(head)
  const titles = names.map(normalise)
  const demanded = new Set((demand.columns ?? []).flat().map(normalise))
  const isWhole = inspect(table, demand).missing.length === 0
  const judged = titles.flatMap((title, at) =>
    (isWhole || demanded.has(title)) && !demand.values?.[names[at]!] && !days.test(title) ? [at] : []
  )
  for (const { children } of rows) {
    const isBare = children.map(cell => isBareDenial(textOf(cell).trim()))
    if (titles.some((title, at) => reasons.test(title) && children[at] && !isBlank(children[at]) && !isBare[at]))
      continue
    for (const at of judged) if (isBare[at]) yield { column: names[at]!, cell: children[at]! }
  }
}

/** Cells of columns that hold dates, but for those that say that there is none: "soon" does not. */
export function* cellsOfDates(
  { values = {} }: Demand,
  { children: [head, ...rows] }: Table
): Iterable<{ column: string; text: string; span: Span }> {
  const titles = columnTitles(head).map(normalise)
  for (const column of Object.keys(values).filter(each => values[each] === 'date')) {
    const at = titles.indexOf(normalise(column))
    for (const { children } of rows) {
      const cell = children[at]
      const text = cell ? textOf(cell).trim() : ''
      const isDenied = !/[\p{L}\p{N}]/u.test(text) || (readNegative(text)?.kind ?? 'later') !== 'later'
      if (!isDenied) yield { column, text, span: spanOf(cell!) }
    }
  }
}

/** Cells whose value is none of a column's accepted ones. */
export function* badCells(
  demand: Demand,
  table: Table
): Iterable<{ column: string; text: string; place: Place; values: string[] }> {
  const [head, ...rows] = table.children
  const titles = columnTitles(head).map(normalise)
  for (const [column, values] of Object.entries(demand.values ?? {})) {
    const at = titles.findIndex(title => title === normalise(column))
    if (at < 0 || values === 'date') continue
    const accepted = values.map(normalise)
    for (const row of rows) {
      const cell = row.children[at]
      const text = cell ? textOf(cell).trim() : ''
      const key = normalise(text)
      if (
        cell &&
        key !== '' &&
        !accepted.some(value => key === value || key.startsWith(`${value} `) || key.startsWith(`${value}(`))
      )
        yield { column, text, place: placeOf(cell), values }
    }
  }
}
