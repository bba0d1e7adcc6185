/** The rows of tables that name files, as entries. */
import type { Table, TableCell, TableRow } from 'mdast'
import { readMark } from '../../../files/marks.ts'
import { readPath } from '../../../files/paths.ts'
import type { Content } from '../../../outline/content.ts'
import { placeOf, spanOf, textOf } from '../../../outline/nodes.ts'
import { normalise } from '../../../outline/text.ts'
import type { Part, Span } from '../../../outline/types.ts'
import { rowPart } from '../../fields.ts'
import { isActionTitle, saysOfFile } from '../../files/table-files.ts'

/** Each row goes by its file, is marked as its cell of marks says, and has what the other cells say for its text. Which column has the files shows by what is in it. */
export function fileRows(span: Span, content: Content): Part[] {
  return content.tables(span).flatMap(table => {
    const at = fileColumn(table)
    if (at === undefined) return []
    const [head, ...rows] = table.children
    const titles = head!.children.map(cell => normalise(textOf(cell)))
    return rows.flatMap(row => fileRow(row, at, titles))
  })
}

function fileColumn({ children: [head, ...rows] }: Table): number | undefined {
  const counts = (head?.children ?? []).map((_, at) => rows.filter(row => namesFile(row.children[at])).length)
  const most = Math.max(0, ...counts)
  return most > 0 ? counts.indexOf(most) : undefined
}

const namesFile = (cell: TableCell | undefined): boolean =>
  cell !== undefined && readPath(textOf(cell).trim().split(/[ ,(]/, 1)[0]!) !== undefined

function fileRow(row: TableRow, at: number, titles: readonly string[]): Part[] {
  const file = row.children[at]
  const title = file ? textOf(file).trim() : ''
  if (!file || title === '') return []
  const cells = row.children
    .map((cell, index) => ({ cell, title: titles[index] ?? '', text: textOf(cell).trim() }))
    .filter(({ cell }) => cell !== file)
  const said = cells.filter(each => saysOfFile(each.title, each.text))
  const value = { text: said.map(({ text }) => text).join(' '), ...spanOf(said[0]?.cell ?? file) }
  const marks = cells.filter(each => readMark(each.text, 'cell') && (isActionTitle(each.title) || !said.includes(each)))
  const qualifier = marks[0]?.text
  return [{ ...rowPart(row, title, value), place: placeOf(file), ...(qualifier === undefined ? {} : { qualifier }) }]
}
