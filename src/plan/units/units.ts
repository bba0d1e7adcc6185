import type { FieldSpec, UnitSpec } from '../../profiles/schema.ts'
import type { BoundField, BoundSection, Unit } from '../bind-types.ts'
import type { Content } from '../../outline/content.ts'
import { plainFields } from '../../profiles/fields.ts'
import { isWritten, kindOf, ownUnitSpecs } from '../../profiles/units.ts'
import { leadOfBox } from './parts/boxes.ts'
import { checkedBy } from './labels.ts'
import { tagParts } from '../written/tag-parts.ts'
import { isLine } from './parts/unboxed.ts'
import { unitParts } from './parts/unit-parts.ts'
import { readLead } from './parts/lead.ts'
import { tickOf } from '../written/ticks.ts'
import { implied } from './unlabelled/implied.ts'
import { listField, ownList } from './unlabelled/own-list.ts'
import { reachOver } from './reach.ts'
import { bindKeys, matterItems } from '../written/front-matter.ts'
import { FieldIndex, bindFields, keysOf } from '../fields.ts'
import { placeOf, textOf } from '../../outline/nodes.ts'
import { normalise } from '../../outline/text.ts'
import type { Part, Span } from '../../outline/types.ts'

/** Finds and reads the units of a section, of another unit or of a field. */
export function bindUnits(
  spec: UnitSpec,
  section: BoundSection,
  span: Span,
  content: Content,
  { parent, taken = nothing }: { parent?: Unit; taken?: readonly Span[] } = {}
): Unit[] {
  const parts = isWritten(spec, 'entry')
    ? matterItems(spec, span, content.outline)
    : isWritten(spec, 'tag')
      ? tagParts(spec, span, taken, content)
      : unitParts(spec, section, span, content, { parent, taken })
  return parts.map((part, index) =>
    bindUnit(spec, part, index, parts[index + 1], { section, span, content, parent, taken })
  )
}

const nothing: readonly never[] = []

/** Where units are bound. */
interface UnitScope {
  section: BoundSection
  /** What holds them. */
  span: Span
  content: Content
  parent: Unit | undefined
  /** Spans that something else has, where units end. */
  taken: readonly Span[]
}

/** Reads one part as a unit. */
export function bindUnit(
  spec: UnitSpec,
  part: Part,
  index: number,
  next: Part | undefined,
  { section, span: within, content, parent, taken }: UnitScope
): Unit {
  const end = Math.min(
    spec.reach === 'next' ? within.end : reachOver(part.span.end, ownUnitSpecs(spec), content.outline),
    within.end,
    next?.span.start ?? Number.POSITIVE_INFINITY,
    ...taken.flatMap(({ start }) => (start > part.span.start ? [start] : []))
  )
  const unit: Unit = {
    spec,
    role: kindOf(spec),
    part,
    name: part.ordinal?.rest || part.title,
    span: { start: part.span.start, end },
    index,
    fields: [],
    units: [],
    section,
    ...(parent ? { parent } : {})
  }
  bindLead(unit, content)
  for (const inner of ownUnitSpecs(spec))
    unit.units.push(...bindUnits(inner, section, { start: part.place.end.offset, end }, content, { parent: unit }))
  const fields = plainFields(spec)
  if (fields.length > 0) bindUnitFields(unit, fields, content)
  return unit
}

/** Its box, and what stands before its name. */
function bindLead(unit: Unit, content: Content): void {
  const { spec, part } = unit
  if (part.form === 'box') unit.box = content.checkboxes(part.span)[0]!
  if (part.form !== 'box' && !spec.id && !spec.markers) return
  unit.lead = unit.box ? leadOfBox(spec, part, content) : readLead(spec, part.title, part.value?.text)
  if (unit.lead.id !== undefined && (part.ordinal === undefined || spec.id?.from === 'name')) unit.name = unit.lead.rest
}

function bindUnitFields(unit: Unit, fields: readonly FieldSpec[], content: Content): void {
  const { form, children } = unit.part
  // Labels in the text between its tags are no fields of it.
  if (form === 'tag') unit.fields = bindFields(fields, new FieldIndex(children), content)
  else if (form === 'entry') unit.fields = bindKeys(fields, children, content.outline)
  else bindLabelled(unit, fields, content)
}

/** Its fields by their labels, then those that stand there without one, and the units that they repeat. */
function bindLabelled(unit: Unit, fields: readonly FieldSpec[], content: Content): void {
  const { spec, part, span } = unit
  const inText = content.parts(span, part)
  // Cells, and labels within a sentence, are no parts of the outline.
  const all = part.form === 'row' || part.form === 'item' ? [...new Set([...inText, ...part.children])] : inText
  const own = all
    .filter(p => !unit.units.some(inner => p.span.start >= inner.span.start && p.span.start < inner.span.end))
    .map(p => upTo(upToBox(p, unit.units), span.end))
  unit.fields = bindFields(fields, new FieldIndex(own), content, { others: checkedBy(spec), isInUnit: true })
  bindOwnList(unit, fields, own, content)
  const tick = tickOf(unit)
  if (tick) {
    unit.box = tick
    unit.fields = unit.fields.filter(({ spec: { label } }) => label !== spec.ticked)
  }
  // Each looks at all fields as the one before has left them.
  if (unit.fields.some(field => field.state === 'missing'))
    for (const imply of implied)
      unit.fields = unit.fields.map(field => (field.state === 'missing' ? imply(field, unit, content, own) : field))
  unit.units.push(...unitsOfFields(unit.fields, unit.section, content, unit))
}

/** A list without a label is what the unit has to list; a label before it ends where it begins. */
function bindOwnList(unit: Unit, fields: readonly FieldSpec[], own: readonly Part[], content: Content): void {
  const field = listField(unit.fields)
  const list = field && ownList(unit, own, content)
  if (!list) return
  const cut = own.map(part => upTo(part, list.start))
  const { start, end, items } = list
  unit.fields = bindFields(fields, new FieldIndex(cut), content, { others: checkedBy(unit.spec), isInUnit: true }).map(
    each =>
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
  const next = units.find(unit => isLine(unit) && unit.span.start > part.span.start)
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
