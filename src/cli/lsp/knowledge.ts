/** What an editor tells of a plan besides its findings: its parts, what the profile demands of them, and what is still missing. */
import { contentNames } from '../../../rules/words/content.ts'
import { normalise } from '../../outline/text.ts'
import { titleNames } from '../../outline/title.ts'
import { headingLine, sectionSkeleton } from '../../fix/skeletons/skeleton.ts'
import type { BoundSection, Plan, Unit } from '../../plan/bind-types.ts'
import { allFields, allMetadata, allUnits } from '../../plan/every.ts'
import { isVerified, verificationsOf } from '../../plan/verification.ts'
import type { Demand, FieldSpec, SectionSpec, UnitSpec } from '../../profiles/schema.ts'
import { plainFields } from '../../profiles/fields.ts'
import { commandLabels, expectedLabels } from '../../profiles/verification.ts'
import { unitSpecs } from '../../profiles/units.ts'
import type { Place } from '../../types.ts'

/** A section or unit, for an outline. */
export interface Symbol {
  name: string
  detail: string
  kind: 'section' | 'unit'
  /** Of all that it holds. */
  span: { start: number; end: number }
  place: Place
  children: Symbol[]
}

/** The sections and units of a plan, nested as they stand. */
export function symbolsOf(plan: Plan): Symbol[] {
  return plan.sections.flatMap(ofSection).toSorted(byStart)
}

function ofSection({ part, spec, span, children, units }: BoundSection): Symbol[] {
  const inner = [...children.flatMap(ofSection), ...units.filter(unit => !unit.parent).map(ofUnit)].toSorted(byStart)
  if (!part) return inner
  return [
    {
      name: part.title,
      detail: spec.title === part.title ? '' : spec.title,
      kind: 'section',
      span,
      place: part.place,
      children: inner
    }
  ]
}

function ofUnit({ part, spec, span, units }: Unit): Symbol {
  return {
    name: part.title === '' ? spec.role : part.title,
    detail: spec.role,
    kind: 'unit',
    span,
    place: part.place,
    children: units.map(ofUnit)
  }
}

function byStart(a: Symbol, b: Symbol): number {
  return a.span.start - b.span.start
}

/** What the profile demands where a title stands, in Markdown. */
export function demandsAt(plan: Plan, offset: number): string | undefined {
  const isOn = (place: Place): boolean => place.start.offset <= offset && offset <= place.end.offset
  const section = plan.allSections.find(({ part }) => part && isOn(part.place))
  if (section) return demandsOf(section.spec, plan)
  const unit = allUnits(plan).find(({ part }) => isOn(part.place))
  if (unit) return unitText(unit.spec, plan)
  const field = [...allMetadata(plan), ...allFields(plan)].find(({ part }) => part && isOn(part.place))
  return field && `**${field.spec.label}** (${plan.profile.title}): ${fieldText(field.spec)}`
}

function demandsOf(spec: SectionSpec, plan: Plan): string {
  const lines = [
    ...(spec.content ?? []).map(demand => `- ${demandText(demand)}`),
    ...(spec.sections ?? [])
      .filter(({ required }) => required !== false)
      .map(({ title }) => `- the section "${title}"`),
    ...plainFields(spec).map(field => `- ${fieldLine(field)}`),
    ...unitSpecs(spec).map(unit => `- ${unit.min ?? 1} ${unit.role} or more`),
    ...(spec.checklist ? ['- its checklist'] : []),
    ...(spec.na === 'never' ? ['- never N/A'] : ['- or N/A, and the reason'])
  ]
  const need = spec.required === false ? 'optional' : 'required'
  const names = spec.aliases?.length ? `\n\nAlso called: ${spec.aliases.join(', ')}` : ''
  return `**${spec.title}** – ${need} in ${plan.profile.title}\n\n${lines.join('\n')}${names}`
}

