/** A page of a rule for a terminal: headings, code and tables as a terminal shows them, lines as wide as it is. */
import type { Style } from '../../report/text/style.ts'
import { textWidth } from '../../report/text/width.ts'
import { wrap } from '../../report/text/wrap.ts'

/** Wider lines are hard to read. */
const maxColumns = 100
/** Keeps code in one line while lines are broken. */
const longestHeld = 40
const heldSpace = '\u00A0'

/** @param markdown a page that planlint's own generator wrote */
export function pageForTerminal(markdown: string, columns: number, style: Style): string {
  const width = Math.max(40, Math.min(columns, maxColumns))
  const shown: string[] = []
  let fence: string | undefined
  let table: string[][] = []
  const endTable = (): void => {
    if (table.length > 0) shown.push(...tableRows(table, style))
    table = []
  }
  for (const line of markdown.split('\n')) {
    const mark = /^(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === undefined && line.startsWith('|')) {
      if (!/^\|[ :|-]+\|$/.test(line))
        table.push(
          line
            .split('|')
            .slice(1, -1)
            .map(cell => cell.trim())
        )
      continue
    }
    endTable()
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined
    else if (fence === undefined && /^<\/?details>$/.test(line)) continue
    else if (fence !== undefined) shown.push(line === '' ? '' : style.faint(`    ${line}`))
    else shown.push(...textRows(line, width, style))
  }
  endTable()
  return shown.join('\n').replace(/\n{3,}/g, '\n\n')
}

function textRows(line: string, width: number, style: Style): string[] {
  const [, title] = /^#{1,6} (.*)$/.exec(line) ?? /^<summary>(.*)<\/summary>$/.exec(line) ?? []
  if (title !== undefined) return [style.strong(title)]
  const [lead = ''] = /^ *(?:- |\d+\. )?/.exec(line) ?? []
  let isInCode = false
  return wrap(held(line.slice(lead.length)), width - lead.length).map((row, at) => {
    const begun = isInCode ? `\`${row}` : row
    isInCode = begun.split('`').length % 2 === 0
    return (at === 0 ? lead : ' '.repeat(lead.length)) + painted(isInCode ? `${begun}\`` : begun, style)
  })
}

/** Columns as wide as their cells; the last may run on. */
function tableRows(table: readonly string[][], style: Style): string[] {
  const cells = table.map(row => row.map(held))
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map(row => textWidth(plain(row[at] ?? '')))))
  return cells.map((row, at) =>
    `  ${row
      .map((cell, column) => {
        const text = at === 0 ? style.faint(plain(cell)) : painted(cell, style)
        return text + ' '.repeat(Math.max(0, widths[column]! - textWidth(plain(cell))))
      })
      .join('  ')}`.trimEnd()
  )
}

/** Links as their texts; code that is not long in one piece. */
function held(text: string): string {
  return text
    .replace(/\[([^[\]]+)\]\([^()\s]+\)/g, '$1')
    .replace(/`[^`]+`/g, code => (code.length <= longestHeld ? code.replaceAll(' ', heldSpace) : code))
}

function plain(text: string): string {
  return text
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(heldSpace, ' ')
}

function painted(text: string, style: Style): string {
  return text
    .replace(/`([^`]+)`/g, (_, code: string) => style.accent(code))
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => style.strong(words))
    .replaceAll(heldSpace, ' ')
}
