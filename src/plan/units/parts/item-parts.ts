import type { ListItem } from 'mdast'
import type { UnitSpec } from '../../../profiles/schema.ts'
import { alsoBy } from '../../../profiles/fields.ts'
import { formsOf, kindOf, titleWords } from '../../../profiles/units.ts'
import type { Content } from '../../../outline/content.ts'
import { coverOf, startingIn } from '../../../outline/cover.ts'
import { linesOf } from '../../../outline/labels/paragraph-lines.ts'
import { placeOf, spanOf, startOf, textOf } from '../../../outline/nodes.ts'
import { readOrdinal } from '../../../outline/numbers/read-ordinal.ts'
import { countWords, normalise } from '../../../outline/text.ts'
import { reachOfItem } from '../../../outline/parts/item-reach.ts'
import { linePart } from '../../../outline/parts/line-part.ts'
import type { Part, Span } from '../../../outline/types.ts'
import { labelledNodes, unitLabels, type LabelHolder } from '../labels.ts'
import { readLead } from './lead.ts'

/**
 * List items as units, where nothing else is one. An item that begins with a label of what holds the list is that field: "- **Severity**: high" above
 * "- M1.1 Mask". A bare list is none of steps that may be written otherwise: some item must have one of their fields, or say it behind its title.
 */
export function itemParts(
  spec: UnitSpec,
  span: Span,
  inside: readonly Part[],
  content: Content,
  holder: LabelHolder
): Part[] {
  const starts = inside.map(part => part.span.start)
  const fields = labelledNodes(inside, unitLabels(holder))
  const items = content.topItems(span).filter(item => !fields.has(item))
  if (items.length === 0 && spec.id) return lineParts(spec, span, content)
  const parts = items.map(item =>
    itemPart(item, own => startingIn(inside, starts, own), content, titleWords(spec).usual)
  )
  // A list that does not begin with 1 is none to Markdown right behind a line, and one to its author.
  if (spec.id?.from === 'number' && parts.length > 0) {
    const isInItem = coverOf(parts.map(part => part.span))
    const lines = lineParts(spec, span, content).filter(part => !isInItem(part.span.start))
    parts.push(...lines)
    parts.sort((a, b) => a.span.start - b.span.start)
  }
  const mayBeRemark = spec.fields?.some(field => alsoBy(field, 'remark')) ?? false
  const { written, headings } = formsOf(spec)
  const isOnlyForm = written.length === 1 && headings === undefined
  if ((kindOf(spec) !== 'step' || isOnlyForm || unitLabels(spec).size === 0) && !mayBeRemark) return parts
  const isLabel = (key: string): boolean => unitLabels(spec).has(key)
  for (const part of parts) part.children.push(...labelsBehind(part, isLabel, content))
  const isOne = (part: Part): boolean =>
    part.children.some(child => isLabel(child.key)) || (mayBeRemark && textBehindTitle(part) !== '')
  return parts.some(isOne) ? parts : []
}

/** "A clock jumps. *Solution:* use the monotonic one": labels behind the first sentence of an item. */
function labelsBehind({ node, children }: Part, isLabel: (key: string) => boolean, content: Content): Part[] {
  const first = (node as ListItem).children[0]
  if (first?.type !== 'paragraph') return []
  const { source, lines } = content.outline
  const { start, end } = spanOf(first)
  const found = first.children.flatMap((child): Part[] => {
    const span = spanOf(child)
    if ((child.type !== 'strong' && child.type !== 'emphasis') || span.start === start) return []
    if (children.some(part => part.span.start === span.start)) return []
    const title = textOf(child).trim()
    const behind = /^\s*[:：]/.exec(source.slice(span.end, Math.min(end, span.end + 8)))?.[0] ?? ''
    const key = normalise(title)
    if (!isLabel(key) || (behind === '' && !/[:：]$/.test(title))) return []
    const from = span.end + behind.length
    return [
      {
        form: 'label',
        title: title.replace(/[:：]$/, ''),
        key,
        level: 11,
        node,
        place: lines.placeOf({ start: span.start, end: from }),
        span: { start: span.start, end },
        blocks: [],
        children: [],
        value: { text: source.slice(from, end).trim(), start: from, end }
      }
    ]
  })
  found.forEach((part, i) => {
    const next = found[i + 1]?.span.start
    if (next !== undefined)
      part.value = { text: source.slice(part.value!.start, next).trim(), start: part.value!.start, end: next }
  })
  return found
}

/** What an item says behind its title, or a row in its second cell; empty where it says no more than a name. */
export function textBehindTitle({ form, node, value }: Part): string {
  if (form === 'row') return value!.text.trim()
  if (form !== 'item') return ''
  const text = textOf(node).trim()
  const first = (node as ListItem).children[0]
  const head = first?.type === 'paragraph' && first.children[0]?.type === 'strong' ? textOf(first.children[0]) : ''
  const said =
    head === '' ? (/(?:→|=>|->|[:：;]\s|\s[-–—]\s|[.!?]\s|\n)(.*)/s.exec(text)?.[1] ?? '') : text.slice(head.length)
  // Behind an arrow one word says what comes of it.
  return countWords(said) >= (/→|=>|->/.test(text) ? 1 : 2) ? said.trim() : ''
}

/** A list item as a part of its own: its first line is the title. */
export function itemPart(
  item: ListItem,
  partsIn: (span: Span) => Part[],
  content: Content,
  words: readonly string[]
): Part {
  const first = item.children[0]
  const own = { start: startOf(item), end: reachOfItem(item, content.outline) }
  const title = first ? textOf(first).split('\n', 1)[0]!.trim() : ''
  const ordinal = readOrdinal(title, words)
  return {
    form: 'item',
    title,
    key: normalise(title),
    level: 10,
    node: item,
    place: first ? placeOf(first) : placeOf(item),
    span: own,
    blocks: item.children as Part['blocks'],
    children: partsIn(own),
    value: {
      text: first ? content.outline.source.slice(startOf(first), spanOf(first).end) : '',
      ...(first ? spanOf(first) : own)
    },
    ...(ordinal ? { ordinal } : {})
  }
}

/** Lines of paragraphs that begin with an identifier: "1.2 WHEN …". Each reaches to the next one, or to the end of its paragraph. */
function lineParts(spec: UnitSpec, span: Span, content: Content): Part[] {
  const { source } = content.outline
  return content.paragraphs(span).flatMap(paragraph => {
    const { end } = spanOf(paragraph)
    const found = linesOf(paragraph, source).filter(line => isNumbered(spec, headOf(line, source)))
    return found.map((line, i) => {
      const own = { start: line.start, end: found[i + 1]?.start ?? end }
      return linePart(headOf(line, source), paragraph, { line, span: own, value: own }, content.outline)
    })
  })
}

function isNumbered(spec: UnitSpec, line: string): boolean {
  return readLead(spec, line).id !== undefined || (spec.id?.from === 'number' && /^\d{1,8}[.)]\s/.test(line))
}

/** A line without the bold or italics that it begins with. */
function headOf({ start, end }: Span, source: string): string {
  return source.slice(start, end).replace(/^[*_]{1,3}/, '')
}
