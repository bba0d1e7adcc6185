import type { Content } from '../../outline/content.ts'
import { normalise } from '../../outline/text.ts'
import { titleNames } from '../../outline/title.ts'
import type { Part } from '../../outline/types.ts'
import type { SectionSpec, UnitSpec } from '../../profiles/schema.ts'
import { isCountedBy, numberingOf, unitSpecs, titleWords } from '../../profiles/units.ts'
import type { BoundSection } from '../bind-types.ts'
import { titlesOf } from './near-titles.ts'
import { labelsBelow, unitLabels } from '../units/labels.ts'

/** Sections that are known by the units that they hold, whatever they are called and however often they stand there. */

/** Labels of a unit from which on a title below a heading is one. */
const enough = 2

/**
 * A section that may go by any heading is the one whose children carry the labels of its units, else the one whose children are counted with their word
 * ("Story 1", "WP-01"); numbers alone say nothing ("2.1 Stack").
 *
 * @returns Further holders beside it: the items of a backlog may be parted by phases.
 */
export function matchHolders(
  sections: readonly BoundSection[],
  parts: readonly Part[],
  taken: Set<Part>,
  make: (spec: SectionSpec) => BoundSection
): BoundSection[] {
  const others: BoundSection[] = []
  for (const section of sections) {
    const [unit] = unitSpecs(section.spec)
    if (section.part || section.hidden || section.spec.or !== 'any-heading' || !unit) continue
    const held = heldBy(parts, taken, part => isUnitTitle(part, unit) || isCountedTitle(part, unit))
    const best = mostOf(held, units => labelledOf(units, unit)) ?? mostOf(held, units => countedOf(units, unit))
    if (!best) continue
    section.part = best.part
    taken.add(best.part)
    const words = new Set(best.units.map(({ ordinal }) => ordinal?.word).filter(word => word !== undefined))
    for (const { part, units } of held) {
      // What one label and a number tell of a single heading is too little beside a holder; that it is counted as those there are is not.
      const isTold =
        units.some(({ ordinal }) => words.has(ordinal?.word ?? '')) ||
        (labelledOf(units, unit) > 0 && units.some(each => labelsBelow(each, unitLabels(unit)) >= enough))
      if (part === best.part || part.level !== best.part.level || !isTold) continue
      others.push({ ...make(section.spec), part, span: { ...part.span } })
      taken.add(part)
    }
  }
  return others
}

/**
 * A part of a section that may go by any heading, and whose units are items, stands below each free heading of that section with a list: "Engagement Metrics"
 * and "Revenue Metrics" in "Success Metrics".
 *
 * @returns Those behind the first, each as a part beside it.
 */
export function bindGroups(
  children: readonly BoundSection[],
  headings: readonly Part[],
  taken: Set<Part>,
  content: Content,
  make: (spec: SectionSpec, parent?: BoundSection) => BoundSection
): BoundSection[] {
  return children.flatMap(child => {
    const { spec, parent } = child
    const isOfItems = unitSpecs(spec).some(({ form = [] }) => form.includes('item'))
    if (child.part || child.hidden || spec.or !== 'any-heading' || !isOfItems) return []
    const [first, ...others] = headings.filter(
      part => !taken.has(part) && part.parent === parent?.part && content.has('items', part.span)
    )
    if (!first) return []
    child.part = first
    for (const part of [first, ...others]) taken.add(part)
    return others.map(part => ({ ...make(spec, parent), part }))
  })
}

/** A heading, and those of its children that are units. */
interface WithUnits {
  part: Part
  units: Part[]
}

/** Headings below the document's title that nothing else has, and that hold units. */
function heldBy(parts: readonly Part[], taken: ReadonlySet<Part>, isUnit: (part: Part) => boolean): WithUnits[] {
  const held = new Map<Part, WithUnits>()
  for (const each of parts) {
    const part = each.parent
    if (!part || part.form !== 'heading' || part.level <= 1 || taken.has(part) || !isUnit(each)) continue
    const before = held.get(part)
    if (before) before.units.push(each)
    else held.set(part, { part, units: [each] })
  }
  return [...held.values()]
}

/** The first of those that hold most. */
function mostOf(held: readonly WithUnits[], count: (units: readonly Part[]) => number): WithUnits | undefined {
  let best: { one: WithUnits; holds: number } | undefined
  for (const one of held) {
    const holds = count(one.units)
    if (holds > (best?.holds ?? 0)) best = { one, holds }
  }
  return best?.one
}

