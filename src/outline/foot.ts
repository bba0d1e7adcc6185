import { onceEach } from '../util/once.ts'
import { spanOf } from './nodes.ts'
import type { Outline, Span } from './types.ts'

/** A foot is a few lines. */
const mostBlocks = 4

/** What stands below the last rule of a document, under no heading of its own: who wrote it, when it was changed last. Undefined where there is none. */
export const footOf: (outline: Outline) => Span | undefined = onceEach(({ root, nodes }) => {
  const { children } = root
  const at = children.findLastIndex(({ type }) => type === 'thematicBreak')
  const below = children.slice(at + 1)
  const isFoot = below.length > 0 && below.length <= mostBlocks && below.every(({ type }) => plain.has(type))
  if (at < 0 || !isFoot) return undefined
  const start = spanOf(children[at]!).end
  // Of a document with its title alone it is the head.
  const isBelowText = nodes.headings.filter(heading => spanOf(heading).end <= start).length > 1
  return isBelowText ? { start, end: spanOf(below.at(-1)!).end } : undefined
})

const plain = new Set(['paragraph', 'list', 'html'])
