/** Tables: each row is a block of its own. */
import type { Cursor } from './cursor.ts'

const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/

/** How many columns the line sets up as the second one of a table; -1 where it can't be that. */
export function cellsOfDelimiterRow(cursor: Cursor): number {
  const line = rowOf(cursor)
  return /[|:]/.test(line) && delimiterRow.test(line) ? cellsOf(cursor) : -1
}

/** How many cells the line has as a row of a table. */
export function cellsOf(cursor: Cursor): number {
  const line = rowOf(cursor)
  let bars = 0
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++
    else if (line[at] === '|') bars++
  }
  const outer =
    (line.startsWith('|') ? 1 : 0) + (line.length > 1 && line.endsWith('|') && !line.endsWith('\\|') ? 1 : 0)
  return bars - outer + 1
}

function rowOf(cursor: Cursor): string {
  return cursor.text.slice(cursor.at, cursor.end).trim()
}
