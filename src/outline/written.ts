import type { Node } from 'mdast'
import { isParent } from './nodes.ts'

/** The text of a node as it is written, tags included, without its marks of emphasis: `<name>` is a tag to Markdown, and a blank to whoever wrote it. */
export function writtenOf(node: Node): string {
  let text = ''
  const stack: Node[] = [node]
  while (stack.length > 0) {
    const next = stack.pop()!
    if (isParent(next)) for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i]! as Node)
    else
      text +=
        next.type === 'break' ? '\n' : ((next as { value?: string }).value ?? (next as { alt?: string }).alt ?? '')
  }
  return text.trim()
}
