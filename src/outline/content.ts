import type { Code, Html, InlineCode, ListItem, Node, Paragraph, Table } from 'mdast'
import type { CommandBlock } from './code/command-blocks.ts'
import { commandBlocksOf } from './code/command-blocks.ts'
import { commandInPlace } from './code/command-place.ts'
import { coverOf, firstAt, startingIn } from './cover.ts'
import { isParent, spanOf, startOf, textOf } from './nodes.ts'
import { isNothing } from './nothing.ts'
import { isFencedDocument, isQuoted, quotationsIn } from './quotations.ts'
import { blanked, saidIn } from './said.ts'
import { collapse } from './text.ts'
import type { Checkbox, NodeIndex, Outline, Part, Span } from './types.ts'

export type { CommandBlock } from './code/command-blocks.ts'

/** The lists of a node index. */
type Kind = Exclude<keyof NodeIndex, 'yaml' | 'parents'>

/** Answers what stands inside a span of a plan; everything is looked up by bisection and read at most once. */
export class Content {
  readonly outline: Outline
  /** Where the nodes of each list start. */
  readonly #starts: Partial<Record<Kind, readonly number[]>> = {}
  #partStarts: readonly number[] | undefined
  #boxStarts: readonly number[] | undefined
  #said: string | undefined
  #own: string | undefined
  #shown: readonly Span[] | undefined
  #isShown: ((offset: number) => boolean) | undefined
  #commands: { blocks: readonly CommandBlock[]; starts: readonly number[] } | undefined

  constructor(outline: Outline) {
    this.outline = outline
  }

