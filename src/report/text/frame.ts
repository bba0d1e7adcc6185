import type { Place } from '../../types.ts'
import { clean, escapedNumberSign, runnerCommandsIn } from './clean.ts'
import { graphemes, graphemeWidth, textWidth } from './width.ts'

/** One line of source as a terminal shows it. */
interface ShownLine {
  text: string
  /** Columns before the underline, and of the underline; none without a span. */
  mark?: { indent: number; length: number }
}

interface Cell {
  text: string
  width: number
  start: number
  end: number
}

/** UTF-16 units of a line, `end` exclusive. */
interface CharRange {
  start: number
  end: number
}

const tabSize = 4
const ellipsis = '…'

/** The lines of a document as Markdown counts them, without byte order mark. */
export function splitLines(source: string): string[] {
  return source.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
}

/** The part of a place on its first line, as UTF-16 indices into that line; at least one unit long. */
export function firstLineSpan(place: Place, line: string): CharRange {
  const start = Math.min(Math.max(0, place.start.column - 1), line.length)
  const isOneLine = place.end.line <= place.start.line
  const end = isOneLine ? Math.min(place.end.column - 1, line.length) : line.trimEnd().length
  return { start, end: Math.max(end, start + 1) }
}

/**
 * Render a line for `columns` columns: tabs expanded, odd characters made visible, cut around the span
 * where it is too long. Work is bounded by the columns, however long the line is.
 */
export function showLine(line: string, columns: number, span?: CharRange): ShownLine {
  const reach = Math.max(columns, 16) * 2
  const focus = span?.start ?? 0
  const from = characterBorder(line, Math.max(0, focus - reach))
  const to = characterBorder(line, Math.min(line.length, focus + reach * 2))
  const cells = toCells(line.slice(from, to), from)
  const cut = cutCells(cells, columns, span, { left: from > 0, right: to < line.length })
  const text = (cut.left ? ellipsis : '') + cut.cells.map(cell => cell.text).join('') + (cut.right ? ellipsis : '')
  const shown: ShownLine = { text: span ? text : text.trimEnd() }
  if (span) shown.mark = markOf(cut.cells, span, cut.left ? 1 : 0)
  return shown
}

/** Never cut a surrogate pair in two. */
function characterBorder(line: string, index: number): number {
  const code = line.charCodeAt(index)
  return index > 0 && code >= 0xdc00 && code <= 0xdfff ? index - 1 : index
}

function toCells(text: string, offset: number): Cell[] {
  const cells: Cell[] = []
  const commands = runnerCommandsIn(text)
  let column = 0
  let start = offset
  for (const grapheme of graphemes(text)) {
    let shown = clean(grapheme)
    if (grapheme === '\t') shown = ' '.repeat(tabSize - (column % tabSize))
    else if (commands.has(start - offset)) shown = escapedNumberSign
    const width = shown === grapheme ? graphemeWidth(grapheme) : textWidth(shown)
    cells.push({ text: shown, width, start, end: start + grapheme.length })
    column += width
    start += grapheme.length
  }
  return cells
}

function cutCells(
  cells: Cell[],
  columns: number,
  span: CharRange | undefined,
  beyond: { left: boolean; right: boolean }
) {
  const total = widthOf(cells)
  if (total <= columns && !beyond.left && !beyond.right) return { cells, left: false, right: false }
  const spare = beyond.right ? total : Math.max(0, total - columns + 1)
  const first = span ? firstCell(cells, columns, span, spare, beyond.left) : 0
  const left = beyond.left || first > 0
  let room = columns - (left ? 1 : 0)
  if (beyond.right || widthOf(cells.slice(first)) > room) room--
  const kept: Cell[] = []
  for (const cell of cells.slice(first)) {
    room -= cell.width
    if (room < 0) break
    kept.push(cell)
  }
  return { cells: kept, left, right: beyond.right || first + kept.length < cells.length }
}

/**
 * The cell to begin with: the line's own beginning if the span fits behind it, else a bit before the span,
 * but not so late (`spare` columns) that the line's end leaves room unused.
 */
function firstCell(cells: Cell[], columns: number, span: CharRange, spare: number, isCutAlready: boolean): number {
  const before = (index: number) => widthOf(cells.filter(cell => cell.end <= index))
  const spanStart = before(span.start)
  if (!isCutAlready && before(span.end) < columns) return 0
  const lead = Math.min(20, Math.floor(columns / 3))
  let skipped = 0
  let first = 0
  for (const cell of cells) {
    if (skipped >= Math.min(spanStart - lead, spare)) break
    skipped += cell.width
    first++
  }
  return first
}

function widthOf(cells: Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0)
}

function markOf(cells: Cell[], span: CharRange, prefix: number): { indent: number; length: number } {
  let indent = prefix
  let length = 0
  for (const cell of cells) {
    if (cell.end <= span.start) indent += cell.width
    else if (cell.start < span.end) length += cell.width
  }
  return { indent, length: Math.max(1, length) }
}
