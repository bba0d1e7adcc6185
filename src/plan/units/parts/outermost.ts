import type { ListItem } from 'mdast'
import type { Content } from '../../../outline/content.ts'
import { firstAt } from '../../../outline/cover.ts'
import { spanOf, startOf } from '../../../outline/nodes.ts'
import { reachOfItem } from '../../../outline/parts/item-reach.ts'
import type { Checkbox, Span } from '../../../outline/types.ts'

/** A box with all that belongs to it. */
interface OwnedBox {
  box: Checkbox
  span: Span
}

/**
 * The outermost boxes of a span. One that Markdown takes for text of the paragraph before ("-[ ] Write it") begins where its line does, and ends, as its author
 * meant it, where the next box stands that is indented no further, or a heading.
 */
export function outermost(span: Span, content: Content): OwnedBox[] {
  const { outline } = content
  const boxes = content.checkboxes(span)
  if (boxes.every(({ node }) => node.type === 'listItem')) return inLists(boxes, span, content)
  const starts = boxes.map(box => lineBullet(box, content))
  const columns = starts.map(start => outline.lines.pointAt(start).column)
  const ends = endsOf(starts, columns)
  const headings = outline.nodes.headings.map(startOf)
  const found: OwnedBox[] = []
  let end = span.start
  for (const [index, box] of boxes.entries()) {
    const start = starts[index]!
    const last = found.at(-1)
    if (start < end && !(last && columns[index]! <= outline.lines.pointAt(last.span.start).column)) continue
    if (start < span.start) continue
    if (last) last.span.end = Math.min(last.span.end, start)
    const heading = headings[firstAt(headings, start)] ?? span.end
    end = box.node.type === 'listItem' ? spanOf(box.node).end : Math.min(ends[index]!, heading, span.end)
    found.push({ box, span: { start, end } })
  }
  return found
}

function inLists(boxes: readonly Checkbox[], span: Span, { outline }: Content): OwnedBox[] {
  const found: OwnedBox[] = []
  let end = span.start
  for (const box of boxes) {
    if (startOf(box.node) < end) continue
    const own = { start: startOf(box.node), end: reachOfItem(box.node as ListItem, outline) }
    end = own.end
    found.push({ box, span: own })
  }
  return found
}

/** Where the bullet before a box stands. */
function lineBullet({ node, start }: Checkbox, { outline: { source } }: Content): number {
  if (node.type === 'listItem') return startOf(node)
  const line = source.lastIndexOf('\n', start - 1) + 1
  return line + source.slice(line, start).search(/[-*+]/)
}

/** Where, after each, the next begins that is indented no further. */
function endsOf(starts: readonly number[], columns: readonly number[]): number[] {
  const ends: number[] = []
  const open: number[] = []
  for (let index = starts.length - 1; index >= 0; index--) {
    while (open.length > 0 && columns[open.at(-1)!]! > columns[index]!) open.pop()
    ends[index] = starts[open.at(-1) ?? -1] ?? Number.POSITIVE_INFINITY
    open.push(index)
  }
  return ends
}
