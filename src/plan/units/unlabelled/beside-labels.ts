/** Tables and code that stand in a unit under none of its labels, and say what one of them would. */
import type { Code, Node, Table } from 'mdast'
import { kindOfWord } from '../../../files/change-words.ts'
import type { Content } from '../../../outline/content.ts'
import { blockAbove, placeOf, spanOf, textOf } from '../../../outline/nodes.ts'
import { isNothing } from '../../../outline/nothing.ts'
import { normalise } from '../../../outline/text.ts'
import { titleNames } from '../../../outline/title.ts'
import type { Part, Span } from '../../../outline/types.ts'
import { alsoBy } from '../../../profiles/fields.ts'
import { isShellLanguage, languageOf } from '../../../shell/index.ts'
import type { BoundField, Unit } from '../../bind-types.ts'
import { keysOf } from '../../fields.ts'
import { unitLabels } from '../labels.ts'
import { fileRows } from '../parts/file-rows.ts'
import { listField } from './own-list.ts'

/** "| File | Change |": which files, and in the other cells what is done to each. Under which mark they go nobody says. */
export function inTable(field: BoundField, unit: Unit, content: Content, own: readonly Part[]): BoundField {
  const { kind, files } = field.spec
  const isOfFiles = kind === 'files' && typeof files !== 'string'
  if (!isOfFiles && listField(unit.fields)?.spec !== field.spec) return field
  const table = content.tables(bodyOf(unit)).find(each => {
    const rows = isFree(each, unit, own) ? fileRows(spanOf(each), content) : []
    return rows.length > 0 && (isOfFiles || rows.every(({ value }) => value!.text !== ''))
  })
  return table ? filledBy(table, field, unit) : field
}

/** "| Pros | Cons |": a column that is called like the field, with something in it. */
export function inColumn(field: BoundField, unit: Unit, content: Content): BoundField {
  if (!alsoBy(field.spec, 'column')) return field
  const names = keysOf(field.spec)
  for (const table of content.tables(bodyOf(unit))) {
    const [head, ...rows] = table.children
    const at = head!.children.findIndex(cell => names.has(normalise(textOf(cell))))
    const cells = at < 0 ? [] : rows.flatMap(({ children }) => children[at] ?? [])
    const text = cells.map(textOf).filter(said => !isNothing(said))
    if (text.length > 0) return { ...filledBy(table, field, unit), text: text.join('\n') }
  }
  return field
}

/** "Add to `[project]`:" with a fence below: the code, where a sentence gives the order. Commands are none. */
export function inFence(field: BoundField, unit: Unit, content: Content, own: readonly Part[]): BoundField {
  if (field.spec.kind !== 'code') return field
  const fence = content.fences(bodyOf(unit)).find(each => {
    const above = isShellLanguage(languageOf(each.lang ?? '')) ? undefined : blockAbove(each, content.outline)
    return above !== undefined && isOrder(above) && isFree(above, unit, own)
  })
  return fence ? filledBy(fence, field, unit) : field
}

const bodyOf = ({ part, span }: Unit): Span => ({ start: part.place.end.offset, end: span.end })

function isOrder(block: Node): boolean {
  const text = block.type === 'paragraph' ? textOf(block).trim() : ''
  return text.endsWith(':') && kindOfWord(/^\p{L}+/u.exec(text)?.[0] ?? '') !== undefined
}

/** Stands it below no label of the unit, or behind one that says no more than a sentence? */
function isFree(block: Node, { spec, fields }: Unit, own: readonly Part[]): boolean {
  const { start, end } = spanOf(block)
  const holder = own.findLast(part => part.span.start <= start && part.span.end >= end)
  if (!holder || !titleNames(holder).some(name => unitLabels(spec).has(name))) return true
  return fields.some(({ part, spec: { kind } }) => part === holder && kind === 'sentence')
}

function filledBy(block: Table | Code, field: BoundField, { part }: Unit): BoundField {
  return { ...field, state: 'filled', part, text: textOf(block), place: placeOf(block), span: spanOf(block) }
}
