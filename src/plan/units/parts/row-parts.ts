import type { Table, TableRow } from 'mdast'
import type { Content } from '../../../outline/content.ts'
import { placeOf, spanOf, startOf, textOf } from '../../../outline/nodes.ts'
import { normalise } from '../../../outline/text.ts'
import type { Part, Span } from '../../../outline/types.ts'
import { alsoBy, groupOf, labelsOf } from '../../../profiles/fields.ts'
import { groupBy } from '../../../util/group.ts'
import { formsOf } from '../../../profiles/units.ts'
import { rowPart } from '../../fields.ts'
import type { FieldSpec, UnitSpec } from '../../../profiles/schema.ts'
import { nearShape, shapesOf } from '../shapes.ts'
import { readLead } from './lead.ts'

/** The rows of a table as units: columns behind the first that are called like its fields hold them, each that a unit must have. */
export function tableParts(spec: UnitSpec, span: Span, content: Content): Part[] {
  const wanted = wantedColumns(spec)
  if (wanted.length === 0) return []
  return content.tables(span).flatMap(({ children: [head, ...rows] }) => {
    const titles = head?.children.map(cell => textOf(cell).trim()) ?? []
    const name = countsRows.test(titles[0] ?? '') ? 1 : 0
    const others = titles.slice(name + 1).map(normalise)
    const isOne = wanted.every(keys => others.some(title => keys.has(title)))
    return isOne ? rows.map(row => withCells(row, titles, content, name)) : []
  })
}

/** The title of a column that only counts its rows. */
const countsRows = /^(?:#|n[or]\.?|№)?$/i

/** Of each field that a unit must have, and that its title does not do for, what its column may be called; a choice is a column, too. */
function wantedColumns({ fields = [] }: UnitSpec): ReadonlySet<string>[] {
  return columnsFor(
    fields.filter(field => (field.required === true && !alsoBy(field, 'title')) || field.choice !== undefined),
    fields
  )
}

/** What the columns of fields may be called; of several that do for each other, one has to be there. */
function columnsFor(wanted: readonly FieldSpec[], all: readonly FieldSpec[]): ReadonlySet<string>[] {
  const groups = groupBy(wanted, field => groupOf(field, all) ?? field.label)
  return [...groups.values()].map(group => new Set(group.flatMap(labelsOf).map(normalise)))
}

const blank = /^[-–—]{0,3}$/
const isNothingSaid = (text: string): boolean => blank.test(text) || /^n\/?a$/i.test(text)

/**
 * Rows that begin with an identifier, of tables with a column for each field that a unit must have; where the profile wants one on each, and most have one,
 * those that only have the rest, too. Where no table has all of the columns, rows of the one that lacks fewest are units all the same: what it lacks is
 * told of it.
 */
export function identifiedRows(spec: UnitSpec, span: Span, content: Content): Part[] {
  const tables = content.tables(span).map(table => readTable(spec, table, content))
  const whole = tables.filter(({ lacks }) => lacks === 0).flatMap(({ known }) => known)
  if (whole.length > 0) return whole
  const likely = tables.filter(table => isLikely(spec, table))
  const least = Math.min(...likely.map(({ lacks }) => lacks))
  return likely.filter(({ lacks }) => lacks === least).flatMap(({ known }) => known)
}

/** A table, with how many of the columns that it must have it lacks, and its rows that are units. */
interface ReadTable {
  lacks: number
  titles: readonly string[]
  rows: number
  named: number
  known: Part[]
}

function readTable(spec: UnitSpec, { children: [head, ...rows] }: Table, content: Content): ReadTable {
  const { fields = [] } = spec
  const wanted = columnsFor(
    fields.filter(({ required }) => required === true),
    fields
  )
  const titles = head?.children.map(cell => textOf(cell).trim()) ?? []
  const others = titles.slice(1).map(normalise)
  const isThere = wanted.filter(keys => others.some(title => keys.has(title)))
  const parts = rows.map(row => withCells(row, titles, content))
  const named = parts.filter(({ title }) => readLead(spec, title).id !== undefined)
  const isWhole = ({ children }: Part): boolean =>
    (isThere.length > 0 || wanted.length === 0) &&
    isThere.every(keys => children.some(({ key, value }) => keys.has(key) && !blank.test(value!.text.trim())))
  // What is nearly an identifier is told of as a slip of one.
  const isNear = ({ title }: Part): boolean =>
    shapesOf(spec.id?.shape).some(shape => nearShape(shape, title) !== undefined)
  const known =
    spec.id?.required && named.length * 2 >= parts.length
      ? parts.filter(part => named.includes(part) || isWhole(part))
      : parts.filter(part => named.includes(part) || (named.length > 0 && isNear(part)))
  // Each row has a cell below each title, whether there is something to say or not.
  const says = ({ value, title }: Part): boolean => title === spec.ticked || !isNothingSaid(value!.text.trim())
  return {
    lacks: wanted.length - isThere.length,
    titles: others,
    rows: parts.length,
    named: named.length,
    known: known.map(part => ({ ...part, children: part.children.filter(says) }))
  }
}

/** Is a table one of these units though it lacks a column: do most of its rows begin with an identifier, and is there one of their columns, or no other way to write them? */
function isLikely(spec: UnitSpec, { titles, rows, named }: ReadTable): boolean {
  if (named === 0 || named * 2 < rows) return false
  const columns = new Set((spec.fields ?? []).flatMap(labelsOf).map(normalise))
  return formsOf(spec).written.every(form => form === 'row') || titles.some(title => columns.has(title))
}

/** @param name the column with what each is called */
function withCells(row: TableRow, titles: readonly string[], content: Content, name = 0): Part {
  const cells = row.children.map((cell, i): Part => {
    const first = cell.children[0]
    const inner = first ? { start: startOf(first), end: spanOf(cell.children.at(-1)!).end } : { start: 0, end: 0 }
    const span = first ? inner : { start: startOf(cell), end: startOf(cell) }
    const said = { text: content.outline.source.slice(span.start, span.end), ...span }
    return { ...rowPart(row, titles[i] ?? '', said), place: placeOf(cell), span }
  })
  // "~~TASK-005~~" is struck out, and was called so.
  const title = textOf(row.children[name] ?? row)
    .replaceAll('~~', '')
    .trim()
  return rowPart(row, title, cells[name + 1]?.value ?? { text: '', ...spanOf(row) }, cells)
}
