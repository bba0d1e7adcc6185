/** Fields that stand elsewhere than among the others. */
import type { Content } from '../outline/content.ts'
import { shortNamesOf } from '../outline/title.ts'
import type { Outline, Part } from '../outline/types.ts'
import { alsoBy } from '../profiles/fields.ts'
import type { BoundField } from './bind-types.ts'
import { bindField, keysOf } from './fields.ts'

/** A field that may be a section of its own ("## 9. Success Criteria"), or a heading with its value ("## Status: Draft"). */
export function fieldElsewhere(field: BoundField, content: Content): BoundField {
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
