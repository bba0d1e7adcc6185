import type { Node } from 'mdast'
import { coverOf } from '../outline/cover.ts'
import { isParent, spanOf, textOf } from '../outline/nodes.ts'
import { collapse, trimChars } from '../outline/text.ts'
import { struckSpans } from '../outline/struck.ts'
import type { Span } from '../outline/types.ts'
import type { Place } from '../types.ts'
import { onceEach } from '../util/once.ts'
import type { Plan } from './bind-types.ts'

/** A question that was marked where it came up: `[NEEDS CLARIFICATION: which letters?]`, or `→ NEEDS CLARIFICATION`. */
export interface Clarification {
  question: string
  place: Place
}

const opening = /\[[*_]{0,3}NEEDS CLARIFICATION[*_]{0,3}:[*_]{0,3}\s{0,3}/g
/** How long a question may be, in UTF-16 units. */
const shortest = 3
const longest = 400
const words = 'NEEDS CLARIFICATION'
/** Behind the words, to the end of the line: nothing, or the question itself. */
const ending = /^\]?[*_]{0,2}(?:[.!]?\s*$|:\s{0,3}([^\n]{3,400})$)/
/** Before them: what needs it stands before the colon or the arrow. */
const arrow = /(?:[→⇒:]|->)[*_ \t]{0,6}\[?$/
const quotes = '"“\'‘'
/** What the template has in place of a question. */
const sample = /^(?:(?:the |your )?(?:specific )?question|reason|what|…|\.\.\.)$/i

/** Every question that the plan marks as open, in prose, labels and tables; code and comments only quote. Memoised per plan. */
export const clarificationsOf: (plan: Plan) => readonly Clarification[] = onceEach(plan => {
  const { source, lines, nodes } = plan.outline
  if (!source.includes(words)) return []
  const isCode = coverOf(nodes.inlineCode.map(spanOf))
  // What a section says of marks is told of the past, or by the template.
  const isTold = coverOf(
    plan.allSections.flatMap(({ spec, part, span }) => (part && spec.placeholders === false ? [span] : []))
  )
  const cells = nodes.tables.flatMap(table => table.children.flatMap(row => row.children))
  const found: Clarification[] = []
  for (const node of [...nodes.paragraphs, ...nodes.headings, ...cells]) {
    const { start, end } = spanOf(node)
    const text = source.slice(start, end)
    if (!text.includes(words) || isTold(start)) continue
    const isStruck = coverOf(struckSpans(text))
    const add = (question: string, from: number, to: number): void => {
      if (
        isCode(start + from) ||
        (from > 0 && quotes.includes(text[from - 1]!)) ||
        sample.test(question.trim()) ||
        isStruck(from)
      )
        return
      found.push({ question: collapse(question), place: lines.placeOf({ start: start + from, end: start + to }) })
    }
    if (/^[*_ ]*\[?NEEDS CLARIFICATION\]?[*_.! ]*$/.test(text)) add(words, text.indexOf('N'), text.length)
    const marked = [...markedIn(text)]
    const plain = (from: number, to: number): string => plainIn(node, { start: start + from, end: start + to }, source)
    for (const { open, from, to } of marked) add(plain(from, to - 1), open, to)
    for (const { at, from, to } of pointedAt(text))
      if (!marked.some(each => at > each.open && at < each.to))
        add(trimChars(plain(from, to).trim(), '>*_+- \t', '*_ \t'), at, at + words.length)
  }
  return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
})

/** Each mark with its brackets, `from` being where the question begins; brackets inside of it, as those of a link, are part of it. */
function* markedIn(text: string): Iterable<{ open: number; from: number; to: number }> {
  for (const { 0: head, index: open } of text.matchAll(opening)) {
    const from = open + head.length
    const to = closingOf(text, from) ?? text.indexOf(']', from) + 1
    if (to - 1 - from >= shortest && to - 1 - from <= longest) yield { open, from, to }
  }
}

/** Behind the bracket that closes the one that is open. */
function closingOf(text: string, from: number): number | undefined {
  let depth = 1
  for (let i = from; i < text.length && i - from <= longest; i++) {
    if (text[i] === '[') depth++
    else if (text[i] === ']' && --depth === 0) return i + 1
  }
  return undefined
}

/** What a span of a block says, without its markup. */
function plainIn(node: Node, span: Span, source: string): string {
  const { start, end } = spanOf(node)
  if (end <= span.start || start >= span.end) return ''
  if (node.type === 'text') return source.slice(Math.max(start, span.start), Math.min(end, span.end))
  return isParent(node) ? node.children.map(child => plainIn(child, span, source)).join('') : textOf(node)
}

/** As the whole value of a label, or behind an arrow, at the end of a line; from `from` to `to` it says what is asked. */
function* pointedAt(text: string): Iterable<{ at: number; from: number; to: number }> {
  let start = 0
  for (const line of text.split('\n')) {
    const at = line.lastIndexOf(words)
    const behind = at < 0 ? null : ending.exec(line.slice(at + words.length))
    if (behind) {
      const before = line.slice(Math.max(0, at - 210), at)
      const pointer = arrow.exec(before)
      if (pointer && pointer.index >= 3) {
        const first = start + at - before.length
        const end = start + line.length
        yield behind[1] === undefined
          ? { at: start + at, from: first + Math.max(0, pointer.index - 200), to: first + pointer.index }
          : { at: start + at, from: end - behind[1].length, to: end }
      }
    }
    start += line.length + 1
  }
}
