/** Units that show neither their word nor a number. */
import type { BoundSection, Unit } from '../../bind-types.ts'
import type { Content } from '../../../outline/content.ts'
import { titleNames } from '../../../outline/title.ts'
import type { Part, Span } from '../../../outline/types.ts'
import { insideChildren } from '../../sections/inside.ts'
import { choosingField } from '../../../profiles/fields.ts'
import type { UnitSpec } from '../../../profiles/schema.ts'
import { isNamedByNumber, kindOf, numberingOf } from '../../../profiles/units.ts'
import { rowParts } from '../../fields.ts'
import { leastLevel } from '../kin.ts'
import { labelsBelow, unitLabels } from '../labels.ts'
import { choiceInProse } from '../unlabelled/in-prose.ts'
import { alike } from './alike.ts'
import { fileRows } from './file-rows.ts'
import { itemParts } from './item-parts.ts'
import { readLead } from './lead.ts'
import { tableParts } from './row-parts.ts'

/** Where units of a kind are sought, and what each way of finding them asks. */
export interface UnitSearch {
  spec: UnitSpec
  section: BoundSection
  span: Span
  content: Content
  parent: Unit | undefined
  /** How they may be written, and which headings count. */
  forms: readonly string[]
  headings: string | undefined
  /** What stands in the span, but for what is another kind's. */
  inside: readonly Part[]
  isFormOfIts: (part: Part) => boolean
  /** May a heading without word and number be one? */
  mayBe: (part: Part) => boolean
}

/** What the first of the ways finds that finds any. */
export function firstFound(search: UnitSearch): readonly Part[] {
  for (const way of ways) {
    const parts = way(search)
    if (parts.length > 0) return parts
  }
  return []
}

/** The surer ones first. */
const ways: readonly ((search: UnitSearch) => readonly Part[])[] = [
  ({ inside, headings, mayBe }) =>
    headings ? shallowest(inside.filter(part => part.form === 'heading')).filter(mayBe) : [],
  ({ spec, section, inside, headings, mayBe }) =>
    !headings && kindOf(spec) === 'step' && section.part?.form !== 'document'
      ? alike(shallowest(inside.filter(part => part.form === 'heading')).filter(mayBe), spec)
      : [],
  // A label of what each has is the name of none.
  ({ spec, inside, headings, isFormOfIts, mayBe }) =>
    headings
      ? shallowest(
          inside.filter(part => isFormOfIts(part) && !titleNames(part).some(name => unitLabels(spec).has(name)))
        ).filter(mayBe)
      : [],
  ({ spec, forms, inside, span }) =>
    forms.includes('bold')
      ? boldParts(
          inside.filter(
            part => (numberingOf(spec) !== undefined && isBareOrdinal(part, spec)) || isIdentified(part, spec)
          ),
          span
        )
      : [],
  ({ spec, section, parent, forms, inside, span, content }) =>
    forms.includes('item')
      ? ownItems(section, itemParts(spec, span, inside, content, parent?.spec ?? section.spec))
      : [],
  // Titles that lost all of their numbers.
  ({ spec, inside }) =>
    kindOf(spec) === 'item'
      ? shallowest(inside.filter(part => part.form === 'heading' && labelsBelow(part, unitLabels(spec)) > 1))
      : [],
  ({ spec, span, content }) => (kindOf(spec) === 'entry' ? fileRows(span, content) : []),
  ({ headings, span, content }) => (headings === 'any-heading' ? rowParts(content, span).slice(1) : []),
  ({ spec, headings, span, content }) => (isListable(spec, headings) ? tableParts(spec, span, content) : []),
  ({ spec, section, headings, parent, span, content }) =>
    headings === 'heading-with-fields' && !parent ? soleUnit(spec, section, span, content) : []
]

/** Items of the section itself. */
function ownItems(section: BoundSection, items: readonly Part[]): readonly Part[] {
  const isHeld = insideChildren(section)
  return items.filter(({ span }) => !isHeld(span.start))
}

/** May a table be a list of such units: are there fields that make sure of it? */
function isListable({ fields = [] }: UnitSpec, headings: string | undefined): boolean {
  return headings === 'heading-with-fields' || fields.filter(({ required }) => required === true).length > 1
}

/** A section that is one unit itself: what a unit has stands right below the section's title, each once. It is none that is named by its number. */
function soleUnit(spec: UnitSpec, section: BoundSection, span: Span, content: Content): Part[] {
  if (!section.part || section.part.form !== 'heading' || isNamedByNumber(spec)) return []
  const { ordinal, ...rest } = section.part
  const part: Part = { ...rest, title: ordinal?.rest ?? rest.title, span }
  const known = content.parts(span).filter(({ key }) => unitLabels(spec).has(key))
  const isTwice = known.some((one, i) => known.slice(i + 1).some(other => other.key === one.key))
  const isUnit =
    known.length > 0 ||
    (choosingField(spec) !== undefined && choiceInProse({ part, span, spec }, content) !== undefined)
  return isUnit && !isTwice ? [part] : []
}

/** "**1. Search**" alone in a paragraph: a label to the outline, a title where it counts units. It reaches to the next one. */
function boldParts(numbered: readonly Part[], span: Span): Part[] {
  const titles = numbered.filter(part => part.form === 'label' && part.level === 7 && (part.value?.text ?? '') === '')
  return titles.map((part, i) => ({
    ...part,
    form: 'bold',
    span: { start: part.span.start, end: titles[i + 1]?.span.start ?? span.end }
  }))
}

/** Parts at the least level among them. */
export function shallowest(parts: readonly Part[]): Part[] {
  const least = leastLevel(parts)
  return parts.filter(part => part.level === least)
}

/** Does it begin with an identifier of the unit, whatever stands behind: "### W1 Rehearsal"? */
export function isIdentified({ title }: Part, spec: UnitSpec): boolean {
  return spec.id?.shape !== undefined && spec.id.from === undefined && readLead(spec, title).id !== undefined
}

export function isBareOrdinal(part: Part, spec: UnitSpec): boolean {
  const { ordinal } = part
  if (!ordinal || (ordinal.word !== undefined && ordinal.word.length > 3)) return false
  // "P1" says how much it matters: several may, and none need.
  if (ordinal.word === 'p' && spec.number === 'siblings') return false
  return numberingOf(spec) === 'letter'
    ? ordinal.numbers.length === 0 && ordinal.letter !== undefined
    : ordinal.numbers.length > 0
}
