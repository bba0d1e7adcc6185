/** Documents that a plan only shows: a block quote with headings in it, and Markdown in a fence. Nothing in them is a part of the plan. */
import type { Blockquote, Code, Node, RootContent } from 'mdast'
import { spanOf } from './nodes.ts'
import type { NodeIndex, Span } from './types.ts'

/** Is a quote a piece of a document, and not a remark set apart: has it headings? */
export function isQuotation({ children }: Blockquote): boolean {
  return children.some(({ type }) => type === 'heading')
}

/** The outermost quotes that are pieces of a document, in order. */
export function quotationsIn({ headings, parents }: Pick<NodeIndex, 'headings' | 'parents'>): Span[] {
  const found: Span[] = []
  for (const heading of headings) {
    let outermost: Node | undefined
    // Nothing nests as deep as this looks in earnest.
    for (let up = parents.get(heading), i = 0; up && i < 32; up = parents.get(up), i++)
      if (up.type === 'blockquote' && isQuotation(up as Blockquote)) outermost = up
    if (outermost && spanOf(outermost).start !== found.at(-1)?.start) found.push(spanOf(outermost))
  }
  return found
}

/** Does a node stand in a quote, be it a remark or a piece of a document? Nothing nests as deep as this looks in earnest. */
export function isQuoted(node: Node, { nodes: { parents } }: { nodes: Pick<NodeIndex, 'parents'> }): boolean {
  for (let up = parents.get(node), i = 0; up && i < 32; up = parents.get(up), i++)
    if (up.type === 'blockquote') return true
  return false
}

/** Does a fence hold Markdown: by its language, or, where it names none, by its headings? */
export function isFencedDocument({ lang, value }: Code): boolean {
  return lang ? /^(?:md|mdx|markdown)$/i.test(lang) : /^#{2,6} \S/m.test(value)
}

/** Is there nothing but quotes? */
export function isQuotedWhole(blocks: readonly RootContent[], says: (block: RootContent) => boolean): boolean {
  const said = blocks.filter(says)
  return said.length > 0 && said.every(({ type }) => type === 'blockquote')
}