function unitText(spec: UnitSpec, plan: Plan): string {
  const lines = [
    ...(spec.content ?? []).map(demand => `- ${demandText(demand)}`),
    ...plainFields(spec).map(field => `- ${fieldLine(field)}`),
    ...(spec.verification ? [`- a verification, its command ${spec.verification.command}`] : [])
  ]
  return `**Each ${spec.role}** in ${plan.profile.title}\n\n${lines.length === 0 ? '- a title' : lines.join('\n')}`
}

function demandText({ kind, or = [], columns, min = 1, required = true, hint }: Demand): string {
  const what = [...new Set([kind, ...[or].flat()].map(each => contentNames[each]))].join(' or ')
  const named = columns ? ` with the columns ${columns.flat().join(', ')}` : ''
  return `${min > 1 ? `${min} × ` : ''}${what}${named}${needOf(required)}${hint ? `: ${hint}` : ''}`
}

function needOf(required: boolean | 'warning'): string {
  return required === true ? '' : required === 'warning' ? ' (recommended)' : ' (optional)'
}

function fieldLine(field: FieldSpec): string {
  return `**${field.label}**${needOf(field.required ?? false)}: ${fieldText(field)}`
}

function fieldText({ kind = 'text', values, hint }: FieldSpec): string {
  const known = values === undefined ? undefined : (Array.isArray(values) ? values : Object.keys(values)).join(', ')
  return hint ?? (known === undefined ? kind : `one of ${known}`)
}

/** Something that could be written where the cursor is. */
export interface Suggestion {
  label: string
  detail: string
  text: string
  /** The skeleton of what belongs there. */
  whole?: string
}

/** Titles of sections that a plan lacks, for a heading of a level. */
export function missingSections(plan: Plan, level: number): Suggestion[] {
  return plan.allSections
    .filter(({ part, hidden, parent }) => !part && !hidden && (parent === undefined || parent.part !== undefined))
    .map(({ spec }) => ({
      label: spec.title,
      detail: `${spec.required === false ? 'optional' : 'missing'} section of ${plan.profile.title}`,
      text: headingLine(spec, level),
      whole: sectionSkeleton(spec, level, role => plan.units(role).map(unit => unit.part.title))
    }))
}

/** Labels of fields that are missing from what holds an offset: a unit, a section, the plan itself. */
export function missingFields(plan: Plan, offset: number): Suggestion[] {
  const holds = ({ span }: { span: { start: number; end: number } }): boolean =>
    span.start <= offset && offset <= span.end
  const unit = allUnits(plan).findLast(holds)
  const section = plan.allSections.findLast(each => each.part && holds(each))
  const holders = [unit, section].filter(each => each !== undefined)
  const fields = holders.flatMap(holder => holder.fields)
  const all = fields.length > 0 || unit ? fields : section ? [] : plan.metadata
  const missing = all.filter(({ part }) => !part).map(({ spec }) => suggestion(spec.label, fieldText(spec)))
  const taken = new Set(all.map(({ spec }) => spec.label))
  return [...missing, ...(unit ? missingVerification(unit, plan).filter(({ label }) => !taken.has(label)) : [])]
}

/** The labels of a verification, and of what its command shows, that a unit lacks. */
function missingVerification(unit: Unit, plan: Plan): Suggestion[] {
  const { verification, role } = unit.spec
  if (!verification || unit.units.some(isVerified)) return []
  const found = verificationsOf(unit, plan)
  const [expected] = expectedLabels(verification)
  const names = new Set(found.flatMap(({ part }) => (part ? titleNames(part) : [])))
  return [
    ...(found.length === 0
      ? commandLabels(verification)
          .slice(0, 1)
          .map(label => suggestion(label, `a command in backticks that fails until this ${role} is done`))
      : []),
    ...(expected !== undefined && !expectedLabels(verification).some(label => names.has(normalise(label)))
      ? [suggestion(expected, 'what the command shows once it is done')]
      : [])
  ]
}

function suggestion(label: string, detail: string): Suggestion {
  return { label, detail, text: `**${label}**: ` }
}
