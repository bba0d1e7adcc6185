import type { Paragraph } from 'mdast'
import { lineEnd } from '../lines.ts'
import { spanOf, textOf } from '../nodes.ts'
import type { Span } from '../types.ts'

/** `##Goal`: text to Markdown, and a title to whoever wrote it. */
interface GluedTitle {
  /** The number signs. */
  level: number
  title: string
  /** The line that it is, of a paragraph that may go on. */
  line: Span
}

/** What no title is made of: `##vso[task.x]` is a command to somebody. */
const markup = /[[\]<>|{}]/

/**
 * The title that a paragraph of the document itself begins with, for want of a space behind the number signs. One sign alone may be a tag (`#urgent`): it
 * makes the title of a document that has none yet, where several words follow and no other sign.
 */
export function gluedTitle(node: Paragraph, source: string, isFirst: boolean): GluedTitle | undefined {
  const { start, end } = spanOf(node)
  if (source[start] !== '#') return undefined
  const line = { start, end: Math.min(end, lineEnd(source, start)) }
  const text = source.slice(line.start, line.end)
  const level = /^#{1,6}(?=[\p{L}\p{N}*`\p{Extended_Pictographic}])/u.exec(text)?.[0].length
  if (level === undefined || markup.test(text)) return undefined
  if (level === 1 && !(isFirst && /^#[^#\s]+ [^#]+$/.test(text))) return undefined
  const title = textOf(node)
    .split(/[\r\n]/, 1)[0]!
    .slice(level)
  return { level, title, line }
}
