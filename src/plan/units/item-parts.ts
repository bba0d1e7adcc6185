import type { ListItem } from 'mdast'
import { once } from '../../util/once.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { kindOf, wordsOf } from '../../profiles/units.ts'
import { verificationLabels } from '../../profiles/verification.ts'
import type { Content } from '../../outline/content.ts'
import { startingIn } from '../../outline/cover.ts'
import { placeOf, spanOf, startOf, textOf } from '../../outline/nodes.ts'
import { readOrdinal } from '../../outline/ordinal.ts'
import { normalise } from '../../outline/text.ts'
import type { Part, Span } from '../../outline/types.ts'
import { allKeysOf } from '../fields.ts'

/** Labels by which a unit says how it is verified, normalised. */
export const checkedBy = once(
  (spec: UnitSpec): ReadonlySet<string> => new Set(verificationLabels(spec.verification).map(normalise))
)

/** List items as units, where nothing else is one. A bare list of things to do is no list of steps: some item must have what a step has. */
export function itemParts(spec: UnitSpec, span: Span, inside: Part[], content: Content): Part[] {
  const starts = inside.map(part => part.span.start)
  const parts = content
    .topItems(span)
    .map(item => itemPart(item, own => startingIn(inside, starts, own), content, wordsOf(spec).usual))
  if (kindOf(spec) !== 'step') return parts
  const isLabel = (key: string): boolean =>
    checkedBy(spec).has(key) || (spec.fields !== undefined && allKeysOf(spec.fields).has(key))
  return parts.some(part => part.children.some(child => isLabel(child.key))) ? parts : []
}

/** A list item as a part of its own: its first line is the title. */
function itemPart(item: ListItem, partsIn: (span: Span) => Part[], content: Content, words: readonly string[]): Part {
  const first = item.children[0]
  const own = spanOf(item)
  const title = first ? textOf(first).split('\n', 1)[0]!.trim() : ''
  const ordinal = readOrdinal(title, words)
  return {
    form: 'item',
    title,
    key: normalise(title),
    level: 10,
    node: item,
    place: first ? placeOf(first) : placeOf(item),
    span: own,
    blocks: item.children as Part['blocks'],
    children: partsIn(own),
    value: {
      text: first ? content.outline.source.slice(startOf(first), spanOf(first).end) : '',
      ...(first ? spanOf(first) : own)
    },
    ...(ordinal ? { ordinal } : {})
  }
}
