/** Tables: each row is a block of its own. */
import type {Cursor} from './cursor.ts'

const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/

/** Could the line be the second one of a table? It has at least one `|`. */
export function isDelimiterRow(cursor: Cursor): boolean {
  const line = cursor.text.slice(cursor.at, cursor.end).trimEnd()
  return line.includes('|') && delimiterRow.test(line)
}
