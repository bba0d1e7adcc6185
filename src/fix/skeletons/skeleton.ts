import type { Demand, FieldSpec, Profile, SectionSpec, UnitSpec } from '../../profiles/schema.ts'
import { openingDemand } from '../../profiles/holders.ts'
import { progressOf, statusOf, valuesOf } from '../../profiles/status.ts'
import { areRows, choosingField, isMatter, numberOf, plainFields, treeDemand } from '../../profiles/fields.ts'
import { allUnitSpecs, isWritten, ownUnitSpecs, unitSpecs } from '../../profiles/units.ts'
import {
  dateValue,
  demandSkeleton,
  expectedSkeleton,
  fieldSkeleton,
  isRequired,
  isWanted,
  rows,
  todo,
  wantedOf
} from './blanks.ts'
import { matterSkeleton } from './front-matter.ts'
import { taggedSection } from './tags.ts'
import { countOf } from './counts.ts'
import { skeletonTitle, unitSkeletons } from './unit-skeleton.ts'

/**
 * Plans and sections to fill in, made from a profile's data: what must stand there, in brackets that say what to write. `no-placeholder` reports each of
 * them until it is filled in.
 */
export function planSkeleton(profile: Profile, now: Date): string {
  const ending = openingDemand(profile, 'title')?.words?.[0]
  const matter = matterSkeleton(profile, now)
  // What is made of tags is titled by its front matter.
  const isTagged = profile.sections.some(({ form }) => form === 'tag')
  const parts = isTagged ? [] : [`# ${todo('name')}${ending === undefined ? '' : ` ${ending}`}`]
  const opening = [
    ...openingLines(profile, now),
    ...(profile.fields ?? [])
      .filter(field => isWanted(field) && field.kind !== 'link' && !isMatter(field))
      .map(field => metadataLine(field, profile, now))
  ]
  if (opening.length > 0) parts.push(opening.join('\n'))
  const tracked = (role: string): string[] =>
    allUnitSpecs(profile)
      .filter(unit => unit.role === role || unit.counts === role)
      .flatMap(unit => Array.from({ length: countOf(unit) }, (_, index) => skeletonTitle(unit, index)))
  for (const section of profile.sections)
    if (section.required !== false) parts.push(sectionSkeleton(section, 2, tracked, now))
  const units = ownUnitSpecs(profile)
  // What may stand in a unit of another kind is begun there.
  const demanded = units
    .filter(unit => (unit.min ?? 1) > 0)
    .map(unit => units.find(outer => ownUnitSpecs(outer).some(({ role }) => role === unit.role)) ?? unit)
  for (const unit of demanded) parts.push(unitSkeletons(unit, 2))
  if (matter !== undefined) {
    if (parts.length === 1) parts.push(todo('what changes, and how it is shown to work'))
    parts.unshift(matter)
  } else if (parts.length === 1) {
    // Nothing is demanded: it shows what such a plan is made of, and says itself by what it is judged.
    parts.unshift(`---\nplanlint: ${profile.name}\n---`)
    parts.push(units[0] ? unitSkeletons(units[0], 2) : todo(gistOf(profile)))
  }
  return `${parts.join('\n\n')}\n`
}

/** What such a document holds, in a clause. */
function gistOf({ summary }: Profile): string {
  const [clause = summary] = summary.split(': ')
  return clause.charAt(0).toLowerCase() + clause.slice(1)
}

/** Titles of a plan's units of a role, for checklists that follow them. */
type Tracked = (role: string) => readonly string[]

/**
 * @param level Of its heading, 1 to 6.
 * @returns Without a line break at its end.
 */
export function sectionSkeleton(spec: SectionSpec, level: number, tracked: Tracked, now?: Date): string {
  if (spec.form === 'tag') return taggedSection(spec, adviceOf(spec))
  const parts = [headingLine(spec, level)]
  if (spec.hint?.includes('\n')) parts.push(spec.hint.trim())
  else parts.push(...ownParts(spec, tracked, now))
  const mayWait = spec.na === 'empty' || spec.na === 'later'
  const hasOwn = parts.length > 1 || mayWait
  const units = ownUnitSpecs(spec)
  // What may stand in a unit of another kind is begun there.
  const isInner = (unit: UnitSpec): boolean =>
    units.some(outer => outer !== unit && ownUnitSpecs(outer).some(each => each.role === unit.role))
  for (const unit of units)
    if (((unit.min ?? 1) > 0 || !hasOwn) && !isInner(unit)) parts.push(unitSkeletons(unit, level + 1))
  parts.push(...recommendationParts(spec))
  const branches = new Set((spec.sections ?? []).flatMap(({ choice }) => Object.keys(choice ?? {})))
  for (const inner of spec.sections ?? [])
    if ((inner.required !== false || branches.has(inner.id)) && !isOfAnyHeading(inner))
      parts.push(sectionSkeleton(inner, level + 1, tracked, now))
  if (parts.length === 1 && !mayWait) parts.push(todo(adviceOf(spec)))
  return parts.join('\n\n')
}

