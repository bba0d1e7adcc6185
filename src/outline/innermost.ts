import type { Span } from './types.ts'

/**
 * Those that hold none of the others, in document order.
 *
 * @param found Of a tree: one holds another, or stands wholly before or behind it.
 * @param spanOf Where one of them stands, with all that it holds.
 */
export function innermost<T>(found: readonly T[], spanOf: (each: T) => Span): T[] {
  const spans = found
    .map(each => ({ each, span: spanOf(each) }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  return spans.filter(({ span }, i) => !isIn(spans[i + 1]?.span, span)).map(({ each }) => each)
}

function isIn(inner: Span | undefined, outer: Span): boolean {
  return inner !== undefined && inner.start < outer.end && inner.end <= outer.end
}
