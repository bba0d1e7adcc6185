import { isSettled } from '../outline/checkboxes.ts'
import type { ListItem, Node } from 'mdast'
import { spanOf, startOf, textOf } from '../outline/nodes.ts'
import type { BoundSection, Plan, Unit } from './bind-types.ts'
import { clarificationsOf } from './clarifications.ts'
import { bodySpan } from './bind.ts'

/** Struck through, ticked, or with its answer: nothing is open. */
export function isQuestionAnswered(source: string): boolean {
  return /~~|\[[xX]\]|✅|\b(?:resolved|answered|decided|decision|answer|resolution|closed)\b\s*[:*(—–-]/i.test(source)
}

/** What stands behind a question and leaves it as open as it was. */
const isPending =
  /\?|\b(?:tb[dac]|unknown|unclear|undecided|unresolved|pending|open|depends?|decides?|asks?|to be|needs?|must|waits?|waiting|check|verify|confirm|discuss|clarify|investigate|find out|not (?:yet|sure)|later)\b/i
/** "→ only later", "A: …", "Yes", "Leaning no": how an answer begins that is not called one. */
const beginsAnswer =
  /^[\s)\]"'*_:.,(–—-]{0,20}(?:→|=>|-{1,3}>|a(?: \([^()\n]{1,40}\))?:|yes\b|no\b|leaning\b|deferred\b|resolved\b|done\b|out of scope\b|not (?:in|now|for)\b)/i

/**
 * Questions of a section that nobody has answered: its entries, or its sentences with a question mark where it has no list. A remark behind a question answers
 * it unless it only says that somebody has to.
 */
export function openQuestionsIn(section: BoundSection, plan: Plan): Node[] {
  const span = bodySpan(section)
  const { content } = plan
  const items = content.topItems(span)
  if (items.length > 0)
    return items.filter(item => !isAnsweredEntry(content.said(spanOf(item)).replace(/^[\s\d.)*+-]+/, '')))
  const asked = content.paragraphs(span).filter(paragraph => textOf(paragraph).includes('?'))
  return asked.filter((paragraph, i) => {
    const next = asked[i + 1]
    return !isAnsweredEntry(content.said({ start: startOf(paragraph), end: next ? startOf(next) : span.end }))
  })
}

function isAnsweredEntry(source: string): boolean {
  if (isQuestionAnswered(source) || /→|=>/.test(source)) return true
  const behind = source.slice(source.indexOf('?') + 1)
  if (behind === source) return /\bRESOLVED\b/.test(source)
  return beginsAnswer.test(behind) || ((behind.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > 2 && !isPending.test(behind))
}

/** How many questions a plan asks, and how many of them nobody has answered. */
export function countQuestions(plan: Plan): { total: number; open: number } {
  const marked = clarificationsOf(plan).length
  const count = { total: marked, open: marked }
  for (const section of plan.allSections) {
    if (section.state !== 'filled') continue
    for (const isOpen of questionsOf(section, plan)) {
      count.total++
      if (isOpen) count.open++
    }
  }
  return count
}

/** Whether each question of a section is open; its boxes are questions where it asks none otherwise. */
function questionsOf(section: BoundSection, plan: Plan): boolean[] {
  const units = section.units.filter(unit => unit.role === 'question')
  if (units.length > 0) return units.map(unit => !isQuestionAnswered(sourceOf(unit, plan)))
  return section.spec.checklist?.role === 'question'
    ? [
        ...plan.content.checkboxes(bodySpan(section)).map(box => !isSettled(box)),
        ...unboxedQuestions(section, plan).map(() => true)
      ]
    : []
}

/** Questions among others that are boxes, with no box and no answer: they are as open as one that is not ticked. */
export function unboxedQuestions(section: BoundSection, plan: Plan): ListItem[] {
  const { content, outline } = plan
  const span = bodySpan(section)
  const boxed = new Set<Node>(content.checkboxes(span).map(({ node }) => node))
  const lists = new Set([...boxed].map(box => outline.nodes.parents.get(box as ListItem)))
  return content.topItems(span).filter(item => {
    if (boxed.has(item) || !lists.has(outline.nodes.parents.get(item))) return false
    const source = content.said(spanOf(item))
    return source.includes('?') && !isAnsweredEntry(source)
  })
}

function sourceOf(unit: Unit, plan: Plan): string {
  return plan.content.said(unit.span)
}
