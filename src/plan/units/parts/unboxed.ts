/** Items that are units by their identifier or number and have no box, where those beside them have one. */
import type { ListItem, Node } from 'mdast'
import type { UnitSpec } from '../../../profiles/schema.ts'
import { formsOf } from '../../../profiles/units.ts'
import type { Content } from '../../../outline/content.ts'
import { lineEnd } from '../../../outline/lines.ts'
import { spanOf, startOf, textOf } from '../../../outline/nodes.ts'
import { compareOrdinals } from '../../../outline/numbers/ordinal.ts'
import { readOrdinal } from '../../../outline/numbers/read-ordinal.ts'
import { reachOfItem } from '../../../outline/parts/item-reach.ts'
import { normalise } from '../../../outline/text.ts'
import type { Part, Span } from '../../../outline/types.ts'
import type { Unit } from '../../bind-types.ts'
import { readLead } from './lead.ts'

/** Where only boxes are units, an item that lost its own is one all the same. */
export function isUnboxed({ spec, part, box }: Unit): boolean {
  return part.form === 'item' && box === undefined && mayLose(spec)
}

/** A box, or what lost its own. */
export function isLine(unit: Unit): boolean {
  return unit.part.form === 'box' || isUnboxed(unit)
}

function mayLose(spec: UnitSpec): boolean {
  const { written } = formsOf(spec)
  return written.includes('box') && !written.includes('item')
}

/**
 * The boxes of a span with the items among them that begin as they do, and with a number that none of them has: "- 2.3 Send it" in the list of "- [ ] 2.2 Sort it",
 * "- **Step 2: Sort it**" at the level of "- [ ] **Step 1: …**", be it in their list or behind a block that cut it.
 */
export function withUnboxed(
  spec: UnitSpec,
  span: Span,
  boxes: readonly Part[],
  words: readonly string[],
  content: Content
): Part[] {
  const heads = mayLose(spec) ? boxes.map(({ title }) => headOf(title, spec, words)) : []
  const taken = new Set(heads.filter(head => head !== undefined))
  if (taken.size === 0) return [...boxes]
  const { parents } = content.outline.nodes
  // What an identifier begins may be said of it elsewhere; a list that goes on is the same one.
  const nestOf = (node: Node): Node | undefined => {
    const list = parents.get(node)
    return spec.id ? list : list && parents.get(list)
  }
  const nests = new Set(boxes.flatMap(({ node }, i) => (heads[i] === undefined ? [] : [nestOf(node)])))
  const boxed = new Set<Node>(content.checkboxes(span).map(({ node }) => node))
  const found = content.items(span).flatMap(item => {
    if (boxed.has(item) || !nests.has(nestOf(item))) return []
    const head = headOf(titleOf(item, content), spec, words)
    if (head === undefined || taken.has(head)) return []
    const part = unboxedPart(item, words, content)
    return spec.id || isInRow(part, boxes) ? [part] : []
  })
  if (found.length === 0) return [...boxes]
  const isIn = (box: Part): boolean =>
    found.some(each => box.span.start > each.span.start && box.span.start < each.span.end)
  return [...boxes.filter(box => !isIn(box)), ...found].sort((a, b) => a.span.start - b.span.start)
}

/** Goes the number of a part on from the box before it, and the one behind from it? A list may name steps of another text. */
function isInRow({ ordinal, span }: Part, boxes: readonly Part[]): boolean {
  const isAlike = (box: Part): boolean => box.ordinal?.numbers.length === ordinal!.numbers.length
  const before = boxes.findLast(box => box.span.start < span.start && isAlike(box))
  const behind = boxes.find(box => box.span.start > span.start && isAlike(box))
  return (
    (before !== undefined || behind !== undefined) &&
    (!before || compareOrdinals(before.ordinal!, ordinal!) < 0) &&
    (!behind || compareOrdinals(ordinal!, behind.ordinal!) < 0)
  )
}

/** The identifier that a title begins with, or its number behind one of the words. */
function headOf(title: string, spec: UnitSpec, words: readonly string[]): string | undefined {
  if (spec.id) return readLead(spec, title).id
  const ordinal = readOrdinal(title, words)
  return ordinal?.word !== undefined && words.includes(ordinal.word) ? ordinal.raw.toLowerCase() : undefined
}

/** The first line of an item; "- 3. Send it" is a list in an item to Markdown. */
function titleOf(item: ListItem, { outline: { source } }: Content): string {
  const [first] = item.children
  if (!first) return ''
  const start = startOf(first)
  const text = textOf(first).split('\n', 1)[0]!.trim()
  if (source.startsWith('~~', start)) return ''
  return first.type === 'list' ? `${/^\d{1,9}[.)] ?/.exec(source.slice(start, start + 12))?.[0] ?? ''}${text}` : text
}

function unboxedPart(item: ListItem, words: readonly string[], content: Content): Part {
  const { source, lines } = content.outline
  const title = titleOf(item, content)
  const ordinal = readOrdinal(title, words)
  const [first] = item.children
  const start = startOf(first!)
  const text = { start, end: first!.type === 'paragraph' ? spanOf(first!).end : lineEnd(source, start) }
  const span = { start: startOf(item), end: reachOfItem(item, content.outline) }
  return {
    form: 'item',
    title,
    key: normalise(ordinal && ordinal.word === undefined ? ordinal.rest : title),
    level: 10,
    node: item,
    place: lines.placeOf(text),
    span,
    blocks: item.children as Part['blocks'],
    children: content.parts(span).filter(part => part.span.start > text.start),
    value: { text: source.slice(text.start, text.end), ...text },
    ...(ordinal ? { ordinal } : {})
  }
}
