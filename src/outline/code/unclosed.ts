import type { Code } from 'mdast'
import { lineEnd } from '../lines.ts'
import type { Lines } from '../nodes.ts'
import { spanOf } from '../nodes.ts'
import type { BrokenFence, NodeIndex } from '../types.ts'

const marks = /^[ \t>]*(`{3,}|~{3,})/
/** A title below a blank line; a comment of a script has one number sign. */
const title = /[\r\n][ \t]*(?:\r\n|\r|\n) {0,3}#{2,6} +[\p{L}\p{N}`*]/gu
/** Fences for drawings and for whatever: a script may well write a document. */
const isPlain = /^(?:te?xt|plain|tree)?$/i

/** A sample of Markdown has titles of its own. */
export const isMarkdownFence = /^(?:md|mdx|markdown)$/i
/** `**Tests**`, `**Tests:** …`, `- **Tests** (a.ts): …` at the beginning of a line. */
export const label =
  /^(?:[-*] )?\*\*\p{L}[^*\n]{0,60}\*\*(?:[ \t]{0,2}\([^()\n]{0,120}\))?(?::|[ \t]{0,4}\r?$)|^(?:[-*] )?\*\*\p{L}[^*\n]{0,60}:\*\*/mu
const box = /^[-*] \[[ xX]\] /m

/**
 * Fences that are opened and never closed, and those that the opening line of the next one closes: text is code from there on.
 *
 * @param isCut Does the text end there that the fence stands in?
 */
export function unclosedFences(
  nodes: NodeIndex,
  source: string,
  lines: Lines,
  isCut: (end: number) => boolean
): BrokenFence[] {
  const found: BrokenFence[] = []
  for (const fence of nodes.fences) {
    const { start, end } = spanOf(fence)
    const first = source.slice(start, lineEnd(source, start))
    const opener = marks.exec(first)?.[1]
    // Indented code has no fence; a last line that opens one hides nothing.
    if (opener === undefined || fence.value.trim() === '') continue
    const isTop = !nodes.parents.has(fence)
    const isClosed = closes(source.slice(start, end), opener)
    if (isClosed && !(isTop && swallowsTitles(fence))) continue
    const hidesAll = isTop && !isCut(end)
    found.push({
      kind: 'unclosed',
      place: lines.placeOf({ start, end: start + first.trimEnd().length }),
      text: first.trim(),
      region: { start, end: hidesAll ? source.length : end },
      hidden: new Set(),
      ...(hidesAll ? { hidesAll } : {})
    })
    if (hidesAll) break
  }
  return found
}

/** Is the last line of a fence one that closes it? */
function closes(text: string, opener: string): boolean {
  const from = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  if (from < 0) return false
  const last = text
    .slice(from + 1)
    .replace(/^[ \t>]+/, '')
    .trimEnd()
  return last.length >= opener.length && last === opener[0]!.repeat(last.length)
}

/** Has a fence two of the document's titles in it: a drawing, or code with boxes or labels beside them, of which no language has any? */
function swallowsTitles({ lang, value }: Code): boolean {
  // Of a fence that opens inside of it `readFences` knows more.
  if (!value.includes('##') || /^ *(?:`{3}|~{3})/m.test(value) || isMarkdownFence.test(lang ?? '')) return false
  if ([...value.matchAll(title)].length < 2) return false
  return isPlain.test(lang ?? '') || (!value.includes('<<') && (box.test(value) || label.test(value)))
}