  /** Parts whose title starts inside the span, the one that opens it excluded where it is `except`. */
  parts(span: Span, except?: Part): Part[] {
    const { parts } = this.outline
    const found = startingIn(parts, (this.#partStarts ??= parts.map(part => part.span.start)), span)
    // The document comes first, and what opens a span is the first of it.
    return found[0]?.form === 'document' || found.includes(except!)
      ? found.filter(part => part !== except && part.form !== 'document')
      : found
  }

  paragraphs(span: Span): Paragraph[] {
    return this.#held('paragraphs', span)
  }
  tables(span: Span): Table[] {
    return this.#held('tables', span)
  }
  fences(span: Span): Code[] {
    return this.#held('fences', span)
  }
  items(span: Span): ListItem[] {
    return this.#held('items', span)
  }
  codeSpans(span: Span): InlineCode[] {
    return this.#held('inlineCode', span)
  }
  images(span: Span): Node[] {
    return this.#within('images', span)
  }
  links(span: Span): Node[] {
    return this.#held('links', span)
  }
  checkboxes(span: Span): Checkbox[] {
    const { checkboxes } = this.outline
    return this.#unquoted(
      startingIn(checkboxes, (this.#boxStarts ??= checkboxes.map(box => box.start)), span),
      box => box.start
    )
  }

  /** The first paragraph that starts inside a span. */
  firstParagraph(span: Span): Paragraph | undefined {
    const starts = this.#startsOf('paragraphs')
    const at = firstAt(starts, span.start)
    return starts[at]! < span.end ? this.outline.nodes.paragraphs[at] : undefined
  }

  /** Does any node of a kind start inside a span? */
  has(kind: Kind, span: Span): boolean {
    const starts = this.#startsOf(kind)
    return starts[firstAt(starts, span.start)]! < span.end
  }

  #within<K extends Kind>(kind: K, span: Span): NodeIndex[K] {
    return startingIn<Node>(this.outline.nodes[kind], this.#startsOf(kind), span) as NodeIndex[K]
  }

  #held<K extends Kind>(kind: K, span: Span): NodeIndex[K] {
    return this.#unquoted<Node>(this.#within(kind, span), startOf) as NodeIndex[K]
  }

  /** What is quoted of another document is nothing that the plan holds. */
  #unquoted<T>(found: T[], at: (one: T) => number): T[] {
    if (found.length === 0 || this.#quotations().length === 0) return found
    this.#isShown ??= coverOf(this.#quotations())
    const isShown = this.#isShown
    return found.filter(one => !isShown(at(one)))
  }

  #quotations(): readonly Span[] {
    return (this.#shown ??= quotationsIn(this.outline.nodes))
  }

  #startsOf(kind: Kind): readonly number[] {
    return (this.#starts[kind] ??= (this.outline.nodes[kind] as Node[]).map(startOf))
  }

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
    if (!this.#commands) {
      const blocks = commandBlocksOf(this.outline)
      this.#commands = { blocks, starts: blocks.map(block => block.place.start.offset) }
    }
    return this.#unquoted(
      startingIn(this.#commands.blocks, this.#commands.starts, span),
      ({ place }) => place.start.offset
    )
  }

  /**
   * Commands in a span where commands belong, fences and code spans in document order: there a code span is one unless it is plainly something else.
   *
   * @param from - where what is said of them begins: behind the label
   */
  checks(span: Span, from = span.start): CommandBlock[] {
    const found = new Map<Node, CommandBlock>(this.commands(span).map(block => [block.node, block]))
    for (const node of [...this.fences(span), ...this.codeSpans(span)]) {
      const known = found.get(node)
      if (known && !isBareWord(known)) continue
      const block = commandInPlace(node, { start: from, end: span.end }, this.outline)
      if (block) found.set(node, block)
      else if (known) found.delete(node)
    }
    return [...found.values()].sort((a, b) => a.place.start.offset - b.place.start.offset)
  }

  /** What a span says to a reader, each word at its place: comments are blanks. */
  said({ start, end }: Span): string {
    return (this.#said ??= saidIn(this.outline)).slice(start, end)
  }

  /** What a span says of its own: documents that it only shows are blanks, too. */
  own({ start, end }: Span): string {
    const { nodes } = this.outline
    this.#own ??= blanked(
      this.said({ start: 0, end: this.outline.source.length }),
      [...this.#quotations(), ...nodes.fences.filter(isFencedDocument).map(spanOf)].sort((a, b) => a.start - b.start)
    )
    return this.#own.slice(start, end)
  }

  /** What stands behind a label or in a cell, as a reader sees it. */
  valueOf({ value }: Part): string {
    return value?.text.includes('<!--') ? collapse(this.said(value)) : (value?.text ?? '')
  }

  /** Says the span anything at all? Comments, rules, bare titles and markup around nothing do not count. */
  isEmpty(span: Span): boolean {
    const { paragraphs } = this.outline.nodes
    const starts = this.#startsOf('paragraphs')
    for (let i = firstAt(starts, span.start); starts[i]! < span.end; i++) if (saysAnything(paragraphs[i]!)) return false
    if (this.#within('fences', span).some(code => code.value.trim() !== '')) return false
    if (this.has('tables', span)) return false
    if (this.#within('html', span).some(html => !isNothing((html as Partial<Html>).value ?? ''))) return false
    return true
  }

  /** The span's whole prose, where it holds nothing but paragraphs and bare list items; undefined where it holds more. */
  onlyProse(span: Span): string | undefined {
    if (this.has('headings', span) || this.has('fences', span) || this.has('tables', span) || this.has('images', span))
      return undefined
    return this.unquoted(this.#within('paragraphs', span)).map(textOf).join('\n').trim()
  }

  /** Without what is set apart in a quote, which is a remark on what stands beside it; where nothing does, all of it. */
  unquoted(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
    const own = paragraphs.filter(paragraph => !isQuoted(paragraph, this.outline))
    return own.length > 0 ? own : paragraphs
  }
}

/** `true` is a value as often as it is a command. */
const isBareWord = ({ node }: CommandBlock): boolean => node.type === 'inlineCode' && /^\w+$/.test(node.value)

function saysAnything(paragraph: Paragraph): boolean {
  return (
    hasWords(textOf(paragraph)) ||
    (isParent(paragraph) &&
      paragraph.children.some(({ type }) => type === 'image' || type === 'imageReference' || type === 'inlineCode'))
  )
}

function hasWords(text: string): boolean {
  return (
    /[A-Za-z0-9]/.test(text) ||
    /[\p{L}\p{N}]/u.test(text) ||
    /\p{Extended_Pictographic}/u.test(text) ||
    /^[?.…]+$/.test(text.trim())
  )
}
