/** A small plan as a small profile reads it. */
import type { BoundField, BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import type { Span } from '../../src/outline/types.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import { ownProfile, planBy } from './own-plan.ts'
import type { Small } from './own-plan.ts'

export type { Small } from './own-plan.ts'

export function bound(profile: Small, lines: readonly string[]): Plan {
  return planBy(ownProfile(profile), lines.join('\n'))
}

/** Sections with where they are; below them their fields and units. */
export function sectionsOf(sections: readonly SectionSpec[], lines: readonly string[]): string[] {
  const plan = bound({ sections: [...sections] }, lines)
  return plan.allSections.flatMap(section => [
    sectionLine(section, plan),
    ...section.fields.map(field => `  ${fieldLine(field, plan)}`),
    ...section.units.flatMap(unit => unitLines(unit, plan, '  '))
  ])
}

function sectionLine(
  { spec, part, state, span, negative, misspelt, hidden, nestedIn, duplicates }: BoundSection,
  plan: Plan
): string {
  const more = [
    part && linesOf(span, plan),
    negative?.kind,
    misspelt && 'misspelt',
    hidden && 'hidden',
    nestedIn && `in ${nestedIn.spec.id}`,
    duplicates.length > 0 && `again ${duplicates.map(each => each.part.place.start.line).join()}`
  ]
  return [spec.id, state, ...more.filter(Boolean)].join(' ')
}

export function fieldLine({ spec, state, text, place, span, negative, again, fields }: BoundField, plan: Plan): string {
  if (state === 'missing') return `${spec.label} missing`
  const source = span && plan.outline.source.slice(span.start, span.end).trim()
  return [
    `${spec.label} ${state}`,
    negative?.kind,
    `${place!.start.line}:${place!.start.column}`,
    JSON.stringify(text),
    source === text ? undefined : `of ${JSON.stringify(source)}`,
    ...(again ?? []).map(each => `again ${each.place!.start.line} ${JSON.stringify(each.text)}`),
    ...fields.map(each => `(${fieldLine(each, plan)})`)
  ]
    .filter(each => each !== undefined)
    .join(' ')
}

export function unitLines(unit: Unit, plan: Plan, indent = ''): string[] {
  const { part, name, span, fields, units, index, parent } = unit
  return [
    `${indent}${index}. ${part.form} ${name} ${linesOf(span, plan)}${part.ordinal ? ` number ${part.ordinal.raw}` : ''}${parent ? ` in ${parent.name}` : ''}`,
    ...fields.map(field => `${indent}  ${fieldLine(field, plan)}`),
    ...units.flatMap(inner => unitLines(inner, plan, `${indent}  `))
  ]
}

/** "first line-last line" */
function linesOf({ start, end }: Span, { outline: { lines } }: Plan): string {
  return `${lines.pointAt(start).line}-${lines.pointAt(end - 1).line}`
}
