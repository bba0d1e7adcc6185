import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { explainsItself, namesSomeone } from '../../src/checks/demands.ts'
import { firstLineOf } from '../../src/outline/lines.ts'
import { textOf } from '../../src/outline/nodes.ts'
import { isAnswered } from '../../src/plan/questions.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import { quote, trimChars } from '../../src/outline/text.ts'
import { reached } from '../../src/profiles/states.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { holdersOf } from '../../src/profiles/holders.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { kindOf, unitSpecs } from '../../src/profiles/units.ts'
import type { ListItem } from 'mdast'

type Id = 'context' | 'person' | 'open'

export default defineRule<Id>({
  id: 'open-questions',
  summary: 'A question has its context and someone to answer it, and is answered before the plan moves on.',
  why: 'A question that names nobody waits for nobody.',
  severity: 'error',
  applies: profile => holdersOf(profile).some(asks),
  messages: {
    context: d => `Missing context of the question ${d.text}`,
    person: d => `Missing person for the question ${d.text}`,
    open: d => `Unanswered question while the status is ${d.status}: ${d.text}`
  },
  *check({ plan }) {
    for (const section of plan.allSections) {
      if (section.state !== 'filled') continue
      for (const unit of section.units) if (unit.role === 'question') yield* checkQuestion(unit, plan)
      if (section.spec.checklist?.role === 'question') yield* checkOpen(section, plan)
    }
  }
})

function asks(spec: BoundSection['spec']): boolean {
  return (
    spec.checklist?.role === 'question' ||
    unitSpecs(spec).some(unit => kindOf(unit) === 'question') ||
    (spec.sections ?? []).some(asks)
  )
}

function* checkQuestion(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  const source = plan.outline.source.slice(unit.span.start, unit.span.end)
  if (isAnswered(source) || hasLeftover(unit.span, plan)) return
  const isBare = !hasContext(unit, plan)
  const isNobodys = !namesSomeone(source)
  if (!isBare && !isNobodys) return
  const data = { text: quote(unit.part.title) }
  const at = firstLineOf(unit.part.place, plan.outline)
  if (isBare) yield { message: 'context', data, at, help: 'Add what is known and which answers are on the table' }
  if (isNobodys) yield { message: 'person', data, at, help: 'Name who should weigh in: — @name', severity: 'warning' }
}

function hasContext(unit: Unit, plan: Plan): boolean {
  if (unit.part.form === 'item') return explainsBeyondQuestion(unit.part.node as ListItem)
  return (
    !plan.content.isEmpty({ start: unit.part.place.end.offset, end: unit.span.end }) ||
    (unit.part.value?.text ?? '') !== ''
  )
}

/** More than the bare question: a second sentence, a remark behind a dash or colon, sub-items. Who is asked is no context. */
function explainsBeyondQuestion(item: ListItem): boolean {
  if (item.children.length > 1) return true
  const text = trimChars(textOf(item).replace(/@[\w./-]+\)?/g, ''), '', ' -–—(,\n\t')
  const question = text.indexOf('?')
  if (question < 0) return explainsItself(item, text)
  const asked = text.slice(0, question)
  const rest = text.slice(question + 1).replace(/^[\s:.–—"')\]-]+/, '')
  return rest.length >= 8 || asked.length > 90 || /[:;—–]|\bsince\b|\bbecause\b|\bor\b|\bgiven\b/.test(asked)
}

function* checkOpen(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { ticked } = section.spec.checklist!
  if (!plan.status || ticked === undefined || !reached(plan.state, ticked)) return
  for (const box of plan.content.checkboxes(bodySpan(section))) {
    if (box.state !== 'open') continue
    yield {
      message: 'open',
      data: { status: plan.status.value, text: quote(box.text) },
      at: box.place,
      help: 'Answer it in the plan and tick it, or set the status back until it is answered',
      related: [
        { place: plan.status.field.place ?? plan.status.field.part!.place, message: `Status is ${plan.status.value}` }
      ]
    }
  }
}
