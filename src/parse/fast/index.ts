import type { Root } from 'mdast'
import { parseBlocks } from './blocks.ts'
import { parseInlines } from './inline.ts'
import { createDoc } from './state.ts'

/**
 * Parses a plan to the tree that remark-parse makes of it, with tables, task lists and YAML
 * front matter: node for node, position for position. Blocks first, a line at a time; then
 * phrasing content, once every definition is known.
 *
 * Where a document holds something outside the proven subset, or would take more than linear
 * time, there is no answer, and the caller parses it with the reference.
 *
 * @param text The document; a byte order mark is left out of the positions, as micromark does.
 * @returns Its tree, or undefined. Never throws.
 */
export function parseFast(text: string): Root | undefined {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (bare.includes('\0') || hasLoneReturn(bare)) return undefined
  const doc = createDoc(bare)
  try {
    parseBlocks(doc)
    for (const span of doc.spans) parseInlines(doc, span)
  } catch {
    return undefined
  }
  return doc.root
}

/** Whether a carriage return ends a line on its own. */
function hasLoneReturn(text: string): boolean {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) return true
  }
  return false
}
