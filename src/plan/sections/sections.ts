import { countBy } from '../../util/group.ts'
import type { Profile, SectionSpec } from '../../profiles/schema.ts'
import type { Content } from '../../outline/content.ts'
import type { BoundSection } from '../bind-types.ts'
import type { Part, Span } from '../../outline/types.ts'
import { isHeading, isInsideUnit } from './inside.ts'
import { matchLevel, matchLabels } from './match.ts'
import { matchNearly, matchMisspelt, matchLoosely, titlesOf } from './near-titles.ts'
import { matchHolders, bindFurther, bindAgain, bindGroups } from './holders.ts'
import { isItself, matchFrames } from './frames.ts'
import { titleOfPlan } from './plan-title.ts'
import { writtenLevel } from '../units/parts/named-parts.ts'
import { once } from '../../util/once.ts'
import { allUnitSpecs, titleWords, unitSpecs, ownUnitSpecs } from '../../profiles/units.ts'
import { reachOver } from '../units/reach.ts'
import { numberOf } from '../../profiles/fields.ts'
import { LABEL } from '../../outline/parts/builder.ts'
import { normalise } from '../../outline/text.ts'
import { titleNames } from '../../outline/title.ts'

/** What grows while sections are bound. */
interface Binding {
  /** Parts that are a section. */
  taken: Set<Part>
  content: Content
  all: BoundSection[]
}

/** Binds the profile's sections to the document's parts; states, fields and units are filled in later. */
export function bindSections(profile: Profile, content: Content): { top: BoundSection[]; all: BoundSection[] } {
  const taken = new Set<Part>()
  const words = unitWords(profile)
  const titles = content.outline.parts.filter(
    part =>
      isHeading(part) &&
      !isAtOtherLevel(part, profile.sections) &&
      !(part.ordinal?.word !== undefined && words.has(part.ordinal.word)) &&
      !isInsideUnit(part)
  )
  const title = titleOfPlan(titles, profile.sections)
  const headings = titles.filter(part => part !== title)
  if (title) taken.add(title)
  const top = profile.sections.map(spec => emptySection(spec))
  matchLevel(top, headings, taken, profile, content)
  const below = headings.filter(part => part.level > 1)
  // "# Backlog: gateway" is a title, "# Goal: less noise" among others of its level a section.
  const near = below.length > 0 && headings.length - below.length <= 1 ? below : headings
  matchNearly(top, near, taken)
  matchLabels(top, content.outline.parts, taken)
  matchMisspelt(top, headings, taken, profile.sections, content.outline)
  const usual = mode(near.filter(part => taken.has(part)).map(part => part.level))
  const outer = usual === 0 ? near : near.filter(part => part.level <= usual)
  matchFrames(top, outer, taken)
  matchLoosely(top, outer, taken)
  const again = [
    ...matchHolders(top, content.outline.parts, taken, emptySection),
    ...bindFurther(top, emptySection),
    ...bindAgain(top, content.outline.parts, taken, content, emptySection)
  ]
  const all: BoundSection[] = [...top]
  const binding = { taken, content, all }
  markNested(top)
  const bounds = [...top, ...again]
    .flatMap(startsOf)
    .concat(unitStarts(profile, content))
    .sort((a, b) => a - b)
  const narrow = [...bounds, ...headlessStarts(top, taken, content)].sort((a, b) => a - b)
  for (const section of [...top, ...again]) setSpan(section, section.spec.units ? bounds : narrow, content)
  for (const section of top) bindChildren(section, binding)
  for (const section of all) bindApart(section, headings, bounds, binding)
  all.push(...again)
  return { top, all }
}

/** Has it the title of a section that is read at another level alone? */
function isAtOtherLevel(part: Part, specs: readonly SectionSpec[]): boolean {
  return levelled(specs).some(spec => writtenLevel(part) !== spec.level && titlesOf(spec).includes(part.key))
}

/** Those that are read at one level alone. */
const levelled = once((specs: readonly SectionSpec[]) => specs.filter(({ level }) => level !== undefined))

/** Words that units start with, lower case: "Phase 2: Configuration" is a phase, never the section "Configuration". */
const unitWords = once(
  (profile: Profile): ReadonlySet<string> => new Set(allUnitSpecs(profile).flatMap(unit => titleWords(unit).usual))
)

/** Where units of the document begin by a word of their own: no section reaches over one. */
function unitStarts(profile: Profile, { outline }: Content): number[] {
  const words = new Set(unitSpecs(profile).flatMap(unit => titleWords(unit).usual))
  if (words.size === 0) return []
  return outline.parts
    .filter(({ form, ordinal }) => form === 'heading' && ordinal?.word !== undefined && words.has(ordinal.word))
    .map(part => part.span.start)
}

/** Where sections begin whose own heading is missing: at the heading of a part, or the label of a field, that no other section has. */
function headlessStarts(top: readonly BoundSection[], taken: ReadonlySet<Part>, { outline }: Content): number[] {
  const [lost, there] = [namesWithin(top.filter(({ part }) => !part)), namesWithin(top.filter(({ part }) => part))]
  if (lost.size === 0) return []
  return outline.parts
    .filter(part => {
      if ((part.level !== LABEL && (part.level < 2 || !isHeading(part))) || taken.has(part) || isInsideUnit(part))
        return false
      return titleNames(part).some(name => lost.has(name) && !there.has(name))
    })
    .map(part => part.span.start)
}

