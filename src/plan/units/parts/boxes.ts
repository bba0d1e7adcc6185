import type { UnitSpec } from '../../../profiles/schema.ts'
import { formsOf, isPlain, ownUnitSpecs, titleWords } from '../../../profiles/units.ts'
import type { Unit } from '../../bind-types.ts'
import type { Lead } from './lead.ts'
import { readLead } from './lead.ts'
import type { Content } from '../../../outline/content.ts'
import { firstAt } from '../../../outline/cover.ts'
import { lineEnd } from '../../../outline/lines.ts'
import { tailOf } from '../zero-ids.ts'
import { outermost } from './outermost.ts'
import { withUnboxed } from './unboxed.ts'
import { spanOf, startOf } from '../../../outline/nodes.ts'
import { readOrdinal } from '../../../outline/numbers/read-ordinal.ts'
import { normalise } from '../../../outline/text.ts'
import { decorationOf } from '../../../outline/title.ts'
import type { Checkbox, Part, Span } from '../../../outline/types.ts'

/** The outermost boxes of a span as parts, and what lost its box among them: the title is the first line of the box, markup and what leads it aside. */
export function boxParts(spec: UnitSpec, span: Span, content: Content, parent?: Unit): Part[] {
  const words = titleWords(spec).usual
  const boxes = outermost(span, content).map(({ box, span: own }) => boxPart(box, own, words, content))
  const parts = withUnboxed(spec, span, boxes, words, content)
  const worded = parts.filter(part => part.ordinal?.word !== undefined && words.includes(part.ordinal.word))
  if (worded.length > 0) return worded
  return spec.id ? withInner(spec, identified(spec, parts, content, parent), content) : parts
}

/** Boxes below a heading of which none has an identifier are another list, once others have some; those below a box are its details. */
function identified(spec: UnitSpec, parts: Part[], content: Content, parent: Unit | undefined): Part[] {
  const has = new Set(parts.filter(part => leadOfBox(spec, part, content).id !== undefined))
  if (parent?.box) return has.size > 0 ? parts : []
  if (parent || has.size === 0) return parts
  const headingOf = headingsOf(content)
  const lists = new Set([...has].map(headingOf))
  return parts.filter(part => lists.has(headingOf(part)))
}

/** The heading that a part stands below. */
function headingsOf({ outline }: Content): (part: Part) => Part | undefined {
  const headings = outline.parts.filter(part => part.form === 'heading')
  const starts = headings.map(part => part.span.start)
  return part => headings[firstAt(starts, part.span.start) - 1]
}

/** "1.1" beside "1" belongs to it as if it stood below it: a unit reaches to the last of those that follow. What has a heading of its number has lost its box. */
function withInner(spec: UnitSpec, parts: readonly Part[], content: Content): Part[] {
  const inner = ownUnitSpecs(spec).filter(each => each.id && formsOf(each).written.includes('box'))
  if (inner.length === 0) return [...parts]
  const headingOf = headingsOf(content)
  // "2.0" is none of "2.1", though it has its shape.
  const isOuter = (part: Part): boolean => tailOf(spec) !== '' && leadOfBox(spec, part, content).id !== undefined
  const innerId = (part: Part): string | undefined =>
    isOuter(part) ? undefined : inner.flatMap(each => leadOfBox(each, part, content).id ?? [])[0]
  const outer: Part[] = []
  for (const part of parts) {
    const last = outer.at(-1)
    const id = innerId(part)
    const isBelow = id !== undefined && headingOf(part)?.ordinal?.raw === id.slice(0, id.lastIndexOf('.'))
    const isIn = last && id !== undefined && innerId(last) === undefined
    if (isIn && !(isBelow && headingOf(part) !== headingOf(last)))
      outer[outer.length - 1] = { ...last, span: { start: last.span.start, end: part.span.end } }
    else outer.push(part)
  }
  return outer
}

/** The head of a box's title; a star behind the box belongs to it. */
export function leadOfBox(spec: UnitSpec, { form, title, span }: Part, content: Content): Lead {
  const box = form === 'box' ? content.checkboxes(span)[0] : undefined
  const text = isPlain(spec) ? title.slice(decorationOf(title)) : title
  return readLead(spec, box && content.outline.source[box.end] === '*' ? `*${text}` : text)
}

function boxPart(box: Checkbox, span: Span, words: readonly string[], content: Content): Part {
  const { node } = box
  const title = box.text.split('\n', 1)[0]!.trim()
  const ordinal = readOrdinal(title, words)
  const text = textSpan(box, span, content)
  return {
    form: 'box',
    title,
    key: normalise(ordinal && ordinal.word === undefined ? ordinal.rest : title),
    level: 10,
    node,
    place: content.outline.lines.placeOf(text),
    span,
    blocks: node.type === 'listItem' ? (node.children as Part['blocks']) : [],
    children: content.parts(span).filter(part => part.span.start > text.start),
    value: { text: content.outline.source.slice(text.start, text.end), ...text },
    ...(ordinal ? { ordinal } : {})
  }
}

/** The text behind a box: the item's first block, or, where Markdown sees no item, the rest of the line. */
function textSpan({ node, end }: Checkbox, span: Span, { outline: { source } }: Content): Span {
  const first = node.type === 'listItem' ? (node.children[0] ?? node) : undefined
  if (first) {
    const end = Math.min(spanOf(first).end, span.end)
    // Behind a box with nothing in its line, the block may begin between the two characters that end it.
    const start = startOf(first)
    return { start: source[start] === '\n' && start < end ? start + 1 : start, end }
  }
  const line = source.slice(end, lineEnd(source, end))
  return { start: end + line.length - line.trimStart().length, end: end + line.trimEnd().length }
}

/** Boxes with the unit's word, and what else has it: one list of steps may be written in several forms. */
export function withWorded(
  spec: UnitSpec,
  boxes: readonly Part[],
  inside: readonly Part[],
  forms: readonly string[]
): Part[] {
  const words = titleWords(spec).usual
  const isWorded = ({ ordinal }: Part): boolean => ordinal?.word !== undefined && words.includes(ordinal.word)
  if (!boxes.some(isWorded)) return [...boxes]
  const isInBox = (part: Part): boolean =>
    boxes.some(box => part.span.start >= box.span.start && part.span.start < box.span.end)
  const others = inside.filter(part => forms.includes(part.form) && isWorded(part) && !isInBox(part))
  return [...boxes, ...others].sort((a, b) => a.span.start - b.span.start)
}
