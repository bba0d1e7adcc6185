import type { Span } from './types.ts'

/**
 * Tells of offsets whether they lie inside any of the spans, behind its start and before its end; by bisection, since a plan may have as many offsets to ask
 * about as spans.
 */
export function coverOf(spans: readonly Span[]): (offset: number) => boolean {
  if (spans.length === 0) return () => false
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  const starts = sorted.map(({ start }) => start)
  let furthest = -1
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)))
  // Where none starts before, there is no end.
  return offset => ends[firstAt(starts, offset) - 1]! > offset
}

/** The first index for which `isReached` holds; it holds for all that follow. `length` where it holds for none. */
export function firstFrom(length: number, isReached: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isReached(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The first index of ascending offsets at which they reach `offset`; their number where none does. */
export function firstAt(offsets: readonly number[], offset: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** What starts inside a span, of a list in order; `starts` are the offsets of its values. */
export function startingIn<T>(sorted: readonly T[], starts: readonly number[], span: Span): T[] {
  return sorted.slice(firstAt(starts, span.start), firstAt(starts, span.end))
}
