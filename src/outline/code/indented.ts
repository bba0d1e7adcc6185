import type { Content } from '../content.ts'
import { placeOf, textOf } from '../nodes.ts'
import type { Span } from '../types.ts'
import { looksLikeCommand, readInPlace } from '../../shell/index.ts'

/** As far as Markdown wants code to be set in. */
const codeColumn = 5

/**
 * Does a line stand in a span that was set in to be code, and is a paragraph to Markdown, since the item that it belongs to is set in as well? Only one that
 * reads as a command, of a paragraph of its own behind the item's first.
 */
export function hasIndentedCommand(span: Span, content: Content): boolean {
  const { parents } = content.outline.nodes
  return content.paragraphs(span).some(paragraph => {
    const parent = parents.get(paragraph)
    if (parent?.type !== 'listItem' || !('children' in parent)) return false
    const { start, end } = placeOf(paragraph)
    const text = textOf(paragraph).trim()
    return (
      (parent.children as unknown[])[0] !== paragraph &&
      start.column >= codeColumn &&
      start.line === end.line &&
      (looksLikeCommand(text) || readInPlace(text) === 'command')
    )
  })
}
