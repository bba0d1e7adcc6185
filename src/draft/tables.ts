/** What tables of a template ask for: rows of metadata, units by their identifiers, columns and what their cells may say. */

import type { Table } from 'mdast'
import type { Content } from '../outline/content.ts'
import { spanOf } from '../outline/nodes.ts'
import type { Part } from '../outline/types.ts'
import { writtenOf } from '../outline/written.ts'
import { rowFields } from '../plan/fields.ts'
import type { Demand, FieldSpec, UnitSpec } from '../profiles/schema.ts'
import { blanksIn, isBlankToFill } from './blanks.ts'
import { choicesIn } from './choices.ts'
import { isDateToFill } from './fields.ts'
import type { Guesses } from './guesses.ts'

/** Heads of tables whose first cells are labels. */
const labelHead = /^(?:|fields?|keys?|propert(?:y|ies)|attributes?|meta(?:data)?|items?|name)$/i
const valueHead = /^(?:|values?|details?|description|content)$/i
/** `S-01`, `R1`: what a row goes by. */
const identifier = /^([A-Z]{1,8}-?)(0*\d{1,4})$/

/**
 * The rows of a table that are labels with their values.
 *
 * @param isAbove does it stand above all sections? There one wide row says it by its columns as well
 * @returns undefined where it is a table of another kind
 */
export function metadataRows(table: Table, content: Content, isAbove: boolean): Part[] | undefined {
  const [head, ...rows] = table.children
  const width = head?.children.length ?? 0
  const names = cellsOf(table, 0)
  const parts = rowFields(content, spanOf(table))
  if (width > 2)
    return isAbove && rows.length === 1 && names.every(isLabel)
      ? parts.filter(part => part.node !== head).slice(-width)
      : undefined
  if (width !== 2 || rows.length === 0) return undefined
  const labels = rows.map((_, at) => cellsOf(table, at + 1)[0] ?? '')
  const isHead = labelHead.test(names[0]!) && valueHead.test(names[1]!)
  const isRow = !isHead && isLabel(names[0]!) && isBlankToFill(names[1]!)
  const areBold = rows.every(row => row.children[0]?.children[0]?.type === 'strong')
  if (!labels.every(isLabel) || !(isHead || areBold || (isAbove && isRow))) return undefined
  return parts.filter(part => part.node !== head || (isRow && !isHead))
}

const isLabel = (text: string): boolean =>
  /\p{L}/u.test(text) && blanksIn(text).length === 0 && text.split(/\s+/).length <= 5

function cellsOf({ children }: Table, row: number): string[] {
  return (children[row]?.children ?? []).map(writtenOf)
}

/** What the rows of a table are, and what its columns hold. */
export function draftTable(table: Table, role: string, guesses: Guesses): { content: Demand[]; units: UnitSpec[] } {
  const [head] = table.children
  const columns = (head?.children ?? []).map(cell => writtenOf(cell))
  // What the template leaves blank in every row a plan may leave blank.
  const isLeft = columns.map((_, at) => columnOf(table, at).length === 0)
  const named = columns.filter((column, at) => column !== '' && !(isLeft[at] && isLeft.includes(false)))
  const isPlain = named.every(column => blanksIn(column).length === 0)
  const unit = isPlain ? unitOf(table, columns, role, guesses) : undefined
  const values: NonNullable<Demand['values']> = isPlain && !unit ? valuesOf(table, columns, guesses) : {}
  const dates = isPlain && !unit ? named.filter(column => isOfDates(table, columns, column)) : []
  for (const column of dates) {
    guesses.add(`"${column}" is a date`)
    values[column] = 'date'
  }
  const demand: Demand = {
    kind: 'table',
    ...(named.length > 0 && isPlain ? { columns: named } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {})
  }
  return { content: [demand], units: unit ? [unit] : [] }
}

/** What each row writes in a column, where it writes anything. */
function columnOf(table: Table, at: number): string[] {
  return table.children
    .slice(1)
    .map(row => (row.children[at] ? writtenOf(row.children[at]) : ''))
    .filter(cell => cell !== '')
}

/** Are all cells of a column dates to fill in? */
function isOfDates(table: Table, columns: readonly string[], column: string): boolean {
  const cells = columnOf(table, columns.indexOf(column))
  return cells.length > 0 && cells.every(cell => isDateToFill(column, cell))
}

/** The values of columns whose cells offer them to choose from, the same in each row. */
function valuesOf(table: Table, columns: readonly string[], guesses: Guesses): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const [at, column] of columns.entries()) {
    const choices = columnOf(table, at).map(choicesIn)
    const [values] = choices
    if (column === '' || !values || choices.some(each => each?.join() !== values.join())) continue
    guesses.add(`"${column}" is one of: ${values.join(', ')}`)
    found[column] = values
  }
  return found
}

/** Rows that go by identifiers are units: each once, with their columns as fields. */
function unitOf(table: Table, columns: readonly string[], role: string, guesses: Guesses): UnitSpec | undefined {
  const ids = columnOf(table, 0).map(cell => identifier.exec(cell))
  const [first] = ids
  if (!first || ids.some(id => id?.[1] !== first[1])) return undefined
  const shape = `${first[1]!}${'#'.repeat(first[2]!.length)}`
  guesses.add(`Rows by ${shape}: one kind of unit, "${role}", each once, as many as a plan needs`)
  const values = valuesOf(table, columns, guesses)
  const fields = columns.flatMap((label, at): FieldSpec[] => {
    if (at === 0 || label === '') return []
    if (values[label]) return [{ label, kind: 'enum', values: values[label] } as FieldSpec]
    return isOfDates(table, columns, label) ? [{ label, kind: 'date' } as FieldSpec] : []
  })
  return {
    role,
    counts: 'part',
    form: ['row'],
    number: false,
    min: 1,
    id: { shape, required: true },
    ...(fields.length > 0 ? { fields } : {})
  } as UnitSpec
}
