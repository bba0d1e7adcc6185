import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { explainsItself, namesSomeone } from '../../src/checks/demands/demands.ts'
import { firstLineOf } from '../../src/outline/lines.ts'
import { placeOf, textOf } from '../../src/outline/nodes.ts'
import { isQuestionAnswered, unboxedQuestions } from '../../src/plan/questions.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import { quote, trimChars } from '../../src/outline/text.ts'
import { areTicksDue } from '../../src/profiles/states.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { statusHere } from '../words/status.ts'
import { markedQuestions } from './marked.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { ListItem } from 'mdast'

type Id = 'context' | 'person' | 'open' | 'marked' | 'many'

export default defineRule<Id>({
  id: 'open-questions',
  summary: 'A question has its context and someone to answer it, and is answered before the plan moves on.',
  why: 'A question that names nobody waits for nobody.',
  whenOff: 'Where questions are asked and answered in a tracker, and the plan only links to them.',
  severity: 'error',
  set: true,
  messages: {
    context: d => `Missing context of the question ${d.text}`,
    person: d => `Missing person for the question ${d.text}`,
    marked: d => `Unanswered question ${d.text}`,
    many: d => `Expected at most ${d.most} marked questions, found ${d.found}`,
    open: d => `Unanswered question while the status is ${d.status}: ${d.text}`
  },
  *check({ plan, set }) {
    yield* markedQuestions(plan, set)
    for (const section of plan.allSections) {
      if (section.state !== 'filled') continue
      for (const unit of section.units) if (unit.role === 'question') yield* checkQuestion(unit, plan)
      if (section.spec.checklist?.role === 'question') yield* checkOpen(section, plan)
    }
  }
})

function* checkQuestion(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  const source = plan.content.said(unit.span)
  if (isQuestionAnswered(source) || hasLeftover(unit.span, plan)) return
  const isBare = !hasContext(unit, plan)
  const isNobodys = !namesSomeone(source)
  if (!isBare && !isNobodys) return
  const data = { text: quote(unit.part.title) }
  const at = firstLineOf(unit.part.place, plan.outline)
  if (isBare) yield { message: 'context', data, at, help: 'Add what is known and which answers are on the table' }
  if (isNobodys)
    yield {
      message: 'person',
      data,
      at,
      help: 'Name who should weigh in, with an @ before the name',
      severity: 'warning'
    }
}

/** More than the question and whom to ask: a second sentence, a remark behind a dash or colon, sub-items. */
function hasContext(unit: Unit, plan: Plan): boolean {
  const { form, node, title } = unit.part
  if (node.type === 'listItem') return explainsBeyondQuestion(node as ListItem)
  if (form === 'row')
    return [...unit.part.children.slice(1), unit.part].some(cell => isContext(plan.content.valueOf(cell)))
  const said = plan.content.paragraphs({ start: unit.part.place.end.offset, end: unit.span.end }).map(textOf)
  return (
    saysAnything([plan.content.valueOf(unit.part), ...said].join('\n')) ||
    isContext(title.replace(/^[^?]*\??/, '')) ||
    asksAtLength(title)
  )
}

function explainsBeyondQuestion(item: ListItem): boolean {
  const [first, ...below] = item.children
  if (saysAnything(below.map(textOf).join('\n'))) return true
  const text = withoutPeople(first ? textOf(first) : '')
  const question = text.indexOf('?')
  if (question < 0) return explainsItself(item, text)
  return isContext(text.slice(question + 1)) || asksAtLength(text.slice(0, question))
}

/** Two questions at once are no longer for that. */
const furtherQuestion = /,? and (?=(?:how|what|which|who|when|where|why|should|do|does|is|are|can)\b)/i

/** "which one, since the left one is full?": the question has its context in it. */
function asksAtLength(asked: string): boolean {
  return (
    asked.split(furtherQuestion).some(each => each.length > 90) ||
    /[:;—–]|\bsince\b|\bbecause\b|\bor\b|\bgiven\b/.test(asked)
  )
}

/** Is there anything besides who is asked? */
function saysAnything(said: string): boolean {
  return /[\p{L}\p{N}]/u.test(withoutPeople(said))
}

/** Is there enough behind the question, besides who is asked? */
function isContext(said: string): boolean {
  return withoutPeople(said).replace(/^[\s:.–—"')\]*_-]+/, '').length >= 8
}

const people = [
  /^[ \t]*(?:who|owners?|asks?|asked|person|reviewer|decider|weighs? in)[ \t]*:[^\n]{0,60}$/gim,
  /\[[^[\]\n]{0,60}\]\((?:mailto:|https?:)[^()\s]{0,200}\)/gi
]
const word = /[\w.+@/-]+/g
const handle = /@[\w./-]/

function withoutPeople(text: string): string {
  const rest = people.reduce((said, pattern) => said.replace(pattern, ''), text)
  return trimChars(
    rest.includes('@') ? rest.replace(word, said => (handle.test(said) ? '' : said)) : rest,
    '',
    ' -–—(),*_\n\t'
  )
}

function* checkOpen(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  if (!plan.status || !areTicksDue(section.spec.checklist, plan.state)) return
  for (const box of plan.content.checkboxes(bodySpan(section))) {
    if (box.state !== 'open') continue
    yield {
      message: 'open',
      data: { status: plan.status.value, text: quote(box.text) },
      at: box.place,
      help: 'Answer it in the plan and tick it, or set the status back until it is answered',
      related: [statusHere(plan.status)]
    }
  }
  for (const item of unboxedQuestions(section, plan)) {
    const first = item.children[0] ?? item
    yield {
      message: 'open',
      data: { status: plan.status.value, text: quote(textOf(first)) },
      at: firstLineOf(placeOf(first), plan.outline),
      help: 'Answer it in the plan and give it a ticked box, as the others have, or set the status back until it is answered',
      related: [statusHere(plan.status)]
    }
  }
}
