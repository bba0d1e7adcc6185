import type { Code, InlineCode, ListItem, Node, Paragraph, Table } from 'mdast'
import type { Place } from '../types.ts'
import { isParent, placeOf, spanOf, textOf, within } from './nodes.ts'
import type { Script } from './shell/index.ts'
import { looksLikeCommand, parseScript } from './shell/index.ts'
import type { Checkbox, Outline, Part, Span } from './types.ts'

/** Commands of one fence or code span. */
export interface CommandBlock { node: Code | InlineCode; script: Script; place: Place; inline: boolean; /** Offset in the plan at which the script's text starts. */ offset: number }

/** Answers what stands inside a span of a plan; everything is looked up by bisection and read at most once. */
export class Content {
  readonly outline: Outline
  readonly #scripts = new Map<Node, CommandBlock | undefined>()

  constructor(outline: Outline) {
    this.outline = outline
  }

  /** Parts whose title starts inside the span, the one that opens it excluded where it is `except`. */
  parts(span: Span, except?: Part): Part[] {
    return inSpan(this.outline.parts, part => part.span.start, span).filter(part => part !== except && part.form !== 'document')
  }

  paragraphs(span: Span): Paragraph[] { return within(this.outline.nodes.paragraphs, span) }
  tables(span: Span): Table[] { return within(this.outline.nodes.tables, span) }
  fences(span: Span): Code[] { return within(this.outline.nodes.fences, span) }
  items(span: Span): ListItem[] { return within(this.outline.nodes.items, span) }
  codeSpans(span: Span): InlineCode[] { return within(this.outline.nodes.inlineCode, span) }
  images(span: Span): Node[] { return within(this.outline.nodes.images, span) }
  checkboxes(span: Span): Checkbox[] { return inSpan(this.outline.checkboxes, box => box.start, span) }

  /** Items of the outermost lists in a span: a bullet's own bullets are details of it. */
  topItems(span: Span): ListItem[] {
    return this.items(span).filter(item => !this.#hasItemAbove(item, span))
  }

  #hasItemAbove(item: ListItem, span: Span): boolean {
    const { parents } = this.outline.nodes
    for (let node = parents.get(item), i = 0; node && i < 64; node = parents.get(node), i++) {
      if (node.type === 'listItem') return spanOf(node).start >= span.start
    }
    return false
  }

  /** Commands in a span, fences and code spans in document order. */
  commands(span: Span): CommandBlock[] {
    const found: CommandBlock[] = []
    for (const node of [...this.fences(span), ...this.codeSpans(span)]) {
      const block = this.#read(node)
      if (block && block.script.commands.length > 0) found.push(block)
    }
    return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
  }

  #read(node: Code | InlineCode): CommandBlock | undefined {
    if (this.#scripts.has(node)) return this.#scripts.get(node)
    const block = node.type === 'code' ? this.#readFence(node) : this.#readSpan(node)
    this.#scripts.set(node, block)
    return block
  }

  #readFence(node: Code): CommandBlock | undefined {
    if (!isShell(node.lang ?? '', node.value)) return undefined
    const span = spanOf(node)
    const first = this.outline.source.indexOf('\n', span.start)
    return { node, script: parseScript(node.value, { lang: node.lang ?? '' }), place: placeOf(node), inline: false, offset: first < 0 ? span.start : first + 1 }
  }

  #readSpan(node: InlineCode): CommandBlock | undefined {
    if (!looksLikeCommand(node.value)) return undefined
    const span = spanOf(node)
    const offset = Math.max(span.start, this.outline.source.indexOf(node.value.slice(0, 1), span.start))
    return { node, script: parseScript(node.value, { inline: true }), place: placeOf(node), inline: true, offset }
  }

  /** Says the span anything at all? Comments, rules and bare titles do not count. */
  isEmpty(span: Span): boolean {
    const { nodes } = this.outline
    if (this.paragraphs(span).some(p => hasWords(textOf(p)) || isParent(p) && p.children.some(c => c.type === 'image' || c.type === 'imageReference' || c.type === 'inlineCode'))) return false
    if (this.fences(span).some(code => code.value.trim() !== '')) return false
    if (this.tables(span).length > 0) return false
    if (within(nodes.html, span).some(html => !(html as { value?: string }).value?.startsWith('<!--'))) return false
    return true
  }

  /** The span's whole prose, where it holds nothing but paragraphs and bare list items; undefined where it holds more. */
  onlyProse(span: Span): string | undefined {
    if (this.fences(span).length > 0 || this.tables(span).length > 0 || this.images(span).length > 0) return undefined
    if (within(this.outline.nodes.headings, span).length > 0) return undefined
    return this.paragraphs(span).map(textOf).join('\n').trim()
  }
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) || /\p{Extended_Pictographic}/u.test(text) || /^[-–—?.…]+$/.test(text.trim())
}

const shells = new Set(['', 'sh', 'bash', 'shell', 'zsh', 'console', 'terminal', 'shell-session', 'shellsession', 'sh-session', 'bash-session', 'powershell', 'pwsh', 'ps1', 'cmd', 'bat', 'batch', 'fish', 'nu', 'text', 'txt', 'plaintext'])

/** Does a fence hold commands? One without a language does where its first line that is no comment reads as one. */
function isShell(lang: string, value: string): boolean {
  const name = lang.toLowerCase()
  if (!shells.has(name)) return false
  if (name !== '' && name !== 'text' && name !== 'txt' && name !== 'plaintext') return true
  const first = value.split('\n', 40).map(line => line.trim()).find(line => line !== '' && !line.startsWith('#'))
  return first !== undefined && looksLikeCommand(first.replace(/^\$ /, ''))
}

function inSpan<T>(sorted: readonly T[], start: (value: T) => number, span: Span): T[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (start(sorted[mid]!) < span.start) low = mid + 1
    else high = mid
  }
  const found: T[] = []
  for (let i = low; i < sorted.length && start(sorted[i]!) < span.end; i++) found.push(sorted[i]!)
  return found
}
