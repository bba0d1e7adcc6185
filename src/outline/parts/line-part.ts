import type { Paragraph } from 'mdast'
import { normalise } from '../text.ts'
import type { Outline, Part, Span } from '../types.ts'

/** Below every heading, bold title and label. */
const lineLevel = 10

/**
 * A line of a paragraph as a part of its own.
 *
 * @param line the line itself, which is its place
 * @param span all that it holds
 * @param value what it says: the line, or all that it holds
 */
export function linePart(
  title: string,
  node: Paragraph,
  { line, span, value }: Record<'line' | 'span' | 'value', Span>,
  { source, lines }: Outline
): Part {
  return {
    form: 'item',
    title,
    key: normalise(title),
    level: lineLevel,
    node,
    place: lines.placeOf(line),
    span: { start: span.start, end: span.end },
    blocks: [],
    children: [],
    value: { text: source.slice(value.start, value.end), start: value.start, end: value.end }
  }
}
