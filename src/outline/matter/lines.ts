import type { Span } from '../types.ts'

/** A line of front matter that says something. */
export interface MatterLine extends Span {
  /** White space before it, in UTF-16 units. */
  indent: number
  /** Where its text starts. */
  from: number
}

/** The lines of a span but for blank ones and comments. */
export function linesIn(source: string, { start, end }: Span): MatterLine[] {
  const lines: MatterLine[] = []
  for (let at = start; at < end;) {
    const next = endOf(source, at, end)
    let from = at
    while (from < next && (source[from] === ' ' || source[from] === '\t')) from++
    if (from < next && source[from] !== '#')
      lines.push({ start: at, from, end: trimmed(source, from, next), indent: from - at })
    at = next + 1
    if (source[next] === '\r' && source[at] === '\n') at++
  }
  return lines
}

function endOf(source: string, from: number, end: number): number {
  let at = from
  while (at < end && source[at] !== '\n' && source[at] !== '\r') at++
  return at
}

function trimmed(source: string, from: number, to: number): number {
  let end = to
  while (end > from && (source[end - 1] === ' ' || source[end - 1] === '\t')) end--
  return end
}
