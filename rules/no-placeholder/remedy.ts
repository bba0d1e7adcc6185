import type { Node } from 'mdast'
import { firstFrom } from '../../src/outline/cover.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { allFields, allMetadata } from '../../src/plan/every.ts'
import type { Leftover } from '../../src/plan/leftovers/placeholders.ts'
import { isUnfilledAt } from '../../src/plan/leftovers/unfilled.ts'
import { isParent, spanOf, textOf } from '../../src/outline/nodes.ts'
import { withoutComments } from '../../src/outline/nothing.ts'
import type { Span } from '../../src/outline/types.ts'
import { onceEach } from '../../src/util/once.ts'

/** What to do about text that was left: only what stands beside something else may go without anything in its place. */
export function remedyFor(found: Leftover, plan: Plan): string {
  const { start, end } = found.place
  const span = { start: start.offset, end: end.offset }
  if (found.kind === 'sentence')
    return isUnfilledAt(span.start, plan) || standsAlone(span, plan) ? 'Write there what it asks for' : 'Delete it'
  if (found.kind === 'row')
    return isOneOfSeveral(span, plan) ? 'Replace it by one of your own, or delete it' : 'Replace it by one of your own'
  const { fields, values } = orderOf(plan)
  if (saysNoMore(at(values, span.start)?.text ?? '', found.text)) {
    const hint = at(fields, span.start)?.hint
    return hint === undefined || hint.toLowerCase() === found.text.toLowerCase()
      ? 'Write what belongs there'
      : `Write ${hint}`
  }
  return 'Write what belongs there, or take it out'
}

/** What a plan has in the order of its text, so that each place is found by halving. */
interface Order {
  fields: { span: Span; hint?: string | undefined }[]
  values: { span: Span; text: string }[]
}

const orderOf: (plan: Plan) => Order = onceEach(plan => {
  const { parts, nodes } = plan.outline
  const fields = [...allMetadata(plan), ...allFields(plan)].flatMap(field =>
    field.span && field.fields.length === 0 ? { span: field.span, hint: field.spec.hint } : []
  )
  const labelled = parts.flatMap(({ value }) => (value ? { span: value, text: value.text } : []))
  const titles = parts.flatMap(({ form, place, title, ordinal }) =>
    form === 'heading'
      ? { span: { start: place.start.offset, end: place.end.offset }, text: ordinal?.rest ?? title }
      : []
  )
  const cells = nodes.tables.flatMap(table => table.children.flatMap(row => row.children))
  const blocks = [...cells, ...nodes.paragraphs, ...nodes.fences].map(node => ({
    span: spanOf(node),
    text: textOf(node)
  }))
  // Of a paragraph that begins with a label its value is the narrower one: it comes later.
  const values = [...titles, ...blocks, ...labelled]
  return { fields: inOrder(fields), values: inOrder(values) }
})

function inOrder<T extends { span: Span }>(list: T[]): T[] {
  return list.sort((a, b) => a.span.start - b.span.start)
}

/** The last of those that begin before an offset, if it reaches that far. */
function at<T extends { span: Span }>(list: readonly T[], offset: number): T | undefined {
  const found = list[firstFrom(list.length, i => list[i]!.span.start > offset) - 1]
  return found && found.span.end > offset ? found : undefined
}

/** Is there nothing else in its section, which would be empty without it? */
function standsAlone({ start, end }: Span, { outline: { document, parts, source } }: Plan): boolean {
  const heading = parts.findLast(({ form, place }) => form === 'heading' && place.start.offset <= start) ?? document
  const next = parts.find(({ form, place }) => form === 'heading' && place.start.offset >= end)
  const from = heading === document ? 0 : heading.place.end.offset
  const rest = source.slice(from, start) + source.slice(end, next?.place.start.offset ?? source.length)
  return !/[\p{L}\p{N}]/u.test(withoutComments(rest))
}

function saysNoMore(whole: string, text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(whole.replace(text, ''))
}

/** Has a row its neighbours in the table, an item in the list? */
function isOneOfSeveral({ start }: Span, { outline: { nodes } }: Plan): boolean {
  const holds = (node: Node): boolean => spanOf(node).start <= start && spanOf(node).end > start
  const table = nodes.tables.find(holds)
  if (table) return table.children.length > 2
  const item = nodes.paragraphs.find(holds)
  const list = item && nodes.parents.get(nodes.parents.get(item) ?? item)
  return list?.type === 'list' && isParent(list) && list.children.length > 1
}
