import { textWidth } from './width.ts'

/** Break a clean line at spaces so that no part is wider than `columns`, single long words excepted. */
export function wrap(line: string, columns: number): string[] {
  const rows: string[] = []
  let row = ''
  let width = 0
  for (const word of line.split(' ')) {
    const wordWidth = textWidth(word)
    if (row !== '' && width + 1 + wordWidth > columns) {
      rows.push(row)
      row = word
      width = wordWidth
    } else {
      width += (row === '' ? 0 : 1) + wordWidth
      row = row === '' ? word : `${row} ${word}`
    }
  }
  return [...rows, row]
}

/** Set clean items in rows, none broken at a row's end that fits into a row of its own. */
export function wrapItems(items: readonly string[], columns: number): string[] {
  const rows: string[] = []
  for (const item of items) {
    const row = rows.at(-1)
    if (row !== undefined && textWidth(row) + 1 + textWidth(item) <= columns) rows[rows.length - 1] = `${row} ${item}`
    else rows.push(...wrap(item, columns))
  }
  return rows
}
