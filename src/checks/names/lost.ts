/** Units that go by a name and are written so, or at such a place, that the tools of the format pass over them. */
import { onceEach } from '../../util/once.ts'
import type { BoundSection, Plan, Unit } from '../../plan/bind-types.ts'
import { bodySpan } from '../../plan/bind.ts'
import { allUnits } from '../../plan/every.ts'
import { isCalled, namedLines, nameIn, writtenLevel } from '../../plan/units/parts/named-parts.ts'
import type { Part } from '../../outline/types.ts'
import { allUnitSpecs, firstWord, formsOf, ownUnitSpecs } from '../../profiles/units.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import type { Place } from '../../types.ts'

interface LostName {
  /**
   * level: a heading of another level · form: no heading · name: a heading of the level, without word or name · other: the same, with
   * nothing in it that such a unit has · place: it is written well, and stands where
   * none is read
   */
  kind: 'level' | 'form' | 'name' | 'other' | 'place'
  spec: UnitSpec
  title: string
  /** What stands behind the word. */
  name: string
  place: Place
  /** Its offset. */
  at: number
  /** How it is to be written: "#### Scenario: A word is found". */
  expected: string
  /** The sections in which such units are read. */
  sections: readonly string[]
  /** What it stands in, where that is a unit that would hold it. */
  holder?: Unit
}

/** In document order. Memoised per plan. */
export const lostNames: (plan: Plan) => readonly LostName[] = onceEach(plan => {
  const specs = allUnitSpecs(plan.profile).filter(
    spec => spec.id?.from === 'name' && spec.level !== undefined && firstWord(spec) !== undefined
  )
  const kinds = [...new Map(specs.toReversed().map(spec => [firstWord(spec), spec])).values()]
  if (kinds.length === 0) return []
  const bound = new Set(allUnits(plan).map(({ part }) => part.span.start))
  const parts = plan.outline.parts.filter(({ span }) => !bound.has(span.start))
  return kinds
    .flatMap(spec => [...parts, ...linesFor(spec, plan)].flatMap(part => lost(part, spec, kinds, plan) ?? []))
    .sort((a, b) => a.place.start.offset - b.place.start.offset)
})

/** Lines that are no parts of their own: "- Scenario: A word is found", inside what would hold such a unit. */
function linesFor(spec: UnitSpec, plan: Plan): Part[] {
  const known = new Set(plan.outline.parts.map(({ place }) => place.start.line))
  const lines = allUnits(plan)
    .filter(unit => ownUnitSpecs(unit.spec).some(each => firstWord(each) === firstWord(spec)))
    .flatMap(unit => namedLines(spec, unit.span, plan.content))
  return lines.filter(({ place }) => !known.has(place.start.line))
}

function lost(part: Part, spec: UnitSpec, kinds: readonly UnitSpec[], plan: Plan): LostName | undefined {
  const holder = holderOf(part, spec, plan)
  const isInner = outerSpec(spec, plan) !== undefined
  const isNamed = isCalled(spec, part.title)
  const base = {
    spec,
    title: part.title,
    name: nameOf(part, spec),
    place: part.place,
    at: part.span.start,
    expected: `${'#'.repeat(spec.level!)} ${firstWord(spec)}: ${nameOf(part, spec)}`,
    sections: plan.allSections.filter(section => holds(section, spec)).map(section => section.spec.title),
    ...(holder ? { holder } : {})
  }
  if (part.form !== 'heading') return isInner && isNamed && holder ? { ...base, kind: 'form' } : undefined
  const level = writtenLevel(part)
  if (isNamed && level === 1) return undefined
  if (isNamed && level !== spec.level) return isInner && !holder ? undefined : { ...base, kind: 'level' }
  if (level !== spec.level || isInner) return undefined
  if (isNamed && nameIn(spec, part.title) === undefined) return { ...base, kind: 'name' }
  // Where there is no section for it, that is told.
  const isAway = plan.allSections.some(section => section.part && holds(section, spec))
  if (isNamed) return isAway ? { ...base, kind: 'place' } : undefined
  // Without the word it is one by what it holds.
  const within = plan.allSections.find(
    section =>
      section.part &&
      holds(section, spec) &&
      [section, ...section.duplicates].some(each => isWithin(part, bodySpan(each)))
  )
  const inner = ownUnitSpecs(spec)
  const hasInner = part.children.some(child => inner.some(each => writtenLevel(child) === each.level))
  if (within && hasInner) return { ...base, kind: 'name' }
  // Where nothing else stands there, that is told; what is called otherwise is lost as that.
  const isOther = kinds.some(kind => isCalled(kind, part.title))
  return within && within.units.length > 0 && !isOther ? { ...base, kind: 'other' } : undefined
}

/** The unit of another kind in which units of this kind stand. */
function holderOf(part: Part, spec: UnitSpec, plan: Plan): Unit | undefined {
  return allUnits(plan).findLast(
    unit => ownUnitSpecs(unit.spec).some(each => firstWord(each) === firstWord(spec)) && isWithin(part, unit.span)
  )
}

function outerSpec(spec: UnitSpec, plan: Plan): UnitSpec | undefined {
  return allUnitSpecs(plan.profile).find(outer =>
    ownUnitSpecs(outer).some(inner => firstWord(inner) === firstWord(spec))
  )
}

function holds({ spec: section }: BoundSection, spec: UnitSpec): boolean {
  return ownUnitSpecs(section).some(
    each => firstWord(each) === firstWord(spec) && formsOf(each).written.includes('heading')
  )
}

function isWithin({ span }: Part, { start, end }: { start: number; end: number }): boolean {
  return span.start >= start && span.start < end
}

/** What stands behind the word, be there a colon or not. */
function nameOf({ title }: Part, spec: UnitSpec): string {
  if (!isCalled(spec, title)) return title
  const rest = title
    .slice(firstWord(spec)!.length)
    .replace(/^[\s:.)#–—-]*(?:\d{1,3}[\s:.)–—-]+)?/, '')
    .trim()
  return rest === '' ? '…' : rest
}
