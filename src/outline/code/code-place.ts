import type { Code, InlineCode } from 'mdast'
import type { Place } from '../../types.ts'
import { firstCodeLine } from '../lines.ts'
import { placeOf, spanOf } from '../nodes.ts'
import type { Outline, Span } from '../types.ts'

/**
 * Where a piece of a code's text stands in the plan: fences in lists lose their indentation when they are parsed.
 *
 * @param span UTF-16 offsets into `node.value`.
 */
export function placeInCode(node: Code | InlineCode, span: Span, outline: Outline): Place {
  return node.type === 'code' ? inFence(node, span, outline) : inSpan(node, span, outline)
}

function inSpan(node: InlineCode, span: Span, { source, lines }: Outline): Place {
  const own = spanOf(node)
  let open = own.start
  while (source[open] === '`') open++
  const from = source.indexOf(node.value, open)
  return from < 0 || from + node.value.length > own.end
    ? placeOf(node)
    : lines.placeOf({ start: from + span.start, end: from + span.end })
}

function inFence(node: Code, span: Span, { source, lines }: Outline): Place {
  const own = spanOf(node)
  const first = firstCodeLine(node, source)
  const at = (offset: number): number => {
    const before = node.value.slice(0, offset).split('\n')
    const text = node.value.split('\n')[before.length - 1]!
    const start = lines.startOf(first + before.length - 1)
    const end = source.indexOf('\n', start)
    const line = source.slice(start, end < 0 ? source.length : end)
    // A tab of the plan may be several spaces of the code.
    const indent = text.length - text.trimStart().length
    return start + Math.max(0, line.lastIndexOf(text.trim()) + before.at(-1)!.length - indent)
  }
  const start = at(span.start)
  return lines.placeOf({ start, end: Math.max(start, Math.min(at(span.end), own.end)) })
}
