import { coverOf } from '../outline/cover.ts'
import { spanOf } from '../outline/nodes.ts'
import type { Place } from '../types.ts'
import { onceEach } from '../util/once.ts'
import type { Plan } from './bind-types.ts'

/** A question that was marked where it came up: `[NEEDS CLARIFICATION: which letters?]`, or `→ NEEDS CLARIFICATION`. */
export interface Clarification {
  question: string
  place: Place
}

const marked = /\[NEEDS CLARIFICATION:\s{0,3}([^[\]\n]{3,400})\]/g
/** As the whole value of a label, or behind an arrow: what needs it stands before. */
const bare = /([^\n]{3,200}?)(?:[→⇒:]|->)[*_ \t]{0,6}NEEDS CLARIFICATION[*_]{0,2}[.!]?[ \t]*$/gm
const quoted = /["“'‘]$/
/** What the template has in place of a question. */
const sample = /^(?:(?:the |your )?(?:specific )?question|reason|what|…|\.\.\.)$/i

/** Every question that the plan marks as open, in prose, labels and tables; code and comments only quote. Memoised per plan. */
export const clarificationsOf: (plan: Plan) => readonly Clarification[] = onceEach(plan => {
  const { source, lines, nodes } = plan.outline
  if (!source.includes('NEEDS CLARIFICATION')) return []
  const isCode = coverOf(nodes.inlineCode.map(spanOf))
  const cells = nodes.tables.flatMap(table => table.children.flatMap(row => row.children))
  const found: Clarification[] = []
  for (const node of [...nodes.paragraphs, ...nodes.headings, ...cells]) {
    const { start, end } = spanOf(node)
    const text = source.slice(start, end)
    const add = (question: string, from: number, to: number): void => {
      if (
        isCode(start + from) ||
        quoted.test(text.slice(0, from)) ||
        sample.test(question.trim()) ||
        isStruck(text, from)
      )
        return
      found.push({ question: question.trim(), place: lines.placeOf({ start: start + from, end: start + to }) })
    }
    if (/^[*_ ]*NEEDS CLARIFICATION[*_.! ]*$/.test(text)) add('NEEDS CLARIFICATION', text.indexOf('N'), text.length)
    for (const match of text.matchAll(marked)) add(match[1]!, match.index, match.index + match[0].length)
    for (const match of text.matchAll(bare)) {
      const at = match.index + match[0].lastIndexOf('NEEDS')
      add(match[1]!.replace(/^[\s>*_+-]+|[\s*_]+$/g, ''), at, at + 'NEEDS CLARIFICATION'.length)
    }
  }
  return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
})

/** Inside of `~~…~~`: it was answered. */
function isStruck(text: string, at: number): boolean {
  return (text.slice(0, at).split('~~').length - 1) % 2 === 1
}
