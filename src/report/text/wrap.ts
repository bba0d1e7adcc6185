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
