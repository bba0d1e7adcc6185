import type { FieldSpec, UnitSpec } from '../../profiles/schema.ts'
import type { BoundField, BoundSection, Unit } from '../bind-types.ts'
import type { Content } from '../../outline/content.ts'
import { coverOf } from '../../outline/cover.ts'
import { choosingField, plainFields } from '../../profiles/fields.ts'
import { formsOf, kindOf, numberingOf, ownUnitSpecs, wordsOf } from '../../profiles/units.ts'
import { boxParts, withWorded } from './boxes.ts'
import { checkedBy, itemParts } from './item-parts.ts'
import { readLead } from './lead.ts'
import { implied } from './implied.ts'
import { choiceInProse } from './in-prose.ts'
import { listField, ownList } from './own-list.ts'
import { tableParts } from './row-parts.ts'
import { FieldIndex, allKeysOf, bindFields, keysOf, rowParts } from '../fields.ts'
import { placeOf, textOf } from '../../outline/nodes.ts'
import { normalise } from '../../outline/text.ts'
import { namesOf } from '../../outline/title.ts'
import type { Part, PartForm, Span } from '../../outline/types.ts'

/**
 * Finds the units of a section: by their word ("### Step 2: …"), else by their number or letter ("### 2. …"), else, where the profile allows it, every
 * heading below the section, else list items.
 */
export function bindUnits(
  spec: UnitSpec,
  section: BoundSection,
  span: Span,
  content: Content,
  { parent, taken = nothing }: { parent?: Unit; taken?: readonly Span[] } = {}
): Unit[] {
  const { written: forms, headings } = formsOf(spec)
  const numbering = numberingOf(spec)
  // What starts with them is theirs.
  const isTaken = coverOf(taken.map(({ start, end }) => ({ start: start - 1, end })))
  const inside = content
    .parts(span)
    .filter(part => part !== section.part && part !== parent?.part && !isTaken(part.span.start))
  const boxes = forms.includes('box') ? boxParts(spec, span, content).filter(part => !isTaken(part.span.start)) : []
  if (boxes.length > 0)
    return bindAll(spec, withWorded(spec, boxes, inside, forms), { section, span, content, parent, taken })
  const { usual: words, spare } = wordsOf(spec)
  const bySort = (part: Part): boolean => matchesForm(part.form, forms)
  const worded = (list: readonly string[]): Part[] =>
    inside.filter(part => bySort(part) && part.ordinal?.word !== undefined && list.includes(part.ordinal.word))
  if (spec.number === 'siblings')
    return bindAll(
      spec,
      words.length > 0 ? worded(words) : inside.filter(part => bySort(part) && isBareOrdinal(part, spec)),
      { section, span, content, parent, taken }
    )
  let parts = worded(words)
  if (parts.length === 0 && spare.length > 0) parts = worded(spare)
  if (parts.length === 0 && spec.number !== false)
    parts = withSiblings(
      shallowest(inside.filter(part => bySort(part) && isBareOrdinal(part, spec))),
      inside,
      part => part.ordinal === undefined && holdsField(part, spec)
    )
  else if (headings) parts = withSiblings(parts, inside, part => isUnit(part, spec, content))
  else parts = withUnnumbered(dropNested(parts), inside, spec)
  if (parts.length === 0 && (headings || (kindOf(spec) === 'step' && section.part?.form !== 'document')))
    parts = shallowest(inside.filter(part => part.form === 'heading')).filter(part => isUnit(part, spec, content))
  if (parts.length === 0 && headings)
    parts = shallowest(inside.filter(bySort)).filter(part => isUnit(part, spec, content))
  if (parts.length === 0 && forms.includes('bold') && numbering !== undefined)
    parts = boldParts(
      inside.filter(part => isBareOrdinal(part, spec)),
      span
    )
  if (parts.length === 0 && forms.includes('item')) parts = itemParts(spec, span, inside, content)
  if (parts.length === 0 && headings === 'any-heading') parts = rowParts(content, span).slice(1)
  if (parts.length === 0 && headings === 'heading-with-fields') parts = tableParts(spec, span, content)
  if (parts.length === 0 && headings === 'heading-with-fields' && !parent)
    parts = soleUnit(spec, section, span, content)
  return bindAll(spec, parts, { section, span, content, parent, taken })
}

