import type { Heading, Node, Nodes, Parent, Root, Yaml } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Place, Point } from '../types.ts'
import type { LinePlaces, NodeIndex, Span } from './types.ts'

const origin: Point = { line: 1, column: 1, offset: 0 }

/** The place of a node; the start of the document where a tree has no positions. */
export function placeOf(node: Node): Place {
  const position = node.position
  if (!position) return { start: { ...origin }, end: { ...origin } }
  return { start: toPoint(position.start), end: toPoint(position.end) }
}

/** The offset at which a node starts; 0 where a tree has no positions. */
export function startOf(node: Node): number {
  return node.position?.start.offset ?? 0
}

/** The offsets of a node; 0, 0 where a tree has no positions. */
export function spanOf(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

function toPoint(point: { line: number; column: number; offset?: number | undefined }): Point {
  return { line: point.line, column: point.column, offset: point.offset ?? 0 }
}

/** Does a node have children? */
export function isParent(node: Node): node is Parent {
  return Array.isArray((node as Parent).children)
}

/** What is in these is a block of the document itself, or no block. */
const unnesting = new Set([
  'root',
  'paragraph',
  'heading',
  'table',
  'tableRow',
  'tableCell',
  'strong',
  'emphasis',
  'delete',
  'link',
  'linkReference'
])

/** Sorts all nodes of a tree by type, in document order, in one walk with a stack of its own (a hostile tree may be 100,000 deep). */
export function indexNodes(root: Root): NodeIndex {
  const index: NodeIndex = {
    headings: [],
    paragraphs: [],
    lists: [],
    items: [],
    tables: [],
    fences: [],
    inlineCode: [],
    images: [],
    links: [],
    html: [],
    parents: new Map()
  }
  const stack: Nodes[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()!
    file(node, index)
    if (!isParent(node)) continue
    const isNested = !unnesting.has(node.type)
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i] as Nodes
      // Nobody asks for texts, and most nodes are texts.
      if (typeof child !== 'object' || child === null || child.type === 'text') continue
      if (isNested) index.parents.set(child, node)
      stack.push(child)
    }
  }
  return index
}

function file(node: Nodes, index: NodeIndex): void {
  switch (node.type) {
    case 'heading':
      index.headings.push(node)
      break
    case 'paragraph':
      index.paragraphs.push(node)
      break
    case 'list':
      index.lists.push(node)
      break
    case 'listItem':
      index.items.push(node)
      break
    case 'table':
      index.tables.push(node)
      break
    case 'code':
      index.fences.push(node)
      break
    case 'inlineCode':
      index.inlineCode.push(node)
      break
    case 'image':
    case 'imageReference':
      index.images.push(node as never)
      break
    case 'link':
    case 'linkReference':
      index.links.push(node)
      break
    case 'html':
      index.html.push(node)
      break
    case 'yaml':
      index.yaml ??= node as Yaml
      break
    default:
      break
  }
}

/** The blocks among which one stands: those of an item, of a quotation, or of the document. */
export function blocksAround(block: Node, { nodes, root }: { nodes: NodeIndex; root: Root }): readonly Node[] {
  const holder = nodes.parents.get(block) ?? root
  return isParent(holder) ? holder.children : []
}

/** What stands right behind a block, in the same item, quotation or document. */
export function blockBehind(block: Node, outline: { nodes: NodeIndex; root: Root }): Node | undefined {
  const around = blocksAround(block, outline)
  const at = around.indexOf(block)
  return at < 0 ? undefined : around[at + 1]
}

/** What stands right above a block, likewise. */
export function blockAbove(block: Node, outline: { nodes: NodeIndex; root: Root }): Node | undefined {
  const around = blocksAround(block, outline)
  return around[around.indexOf(block) - 1]
}

/** The text of a heading, as every remark tool reads it; where it nests too deep for recursion, read without. */
export function titleOf(heading: Heading): string {
  try {
    return toString(heading, { includeHtml: false })
  } catch {
    return textOf(heading)
  }
}

/** The plain text of a node, with an explicit stack: `mdast-util-to-string` overflows at some 3,800 levels. */
export function textOf(node: Node): string {
  if (!isParent(node)) return ownText(node)
  let text = ''
  for (const child of node.children) {
    if (!isParent(child)) text += ownText(child)
    // Most of what is set in bold or italics is one text.
    else if (child.children.length === 1 && !isParent(child.children[0]!)) text += ownText(child.children[0]!)
    else return deepText(node)
  }
  return text
}

function deepText(node: Node): string {
  let text = ''
  const stack: Node[] = [node]
  while (stack.length > 0) {
    const next = stack.pop()!
    text += ownText(next)
    if (isParent(next)) for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i]! as Node)
  }
  return text
}

/** What a node says itself, but for what it holds. */
function ownText(node: Node): string {
  const { type, value, alt } = node as { type: string; value?: unknown; alt?: unknown }
  if (type === 'break') return '\n'
  if (type !== 'html' && typeof value === 'string') return value
  return typeof alt === 'string' ? alt : ''
}

/** Places for offsets into a text, by bisection over its line starts. */
export class Lines implements LinePlaces {
  readonly #starts: number[] = [0]
  readonly #length: number

  constructor(text: string) {
    this.#length = text.length
    if (!text.includes('\r')) {
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.#starts.push(i + 1)
      return
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1)
    }
  }

  /** @param offset UTF-16 offset; kept inside the text. */
  pointAt(offset: number): Point {
    const at = Math.max(0, Math.min(offset, this.#length))
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const mid = (low + high + 1) >> 1
      if (this.#starts[mid]! <= at) low = mid
      else high = mid - 1
    }
    return { line: low + 1, column: at - this.#starts[low]! + 1, offset: at }
  }

  placeOf(span: Span): Place {
    return { start: this.pointAt(span.start), end: this.pointAt(span.end) }
  }

  /** The offset at which a line starts; `line` is 1-based. */
  startOf(line: number): number {
    return this.#starts[Math.max(0, Math.min(line - 1, this.#starts.length - 1))]!
  }

  get count(): number {
    return this.#starts.length
  }
}
