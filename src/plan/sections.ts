import { once } from '../util/once.ts'
import type { Profile, SectionSpec } from '../profiles/schema.ts'
import { numberOf } from '../profiles/fields.ts'
import { allUnitSpecs, ownUnitSpecs, unitSpecs, wordsOf } from '../profiles/units.ts'
import type { BoundSection } from './bind-types.ts'
import type { Content } from '../outline/content.ts'
import { bindAgain, bindFurther, goesOn, matchHolders } from './holders.ts'
import { isHeading, isInsideUnit } from './inside.ts'
import { LABEL } from '../outline/parts/builder.ts'
import { namesOf } from '../outline/title.ts'
import type { Part } from '../outline/types.ts'
import { writtenLevel } from './units/named-parts.ts'
import { reachOver } from './units/reach.ts'
import { allTitlesOf, isDeeper, matchLoosely, matchMisspelt, matchNearly, titlesOf } from './near-titles.ts'

/** Binds the profile's sections to the document's parts; states, fields and units are filled in later. */
export function bindSections(profile: Profile, content: Content): { top: BoundSection[]; all: BoundSection[] } {
  const taken = new Set<Part>()
  const words = unitWords(profile)
  const headings = content.outline.parts.filter(
    part =>
      isHeading(part) &&
      !isAtOtherLevel(part, profile.sections) &&
      !(part.ordinal?.word !== undefined && words.has(part.ordinal.word)) &&
      !isInsideUnit(part)
  )
  const top = profile.sections.map(spec => emptySection(spec))
  matchLevel(top, headings, taken, profile.sections, content, profile.order !== 'free')
  const below = headings.filter(part => part.level > 1)
  // "# Backlog: gateway" is a title, "# Goal: less noise" among others of its level a section.
  const near = below.length > 0 && headings.length - below.length <= 1 ? below : headings
  matchNearly(top, near, taken)
  matchLabels(top, content.outline.parts, taken)
  matchMisspelt(top, headings, taken, profile.sections)
  const usual = mode(near.filter(part => taken.has(part)).map(part => part.level))
  matchLoosely(top, usual === 0 ? near : near.filter(part => part.level <= usual), taken)
  matchHolders(top, content.outline.parts, taken)
  const again = [
    ...bindFurther(top, emptySection),
    ...bindAgain(top, content.outline.parts, taken, content, emptySection)
  ]
  const all: BoundSection[] = [...top]
  markNested(top)
  const bounds = [...top, ...again]
    .filter(section => section.part)
    .map(section => section.part!.span.start)
    .concat(unitStarts(profile, content))
    .sort((a, b) => a - b)
  for (const section of [...top, ...again]) setSpan(section, bounds, content)
  for (const section of top) bindChildren(section, taken, content, all)
  all.push(...again)
  return { top, all }
}

/** Has it the title of a section that is read at another level alone? */
function isAtOtherLevel(part: Part, specs: readonly SectionSpec[]): boolean {
  return specs.some(
    spec => spec.level !== undefined && writtenLevel(part) !== spec.level && titlesOf(spec).includes(part.key)
  )
}

/** Words that units start with, lower case: "Phase 2: Configuration" is a phase, never the section "Configuration". */
const unitWords = once(
  (profile: Profile): ReadonlySet<string> => new Set(allUnitSpecs(profile).flatMap(unit => wordsOf(unit).usual))
)