const nothing: readonly never[] = []

/** Where units are bound. */
interface Where {
  section: BoundSection
  /** What holds them. */
  span: Span
  content: Content
  parent: Unit | undefined
  /** Spans that something else has, where units end. */
  taken: readonly Span[]
}

/** A section that is one unit itself: what a unit has stands right below the section's title, each once. */
function soleUnit(spec: UnitSpec, section: BoundSection, span: Span, content: Content): Part[] {
  if (!section.part || section.part.form !== 'heading') return []
  const { ordinal, ...rest } = section.part
  const part: Part = { ...rest, title: ordinal?.rest ?? rest.title, span }
  const known = content.parts(span).filter(({ key }) => isUnitField(key, spec))
  const isTwice = known.some((one, i) => known.slice(i + 1).some(other => other.key === one.key))
  const isUnit =
    known.length > 0 ||
    (choosingField(spec) !== undefined && choiceInProse({ part, span, spec }, content) !== undefined)
  return isUnit && !isTwice ? [part] : []
}

function isUnitField(key: string, spec: UnitSpec): boolean {
  return allKeysOf(spec.fields ?? nothing).has(key) || checkedBy(spec).has(key)
}

function bindAll(spec: UnitSpec, parts: readonly Part[], where: Where): Unit[] {
  return parts.map((part, index) => bindUnit(spec, part, index, parts[index + 1], where))
}

function matchesForm(form: PartForm, forms: readonly string[]): boolean {
  return form === 'label' ? forms.includes('label') || forms.includes('item') : forms.includes(form)
}