/** Does it go by the headings of what it holds? Items need its own. */
function isOfAnyHeading(spec: SectionSpec): boolean {
  return spec.or === 'any-heading' && !unitSpecs(spec).some(unit => isWritten(unit, 'item'))
}

/** The heading of a section as its profile numbers it. */
export function headingLine({ number, title }: Pick<SectionSpec, 'number' | 'title'>, level: number): string {
  const own = numberOf({ number })
  const numbering = own === undefined ? '' : own.includes('.') ? `${own} ` : `${own}. `
  return `${'#'.repeat(Math.max(1, Math.min(6, level)))} ${numbering}${title}`
}

/** An entry for a file in an overview of files: a heading with the path, and what to write below. */
export function entrySkeleton(path: string, level: number, mark = ''): string {
  return `${'#'.repeat(Math.min(6, level))} \`${path}\`${mark}\n\n${todo('what the file is for, and what changes in it')}`
}

function openingLines(profile: Profile, now: Date): string[] {
  const links = (profile.fields ?? []).filter(field => field.kind === 'link' && isWanted(field))
  const lines = links.map(({ label, hint }) => `**${label}**: ${todo(`link to ${hint ?? 'it'}`)}`)
  if (openingDemand(profile, 'date'))
    lines.push(`State of ${now.toISOString().slice(0, 10)}: ${todo('where the project stands')}`)
  return lines
}

/** A new plan is a draft of today; where there are no drafts, it has the first status that there is. */
function metadataLine(field: FieldSpec, profile: Profile, now: Date): string {
  const status = statusOf(profile)
  const states = status?.spec === field ? Object.entries(status.states) : []
  const draft = (states.find(([, state]) => state === 'draft') ?? states[0])?.[0]
  const progress = progressOf(profile)
  const first = progress?.spec === field ? progress.values[0] : undefined
  const value =
    draft ??
    first ??
    (field.kind === 'enum'
      ? todo(`one of ${valuesOf(field).join(', ')}`)
      : (dateValue(field, now) ?? todo(field.hint ?? field.label)))
  return `- **${field.label}**: ${value}`
}

function ownParts(spec: SectionSpec, tracked: Tracked, now: Date | undefined): string[] {
  const parts: string[] = []
  const fields = wantedOf(plainFields(spec))
  if (fields.length > 0)
    parts.push(isTable(spec) ? rows(fields, now) : fields.map(field => fieldSkeleton(field, '- ')).join('\n'))
  const tree = treeDemand(spec)
  if (tree?.label !== undefined) parts.push(`**${tree.label}**:`)
  for (const demand of demandsBeside(spec, fields.length > 0)) parts.push(demandSkeleton(demand, now))
  if (spec.verification?.expected === true) parts.push(expectedSkeleton)
  const followed = spec.checklist?.units === undefined ? [] : tracked(spec.checklist.units)
  if (followed.length > 0) parts.push(followed.map(title => `- [ ] ${title}`).join('\n'))
  else if (spec.checklist?.items)
    parts.push(spec.checklist.items.map(item => `- [ ] ${typeof item === 'string' ? item : item.text}`).join('\n'))
  else if (spec.checklist && !spec.content?.some(demand => demand.kind === 'tasks'))
    parts.push(`- [ ] ${todo(adviceOf(spec))}`)
  if (spec.choice)
    parts.push(
      Object.values(spec.choice)
        .map(([text]) => `- [ ] ${text!}`)
        .join('\n'),
      todo('Tick one box and delete this line. Fill in the section below that the box leads to; delete the other')
    )
  return parts
}

/** Below the options that it chooses from. */
function recommendationParts(spec: SectionSpec): string[] {
  const field = choosingField(spec)
  if (!field) return []
  const [rationale] = field.fields ?? []
  return [
    `**${field.label}**: ${todo('which one')}`,
    ...(rationale === undefined ? [] : [`**${rationale.label}**: ${todo('why this one')}`])
  ]
}

/** What fields, units and checklists do not answer already. */
function demandsBeside(spec: SectionSpec, hasFields: boolean): Demand[] {
  const units = unitSpecs(spec).filter(unit => (unit.min ?? 1) > 0)
  const answered = hasFields || units.length > 0
  const lines = wantedOf(plainFields(spec)).length + units.reduce((sum, unit) => sum + countOf(unit), 0)
  return (spec.content ?? []).filter(
    demand =>
      isRequired(demand) &&
      !(answered && demand.kind === 'text') &&
      !(answered && demand.kind === 'list' && lines >= (demand.min ?? 1)) &&
      !(spec.checklist?.items && demand.kind === 'tasks')
  )
}

function adviceOf(spec: SectionSpec): string {
  const help =
    spec.hint ??
    spec.content?.find(demand => demand.hint)?.hint ??
    (spec.verification
      ? 'the commands that check the work, in backticks or a fence'
      : `what belongs under ${spec.title}`)
  return spec.na === 'never' || spec.form === 'tag' ? help : `${help}; or N/A and the reason`
}

/** Short values are read best in a table. */
function isTable(spec: SectionSpec): boolean {
  const { fields = [] } = spec
  return (
    areRows(spec) &&
    fields.some(field => field.kind === 'instant' || field.kind === 'enum' || field.kind === 'sentence')
  )
}
