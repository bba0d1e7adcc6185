import type { Code } from 'mdast'
import type { Place } from '../types.ts'
import { placeOf, startOf } from './nodes.ts'
import type { Outline } from './types.ts'

/** The offset of the line ending behind an offset; the text's length where none follows. */
export function lineEnd(source: string, from: number): number {
  let end = from
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++
  return end
}

/** The part of a place that lies on its first line. */
export function firstLineOf(place: Place, { source, lines }: Outline): Place {
  return place.start.line === place.end.line
    ? place
    : lines.placeOf({ start: place.start.offset, end: lineEnd(source, place.start.offset) })
}

/** The line of the plan, 1-based, at which the text of a code block starts: behind the opening fence, where it has one. */
export function firstCodeLine(node: Code, source: string): number {
  const { line } = placeOf(node).start
  return '`~'.includes(source[startOf(node)]!) ? line + 1 : line
}

/** Does a colon or a bracket stand behind words alone, as behind a label's name? Seen without cutting them out. */
export function endsWords(source: string, start: number, end: number): boolean {
  const last = Math.min(end, start + 60)
  for (let i = start; i < last; i++) {
    const unit = source.charCodeAt(i)
    if (unit === 58 || unit === 40 || unit === 91 || unit === 0xff1a) return true
    if (unit < 128 && !isWordLike[unit]) return false
  }
  return false
}

/** By code: what words hold of ASCII. */
const isWordLike = Array.from({ length: 128 }, (_, unit) => /[\p{L}\p{N} '/&-]/u.test(String.fromCharCode(unit)))
