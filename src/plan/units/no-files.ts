import { saysNoFiles } from '../no-files.ts'
import type { BoundField, Unit } from '../bind-types.ts'
import type { Content } from '../../outline/content.ts'
import { spanOf, textOf, placeOf } from '../../outline/nodes.ts'

/** Files that a unit says it has none of, in a sentence of its own. */
export function withoutFiles(field: BoundField, unit: Unit, content: Content): BoundField {
  if (field.spec.kind !== 'files') return field
  const paragraph = content
    .paragraphs({ start: unit.part.place.end.offset, end: unit.span.end })
    .find(each => saysNoFiles(textOf(each)))
  if (!paragraph) return field
  const text = textOf(paragraph)
  return {
    ...field,
    state: 'negative',
    negative: { kind: 'none', reason: text, hollow: false },
    part: unit.part,
    text,
    place: placeOf(paragraph),
    span: spanOf(paragraph)
  }
}
