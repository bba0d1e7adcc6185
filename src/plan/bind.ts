import type { Root } from 'mdast'
import type { Profile, UnitSpec } from '../profiles/schema.ts'
import type { Outline, Part, Span } from '../outline/types.ts'
import type { Plan, BoundSection, Unit } from './bind-types.ts'
import { Content } from '../outline/content.ts'
import { isUnfilled } from './leftovers/unfilled.ts'
import { bindSections, emptySection } from './sections/sections.ts'
import { meantLevels } from './sections/levels.ts'
import { orElsewhere, sectionFields } from './sections/section-fields.ts'
import { holdsItself, documentSpec, documentId } from '../profiles/holders.ts'
import { readStatus } from './status.ts'
import { footOf } from '../outline/foot.ts'
import { placeOf } from '../outline/nodes.ts'
import { lineEnd } from '../outline/lines.ts'
import { ownUnitSpecs } from '../profiles/units.ts'
import { coverOf } from '../outline/cover.ts'
import { isLine } from './units/parts/unboxed.ts'
import { bindUnits, unitsOfFields } from './units/units.ts'
import { isDash, readNegative } from '../outline/negative.ts'
import { orphanUnits } from './orphans.ts'
import { treeDemand, plainFields, alsoBy, isMatter } from '../profiles/fields.ts'
import { isNothing } from '../outline/nothing.ts'
import { bindFields, FieldIndex, rowFields } from './fields.ts'
import { isCanonical, wholeProse } from './field-value.ts'
import { bindMatter } from './written/front-matter.ts'
import { unitKinds } from '../profiles/kinds.ts'

const memo = new WeakMap<Root, Map<Profile, { outline: Outline; plan: Plan }>>()

/** The plan of an outline that others will ask for as well; memoised per tree and profile. */
export function planOf(outline: Outline, profile: Profile): Plan {
  let known = memo.get(outline.root)
  if (!known) memo.set(outline.root, (known = new Map()))
  const before = known.get(profile)
  if (before?.outline === outline) return before.plan
  const plan = bindPlan(outline, profile)
  known.set(profile, { outline, plan })
  return plan
}

/** Reads an outline by a profile, with the levels that its headings have by what they are. Total. */
export function bindPlan(written: Outline, profile: Profile): Plan {
  const asWritten = new Content(written)
  const found = bindSections(profile, asWritten)
  const levels = meantLevels(profile, found.top, written)
  const outline = levels.size === 0 ? written : written.withLevels(levels)
  const content = levels.size === 0 ? asWritten : new Content(outline)
  const { top, all } = levels.size === 0 ? found : bindSections(profile, content)
  for (const section of all) {
    fill(section, content, profile)
    if (section.duplicates.length > 0) fillAgain(section, content)
  }
  const title =
    outline.parts.find(part => part.level === 1 && !all.some(section => section.part === part)) ??
    outline.parts.find(part => part.level === 1)
  const titlePlace = title?.place ?? firstPlace(outline)
  if (holdsItself(profile)) all.unshift(bindDocument(profile, top, title, titlePlace, content))
  const metadata = bindMetadata(profile, top, all[0], content)
  // Of a section that stands there again the first one goes by the name.
  const byId = new Map(all.toReversed().map(section => [section.spec.id, section]))
  const units = collectUnits(all)
  const plan: Plan = {
    outline,
    profile,
    content,
    sections: top,
    allSections: all,
    metadata,
    titlePlace,
    section: id => byId.get(id),
    units: role => units.get(role) ?? [],
    ...(title ? { title } : {})
  }
  readStatus(plan)
  return plan
}

function firstPlace(outline: Outline): Plan['titlePlace'] {
  const first = outline.root.children[0]
  return first
    ? { start: placeOf(first).start, end: outline.lines.pointAt(lineEnd(outline.source, placeOf(first).start.offset)) }
    : outline.document.place
}

/** The document as what holds units and content itself. Its units are sought outside of the profile's sections. */
function bindDocument(
  profile: Profile,
  top: readonly BoundSection[],
  title: Part | undefined,
  place: Plan['titlePlace'],
  content: Content
): BoundSection {
  const { document, source } = content.outline
  const span = { start: 0, end: source.length }
  const part: Part = { ...document, title: title?.title ?? '', key: title?.key ?? '', place, span }
  const spec = documentSpec(profile)
  // Messages call it as its reader sees it.
  const named = title?.title ? { ...spec, title: title.title } : spec
  const holder = { ...emptySection(named), part, state: 'filled' as const, span }
  const taken = top.flatMap(({ part, span, duplicates }) => (part ? [span, ...duplicates.map(each => each.span)] : []))
  const body = { start: title?.place.end.offset ?? 0, end: source.length }
  for (const unit of ownUnitSpecs(profile)) {
    // A box in a phase is the phase's.
    const isHeld = coverOf(holder.units.map(unit => unit.span))
    const units = bindUnits(unit, holder, body, content, { taken })
    holder.units.push(...units.filter(task => !isLine(task) || !isHeld(task.span.start)))
  }
  return holder
}

