import type { Node } from 'mdast'
import type { Plan } from '../bind-types.ts'

/** Does a block stand in a block quotation? Nothing nests as deep as this looks in earnest. */
export function isQuoted(node: Node, { outline }: Pick<Plan, 'outline'>): boolean {
  const { parents } = outline.nodes
  for (let up = parents.get(node), i = 0; up && i < 32; up = parents.get(up), i++)
    if (up.type === 'blockquote') return true
  return false
}