function isBareOrdinal(part: Part, spec: UnitSpec): boolean {
  const { ordinal } = part
  if (!ordinal || (ordinal.word !== undefined && ordinal.word.length > 3)) return false
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

/** A title that has the word and lost its number ("### Step: Sort it") is a unit beside the numbered ones. */
function withUnnumbered(parts: Part[], inside: readonly Part[], spec: UnitSpec): Part[] {
  if (numberingOf(spec) === undefined) return parts
  const level = leastLevel(parts)
  const { usual: words } = wordsOf(spec)
  const lost = inside.filter(
    part =>
      part.form === 'heading' &&
      part.level === level &&
      part.ordinal === undefined &&
      words.some(word => part.key.startsWith(`${word}:`) || part.key.startsWith(`${word} -`))
  )
  return [...parts, ...lost].sort((a, b) => a.span.start - b.span.start)
}

/** Parts at the least level among them. */
function shallowest(parts: Part[]): Part[] {
  const least = leastLevel(parts)
  return parts.filter(part => part.level === least)
}

function leastLevel(parts: Part[]): number {
  return parts.reduce((least, part) => Math.min(least, part.level), Number.POSITIVE_INFINITY)
}

/** Where only headings with fields count: does it hold one, or a choice? */
function isUnit(part: Part, spec: UnitSpec, content: Content): boolean {
  if (formsOf(spec).headings !== 'heading-with-fields') return true
  const marks = choosingField(spec)?.words ?? []
  if (marks.some(mark => content.outline.source.slice(part.span.start, part.span.end).includes(mark))) return true
  return holdsField(part, spec)
}

function holdsField(part: Part, spec: UnitSpec): boolean {
  const keys = new Set([...allKeysOf(spec.fields ?? []), ...checkedBy(spec)])
  return part.children.some(child => namesOf(child).some(name => keys.has(name)))
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

function bindUnit(
  spec: UnitSpec,
  part: Part,
  index: number,
  next: Part | undefined,
  { section, span: within, content, parent, taken }: Where
): Unit {
  const end = Math.min(
    spec.reach === 'next' ? within.end : part.span.end,
    within.end,
    next?.span.start ?? Number.POSITIVE_INFINITY,
    ...taken.flatMap(({ start }) => (start > part.span.start ? [start] : []))
  )
  const span = { start: part.span.start, end }
  const unit: Unit = {
    spec,
    role: kindOf(spec),
    part,
    name: part.ordinal?.rest || part.title,
    span,
    index,
    fields: [],
    units: [],
    section,
    ...(parent ? { parent } : {})
  }
  if (part.form === 'box') unit.box = content.checkboxes(part.span)[0]!
  if (part.form === 'box' || spec.id || spec.markers) {
    unit.lead = readLead(spec, unit.box && content.outline.source[unit.box.end] === '*' ? `*${part.title}` : part.title)
    if (unit.lead.id !== undefined && part.ordinal === undefined) unit.name = unit.lead.rest
  }
  for (const inner of ownUnitSpecs(spec))
    unit.units.push(...bindUnits(inner, section, { start: part.place.end.offset, end }, content, { parent: unit }))
  const fields = plainFields(spec)
  if (fields.length === 0) return unit
  const inText = content.parts(span, part)
  // Cells, and labels within a sentence, are no parts of the outline.
  const all = part.form === 'row' || part.form === 'item' ? [...new Set([...inText, ...part.children])] : inText
  const own = all
    .filter(p => !unit.units.some(inner => p.span.start >= inner.span.start && p.span.start < inner.span.end))
    .map(p => upToBox(p, unit.units))
  unit.fields = bindFields(fields, new FieldIndex(own), content, checkedBy(spec))
  bindOwnList(unit, fields, own, content)
  // Each looks at all fields as the one before has left them.
  if (unit.fields.some(field => field.state === 'missing'))
    for (const imply of implied)
      unit.fields = unit.fields.map(field => (field.state === 'missing' ? imply(field, unit, content, own) : field))
  unit.units.push(...unitsOfFields(unit.fields, section, content, unit))
  return unit
}

/** A list without a label is what the unit has to list; a label before it ends where it begins. */
function bindOwnList(unit: Unit, fields: readonly FieldSpec[], own: readonly Part[], content: Content): void {
  const field = listField(unit.fields)
  const list = field && ownList(unit, own, content)
  if (!list) return
  const cut = own.map(part => upTo(part, list.start))
  const { start, end, items } = list
  unit.fields = bindFields(fields, new FieldIndex(cut), content, checkedBy(unit.spec)).map(each =>
    each.spec === field.spec
      ? {
          ...each,
          state: 'filled',
          part: unit.part,
          text: items.map(textOf).join('\n'),
          place: placeOf(items[0]!),
          span: { start, end }
        }
      : each
  )
}

/** What the values of fields repeat: units of whatever holds the fields. */
export function unitsOfFields(
  fields: readonly BoundField[],
  section: BoundSection,
  content: Content,
  parent?: Unit
): Unit[] {
  return fields.flatMap(({ spec, span }) =>
    span === undefined
      ? []
      : ownUnitSpecs(spec).flatMap(unit => bindUnits(unit, section, span, content, parent ? { parent } : {}))
  )
}

/** A label in the list that goes on with boxes that are units ends where the first of them begins. */
function upToBox(part: Part, units: readonly Unit[]): Part {
  const next = units.find(unit => unit.part.form === 'box' && unit.span.start > part.span.start)
  return next === undefined ? part : upTo(part, next.span.start)
}

function upTo(part: Part, end: number): Part {
  return part.span.start >= end || part.span.end <= end ? part : { ...part, span: { start: part.span.start, end } }
}

/** The field of a unit that goes by a label. */
export function fieldOf(unit: Unit, label: string): Unit['fields'][number] | undefined {
  const key = normalise(label)
  return unit.fields.find(field => keysOf(field.spec).has(key))
}
