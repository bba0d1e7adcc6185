import { coverOf } from '../outline/cover.ts'
import { spanOf } from '../outline/nodes.ts'
import { trimChars } from '../outline/text.ts'
import type { Span } from '../outline/types.ts'
import type { Place } from '../types.ts'
import { onceEach } from '../util/once.ts'
import type { Plan } from './bind-types.ts'

/** A question that was marked where it came up: `[NEEDS CLARIFICATION: which letters?]`, or `→ NEEDS CLARIFICATION`. */
export interface Clarification {
  question: string
  place: Place
}

const marked = /\[NEEDS CLARIFICATION:\s{0,3}([^[\]\n]{3,400})\]/g
const words = 'NEEDS CLARIFICATION'
/** Behind the words, to the end of the line: nothing, or the question itself. */
const ending = /^\]?[*_]{0,2}(?:[.!]?\s*$|:\s{0,3}([^[\]\n]{3,400})$)/
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
    const isStruck = coverOf(struckIn(text))
    const add = (question: string, from: number, to: number): void => {
      if (
        isCode(start + from) ||
        (from > 0 && quotes.includes(text[from - 1]!)) ||
        sample.test(question.trim()) ||
        isStruck(from)
      )
        return
      found.push({ question: question.trim(), place: lines.placeOf({ start: start + from, end: start + to }) })
    }
    if (/^[*_ ]*\[?NEEDS CLARIFICATION\]?[*_.! ]*$/.test(text)) add(words, text.indexOf('N'), text.length)
    for (const match of text.matchAll(marked)) add(match[1]!, match.index, match.index + match[0].length)
    for (const { asked, at } of pointedAt(text)) add(asked, at, at + words.length)
  }
  return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
})

/** As the whole value of a label, or behind an arrow, at the end of a line. */
function* pointedAt(text: string): Iterable<{ asked: string; at: number }> {
  let start = 0
  for (const line of text.split('\n')) {
    const at = line.lastIndexOf(words)
    const behind = at < 0 ? null : ending.exec(line.slice(at + words.length))
    if (behind) {
      const before = line.slice(Math.max(0, at - 210), at)
      const pointer = arrow.exec(before)
      if (pointer && pointer.index >= 3) {
        const asked = behind[1] ?? before.slice(Math.max(0, pointer.index - 200), pointer.index)
        yield { asked: trimChars(asked.trim(), '>*_+- \t', '*_ \t'), at: start + at }
      }
    }
    start += line.length + 1
  }
}

/** What stands inside of `~~…~~`: it was answered. */
function struckIn(text: string): Span[] {
  const found: Span[] = []
  for (let open = text.indexOf('~~'); open >= 0;) {
    const close = text.indexOf('~~', open + 2)
    found.push({ start: open, end: close < 0 ? text.length : close })
    open = close < 0 ? -1 : text.indexOf('~~', close + 2)
  }
  return found
}
