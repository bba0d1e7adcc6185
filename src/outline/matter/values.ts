import type { Span } from '../types.ts'

/** A value as it is written, and what it says without quotes. */
export interface WrittenValue extends Span {
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

/** Where a quoted text ends, with nothing behind it but a comment. */
export function closedQuote(source: string, from: number, end: number): number | undefined {
  const close = quoteEnd(source, from, end)
  const isLast = close !== undefined && /^[ \t]*(?:#|[\r\n]|$)/.test(source.slice(close, Math.min(end, close + 200)))
  return isLast ? close : undefined
}

/** A scalar between two offsets: quotes off, a comment behind it left out. */
export function readScalar(source: string, start: number, end: number): WrittenValue {
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
