import type { Code, InlineCode, ListItem, Node, Paragraph, Table } from 'mdast'
import type { CommandBlock } from './command-blocks.ts'
import { commandBlocksOf } from './command-blocks.ts'
import { startingIn } from './cover.ts'
import { hasWithin, isParent, startOf, textOf, within } from './nodes.ts'
import type { Checkbox, Outline, Part, Span } from './types.ts'

export type { CommandBlock } from './command-blocks.ts'

/** Answers what stands inside a span of a plan; everything is looked up by bisection and read at most once. */
export class Content {
  readonly outline: Outline
  #commands: CommandBlock[] | undefined

  constructor(outline: Outline) {
    this.outline = outline
  }

  /** Parts whose title starts inside the span, the one that opens it excluded where it is `except`. */
  parts(span: Span, except?: Part): Part[] {
    const found = startingIn(this.outline.parts, part => part.span.start, span)
    // The document comes first, and what opens a span is the first of it.
    return found[0]?.form === 'document' || found.includes(except!) ? found.filter(part => part !== except && part.form !== 'document') : found
  }

  paragraphs(span: Span): Paragraph[] { return within(this.outline.nodes.paragraphs, span) }
  tables(span: Span): Table[] { return within(this.outline.nodes.tables, span) }
  fences(span: Span): Code[] { return within(this.outline.nodes.fences, span) }
  items(span: Span): ListItem[] { return within(this.outline.nodes.items, span) }
  codeSpans(span: Span): InlineCode[] { return within(this.outline.nodes.inlineCode, span) }
  images(span: Span): Node[] { return within(this.outline.nodes.images, span) }
  checkboxes(span: Span): Checkbox[] { return startingIn(this.outline.checkboxes, box => box.start, span) }

  /** Items of the outermost lists in a span: a bullet's own bullets are details of it. */
  topItems(span: Span): ListItem[] {
    return this.items(span).filter(item => !this.#hasItemAbove(item, span))
  }

  #hasItemAbove(item: ListItem, span: Span): boolean {
    const { parents } = this.outline.nodes
    for (let node = parents.get(item), i = 0; node && i < 64; node = parents.get(node), i++) {
      if (node.type === 'listItem') return startOf(node) >= span.start
    }
    return false
  }

  /** Commands in a span, fences and code spans in document order. */
  commands(span: Span): CommandBlock[] {
    return startingIn(this.#commands ??= commandBlocksOf(this.outline), block => block.place.start.offset, span)
  }

  /** Says the span anything at all? Comments, rules and bare titles do not count. */
  isEmpty(span: Span): boolean {
    const { nodes } = this.outline
    if (this.paragraphs(span).some(p => hasWords(textOf(p)) || isParent(p) && p.children.some(c => c.type === 'image' || c.type === 'imageReference' || c.type === 'inlineCode'))) return false
    if (this.fences(span).some(code => code.value.trim() !== '')) return false
    if (hasWithin(nodes.tables, span)) return false
    if (within(nodes.html, span).some(html => !(html as { value?: string }).value?.startsWith('<!--'))) return false
    return true
  }

  /** The span's whole prose, where it holds nothing but paragraphs and bare list items; undefined where it holds more. */
  onlyProse(span: Span): string | undefined {
    const { fences, tables, images, headings } = this.outline.nodes
    if (hasWithin(headings, span) || hasWithin(fences, span) || hasWithin(tables, span) || hasWithin(images, span)) return undefined
    return this.paragraphs(span).map(textOf).join('\n').trim()
  }
}

function hasWords(text: string): boolean {
  return /[A-Za-z0-9]/.test(text) || /[\p{L}\p{N}]/u.test(text) || /\p{Extended_Pictographic}/u.test(text) || /^[-–—?.…]+$/.test(text.trim())
}
