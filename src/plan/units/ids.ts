import { onceEach } from '../../util/once.ts'
import type { Place } from '../../types.ts'
import type { BoundField, Plan, Unit } from '../bind-types.ts'
import { allUnits } from '../every.ts'
import { findShapes, shapesOf } from './shapes.ts'
import type { Span } from '../../outline/types.ts'

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
  /** Its number alone: `1`, `003`. */
  number: string
  place: Place
  unit?: Unit
}

/** Every identifier that the plan declares, in document order. Memoised per plan. */
export const idsOf: (plan: Plan) => readonly IdDeclaration[] = onceEach(plan =>
  allUnits(plan).flatMap(unit => {
    const text = unit.lead?.id ?? (unit.spec.id ? undefined : unit.part.ordinal?.raw)
    return text === undefined ? [] : [{ role: unit.spec.role, text, place: unit.part.place, unit }]
  })
)

/** Every reference to an identifier, at the places where the profile says that references stand. Memoised per plan. */
export const refsOf: (plan: Plan) => readonly IdReference[] = onceEach(plan => {
  const found: IdReference[] = []
  const read = (refs: NonNullable<BoundField['spec']['refs']>, spans: readonly Span[], unit?: Unit): void => {
    for (const [to, shapes] of Object.entries(refs))
      for (const span of spans) found.push(...referencesIn(to, shapesOf(shapes), span, plan, unit))
  }
  for (const unit of allUnits(plan)) {
    if (unit.spec.refs) read(unit.spec.refs, ownSpans(unit), unit)
    for (const field of unit.fields) if (field.spec.refs && field.span) read(field.spec.refs, [field.span], unit)
  }
  for (const section of plan.allSections)
    for (const field of section.fields) if (field.spec.refs && field.span) read(field.spec.refs, [field.span])
  return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
})

function referencesIn(to: string, shapes: readonly string[], span: Span, plan: Plan, unit?: Unit): IdReference[] {
  const { source, lines } = plan.outline
  return [...findShapes(shapes, source.slice(span.start, span.end))].map(({ start, end }) => {
    const text = source.slice(span.start + start, span.start + end)
    const place = lines.placeOf({ start: span.start + start, end: span.start + end })
    return { to, text, number: numberIn(text), place, ...(unit ? { unit } : {}) }
  })
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

/** The `001a` of `[FR-001a]`; empty where there is no digit. */
export function numberIn(text: string): string {
  let end = text.length
  while (end > 0 && !/[\da-z]/.test(text[end - 1]!)) end--
  const start = text.search(/\d/)
  return start < 0 ? '' : text.slice(start, end)
}
