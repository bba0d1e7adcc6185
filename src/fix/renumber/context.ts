import type { Node } from 'mdast'

/** A node of the text with what it stands in. */
export interface NodeContext {
  node: Node
  /** What holds it; undefined for the document. */
  outer: NodeContext | undefined
}

/** The nearest of a type that a node is, or stands in. */
export function outward(context: NodeContext, type: string): NodeContext | undefined {
  let at: NodeContext | undefined = context
  while (at && at.node.type !== type) at = at.outer
  return at
}

/** Where the sentences of a text end: behind their full stops. */
export function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/[.!?]["”’)*_]{0,3}\s/g)].map(({ index }) => index + 1)
}

const blocks = new Set(['paragraph', 'heading', 'tableCell', 'root'])

/** What the text around a node is written in: its paragraph, its cell. */
export function blockOf(context: NodeContext): NodeContext {
  let at = context
  while (!blocks.has(at.node.type) && at.outer) at = at.outer
  return at
}
