/** Lists and objects in brackets, as YAML and JSON write them: `[a, "b, c"]`, `{id: a, "is": "b"}`, one in the other. */
import type { Span } from '../types.ts'
import type { WrittenValue } from './values.ts'
import { quoteEnd, readScalar } from './values.ts'

/** What stands between two commas. */
export interface FlowItem extends Span {
  /** Of an object's item: its key, and where the colon behind it ends. */
  key?: WrittenValue & { colonEnd: number }
  /** What it says; absent where it is a list or an object. */
  value?: WrittenValue
  /** What it holds, where it is a list or an object. */
  items: FlowItem[]
  /** Where its value begins. */
  from: number
}

/** Where a list or an object in brackets ends that begins at `from`; undefined where it is never closed. */
export function flowEnd(source: string, from: number, end: number): number | undefined {
  let depth = 0
  for (let at = from; at < end; at++) {
    const unit = source[at]!
    const close = closingQuote(source, at, end)
    if (close !== undefined) at = close - 1
    else if (unit === '[' || unit === '{') depth++
    else if ((unit === ']' || unit === '}') && --depth === 0) return at + 1
  }
  return undefined
}

/**
 * The items between two brackets, the brackets included in the span.
 *
 * @param depth How many levels are read.
 */
export function flowItems(source: string, span: Span, depth: number): FlowItem[] {
  if (depth <= 0) return []
  const isObject = source[span.start] === '{'
  return betweenCommas(source, span).flatMap(piece => {
    const key = isObject ? keyOf(source, piece) : undefined
    const from = key ? skipSpace(source, key.colonEnd, piece.end) : piece.start
    const isNested = source[from] === '[' || source[from] === '{'
    const value = isNested ? undefined : readScalar(source, from, piece.end)
    if (!key && value?.text === '') return []
    return [
      {
        start: piece.start,
        end: value?.end ?? piece.end,
        from,
        ...(key ? { key } : {}),
        ...(value ? { value } : {}),
        items: isNested ? flowItems(source, { start: from, end: piece.end }, depth - 1) : []
      }
    ]
  })
}

function betweenCommas(source: string, { start: from, end: to }: Span): Span[] {
  const pieces: Span[] = []
  let start = from + 1
  let depth = 0
  const take = (end: number): void => {
    const first = skipSpace(source, start, end)
    let last = end
    while (last > first && /\s/.test(source[last - 1]!)) last--
    if (last > first) pieces.push({ start: first, end: last })
  }
  for (let at = from + 1; at < to - 1; at++) {
    const unit = source[at]!
    const close = closingQuote(source, at, to - 1)
    if (close !== undefined) at = close - 1
    else if (unit === '[' || unit === '{') depth++
    else if (unit === ']' || unit === '}') depth--
    else if (unit === ',' && depth === 0) {
      take(at)
      start = at + 1
    }
  }
  take(to - 1)
  return pieces
}

/** The key of an object's item: quoted, or up to a colon with a blank behind it. */
function keyOf(source: string, { start, end }: Span): FlowItem['key'] {
  const close = closingQuote(source, start, end)
  let colon = close === undefined ? start : skipSpace(source, close, end)
  if (close !== undefined && source[colon] !== ':') return undefined
  while (colon < end && !(source[colon] === ':' && (close !== undefined || /^\s?$/.test(source[colon + 1] ?? ''))))
    colon++
  return colon < end ? { ...readScalar(source, start, colon), colonEnd: colon + 1 } : undefined
}

/** Where a quoted text ends that begins at an offset; undefined where none does. */
function closingQuote(source: string, at: number, end: number): number | undefined {
  const unit = source[at]
  return (unit === '"' || unit === "'") && /[\s,[{:]/.test(source[at - 1] ?? ' ')
    ? quoteEnd(source, at, end)
    : undefined
}

function skipSpace(source: string, from: number, end: number): number {
  let at = from
  while (at < end && /\s/.test(source[at]!)) at++
  return at
}
