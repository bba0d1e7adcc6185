import type { Span } from '../types.ts'
import { quoteEnd } from './values.ts'

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

/** Stands where there is no line. */
export const noLine: MatterLine = { start: 0, from: 0, end: 0, indent: 0 }

/** Does a line begin an item of a list? */
export function isItem(source: string, { from, end }: MatterLine): boolean {
  return source[from] === '-' && (from + 1 === end || source[from + 1] === ' ' || source[from + 1] === '\t')
}

/** The colon behind a key at the head of a text; none in prose, addresses and quoted values. */
export function colonOf(source: string, from: number, end: number): number | undefined {
  let at = from
  const first = source[from]
  if (first === '"' || first === "'") at = quoteEnd(source, from, end) ?? end
  else if (first === undefined || '[{|>#&*!%@`'.includes(first)) return undefined
  else while (at < end && source[at] !== ':') at++
  while (at < end && source[at] === ':' && at + 1 < end && source[at + 1] !== ' ' && source[at + 1] !== '\t') {
    at++
    while (at < end && source[at] !== ':') at++
  }
  return at < end && source[at] === ':' ? at : undefined
}

/** Where what is neither space nor tab begins. */
export function skipMatterBlanks(source: string, from: number, end: number): number {
  let at = from
  while (at < end && (source[at] === ' ' || source[at] === '\t')) at++
  return at
}

/** Where what is no white space, ends of lines included, begins. */
export function skipSpace(source: string, from: number, end: number): number {
  let at = from
  while (at < end && /\s/.test(source[at]!)) at++
  return at
}
