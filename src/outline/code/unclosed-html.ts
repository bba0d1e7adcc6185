import type { Html } from 'mdast'
import { lineEnd } from '../lines.ts'
import type { Lines } from '../nodes.ts'
import { spanOf } from '../nodes.ts'
import type { BrokenFence, NodeIndex, UnclosedHtml } from '../types.ts'
import { label } from './unclosed.ts'

/** CommonMark 0.31 §4.6, kinds 1 to 5: these go on over blank lines, to the end of the document where nothing ends them. */
const kinds: readonly { opens: RegExp; ends: RegExp; read: (name: string) => UnclosedHtml }[] = [
  { opens: /^<!--/, ends: /-->/, read: () => ({ of: 'comment', closer: '-->' }) },
  { opens: /^<\?/, ends: /\?>/, read: () => ({ of: 'processing instruction', closer: '?>' }) },
  { opens: /^<!\[CDATA\[/, ends: /\]\]>/, read: () => ({ of: 'CDATA section', closer: ']]>' }) },
  { opens: /^<![A-Za-z]/, ends: />/, read: () => ({ of: 'declaration', closer: '>' }) },
  {
    opens: /^<(pre|script|style|textarea)(?=[\s>]|$)/i,
    ends: /<\/(?:pre|script|style|textarea)>/i,
    read: name => ({ of: 'element', closer: `</${name}>` })
  }
]
const titleOrList = /^ {0,3}(?:#{1,6} +\S|(?:[-*+]|\d{1,9}[.)]) +\S)/m
/** What is a comment or a list's sign in code has neither two number signs nor a box. */
const titleOrBox = /^ {0,3}(?:#{2,6} +\S|[-*+] \[[ xX]\] )/m

/** A comment, or another block of HTML, that nothing ends and that hides titles, lists or labels: all that follows is no Markdown. */
export function unclosedHtml({ html, parents }: NodeIndex, source: string, lines: Lines): BrokenFence[] {
  const last = html.at(-1) as Html | undefined
  // What is quoted is another document's.
  if (!last || parents.get(last)?.type === 'blockquote') return []
  const { start, end } = spanOf(last)
  if (end <= start || source.slice(end).trim() !== '') return []
  const value = last.value.trimStart()
  const kind = kinds.find(({ opens }) => opens.test(value))
  if (!kind || kind.ends.test(value)) return []
  const swallowed = value.slice(lineEnd(value, 0))
  const written = kind.read(kind.opens.exec(value)![1] ?? '')
  const hides = written.of === 'comment' ? titleOrList : titleOrBox
  if (!hides.test(swallowed) && !label.test(swallowed)) return []
  const first = source.slice(start, lineEnd(source, start))
  const hidesAll = !parents.has(last)
  return [
    {
      kind: 'html',
      html: written,
      place: lines.placeOf({ start, end: start + first.trimEnd().length }),
      text: first.trim(),
      region: { start, end: hidesAll ? source.length : end },
      hidden: new Set(),
      ...(hidesAll ? { hidesAll } : {})
    }
  ]
}
