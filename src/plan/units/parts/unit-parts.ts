import type { UnitSpec } from '../../../profiles/schema.ts'
import type { BoundSection, Unit } from '../../bind-types.ts'
import type { Content } from '../../../outline/content.ts'
import { readPath } from '../../../files/paths.ts'
import { coverOf } from '../../../outline/cover.ts'
import { LABEL } from '../../../outline/parts/builder.ts'
import { choosingField } from '../../../profiles/fields.ts'
import { readLead } from './lead.ts'
import { formsOf, isNamedByNumber, kindOf, numberingOf, titleWords } from '../../../profiles/units.ts'
import { boxParts, withWorded } from './boxes.ts'
import { itemParts } from './item-parts.ts'
import { fileRows } from './file-rows.ts'
import { isCalled, namedParts, writtenLevel } from './named-parts.ts'
import { labelsBelow, unitLabels } from '../labels.ts'
import { choiceInProse } from '../unlabelled/in-prose.ts'
import { identifiedRows, tableParts } from './row-parts.ts'
import { leastLevel, withKin, withLettered } from '../kin.ts'
import { rowParts } from '../../fields.ts'
import { titleNames } from '../../../outline/title.ts'
import type { Part, PartForm, Span } from '../../../outline/types.ts'

/**
 * Finds the parts that are units of a section: by their word ("### Step 2: …"), else by their number or letter ("### 2. …"), else, where the profile allows it, every
 * heading below the section, else list items.
 */
export function unitParts(
  spec: UnitSpec,
  section: BoundSection,
  span: Span,
  content: Content,
  { parent, taken }: { parent: Unit | undefined; taken: readonly Span[] }
): readonly Part[] {
  const { written: forms, headings } = formsOf(spec)
  const numbering = numberingOf(spec)
  // What starts with them is theirs.
  const isTaken = coverOf(taken.map(({ start, end }) => ({ start: start - 1, end })))
  const { usual: words, spare } = titleWords(spec)
  // Where numbers alone count, a section that the profile knows by name is one in the row.
  const isInRow = spec.number === 'siblings' && words.length === 0
  const inside = content
    .parts(span)
    .filter(
      part =>
        part !== section.part && part !== parent?.part && (isInRow || isOwn(part, words) || !isTaken(part.span.start))
    )
    .filter(part => spec.level === undefined || (writtenLevel(part) ?? spec.level) === spec.level)
  if (spec.id?.from === 'name') {
    // Another one of what holds them is none of them, at whatever level.
    const own = inside.filter(part => !parent || !isCalled(parent.spec, part.title))
    return namedParts(spec, span, own, content)
  }
  const rows = forms.includes('row') ? identifiedRows(spec, span, content) : []
  if (rows.length > 0 || forms.every(form => form === 'row')) return rows
  const boxes = forms.includes('box')
    ? boxParts(spec, span, content, parent).filter(part => !isTaken(part.span.start))
    : []
  if (boxes.length > 0) return withWorded(spec, boxes, inside, forms)
  // A section that the profile knows by name is none.
  const fits = (part: Part): boolean =>
    section.children.every(child => child.part !== part) && isUnit(part, spec, content)
  const bySort = (part: Part): boolean => matchesForm(part.form, forms)
  const worded = (list: readonly string[]): Part[] =>
    inside.filter(part => bySort(part) && part.ordinal?.word !== undefined && list.includes(part.ordinal.word))
  if (spec.number === 'siblings')
    return words.length > 0 ? worded(words) : inside.filter(part => bySort(part) && isBareOrdinal(part, spec))
  let parts = worded(words)
  if (parts.length === 0 && spare.length > 0) parts = worded(spare)
  if (parts.length === 0 && spec.number !== false)
    parts = withSiblings(
      withLettered(shallowest(inside.filter(part => bySort(part) && isBareOrdinal(part, spec))), inside, spec),
      inside,
      part => part.ordinal === undefined && holdsField(part, spec)
    )
  else if (headings) parts = withSiblings(parts, inside, fits)
  else parts = dropNested(parts)
  if (parts.length === 0 && (headings || (kindOf(spec) === 'step' && section.part?.form !== 'document')))
    parts = shallowest(inside.filter(part => part.form === 'heading')).filter(fits)
  // A label of what each has is the name of none.
  if (parts.length === 0 && headings)
    parts = shallowest(
      inside.filter(part => bySort(part) && !titleNames(part).some(name => unitLabels(spec).has(name)))
    ).filter(fits)
  if (parts.length === 0 && forms.includes('bold') && numbering !== undefined)
    parts = boldParts(
      inside.filter(part => isBareOrdinal(part, spec)),
      span
    )
  if (parts.length === 0 && forms.includes('item')) parts = itemParts(spec, span, inside, content)
  // Titles that lost all of their numbers.
  if (parts.length === 0 && kindOf(spec) === 'item')
    parts = shallowest(inside.filter(part => part.form === 'heading' && labelsBelow(part, unitLabels(spec)) > 1))
  if (parts.length === 0 && kindOf(spec) === 'entry') parts = fileRows(span, content)
  if (parts.length === 0 && headings === 'any-heading') parts = rowParts(content, span).slice(1)
  if (parts.length === 0 && isListable(spec, headings)) parts = tableParts(spec, span, content)
  if (parts.length === 0 && headings === 'heading-with-fields' && !parent)
    parts = soleUnit(spec, section, span, content)
  if (kindOf(spec) === 'entry' && parts.length > 0) parts = withPaths(parts, inside)
  return parts.some(({ form }) => form === 'heading' || form === 'bold') ? withKin(spec, parts, inside) : parts
}