/** Where units of the document begin by a word of their own: no section reaches over one. */
function unitStarts(profile: Profile, { outline }: Content): number[] {
  const words = new Set(unitSpecs(profile).flatMap(unit => wordsOf(unit).usual))
  if (words.size === 0) return []
  return outline.parts
    .filter(({ form, ordinal }) => form === 'heading' && ordinal?.word !== undefined && words.has(ordinal.word))
    .map(part => part.span.start)
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

const nothing: readonly Part[] = []

/** Exact matches first by title, then by alias; of several, the outermost wins, then one with the right number, then the first. */
function matchLevel(
  sections: BoundSection[],
  candidates: Part[],
  taken: Set<Part>,
  specs: readonly SectionSpec[],
  content: Content,
  isOrdered: boolean
): void {
  const known = allTitlesOf(specs)
  const byKey = new Map<string, Part[]>()
  for (const part of candidates)
    for (const key of namesOf(part)) {
      if (!known.has(key)) continue
      const same = byKey.get(key)
      // One part's keys may be equal.
      if (same?.at(-1) === part) continue
      if (same) same.push(part)
      else byKey.set(key, [part])
    }
  for (const pass of ['title', 'alias'] as const) {
    for (const section of sections) {
      if (section.part) continue
      const found = named(section.spec, pass, byKey, taken)
      if (found.length === 0) continue
      const best = pick(section.spec, found)
      section.part = best
      taken.add(best)
      const others = found.filter(part => part !== best && part.parent === best.parent && part.level === best.level)
      for (const part of others) taken.add(part)
      for (const part of others) (goesOn(part, found) ? section.further : section.duplicates).push(part)
    }
  }
  const siblings = sections[0]?.parent?.children ?? sections
  for (const section of sections)
    if (!section.part) section.hidden = isHidden(section, isOrdered ? siblings : [], content)
}

/** Parts not taken yet that go by a section's title, or by one of its aliases, in the order of these. */
function named(
  spec: SectionSpec,
  pass: 'title' | 'alias',
  byKey: ReadonlyMap<string, readonly Part[]>,
  taken: ReadonlySet<Part>
): Part[] {
  const titles = titlesOf(spec)
  const found: Part[] = []
  for (let i = pass === 'title' ? 0 : 1; i < (pass === 'title' ? 1 : titles.length); i++) {
    for (const part of byKey.get(titles[i]!) ?? nothing)
      if (!taken.has(part) && (pass === 'title' || !isDeeper(part, spec))) found.push(part)
  }
  return found
}

function pick(spec: SectionSpec, found: Part[]): Part {
  return [...found].sort(
    (a, b) =>
      a.level - b.level ||
      Number(b.ordinal?.raw === numberOf(spec)) - Number(a.ordinal?.raw === numberOf(spec)) ||
      a.span.start - b.span.start
  )[0]!
}

/** May a section stand in code that a broken fence made of the text? Not where one that comes after it stands in front of the fence. */
function isHidden(section: BoundSection, ordered: readonly BoundSection[], content: Content): boolean {
  const later = ordered.slice(ordered.indexOf(section) + 1)
  return content.outline.brokenFences.some(({ hidesAll, hidden, region }) =>
    hidesAll
      ? !later.some(({ part }) => part !== undefined && part.span.start < region.start)
      : titlesOf(section.spec).some(title => hidden.has(title))
  )
}

/** A bold label right below the title may stand for a section: "**Goal:** …". */
function matchLabels(sections: BoundSection[], parts: Part[], taken: Set<Part>): void {
  if (sections.every(section => section.part)) return
  const labels = parts.filter(part => part.level === LABEL && isOutermost(part))
  for (const section of sections) {
    if (section.part) continue
    const keys = titlesOf(section.spec)
    const part = labels.find(label => keys.includes(label.key) && !taken.has(label))
    if (part) {
      section.part = part
      taken.add(part)
    }
  }
}

function isOutermost(part: Part): boolean {
  return part.parent!.level <= 1
}

/** A section reaches to the next section of the profile, or to the end of its heading's own reach; a nested one as if it stood beside its siblings. */
function setSpan(section: BoundSection, starts: number[], { outline }: Content): void {
  const { part } = section
  if (!part) return
  const next = starts.find(start => start > part.span.start) ?? Number.POSITIVE_INFINITY
  const reach = section.nestedIn ? section.nestedIn.part!.span.end : part.span.end
  section.span = { start: part.span.start, end: Math.min(reachOver(reach, ownUnitSpecs(section.spec), outline), next) }
}

function bindChildren(section: BoundSection, taken: Set<Part>, content: Content, all: BoundSection[]): void {
  const specs = section.spec.sections
  if (!specs) return
  section.children = specs.map(spec => emptySection(spec, section))
  all.push(...section.children)
  if (!section.part) return
  const free = content.parts(section.span, section.part)
  matchLevel(
    section.children,
    free.filter(part => part.form === 'heading' || part.form === 'bold'),
    taken,
    specs,
    content,
    section.spec.order !== 'free'
  )
  const missing = section.children.filter(child => !child.part)
  if (missing.length > 0)
    matchLevel(
      missing,
      free.filter(part => part.form === 'label'),
      taken,
      specs,
      content,
      section.spec.order !== 'free'
    )
  const headings = free.filter(isHeading)
  matchNearly(section.children, headings, taken)
  matchMisspelt(section.children, headings, taken, specs)
  matchLoosely(section.children, headings, taken)
  const further = bindFurther(section.children, emptySection)
  all.push(...further)
  const starts = [...section.children, ...further]
    .filter(child => child.part)
    .map(child => child.part!.span.start)
    .sort((a, b) => a - b)
  for (const child of [...section.children, ...further]) {
    setSpan(child, starts, content)
    child.span.end = Math.min(child.span.end, section.span.end)
    bindChildren(child, taken, content, all)
  }
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
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}
