import type { ListItem } from 'mdast'
import type { UnitSpec } from '../../profiles/schema.ts'
import { wordsOf } from '../../profiles/units.ts'
import type { Content } from '../../outline/content.ts'
import { placeOf, spanOf, startOf } from '../../outline/nodes.ts'
import { readOrdinal } from '../../outline/ordinal.ts'
import { normalise } from '../../outline/text.ts'
import type { Checkbox, Part, Span } from '../../outline/types.ts'

/** The outermost boxes of a span as parts: the title is the first line of the box, markup and what leads it aside. */
export function boxParts(spec: UnitSpec, span: Span, content: Content): Part[] {
  const words = wordsOf(spec).usual
  let end = span.start
  const parts: Part[] = []
  for (const box of content.checkboxes(span)) {
    const { node } = box
    if (node.type !== 'listItem' || startOf(node) < end) continue
    end = spanOf(node).end
    parts.push(boxPart(box, node, words, content))
  }
  const worded = parts.filter(part => part.ordinal?.word !== undefined && words.includes(part.ordinal.word))
  return worded.length > 0 ? worded : parts
}

function boxPart(box: Checkbox, node: ListItem, words: readonly string[], content: Content): Part {
  const title = box.text.split('\n', 1)[0]!.trim()
  const ordinal = readOrdinal(title, words)
  const first = node.children[0]
  const span = spanOf(node)
  return {
    form: 'box',
    title,
    key: normalise(ordinal && ordinal.word === undefined ? ordinal.rest : title),
    level: 10,
    node,
    place: first ? placeOf(first) : placeOf(node),
    span,
    blocks: node.children as Part['blocks'],
    children: content.parts(span).filter(part => part.span.start > (first ? startOf(first) : span.start)),
    value: {
      text: first ? content.outline.source.slice(startOf(first), spanOf(first).end) : '',
      ...(first ? spanOf(first) : span)
    },
    ...(ordinal ? { ordinal } : {})
  }
}

/** Boxes with the unit's word, and what else has it: one list of steps may be written in several forms. */
export function withWorded(
  spec: UnitSpec,
  boxes: readonly Part[],
  inside: readonly Part[],
  forms: readonly string[]
): Part[] {
  const words = wordsOf(spec).usual
  const isWorded = ({ ordinal }: Part): boolean => ordinal?.word !== undefined && words.includes(ordinal.word)
  if (!boxes.some(isWorded)) return [...boxes]
  const isInBox = (part: Part): boolean =>
    boxes.some(box => part.span.start >= box.span.start && part.span.start < box.span.end)
  const others = inside.filter(part => forms.includes(part.form) && isWorded(part) && !isInBox(part))
  return [...boxes, ...others].sort((a, b) => a.span.start - b.span.start)
}
