/** Visits a tree with an explicit stack: hostile documents nest deeper than recursion can follow. */

/** The least that a node of any unist tree has. */
export interface AnyNode {
  type: string
  children?: readonly AnyNode[]
}

interface Frame<N> {
  node: N
  next: number
}

/**
 * Visits a tree in document order.
 *
 * @param enter called before the children; `'skip'` leaves these out
 * @param leave called after the children, also where `enter` skipped these
 */
export function walk<N extends AnyNode>(tree: N, enter: (node: N) => void | 'skip', leave?: (node: N) => void): void {
  const open = (node: N): Frame<N> => ({ node, next: enter(node) === 'skip' ? Infinity : 0 })
  const stack = [open(tree)]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = (top.node.children as readonly N[] | undefined)?.[top.next++]
    if (child) stack.push(open(child))
    else {
      stack.pop()
      leave?.(top.node)
    }
  }
}
