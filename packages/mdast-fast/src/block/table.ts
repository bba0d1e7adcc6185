import type { AlignType, Table, TableCell, TableRow } from 'mdast'
import type { Point } from 'unist'
import type { Doc } from '../state.ts'
import { lineSpan } from '../state.ts'
import { isSpace, skipSpace } from '../chars.ts'

const BACKSLASH = 92
const COLON = 58
const DASH = 45
const PIPE = 124

/**
 * Reads a delimiter row (GFM 4.10).
 *
 * @returns The alignment of each column, or undefined when it is none.
 */
export function readDelimiters(text: string, from: number, to: number): AlignType[] | undefined {
  const align: AlignType[] = []
  let marked = false
  let i = from
  if (text.charCodeAt(i) === PIPE) {
    marked = true
    i = skipSpace(text, i + 1, to)
  }
  while (i < to) {
    const left = text.charCodeAt(i) === COLON
    if (left) i++
    const dashes = i
    while (i < to && text.charCodeAt(i) === DASH) i++
    if (i === dashes) return undefined
    const right = i < to && text.charCodeAt(i) === COLON
    if (right) i++
    align.push(left ? (right ? 'center' : 'left') : right ? 'right' : null)
    if (left || right) marked = true
    i = skipSpace(text, i, to)
    if (i === to) break
    if (text.charCodeAt(i) !== PIPE) return undefined
    marked = true
    i = skipSpace(text, i + 1, to)
  }
  return marked && align.length > 0 ? align : undefined
}

/** Number of cells of a row that may be a head; 0 when it can't be one. */
export function countCells(text: string, from: number, to: number): number {
  let count = 0
  let fresh = text.charCodeAt(from) !== PIPE
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (isSpace(code)) continue
    if (fresh) {
      fresh = false
      count++
    }
    if (code === PIPE) fresh = true
    else if (code === BACKSLASH && isEscaped(text, i + 1, to)) i++
  }
  return count
}

function isEscaped(text: string, at: number, to: number): boolean {
  const code = at < to ? text.charCodeAt(at) : 0
  return code === BACKSLASH || code === PIPE
}

/** A cell: where it starts, and its content (`from === -1` when it has none). */
interface Cell {
  start: number
  from: number
  to: number
}

function cellAt(start: number): Cell {
  return { start, from: -1, to: -1 }
}

/**
 * Splits a row as micromark-extension-gfm-table does: a cell starts at its divider (the
 * first at the row's start) and ends where the next starts; a last one without content is none.
 */
function splitRow(text: string, from: number, to: number): Cell[] {
  const cells: Cell[] = []
  let cell = cellAt(from)
  let waiting: Cell | undefined
  let atStart = true
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (isSpace(code)) continue
    if (code !== PIPE) {
      atStart = false
      if (waiting !== undefined) cells.push(waiting)
      waiting = undefined
      if (cell.from < 0) cell.from = i
      if (code === BACKSLASH && isEscaped(text, i + 1, to)) i++
      cell.to = i + 1
    } else if (atStart) {
      atStart = false
    } else {
      if (waiting !== undefined) cells.push(waiting)
      waiting = cell
      cell = cellAt(i)
    }
  }
  cells.push(waiting ?? cell)
  return cells
}

/** Adds a row between two offsets of one line, and queues the text of its cells. */
export function addRow(doc: Doc, table: Table, on: Pick<Doc, 'line' | 'start'>, from: number, to: number): void {
  const at = (offset: number): Point => ({ line: on.line, column: offset - on.start + 1, offset })
  const cells = splitRow(doc.text, from, to)
  const row: TableRow = { type: 'tableRow', children: [], position: { start: at(from), end: at(to) } }
  for (let k = 0; k < cells.length; k++) {
    const { start, from: first, to: last } = cells[k]!
    const end = k + 1 < cells.length ? cells[k + 1]!.start : to
    const cell: TableCell = { type: 'tableCell', children: [], position: { start: at(start), end: at(end) } }
    row.children.push(cell)
    if (first < 0) continue
    const span = lineSpan(doc.text, first, last, on, cell.children)
    span.inTable = true
    doc.spans.push(span)
  }
  table.children.push(row)
}
