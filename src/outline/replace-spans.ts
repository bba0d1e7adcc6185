import type { Span } from './types.ts'

/**
 * A text with something else in the place of some of its spans.
 *
 * @param spans in order; what two of them cover is replaced once
 * @param by what stands for a piece
 * @param offset where the text starts, in what the spans count
 */
export function replaceSpans(text: string, spans: Iterable<Span>, by: (piece: string) => string, offset = 0): string {
  let kept = ''
  let at = 0
  for (const { start, end } of spans) {
    const [from, to] = [Math.max(at, start - offset), end - offset]
    if (to <= at) continue
    kept += text.slice(at, from) + by(text.slice(from, to))
    at = to
  }
  return kept + text.slice(at)
}