/** What parts and demanded fields of sections are called. */
function namesWithin(sections: readonly BoundSection[]): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ spec: { sections: parts = [], fields = [] } }) => [
      ...parts.flatMap(titlesOf),
      ...fields
        .filter(({ required }) => required !== undefined && required !== false)
        .map(({ label }) => normalise(label))
    ])
  )
}

export function emptySection(spec: SectionSpec, parent?: BoundSection): BoundSection {
  return {
    spec,
    misspelt: false,
    hidden: false,
    duplicates: [],
    further: [],
    state: 'missing',
    span: { start: 0, end: 0 },
    children: [],
    fields: [],
    units: [],
    ...(parent ? { parent } : {})
  }
}

/** A section reaches to the next section of the profile, or to the end of its heading's own reach; a nested one as if it stood beside its siblings. */
function setSpan(section: BoundSection, starts: number[], { outline }: Content): void {
  const { part, duplicates, nestedIn, spec } = section
  if (!part) return
  const spanOf = ({ span: { start } }: Part, reach: number): Span => {
    const next = starts.find(other => other > start) ?? Number.POSITIVE_INFINITY
    return { start, end: Math.min(reachOver(reach, ownUnitSpecs(spec), outline), next) }
  }
  section.span = spanOf(part, nestedIn ? nestedIn.part!.span.end : part.span.end)
  for (const again of duplicates) again.span = spanOf(again.part, again.part.span.end)
}

/** Where a section begins, and where it does so again. */
function startsOf({ part, duplicates }: BoundSection): number[] {
  return part ? [part, ...duplicates].map(({ span }) => span.start) : []
}

function bindChildren(section: BoundSection, binding: Binding): void {
  const { taken, content, all } = binding
  const specs = section.spec.sections
  if (!specs) return
  const level = { sections: specs, order: section.spec.order }
  section.children = specs.map(spec => emptySection(spec, section))
  all.push(...section.children)
  if (!section.part) return
  const itself = section.children.find(child => isItself(section, child))
  if (itself) itself.part = section.part
  const holders = [{ part: section.part, span: section.span }, ...section.duplicates]
  const free = holders.flatMap(({ part, span }) => content.parts(span, part))
  matchLevel(
    section.children.filter(child => !child.part),
    free.filter(part => part.form === 'heading' || part.form === 'bold'),
    taken,
    level,
    content
  )
  const missing = section.children.filter(child => !child.part)
  if (missing.length > 0)
    matchLevel(
      missing,
      free.filter(part => part.form === 'label'),
      taken,
      level,
      content
    )
  const headings = free.filter(isHeading)
  matchNearly(section.children, headings, taken)
  matchMisspelt(section.children, headings, taken, specs, content.outline)
  matchLoosely(section.children, headings, taken)
  const further = [
    ...bindFurther(section.children, emptySection),
    ...bindGroups(section.children, headings, taken, content, emptySection)
  ]
  all.push(...further)
  const starts = [...section.children, ...further].flatMap(startsOf).sort((a, b) => a - b)
  for (const child of [...section.children, ...further]) {
    setSpan(child, starts, content)
    for (const { span } of [child, ...child.duplicates]) span.end = Math.min(span.end, endAround(span.start, holders))
    bindChildren(child, binding)
  }
}

/** Where that ends in which something stands. */
function endAround(start: number, holders: readonly { span: Span }[]): number {
  return (holders.findLast(({ span }) => span.start <= start && start < span.end) ?? holders[0]!).span.end
}

/** A part of a section that stands as a section of its own elsewhere: any level will do, as long as it is in none of the others. */
function bindApart(section: BoundSection, headings: readonly Part[], bounds: number[], binding: Binding): void {
  if (section.part || !section.parent?.part) return
  const { taken, content } = binding
  const name = titlesOf(section.spec)[0]!
  const isFree = (part: Part): boolean => !taken.has(part) && (part.level <= 1 || !part.parent || isFree(part.parent))
  const part = headings.find(each => each.level > 1 && isFree(each) && titleNames(each).includes(name))
  if (!part) return
  taken.add(part)
  section.part = part
  section.apart = true
  setSpan(section, bounds, content)
  bindChildren(section, binding)
}

/** A section is nested where its heading lies deeper than its siblings' usual level, below one of them. */
function markNested(top: BoundSection[]): void {
  const present = top.filter(section => section.part?.form === 'heading')
  // Those that are numbered have a level of their own.
  const usual = (isNumbered: boolean): number =>
    mode(present.filter(({ spec }) => (numberOf(spec) !== undefined) === isNumbered).map(({ part }) => part!.level))
  const [numbered, others] = [usual(true), usual(false)]
  const byPart = new Map(present.map(section => [section.part!, section]))
  for (const section of present) {
    if (section.part!.level <= (numberOf(section.spec) === undefined ? others : numbered)) continue
    for (let above = section.part!.parent; above; above = above.parent) {
      const outer = byPart.get(above)
      if (outer && outer.spec.reach !== 'next') {
        section.nestedIn = outer
        break
      }
    }
  }
}

function mode(values: number[]): number {
  const counts = countBy(values, value => value)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}
