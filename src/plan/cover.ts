import type { Span } from './types.ts'

/**
 * Tells of offsets whether they lie inside any of the spans, behind its start and before its end; by bisection, since a plan may have as many offsets to ask
 * about as spans.
 */
export function coverOf(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let furthest = -1
  const ends = sorted.map(({ end }) => furthest = Math.max(furthest, end))
  return offset => {
    const before = firstFrom(sorted.length, i => sorted[i]!.start >= offset)
    // Where none starts before, there is no end.
    return ends[before - 1]! > offset
  }
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

/** What starts inside a span, of a list in order of its starts; found by bisection. */
export function startingIn<T>(sorted: readonly T[], start: (value: T) => number, span: Span): T[] {
  const found: T[] = []
  for (let i = firstFrom(sorted.length, at => start(sorted[at]!) >= span.start); i < sorted.length && start(sorted[i]!) < span.end; i++) found.push(sorted[i]!)
  return found
}
