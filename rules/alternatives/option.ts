import type { ListItem } from 'mdast'
import { owedBy } from '../../src/checks/bare-units.ts'
import { lacksColumn } from '../../src/checks/demands/columns.ts'
import { explainsItself } from '../../src/checks/demands/demands.ts'
import { fieldDefects } from '../../src/checks/expect.ts'
import { countWords, trimChars } from '../../src/outline/text.ts'
import type { Span } from '../../src/outline/types.ts'
import type { BoundField, Plan, Unit } from '../../src/plan/bind-types.ts'
import type { Demand } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { fillIn } from '../words/fields.ts'
import { owedWords } from '../words/owed.ts'
import { checkContent } from '../words/unit-content.ts'

/** What is said of an option; worded with the rule's other messages. */
export type OptionMessage = 'field' | 'emptyField' | 'bare' | 'nothing' | 'unnamed' | 'lacks'

/** What an option lacks: its name, its fields, and what its profile demands of its content. */
export function* checkOption(unit: Unit, plan: Plan): Iterable<Problem<OptionMessage>> {
  const { role: name } = unit.spec
  const title = unit.part.title
  const data = { name, title }
  const at = unit.part.place
  const owed = owedBy(unit, plan)
  if (owed !== 'nothing') {
    yield {
      message: 'nothing',
      data,
      at,
      help: owedWords(owed)
    }
    return
  }
  if (unit.part.ordinal && unit.part.ordinal.rest === '')
    yield { message: 'unnamed', data: { name, title }, at, help: `Give it a name: "${trimChars(title, '', ':. ')}: …"` }
  for (const defect of fieldDefects(unit.fields, plan)) {
    if (defect.kind === 'missing' && (weighsItself(unit) || lacksColumn(defect.field.spec, unit, plan))) continue
    const { label, hint } = defect.field.spec
    const weight = defect.severity === 'warning' ? { severity: 'warning' as const } : {}
    if (defect.kind === 'missing')
      yield {
        message: 'field',
        data: { ...data, label },
        at,
        help: unit.part.form === 'row' ? fillIn(defect.field.spec) : `Add **${label}**: ${hint ?? '…'}`,
        ...weight
      }
    else
      yield {
        message: 'emptyField',
        data: { ...data, label },
        at: defect.field.part!.place,
        help: `Write ${hint ?? 'it out'}`,
        ...weight
      }
  }
  const isUndescribed = asksForText(unit) && !describes(unit, plan)
  if (isUndescribed) yield { message: 'bare', data, at, help: 'Describe the option in a sentence or two' }
  yield* checkContent(unit, title, plan, demand => isUndescribed && isText(demand))
}

const isText = ({ kind }: Demand): boolean => kind === 'text' || kind === 'prose'

/** Is text demanded below its title, besides its fields? */
function asksForText(unit: Unit): boolean {
  return (unit.spec.content ?? []).some(isText) && (unit.part.form === 'heading' || isBoldAlone(unit))
}

/** One line that says why not ("Redis: one more service to run") is a trade-off without a label. */
function weighsItself(unit: Unit): boolean {
  const { form, node, value } = unit.part
  return form === 'row'
    ? value!.text !== ''
    : form === 'item'
      ? explainsItself(node as ListItem)
      : form === 'label' && countWords(value?.text ?? '') >= 4
}

/** A bold line of its own is a title. */
function isBoldAlone({ part: { form, value } }: Unit): boolean {
  return form === 'bold' && (value?.text ?? '') === ''
}

/** Is there anything besides the option's fields? */
function describes(unit: Unit, plan: Plan): boolean {
  const given = unit.fields.filter(field => field.part)
  // One without a label of its own stands where its value does.
  const spanOf = ({ part, span }: BoundField): Span => (part === unit.part ? span! : part!.span)
  const first = Math.min(unit.span.end, ...given.filter(({ spec }) => spec.required).map(field => spanOf(field).start))
  const last = Math.max(first, ...given.map(field => spanOf(field).end))
  return (
    !plan.content.isEmpty({ start: unit.part.place.end.offset, end: first }) ||
    !plan.content.isEmpty({ start: last, end: unit.span.end })
  )
}
