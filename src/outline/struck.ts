import type { Span } from './types.ts'

/** No line goes on for longer in what anybody strikes out. */
const farthest = 1000

/**
 * What a text strikes out, its signs included, in order: `~~…~~`, by twos. One that nothing closes strikes out nothing. By the signs alone: whether they mean
 * it to a parser depends on the parser.
 */
export function struckSpans(text: string): Span[] {
  const found: Span[] = []
  for (let start = text.indexOf('~~'); start >= 0;) {
    const close = text.indexOf('~~', start + 2)
    if (close < 0) break
    found.push({ start, end: close + 2 })
    start = text.indexOf('~~', close + 2)
  }
  return found
}

/** Stands a span in text that its line strikes out? */
export function isStruckOut({ start, end }: Span, source: string): boolean {
  const from = Math.max(source.lastIndexOf('\n', start - 1) + 1, start - farthest)
  const behind = source.slice(end, end + farthest).split('\n', 1)[0]!
  const line = source.slice(from, end) + behind
  return struckSpans(line).some(struck => struck.start <= start - from && end - from <= struck.end)
}