/** How many carry labels; a single one tells by its number, too. */
function labelledOf(units: readonly Part[], unit: UnitSpec): number {
  const labelled = units.filter(part => isUnitTitle(part, unit))
  return labelled.length > 1 || (hasLabels(unit) && labelled[0]?.ordinal) ? labelled.length : 0
}

/** How many are counted, if there are two. */
function countedOf(units: readonly Part[], unit: UnitSpec): number {
  const { length } = units.filter(part => isCountedTitle(part, unit))
  return length > 1 ? length : 0
}

/** A number behind the unit's own word says of a heading what it is. */
function isCountedTitle({ form, ordinal }: Part, unit: UnitSpec): boolean {
  const { usual, spare } = titleWords(unit)
  return form === 'heading' && numberingOf(unit) === 'number' && isCountedBy(ordinal, [...usual, ...spare])
}

/** Where the profile asks nothing of a unit, its number is all that tells. */
const hasLabels = ({ fields, verification }: UnitSpec): boolean => fields !== undefined || verification !== undefined

/** Is a heading a unit by what it carries, and counted as its kind is, if at all? */
export function isUnitTitle(part: Part, unit: UnitSpec): boolean {
  const { form, ordinal } = part
  // A number and a label are enough; without a number it takes more.
  if (form !== 'heading' || (hasLabels(unit) && labelsBelow(part, unitLabels(unit)) < (ordinal ? 1 : enough)))
    return false
  if (ordinal === undefined) return hasLabels(unit) && numberingOf(unit) !== 'letter'
  const { usual, spare } = titleWords(unit)
  if (ordinal.word !== undefined && !isCountedBy(ordinal, [...usual, ...spare])) return false
  const isLetter = ordinal.letter !== undefined && ordinal.numbers.length === 0
  return isLetter === (numberingOf(unit) === 'letter')
}

/** Of headings of one name beside each other: "Requirements (v2)" beside "Requirements (v1)" goes on with them; the same title twice is one too many. */
export function goesOn({ title }: Part, found: readonly Part[]): boolean {
  const key = normalise(title)
  const open = title.lastIndexOf('(')
  const isRemarked = open > 0 && title.trimEnd().endsWith(')') && title.trimEnd().length - open > 3
  return isRemarked && found.filter(each => normalise(each.title) === key).length === 1
}

/** The sections that go on with others, each beside the one that it goes on with. */
export function bindFurther(
  sections: readonly BoundSection[],
  make: (spec: SectionSpec, parent?: BoundSection) => BoundSection
): BoundSection[] {
  return sections.flatMap(({ spec, parent, further }) => further.map(part => ({ ...make(spec, parent), part })))
}

/**
 * Further headings of a section's name that stand elsewhere, with units of their own: "Implementation Steps" in each of two parts of a plan.
 *
 * @returns One section for each, beside the one that is bound.
 */
export function bindAgain(
  sections: readonly BoundSection[],
  candidates: readonly Part[],
  taken: Set<Part>,
  content: Content,
  make: (spec: SectionSpec) => BoundSection
): BoundSection[] {
  return sections.flatMap(section => {
    const { spec, part: first } = section
    const units = unitSpecs(spec)
    if (!first || first.form !== 'heading' || units.length === 0) return []
    const others = candidates.filter(
      part =>
        !taken.has(part) &&
        part.form === 'heading' &&
        !isInside(part, first) &&
        titleNames(part).some(name => titlesOf(spec).includes(name)) &&
        content.parts(part.span, part).some(inner => units.some(unit => isHeld(inner, unit)))
    )
    return others.map(part => {
      taken.add(part)
      return { ...make(spec), part, span: { ...part.span } }
    })
  })
}

/** A title with a unit's word, or with what a unit has. */
function isHeld(part: Part, unit: UnitSpec): boolean {
  const labels = labelsBelow(part, unitLabels(unit))
  const { ordinal } = part
  return (
    labels >= enough || (labels > 0 && ordinal?.word !== undefined && titleWords(unit).usual.includes(ordinal.word))
  )
}

function isInside(part: Part, outer: Part): boolean {
  for (let above = part.parent; above; above = above.parent) if (above === outer) return true
  return false
}
