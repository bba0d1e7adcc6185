import type { Span } from './types.ts'

/** No line goes on for longer in what anybody strikes out. */
const farthest = 1000

/** Stands a span in text that its line strikes out? By its signs: whether they mean it to a parser depends on the parser. */
export function isStruckOut({ start, end }: Span, source: string): boolean {
  const from = Math.max(source.lastIndexOf('\n', start - 1) + 1, start - farthest)
  const behind = source.slice(end, end + farthest).split('\n', 1)[0]!
  return source.slice(from, start).split('~~').length % 2 === 0 && behind.includes('~~')
}
