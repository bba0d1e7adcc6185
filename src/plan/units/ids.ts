import type { List, ListItem } from 'mdast'
import { startOf } from '../../outline/nodes.ts'
import { onceEach } from '../../util/once.ts'
import type { Place } from '../../types.ts'
import type { BoundField, Plan, Unit } from '../bind-types.ts'
import { allUnits } from '../every.ts'
import { joinedTo, listedIn, idNumber, numbersTo, opensList } from './numbers.ts'
import { findRanges, shapesOf } from './shapes.ts'
import type { Outline, Span } from '../../outline/types.ts'

/** An identifier that a unit declares: at the head of its title, or, where the profile gives none, its number. */
export interface IdDeclaration {
  role: string
  text: string
  place: Place
  unit: Unit
}

/** A text that refers to a unit of some role by its identifier. */
export interface IdReference {
  /** Role of what it refers to, as the profile says it; "spec.story" is of another file of the set. */
  to: string
  /** As written: `[US1]`, `FR-003`. */
  text: string
  /** What is referred to: `1`, `003`, `1.2`; of a range each on its own; `all`. */
  number: string
  /** The same with what stands before it: `FR-003`. */
  id: string
  place: Place
  unit?: Unit
}

/** Every identifier that the plan declares, in document order. Memoised per plan. */
export const idsOf: (plan: Plan) => readonly IdDeclaration[] = onceEach(plan =>
  allUnits(plan).flatMap(unit => {
    const field = idField(unit)
    const text = field ? field.text : idOf(unit, plan)
    const place = field?.place ?? unit.part.place
    return text === undefined || text === '' ? [] : [{ role: unit.spec.role, text, place, unit }]
  })
)

/** The field that holds a unit's identifier, where the profile says that one does. */
export function idField({ spec: { id }, fields }: Unit): BoundField | undefined {
  const from = id?.from
  return typeof from === 'object' ? fields.find(({ spec, part }) => part && spec.label === from.label) : undefined
}

function idOf(unit: Unit, plan: Plan): string | undefined {
  const { spec, part, lead } = unit
  if (typeof spec.id?.from === 'object') return undefined
  if (spec.id?.from === 'position') return addressOf(unit)
  if (spec.id?.from === 'number') return numberOf(unit, plan)
  return lead?.id ?? (spec.id ? undefined : part.ordinal?.raw)
}

/** The number in a unit's identifier, else that which its item carries in the list; where all carry one, Markdown counts them. */
function numberOf(unit: Unit, { outline }: Plan): string | undefined {
  if (unit.lead?.id !== undefined) return idNumber(unit.lead.id)
  if (unit.part.form !== 'item') return undefined
  const list = listOf(unit, outline)
  const own = writtenNumber(unit.part.span.start, outline)
  if (own === undefined || !list || !isCountedByMarkdown(list, outline)) return own
  return String(Number(own) + list.children.indexOf(unit.part.node as ListItem))
}

/** The list that an item stands in. */
export function listOf({ part: { node } }: Unit, { nodes }: Outline): List | undefined {
  const list = nodes.parents.get(node)
  return list?.type === 'list' ? (list as List) : undefined
}

/** "1. … 1. … 1. …": one number for all. */
const isCountedByMarkdown = ({ children }: List, outline: Outline): boolean =>
  children.length > 1 &&
  writtenNumber(startOf(children[0]!), outline) === writtenNumber(startOf(children[1]!), outline) &&
  writtenNumber(startOf(children[0]!), outline) === writtenNumber(startOf(children.at(-1)!), outline)

function writtenNumber(start: number, { source }: Outline): string | undefined {
  return /^\d{1,8}(?=[.)])/.exec(source.slice(start, start + 9))?.[0]
}

/** Where a unit stands says what it is referred to by: the third criterion of requirement 2 is 2.3, whatever is written. */
export function addressOf({ parent, index }: Unit): string | undefined {
  const outer = parent?.part.ordinal?.numbers[0]
  return outer === undefined ? undefined : `${outer}.${index + 1}`
}

