/** The fields of a section that was found: where among what stands below its heading they are. */
import { alsoBy, mayBeRows, plainFields } from '../../profiles/fields.ts'
import { coverOf } from '../../outline/cover.ts'
import type { Content } from '../../outline/content.ts'
import { shortNamesOf } from '../../outline/title.ts'
import type { Outline, Part, Span } from '../../outline/types.ts'
import type { BoundField, BoundSection } from '../bind-types.ts'
import { bindField, bindFields, FieldIndex, keysOf, rowFields } from '../fields.ts'

/**
 * Binds the fields of a section.
 *
 * @param body What it says, without its heading.
 */
export function sectionFields(section: BoundSection, body: Span, content: Content): BoundField[] {
  const { spec, part, children, units } = section
  const isInUnit = coverOf(units.map(unit => unit.span))
  const isInChild = coverOf(
    children.flatMap(child =>
      child.part && child.spec.reach !== 'open' ? [{ start: child.part.span.start, end: child.span.end }] : []
    )
  )
  const own = content.parts(section.span, part).filter(p => !isInChild(p.span.start) && !isInUnit(p.span.start))
  return bindFields(
    plainFields(spec),
    new FieldIndex(mayBeRows(spec) ? [...rowFields(content, body), ...own] : own),
    content
  ).map(field => orElsewhere(field, content))
}

/** A field that may be a section of its own ("## 9. Success Criteria"), or a heading with its value ("## Status: Draft"). */
export function orElsewhere(field: BoundField, content: Content): BoundField {
  if (field.state !== 'missing' || !alsoBy(field.spec, 'section')) return field
  const keys = keysOf(field.spec)
  const headings = content.outline.parts.filter(({ form }) => form === 'heading')
  const part = headings.find(({ key }) => keys.has(key))
  if (part) return bindField(field.spec, part, content)
  const short = headings.find(each => shortNamesOf(each).some(name => keys.has(name)))
  return short ? bindField(field.spec, withValue(short, content.outline), content) : field
}

/** A heading with what stands behind the colon or dash in it as its value. */
function withValue(part: Part, { source }: Outline): Part {
  const { start, end } = { start: part.place.start.offset, end: part.place.end.offset }
  const cut = /:[*_]*\s+|\s[-–—]+\s+/.exec(source.slice(start, end))
  if (!cut) return part
  const from = start + cut.index + cut[0].length
  return { ...part, value: { text: source.slice(from, end).trim(), start: from, end } }
}
