import type { Span } from '../types.ts'

/** A value as it is written, and what it says without quotes. */
export interface Written extends Span {
  text: string
}

/** Where a quoted text that begins at `from` ends, its quote included; undefined where it does not. */
export function quoteEnd(source: string, from: number, end: number): number | undefined {
  const quote = source[from]
  for (let at = from + 1; at < end; at++) {
    if (source[at] === '\\' && quote === '"') at++
    else if (source[at] === quote) {
      if (quote !== "'" || source[at + 1] !== "'") return at + 1
      at++
    }
  }
  return undefined
}

/** A scalar between two offsets: quotes off, a comment behind it left out. */
export function readScalar(source: string, start: number, end: number): Written {
  if (source[start] === '"' || source[start] === "'") {
    const close = quoteEnd(source, start, end)
    if (close !== undefined) return { text: unquote(source.slice(start, close)), start, end: close }
  }
  let to = end
  for (let at = start; at < end; at++)
    if (source[at] === '#' && (at === start || source[at - 1] === ' ' || source[at - 1] === '\t')) {
      to = at
      break
    }
  while (to > start && /\s/.test(source[to - 1]!)) to--
  return { text: source.slice(start, to), start, end: to }
}

function unquote(text: string): string {
  const inner = text.slice(1, -1)
  return text[0] === '"' ? inner.replace(/\\(["\\/])/g, '$1') : inner.replace(/''/g, "'")
}

/** Where a list or an object in brackets ends that begins at `from`; undefined where it is never closed. */
export function flowEnd(source: string, from: number, end: number): number | undefined {
  let depth = 0
  for (let at = from; at < end; at++) {
    const unit = source[at]!
    if ((unit === '"' || unit === "'") && /[\s,[{:]/.test(source[at - 1] ?? ' ')) {
      const close = quoteEnd(source, at, end)
      if (close !== undefined) at = close - 1
    } else if (unit === '[' || unit === '{') depth++
    else if ((unit === ']' || unit === '}') && --depth === 0) return at + 1
  }
  return undefined
}

/** The items of `[a, "b, c", d]`, between its brackets. */
export function flowItems(source: string, from: number, to: number): Written[] {
  const items: Written[] = []
  let start = from + 1
  let depth = 0
  const take = (end: number): void => {
    while (start < end && /\s/.test(source[start]!)) start++
    const item = readScalar(source, start, end)
    if (item.text !== '') items.push(item)
  }
  for (let at = from + 1; at < to - 1; at++) {
    const unit = source[at]!
    if ((unit === '"' || unit === "'") && /[\s,[{:]/.test(source[at - 1]!)) {
      const close = quoteEnd(source, at, to - 1)
      if (close !== undefined) at = close - 1
    } else if (unit === '[' || unit === '{') depth++
    else if (unit === ']' || unit === '}') depth--
    else if (unit === ',' && depth === 0) {
      take(at)
      start = at + 1
    }
  }
  take(to - 1)
  return items
}