/** State, fields and units of a section that was found. */
function fill(section: BoundSection, content: Content, profile: Profile): void {
  if (!section.part) return
  const { spec, part } = section
  const body = bodySpan(section)
  section.state = 'filled'
  const prose = wholeProse(part, body, content)
  const negative = prose === undefined || isDash(prose) ? undefined : readNegative(prose)
  // Of a tree that is put off it is said that there is none.
  if (negative && (negative.kind !== 'later' || !treeDemand(spec))) {
    section.state = 'negative'
    section.negative = negative
    return
  }
  if (isCanonical(spec, prose)) {
    section.state = 'canonical'
    return
  }
  if (content.isEmpty(body) && (part.form !== 'label' || isNothing(part.value?.text ?? ''))) {
    section.state = 'empty'
    if (!hasParts(section, content)) return
  } else if (isUnfilled(body, content, profile)) {
    section.state = 'empty'
    return
  }
  section.units.push(...unitsIn(body, section, content), ...orphanUnits(section, body, content))
  if (plainFields(spec).length === 0) return
  section.fields = sectionFields(section, body, content)
  section.units.push(...unitsOfFields(section.fields, section, content))
}

function unitsIn(body: Span, section: BoundSection, content: Content): Unit[] {
  const found: Unit[] = []
  for (const unitSpec of ownUnitSpecs(section.spec)) {
    // A row in a phase is the phase's.
    const isHeld = coverOf(found.map(unit => unit.span))
    const units = bindUnits(unitSpec, section, body, content)
    found.push(...units.filter(unit => unit.part.form !== 'row' || !isHeld(unit.span.start)))
  }
  return found
}

/** The units of a section that stands there again, with its own: counted through as they stand. */
function fillAgain(section: BoundSection, content: Content): void {
  const more = section.duplicates.flatMap(again => unitsIn(bodySpan(again), section, content))
  if (more.length === 0) return
  const counts = new Map<UnitSpec, number>()
  section.units = [...section.units, ...more].sort((a, b) => a.span.start - b.span.start)
  for (const unit of section.units) {
    unit.index = counts.get(unit.spec) ?? 0
    counts.set(unit.spec, unit.index + 1)
  }
}

/** What a section says: from the end of its title to its end. */
export function bodySpan({ part, span }: Pick<BoundSection, 'part' | 'span'>): Span {
  if (!part) return span
  return { start: part.place.end.offset, end: span.end }
}

/** Titles inside an empty section (steps without anything below them) still count as its content. */
function hasParts(section: BoundSection, content: Content): boolean {
  return content.parts(section.span, section.part).length > 0
}

const nothing: readonly never[] = []

/** Metadata stands above the first section (a label anywhere else is another thing). */
function bindMetadata(
  profile: Profile,
  top: BoundSection[],
  holder: BoundSection | undefined,
  content: Content
): Plan['metadata'] {
  const all = profile.fields?.filter(field => field.kind !== 'link') ?? nothing
  const specs = all.filter(field => !isMatter(field))
  const given = bindMatter(
    all.filter(field => isMatter(field)),
    content
  )
  if (holder?.spec.id === documentId) holder.units.push(...unitsOfFields(given, holder, content))
  if (specs.length === 0) return given
  const starts = top.flatMap(section => (section.part ? [section.part.span.start] : []))
  if (holder?.spec.id === documentId) starts.push(...holder.units.map(unit => unit.span.start))
  // Without any section of the profile, the opening ends at the first heading below the title.
  const first =
    starts.length > 0 ? undefined : content.outline.parts.find(part => part.form === 'heading' && part.level > 1)
  const span = {
    start: 0,
    end: Math.min(content.outline.source.length, ...starts, ...(first ? [first.span.start] : []))
  }
  const parts = content.parts(span).filter(part => part.form !== 'heading')
  const bound = bindFields(specs, new FieldIndex([...parts, ...rowFields(content, span)]), content)
  const atFoot = partsOfFoot(content).filter(({ span: { start } }) => start >= span.end)
  const below = atFoot.length > 0 ? bindFields(specs, new FieldIndex(atFoot), content) : bound
  return [
    ...given,
    ...bound
      .map((field, i) => (field.state === 'missing' && !alsoBy(field.spec, 'section') ? below[i]! : field))
      .map(field => orElsewhere(field, content))
      .map(field => (field.state === 'missing' && field.spec.required ? bindMatter([field.spec], content)[0]! : field))
  ]
}

/** Labels at the foot of a document, below its last rule. */
export function partsOfFoot(content: Content): Part[] {
  const foot = footOf(content.outline)
  return foot ? content.parts(foot).filter(({ form }) => form === 'label') : []
}

function collectUnits(all: BoundSection[]): Map<string, Unit[]> {
  const byRole = new Map<string, Unit[]>()
  const add = (unit: Unit): void => {
    if (unit.part.struck) return
    for (const role of rolesOf(unit)) {
      const list = byRole.get(role)
      if (list) list.push(unit)
      else byRole.set(role, [unit])
    }
    for (const inner of unit.units) add(inner)
  }
  for (const section of all) for (const unit of section.units) add(unit)
  for (const list of byRole.values()) list.sort((a, b) => a.span.start - b.span.start)
  return byRole
}

const kinds: ReadonlySet<string> = new Set(unitKinds)

/** What a unit is asked for by: its kind, and its own name unless that is another kind's. */
function rolesOf({ role, spec }: Unit): ReadonlySet<string> {
  return new Set(kinds.has(spec.role) ? [role] : [role, spec.role])
}
