import type { ListItem, TableRow } from 'mdast'
import type { Place } from '../../types.ts'
import { bodySpan } from '../../plan/bind.ts'
import type { BoundSection, Plan } from '../../plan/bind-types.ts'
import { insideChildren } from '../../plan/sections/inside.ts'
import { firstLineOf } from '../../outline/lines.ts'
import { placeOf, spanOf, textOf } from '../../outline/nodes.ts'
import { columnTitles } from './tables.ts'
import { normalise } from '../../outline/text.ts'
import type { Part, Span } from '../../outline/types.ts'

/** One of the things that a section or a field lists: a bullet, a table row, a label or title with what stands below it. */
export interface Entry {
  /** All that it says, without markup. */
  text: string
  /** Its first line. */
  place: Place
  span: Span
  node?: ListItem
  /** For rows: cells by normalised column title. */
  cells?: ReadonlyMap<string, string>
}

/** The entries of a section. */
export function entriesOf(section: BoundSection, plan: Plan): Entry[] {
  const isHeld = insideChildren(section)
  return entriesIn(bodySpan(section), plan, section.part).filter(entry => !isHeld(entry.span.start))
}

/** The entries of a span: its outermost bullets, else the rows of its tables, else its labels and titles. */
export function entriesIn(span: Span, plan: Plan, owner?: Part): Entry[] {
  const { content } = plan
  const items = content
    .topItems(span)
    .filter(item => textOf(item).trim() !== '')
    .map(item => fromItem(item, plan))
  const rows = content.tables(span).flatMap(table => {
    const titles = columnTitles(table.children[0]).map(normalise)
    return table.children.slice(1).map(row => fromRow(row, titles, plan))
  })
  if (items.length + rows.length > 0)
    return [...items, ...rows].filter(entry => entry.text !== '').sort((a, b) => a.span.start - b.span.start)
  const parts = content.parts(span, owner)
  const least = Math.min(...parts.map(part => part.level))
  return parts
    .filter(part => part.level === least)
    .map(part => ({ text: wholeText(part.span, plan), place: part.place, span: part.span }))
}

function fromItem(node: ListItem, plan: Plan): Entry {
  const span = spanOf(node)
  const first = node.children[0]
  return { text: wholeText(span, plan), place: firstLineOf(placeOf(first ?? node), plan.outline), span, node }
}

function fromRow(row: TableRow, titles: readonly string[], plan: Plan): Entry {
  const texts = row.children.map(cell => textOf(cell).trim())
  return {
    text: texts.join(' ').trim(),
    place: firstLineOf(placeOf(row), plan.outline),
    span: spanOf(row),
    cells: new Map(texts.map((text, i) => [titles[i] ?? '', text]))
  }
}

function wholeText(span: Span, plan: Plan): string {
  return plan.content.paragraphs(span).map(textOf).join('\n').trim()
}
