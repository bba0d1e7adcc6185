/**
 * Tree helpers with an explicit stack. Documents nest as deep as their author likes: recursion overflows
 * (mdast-util-to-string at about 3,800 levels, unist-util-visit at 6,100).
 */

/** The least that a node of any unist tree has. */
export interface AnyNode {
  type: string
  value?: unknown
  alt?: unknown
  children?: readonly AnyNode[]
}

/** Called before a node's children; `'skip'` leaves these out. */
export type Enter<N> = (node: N, parent: N | undefined, index: number) => void | 'skip'

/** Called after a node's children. */
export type Leave<N> = (node: N, parent: N | undefined, index: number) => void

interface Frame<N> {
  node: N
  parent: N | undefined
  index: number
  next: number
}

/**
 * Visit a tree in document order, without recursion.
 * The children are read as the walk gets to them; a visitor must not add or remove siblings.
 *
 * @param tree the node to start at; visited itself, with no parent and index 0
 * @param enter called before the children
 * @param leave called after the children, also where `enter` skipped these
 */
export function walk<N extends AnyNode>(tree: N, enter: Enter<N>, leave?: Leave<N>): void {
  const stack: Frame<N>[] = [open(tree, undefined, 0, enter)]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const children = (top.node.children ?? []) as readonly N[]
    const child = children[top.next]
    if (top.next < children.length && child) {
      stack.push(open(child, top.node, top.next++, enter))
    } else {
      stack.pop()
      leave?.(top.node, top.parent, top.index)
    }
  }
}

function open<N extends AnyNode>(node: N, parent: N | undefined, index: number, enter: Enter<N>): Frame<N> {
  const skip = enter(node, parent, index) === 'skip'
  return { node, parent, index, next: skip ? Infinity : 0 }
}

/**
 * The plain text of a node, as `mdast-util-to-string` gives it, without recursion.
 *
 * @param node any node
 * @param limit stop after this many UTF-16 units; the result is never longer
 */
export function toStringBounded(node: AnyNode, limit = Infinity): string {
  const parts: string[] = []
  let length = 0
  walk(node, current => {
    if (length >= limit) return 'skip'
    const own = current.value ?? current.alt
    if (typeof own !== 'string') return undefined
    parts.push(own)
    length += own.length
    return 'skip'
  })
  return cut(parts.join(''), limit)
}

/** Never between the halves of a surrogate pair. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = text.charCodeAt(limit - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit)
}
