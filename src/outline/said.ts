/** What a text says to a reader, each word at its place: what nobody sees is blanks. */
import { commentsIn } from './nothing.ts'
import { spanOf } from './nodes.ts'
import { replaceSpans } from './replace-spans.ts'
import type { Outline, Span } from './types.ts'

/** The text of a plan without its comments; those in code are code. */
export function saidIn({ source, nodes }: Pick<Outline, 'source' | 'nodes'>): string {
  return blanked(
    source,
    nodes.html.flatMap(node => {
      const { start, end } = spanOf(node)
      return [...commentsIn(source.slice(start, end))].map(comment => ({
        start: start + comment.start,
        end: start + comment.end
      }))
    })
  )
}

/** A text with blanks in the place of some spans, in order; its lines stay where they are. */
export function blanked(text: string, spans: readonly Span[]): string {
  return replaceSpans(text, spans, piece => piece.replace(/[^\r\n]/g, ' '))
}
