import type { Root } from 'mdast'
import { parseBlocks } from './block/blocks.ts'
import { parseInlines } from './inline/inline.ts'
import { createDoc, refuse } from './state.ts'

export { isRefusal } from './state.ts'

/**
 * Parses a document to the tree that remark-parse makes of it, with tables, task lists and YAML
 * front matter: node for node, position for position. Blocks first, a line at a time; then
 * phrasing content, once every definition is known.
 *
 * Where a document holds something outside the proven subset, or would take more than linear
 * time, there is no answer, and the caller parses it with the reference. Refused are: NUL and
 * bare carriage returns; tabs where their width decides; fences, comments and raw HTML that
 * never end (a fence outside containers may); front matter that never ends; declarations,
 * instructions and CDATA as blocks; definitions over more than one line, or under a setext
 * underline; rare named character references; whitespace in containers before the end of the
 * document; deep nesting.
 *
 * @param text The document; a byte order mark is left out of the positions, as micromark does.
 * @returns Its tree, or undefined. Never throws.
 */
export function parseFast(text: string): Root | undefined {
  try {
    return parseSubset(text)
  } catch {
    return undefined
  }
}

/**
 * The same, for tests: tells a refusal from a flaw.
 *
 * @throws {Error} What `isRefusal` knows, for a document outside the subset.
 */
export function parseSubset(text: string): Root {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (bare.includes('\0') || hasLoneReturn(bare)) refuse()
  const doc = createDoc(bare)
  parseBlocks(doc)
  for (const span of doc.spans) parseInlines(doc, span)
  return doc.root
}

/** Whether a carriage return ends a line on its own. */
function hasLoneReturn(text: string): boolean {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) return true
  }
  return false
}
