/** What stands behind the label of a field and below it, as its value. */
import { commentIn } from '../outline/code/comment-in.ts'
import type { Content } from '../outline/content.ts'
import { mayBeNegative } from '../outline/negative.ts'
import { isNothing } from '../outline/nothing.ts'
import { placeOf, textOf } from '../outline/nodes.ts'
import { isQuoted } from '../outline/quotations.ts'
import { normalise } from '../outline/text.ts'
import type { Part, Span } from '../outline/types.ts'
import type { SectionSpec } from '../profiles/schema.ts'

const mayBeMarkup = /[*`_]/
/** Underscores inside words are the author's: DESIGN_APPROVED. */
const markup = /[*`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu

/** As Markdown shows it: `PoC \| Feature` in a cell is two words with a bar between them. In code only the bar of a cell is escaped. */
const unescaped = (text: string): string => text.replace(text.includes('`') ? /\\(?=\|)/g : /\\(?=[!-/:-@[-`{-~])/g, '')

/** From the value behind the label on, with what stands below it; of a tag what is between its two, of a row the cell. */
export function valueSpan(part: Part): Span {
  if (part.inner) return part.inner
  if (part.form === 'row') return { start: part.value!.start, end: part.value!.end }
  const start = part.value?.start ?? part.place.end.offset
  return { start, end: Math.max(start, part.span.end) }
}

/** Where the value is shown to stand: behind the label, else the first block below it. */
export function valuePlace(part: Part, content: Content): Part['place'] {
  const inline = part.value && part.value.text !== '' ? part.value : undefined
  if (inline) return content.outline.lines.placeOf(inline)
  const first = part.blocks.find(({ type }) => type !== 'blockquote') ?? part.blocks[0]
  return first ? placeOf(first) : part.place
}

/** Plain text of a value: the inline part and the prose of its blocks. */
export function plainText(part: Part, span: Span, content: Content): string {
  const inline = content.valueOf(part)
  const below = content.paragraphs({ start: part.value?.end ?? span.start, end: span.end })
  const read = inline.includes('\\') ? unescaped(inline) : inline
  const own = mayBeMarkup.test(read) ? read.replace(markup, '') : read
  const paragraphs = own === '' ? content.unquoted(below) : below.filter(node => !isQuoted(node, content.outline))
  return [own, ...paragraphs.map(textOf)]
    .filter(text => text !== '')
    .join('\n')
    .trim()
}

/** The whole prose of a section, of a label what stands behind it as well; undefined where it holds more than prose. */
export function wholeProse(part: Part, body: Span, content: Content): string | undefined {
  const below = content.onlyProse(body)
  return part.form === 'label' && below !== undefined ? `${content.valueOf(part)}\n${below}`.trim() : below
}

/**
 * What a label or a heading says all in all, where that may deny something: behind the label, in paragraphs or bare items below it, or in a lone fence.
 * Undefined where it holds more than that, or begins as no denial does.
 */
export function wholeDenial(part: Part, content: Content): string | undefined {
  const inline = part.form === 'label' ? content.valueOf(part) : ''
  if (inline !== '' && !mayBeNegative(inline)) return undefined
  const below = { start: part.value?.end ?? part.place.end.offset, end: part.span.end }
  const first = content.firstParagraph(below)
  if (inline === '' && first) {
    const text = textOf(first)
    if (text.trim() !== '' && !mayBeNegative(text)) return undefined
  }
  const [fence, ...others] = content.fences(below)
  if (fence) return others.length === 0 && inline === '' && !first ? commentIn(fence.value) : undefined
  const prose = content.onlyProse(below)
  return prose === undefined ? undefined : `${inline}\n${prose}`.trim()
}

/** Is the profile's sentence all that a section says? */
export function isCanonical({ or }: SectionSpec, prose: string | undefined): boolean {
  if (typeof or !== 'object' || or.text === undefined || prose === undefined) return false
  const bare = (text: string): string => normalise(text.replace(/["“”]/g, ''))
  const said = bare(prose)
  return [or.text].flat().every(piece => said.includes(bare(piece)))
}

/** Is there nothing behind the label, and nothing below it? */
export function isEmptyValue(part: Part, span: Span, content: Content): boolean {
  if (!isNothing(content.valueOf(part))) return false
  return content.isEmpty({ start: part.value?.end ?? span.start, end: span.end })
}

/** "**Goal**:" with nothing behind it and the tasks below: they are no goal. */
export function holdsBoxesOnly(part: Part, span: Span, content: Content): boolean {
  if (content.valueOf(part) !== '' || part.blocks.some(block => block.type !== 'list')) return false
  return content.checkboxes(span).length >= content.topItems(span).length
}

/** Is the value's text all that it holds (no fence, no table)? */
export function isWhole(span: Span, content: Content): boolean {
  return !content.has('fences', span) && !content.has('tables', span) && content.items(span).length <= 1
}
