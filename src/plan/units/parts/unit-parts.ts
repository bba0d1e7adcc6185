import type { UnitSpec } from '../../../profiles/schema.ts'
import type { BoundSection, Unit } from '../../bind-types.ts'
import type { Content } from '../../../outline/content.ts'
import { readPath } from '../../../files/paths.ts'
import { coverOf } from '../../../outline/cover.ts'
import { LABEL } from '../../../outline/parts/builder.ts'
import { choosingField } from '../../../profiles/fields.ts'
import { readLead } from './lead.ts'
import { formsOf, isCountedBy, kindOf, titleWords } from '../../../profiles/units.ts'
import { boxParts, withWorded } from './boxes.ts'
import { isCalled, namedParts, nameIn, writtenLevel } from './named-parts.ts'
import { labelsBelow, unitLabels } from '../labels.ts'
import { identifiedHeadings } from './identified.ts'
import { identifiedRows } from './row-parts.ts'
import { leastLevel, withKin, withLettered } from '../kin.ts'
import { withOffLevel } from './off-level.ts'
import { firstFound, isBareOrdinal, shallowest } from './unnamed.ts'
import type { UnitSearch } from './unnamed.ts'
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
  // What starts with them is theirs.
  const isTaken = coverOf(taken.map(({ start, end }) => ({ start: start - 1, end })))
  const search: UnitSearch = {
    spec,
    section,
    span,
    content,
    parent,
    forms,
    headings,
    inside: partsInside(spec, section, span, content, { parent, isTaken }),
    isFormOfIts: part => matchesForm(part.form, forms),
    // A section that the profile knows by name is none.
    mayBe: part => section.children.every(child => child.part !== part) && isUnit(part, spec, content)
  }
  if (spec.id?.from === 'name') {
    // Another one of what holds them is none of them, at whatever level.
    const own = search.inside.filter(part => !parent || !isCalled(parent.spec, part.title))
    return namedParts(spec, span, own, content)
  }
  const rows = forms.includes('row') ? identifiedRows(spec, span, content) : []
  if (rows.length > 0 || forms.every(form => form === 'row')) return rows
  const boxes = forms.includes('box')
    ? boxParts(spec, span, content, parent).filter(part => !isTaken(part.span.start))
    : []
  if (boxes.length > 0) return withWorded(spec, boxes, search.inside, forms)
  if (spec.number === 'siblings') return beside(search)
  const counted = withIdentified(byWordOrNumber(search), search)
  const parts = counted.length > 0 ? counted : firstFound(search)
  const whole = kindOf(spec) === 'entry' && parts.length > 0 ? withPaths(parts, search.inside) : parts
  const all = withOffLevel(spec, whole, span, content)
  return all.some(({ form }) => form === 'heading' || form === 'bold') ? withKin(spec, all, search.inside) : all
}

function partsInside(
  spec: UnitSpec,
  section: BoundSection,
  span: Span,
  content: Content,
  { parent, isTaken }: { parent: Unit | undefined; isTaken: (offset: number) => boolean }
): Part[] {
  const { usual: words } = titleWords(spec)
  // Where numbers alone count, a section that the profile knows by name is one in the row.
  const isInRow = spec.number === 'siblings' && words.length === 0
  return content
    .parts(span)
    .filter(
      part =>
        part !== section.part && part !== parent?.part && (isInRow || isOwn(part, words) || !isTaken(part.span.start))
    )
    .filter(part => spec.level === undefined || (writtenLevel(part) ?? spec.level) === spec.level)
}

/** By a word with a number behind it; where none has one, nor needs it, a colon and a name will do: "### Requirement: Search". */
function worded({ spec, inside, isFormOfIts }: UnitSearch, words: readonly string[]): Part[] {
  const numbered = inside.filter(part => isFormOfIts(part) && isCountedBy(part.ordinal, words))
  if (numbered.length > 0 || (spec.number !== undefined && spec.number !== false)) return withoutRemarks(numbered, spec)
  const own = { words: [...words] }
  return inside.filter(part => part.form === 'heading' && isFormOfIts(part) && nameIn(own, part.title) !== undefined)
}

/** "### Phase 1 complete code" behind "### Phase 1: Sort" is about that phase: nothing sets its number off, as it is in the others, and it has nothing that a unit has. */
function withoutRemarks(parts: Part[], spec: UnitSpec): Part[] {
  const named = new Set<string>()
  return parts.filter(part => {
    const number = `${part.ordinal!.word} ${part.ordinal!.raw}`.toLowerCase()
    if (isSetOff(part)) named.add(number)
    return !named.has(number) || isSetOff(part) || labelsBelow(part, unitLabels(spec)) > 0
  })
}

/** Does a sign stand behind the number of a title, or nothing? */
function isSetOff({ title, ordinal }: Part): boolean {
  return !/^\s*[\p{L}\p{N}]/u.test(title.slice(ordinal!.end))
}

/** Where they are numbered anew below each heading: by their word alone, else by their number. */
function beside(search: UnitSearch): Part[] {
  const { usual: words } = titleWords(search.spec)
  return words.length > 0
    ? worded(search, words)
    : search.inside.filter(part => search.isFormOfIts(part) && isBareOrdinal(part, search.spec))
}

function byWordOrNumber(search: UnitSearch): Part[] {
  const { spec, inside, headings, isFormOfIts, mayBe } = search
  const { usual, spare } = titleWords(spec)
  const usually = worded(search, usual)
  const parts = usually.length > 0 ? usually : worded(search, spare)
  if (parts.length === 0 && spec.number !== false) {
    const numbered = shallowest(inside.filter(part => isFormOfIts(part) && isBareOrdinal(part, spec)))
    return withSiblings(
      withLettered(numbered, inside, spec),
      inside,
      part => part.ordinal === undefined && holdsField(part, spec)
    )
  }
  return headings ? withSiblings(parts, inside, mayBe) : dropNested(parts)
}

function withIdentified(counted: readonly Part[], search: UnitSearch): Part[] {
  const known = new Set([...counted, ...identifiedHeadings(search)])
  return known.size === counted.length ? [...counted] : [...known].sort((a, b) => a.span.start - b.span.start)
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

/** A heading with the word of the unit is one, in whatever section it has come to stand. */
function isOwn({ form, ordinal }: Part, words: readonly string[]): boolean {
  return form === 'heading' && ordinal?.word !== undefined && words.includes(ordinal.word)
}

function matchesForm(form: PartForm, forms: readonly string[]): boolean {
  return form === 'label' ? forms.includes('label') || forms.includes('item') : forms.includes(form)
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
function withSiblings(parts: Part[], inside: readonly Part[], fits: (part: Part) => boolean): Part[] {
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
      const [outer, inner] = [above.ordinal, part.ordinal]
      if (!outer || !inner || inner.numbers.length > outer.numbers.length || part.level >= 7) return false
    }
    return true
  })
}