/** Every reference to an identifier, at the places where the profile says that references stand. Memoised per plan. */
export const refsOf: (plan: Plan) => readonly IdReference[] = onceEach(plan => {
  const found: IdReference[] = []
  const read = (refs: Refs, spans: readonly Span[], where: { unit?: Unit; isField: boolean }): void => {
    for (const span of spans) found.push(...referencesIn(refs, span, plan, where))
  }
  for (const unit of allUnits(plan)) {
    const own = unit.part.form === 'heading' ? [titleSpan(unit)] : ownSpans(unit)
    if (unit.spec.refs) read(unit.spec.refs, own, { unit, isField: false })
    for (const field of unit.fields)
      if (field.spec.refs) read(field.spec.refs, valueSpans(field), { unit, isField: true })
  }
  for (const section of plan.allSections)
    for (const field of section.fields) if (field.spec.refs) read(field.spec.refs, valueSpans(field), { isField: true })
  return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
})

/** The references in fields that no unit or section holds, in the order of these. */
export function refsInFields(fields: readonly BoundField[], plan: Plan): IdReference[] {
  return fields.flatMap(field => {
    const { refs } = field.spec
    return refs ? valueSpans(field).flatMap(span => referencesIn(refs, span, plan, { isField: true })) : []
  })
}

/** The references of one kind in a span, wherever it is. */
export function refsWithin(refs: Refs, span: Span, plan: Plan): IdReference[] {
  return referencesIn(refs, span, plan, { isField: false })
}

type Refs = NonNullable<BoundField['spec']['refs']>

/** Where a field says something, each time that it stands there. */
function valueSpans({ span, again = [] }: BoundField): Span[] {
  return [span, ...again.map(other => other.span)].filter(each => each !== undefined)
}

function titleSpan({ part: { place } }: Unit): Span {
  return { start: place.start.offset, end: place.end.offset }
}

const everything = /(?<![\p{L}\p{N}])all(?![\p{L}\p{N}])/iu

function referencesIn(
  refs: Refs,
  span: Span,
  plan: Plan,
  { unit, isField }: { unit?: Unit; isField: boolean }
): IdReference[] {
  const text = plan.content.said(span)
  const at = (start: number, end: number): Pick<IdReference, 'text' | 'place' | 'unit'> => ({
    text: text.slice(start, end),
    place: plan.outline.lines.placeOf({ start: span.start + start, end: span.start + end }),
    ...(unit ? { unit } : {})
  })
  const found: IdReference[] = []
  for (const [to, written] of Object.entries(refs)) {
    for (const { number, start, end: last } of listedIn(shapesOf(written), text))
      found.push({ to, number, id: number, ...at(start, last) })
    const shapes = shapesOf(written).filter(shape => !opensList(shape))
    for (const { first, last, start, end } of findRanges(shapes, text)) {
      if (isOfAnother(text, { start, end: start + first.length })) continue
      const numbers = last === undefined ? [idNumber(first)] : numbersTo(idNumber(first), idNumber(last))
      const head = first.slice(0, first.search(/\d/))
      if (unit?.part.form === 'heading') numbers.push(...joinedTo(numbers.at(-1)!, text, end))
      for (const number of numbers) found.push({ to, number, id: head + number, ...at(start, end) })
    }
  }
  const all = isField && found.length === 0 && text.length < 200 ? everything.exec(text) : null
  if (all)
    for (const to of Object.keys(refs))
      found.push({ to, number: 'all', id: 'all', ...at(all.index, all.index + all[0].length) })
  return found
}

/** Is an identifier one of another plan: "FR-003 of 002-auth", "specs/002-auth FR-003"? */
function isOfAnother(text: string, { start, end }: Span): boolean {
  return (
    /^[\s`*_)\],]{0,4}(?:of|from|in)\s{1,3}[`*_"]{0,3}(?:the\s)?(?:\.{1,2}\/|specs?[/\s]|feature\s|\d{3}-)/i.test(
      text.slice(end, end + 40)
    ) ||
    /(?:\b\d{3}-[a-z][\w-]{0,30}|\bspec\s\d{1,4})(?:\/spec\.md)?[`*_:)\s#/]{1,4}$/i.test(
      text.slice(Math.max(0, start - 50), start)
    )
  )
}

/** What a unit says itself: without the units inside it. */
export function ownSpans({ span, units }: Unit): Span[] {
  const spans: Span[] = []
  let start = span.start
  for (const inner of units) {
    spans.push({ start, end: inner.span.start })
    start = Math.max(start, inner.span.end)
  }
  return [...spans, { start, end: span.end }]
}
