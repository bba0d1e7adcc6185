import { saysNoFiles } from '../no-files.ts'
import type { BoundField, Unit } from '../bind-types.ts'
import type { Content } from '../../outline/content.ts'
import { placeOf, spanOf, textOf } from '../../outline/nodes.ts'
import type { Part, Span } from '../../outline/types.ts'

/** What a label or a title says is said of that, unless the sentence is its own head: "**Code changes**: none". */
function holds(part: Part, { start, end }: Span): boolean {
  return part.span.start < start && part.span.end >= end
}

/** Files that a unit says it has none of, in a sentence of its own. */
export function withoutFiles(field: BoundField, unit: Unit, content: Content, parts: readonly Part[]): BoundField {
  if (field.spec.kind !== 'files') return field
  const paragraph = content
    .paragraphs({ start: unit.part.place.end.offset, end: unit.span.end })
    .find(each => saysNoFiles(textOf(each)) && !parts.some(part => holds(part, spanOf(each))))
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
