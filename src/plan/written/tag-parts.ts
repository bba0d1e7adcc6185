import type { Content } from '../../outline/content.ts'
import { coverOf } from '../../outline/cover.ts'
import { textOf } from '../../outline/nodes.ts'
import { collapse } from '../../outline/text.ts'
import { readTitle } from '../../outline/title.ts'
import type { Part, Span } from '../../outline/types.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { titleWords } from '../../profiles/units.ts'
import { keysOf } from '../fields.ts'

/** Tags as units: titled by the field that the profile says. */
export function tagParts(spec: UnitSpec, span: Span, taken: readonly Span[], content: Content): Part[] {
  const isTaken = coverOf(taken.map(({ start, end }) => ({ start: start - 1, end })))
  const { usual, spare } = titleWords(spec)
  const names = new Set([...usual, ...spare])
  const naming = spec.fields?.find(({ label }) => label === spec.title)
  return content
    .parts(span)
    .filter(part => part.form === 'tag' && names.has(part.title.toLowerCase()) && !isTaken(part.span.start))
    .map(part => {
      const name = naming && part.children.find(({ form, key }) => form === 'tag' && keysOf(naming).has(key))
      const said = name?.inner && content.firstParagraph(name.inner)
      const title = said ? collapse(textOf(said)) : part.title
      const { ordinal, key } = readTitle(title, usual)
      const { ordinal: _, ...own } = part
      return { ...own, title, key, ...(said && ordinal ? { ordinal } : {}) }
    })
}