/** May a table be a list of such units: are there fields that make sure of it? */
function isListable({ fields = [] }: UnitSpec, headings: string | undefined): boolean {
  return headings === 'heading-with-fields' || fields.filter(({ required }) => required === true).length > 1
}

/** An entry that is written otherwise than its siblings is one all the same: a bold path among headings, a heading one level deeper. */
function withPaths(parts: readonly Part[], inside: readonly Part[]): Part[] {
  const known = new Set(parts)
  const others = inside.filter(
    part =>
      !known.has(part) &&
      part.level <= LABEL &&
      (part.form === 'heading' || part.form === 'bold' || part.form === 'label') &&
      readPath(part.title.split(/[ ,(]/, 1)[0]!) !== undefined
  )
  return others.length === 0 ? [...parts] : [...parts, ...others].sort((a, b) => a.span.start - b.span.start)
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

/** A heading with the word of the unit is one, in whatever section it has come to stand. */
function isOwn({ form, ordinal }: Part, words: readonly string[]): boolean {
  return form === 'heading' && ordinal?.word !== undefined && words.includes(ordinal.word)
}

function matchesForm(form: PartForm, forms: readonly string[]): boolean {
  return form === 'label' ? forms.includes('label') || forms.includes('item') : forms.includes(form)
}

function isBareOrdinal(part: Part, spec: UnitSpec): boolean {
  const { ordinal } = part
  if (!ordinal || (ordinal.word !== undefined && ordinal.word.length > 3)) return false
  // "P1" says how much it matters: several may, and none need.
  if (ordinal.word === 'p' && spec.number === 'siblings') return false
  return numberingOf(spec) === 'letter'
    ? ordinal.numbers.length === 0 && ordinal.letter !== undefined
    : ordinal.numbers.length > 0
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
function shallowest(parts: Part[]): Part[] {
  const least = leastLevel(parts)
  return parts.filter(part => part.level === least)
}

/** Where only headings with fields count: does it hold one, a choice, or a marker in its title? */
function isUnit(part: Part, spec: UnitSpec, content: Content): boolean {
  if (formsOf(spec).headings !== 'heading-with-fields') return true
  const marks = choosingField(spec)?.words ?? []
  if (marks.some(mark => content.outline.source.slice(part.span.start, part.span.end).includes(mark))) return true
  if (spec.markers && part.form === 'heading' && Object.keys(readLead(spec, part.title).markers).length > 0) return true
  return holdsField(part, spec)
}

function holdsField(part: Part, spec: UnitSpec): boolean {
  return part.children.some(child => titleNames(child).some(name => unitLabels(spec).has(name)))
}

/** Headings beside the worded ones are units as well: "### Alternative A" and "### Do nothing". */
function withSiblings(parts: Part[], inside: Part[], fits: (part: Part) => boolean): Part[] {
  const level = leastLevel(parts)
  const worded = new Set(parts)
  return inside.filter(part => worded.has(part) || (part.level === level && part.form === 'heading' && fits(part)))
}

/** "Step 1.1" below "Step 1" is a part of it, "Step 2" at a deeper level is not. */
function dropNested(parts: Part[]): Part[] {
  const all = new Set(parts)
  return parts.filter(part => {
    for (let above = part.parent; above; above = above.parent) {
      if (!all.has(above)) continue
      const outer = above.ordinal!
      const inner = part.ordinal!
      if (inner.numbers.length > outer.numbers.length || part.level >= 7) return false
    }
    return true
  })
}
