/** How lines of front matter look, and what stands between its dashes. */
import { lineEnd } from '../lines.ts'
import type { Span } from '../types.ts'

/** A line that begins or ends it. */
export const dashes = /^---[ \t]*$/
/** A line that was meant to be one: too few dashes, too many, longer ones. */
export const nearlyDashes = /^[-–—]{1,20}[ \t]*$/
/** A key that stands for front matter by itself. */
export const firstKey = /^[a-z][\w-]*:(?:[ \t]|$)/
/** Any key at the margin. */
export const key = /^["']?[\p{L}_][^:`*|<>]{0,80}:(?:[ \t]|$)/u
/** An item of a list, and what ends a list or an object in brackets. */
export const item = /^(?:-(?:[ \t]|$)|[\]}])/

/** What stands between the dashes of front matter, one line of which may be missing. */
interface MatterBody {
  body: Span
  /** Does a line of dashes begin it, the first of the document? */
  isOpened: boolean
  /** Does a line of dashes end it? */
  isClosed: boolean
}

/** @param span Front matter with its dashes. */
export function matterBody(source: string, { start, end }: Span): MatterBody {
  const line = source.slice(start, lineEnd(source, start))
  const first = source.indexOf('\n', start)
  const from = nearlyDashes.test(line) ? (first < 0 ? end : first + 1) : start
  const last = Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1))
  const isClosed = dashes.test(source.slice(last + 1, end))
  return {
    body: { start: from, end: Math.max(from, isClosed ? last : end) },
    isOpened: dashes.test(line) && start === 0,
    isClosed
  }
}

/** Says a line nothing? */
export function isBlankOrComment(text: string): boolean {
  return text.trim() === '' || text.startsWith('#')
}

/** Lines up to which front matter and its end are looked for. */
const mostLines = 5000

/**
 * The first lines of a document.
 *
 * @param last What the last line that is wanted says, behind the first one; without it they are all wanted.
 */
export function linesFrom(source: string, last?: RegExp): Span[] {
  const lines: Span[] = []
  for (let at = 0; at <= source.length && lines.length < mostLines;) {
    const end = lineEnd(source, at)
    lines.push({ start: at, end })
    if (at > 0 && last?.test(source.slice(at, end))) break
    at = end + (source.startsWith('\r\n', end) ? 2 : 1)
  }
  return lines
}

/** What a line says; nothing where there is none. */
export function textAt(line: Span | undefined, source: string): string {
  return line ? source.slice(line.start, line.end) : ''
}
