/** Lines of a plan with a place underlined, as a terminal shows them. */
import type { Style, Paint } from './style.ts'
import type { Place } from '../../types.ts'
import { lineWords, type Second } from '../fold.ts'
import { clean, cleanPath } from './clean.ts'
import { showLine, firstLineSpan } from './frame.ts'

const linesBefore = 2

export const linesAfter = 1

/** What one file's blocks share. */
export interface FrameContext {
  path: string
  lines: string[] | null
  /** Columns of the line numbers. */
  gutter: number
  width: number
  style: Style
}

/** Location, context and underline of a place; only the location where the text is not at hand. */
export function frame(place: Place, context: FrameContext, paint: Paint): string[] {
  const { line, column } = place.start
  const rows = [`${elbow(context, '╭─')} ${location(context, line, column)}`]
  if (!context.lines || context.lines[line - 1] === undefined) return rows
  const isBlank = (number: number) => (context.lines?.[number - 1] ?? '').trim() === ''
  const before = range(line - linesBefore, line - 1)
  while (before[0] !== undefined && isBlank(before[0])) before.shift()
  const after = range(line + 1, line + linesAfter)
  while (after.length > 0 && isBlank(after.at(-1) ?? 0)) after.pop()
  rows.push(...before.map(number => sourceRow(number, context)))
  rows.push(...markedRows(place, context, paint, '^'))
  rows.push(...after.map(number => sourceRow(number, context)))
  return rows
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

export function relatedRows(second: Second, context: FrameContext): string[] {
  const { path, places } = second
  const words = context.style.accent(clean(second.message))
  const [first] = places
  if (places.length > 1 || !first)
    return [
      `${elbow(context, '├─')} ${context.style.accent(path === undefined ? lineWords(second) : `${cleanPath(path)}, ${lineWords(second)}`)} ${words}`
    ]
  const { line, column } = first.start
  const head = `${elbow(context, '├─')} ${location({ ...context, path: path === undefined ? context.path : cleanPath(path) }, line, column)} ${words}`
  // The other file's text is not at hand.
  return path === undefined ? [head, ...markedRows(first, context, context.style.accent, '~')] : [head]
}

/** The line that a place begins on, and what underlines it. */
function markedRows(place: Place, context: FrameContext, paint: Paint, mark: string): string[] {
  const source = context.lines?.[place.start.line - 1]
  if (source === undefined) return []
  const shown = showLine(source, context.width - context.gutter - 3, firstLineSpan(place, source))
  const { indent, length } = shown.mark ?? { indent: 0, length: 1 }
  const tail = place.end.line > place.start.line ? context.style.faint(` to line ${place.end.line}`) : ''
  return [
    row(String(place.start.line), shown.text, context),
    row('', ' '.repeat(indent) + paint(mark.repeat(length)) + tail, context)
  ]
}

function sourceRow(number: number, context: FrameContext): string {
  const source = context.lines?.[number - 1] ?? ''
  return row(String(number), context.style.faint(showLine(source, context.width - context.gutter - 3).text), context)
}

function row(number: string, text: string, context: FrameContext): string {
  return `${context.style.faint(`${number.padStart(context.gutter)} │`)} ${text}`.trimEnd()
}

export function elbow(context: FrameContext, corner: string): string {
  return context.style.faint(' '.repeat(context.gutter + 1) + corner)
}

function location(context: FrameContext, line: number, column: number): string {
  return context.style.accent(`${context.path}:${line}:${column}`)
}
