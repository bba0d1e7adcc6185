import type { ListItem } from 'mdast'
import type { Lines } from './nodes.ts'
import { spanOf, startOf, textOf } from './nodes.ts'
import type { Checkbox, NodeIndex } from './types.ts'

const box = /\[([ xX])\]/
/** States that tools write and Markdown does not know, the empty `- [ ]`, and Kiro's `- [ ]*`. */
const lookalike = /^\[([ xX~-])\](\*)?(?=\s|$)/

/** All task boxes in document order, those included that GFM does not read as one (`[-]`, `[~]`, `- [ ]*`, an item that is nothing but a box). */
export function readCheckboxes(nodes: NodeIndex, source: string, lines: Lines): Checkbox[] {
  const boxes: Checkbox[] = []
  for (const item of nodes.items) {
    const read = readBox(item, source, lines)
    if (read) boxes.push(read)
  }
  return boxes
}

function readBox(item: ListItem, source: string, lines: Lines): Checkbox | undefined {
  const span = spanOf(item)
  const first = item.children[0]
  // Most items begin with a word, which no box does.
  if (typeof item.checked !== 'boolean' && (!first || /[A-Za-z0-9]/.test(source[startOf(first)] ?? '')))
    return undefined
  const text = first && first.type === 'paragraph' ? textOf(first) : ''
  if (typeof item.checked === 'boolean') {
    const found = box.exec(source.slice(span.start, span.start + 40))
    const start = span.start + (found?.index ?? 0)
    const place = lines.placeOf({ start, end: start + 3 })
    return { state: item.checked ? 'done' : 'open', text: text.trim(), node: item, start, end: start + 3, place }
  }
  const match = lookalike.exec(text)
  if (!match || !first) return undefined
  const start = startOf(first)
  const state = match[1] === ' ' ? 'open' : match[1] === 'x' || match[1] === 'X' ? 'done' : 'other'
  return {
    state,
    text: text.slice(match[0].length).trim(),
    node: item,
    start,
    end: start + 3,
    place: lines.placeOf({ start, end: start + 3 })
  }
}
