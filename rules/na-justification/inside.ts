import type { ListItem } from 'mdast'
import { deniedCells } from '../../src/checks/demands/tables.ts'
import { isBareDenial, mayBeNegative } from '../../src/outline/negative.ts'
import { placeOf, spanOf, textOf } from '../../src/outline/nodes.ts'
import { isQuoted } from '../../src/outline/quotations.ts'
import type { Part, Span } from '../../src/outline/types.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import type { Demand } from '../../src/profiles/schema.ts'
import type { Place } from '../../src/types.ts'

/** A bare "N/A" inside something that says more. */
interface Inside {
  title: string
  at: Place
}

/** Bare cells of the tables that the profile asks for. */
export function* bareCells(plan: Plan): Iterable<Inside> {
  // A section's table may be one of its units', too.
  const told = new Set<number>()
  for (const [demand, span] of tableDemands(plan))
    for (const table of plan.content.tables(span))
      for (const { column, cell } of deniedCells(demand, table)) {
        const at = placeOf(cell)
        if (!told.has(at.start.offset)) yield { title: column, at }
        told.add(at.start.offset)
      }
}

function* tableDemands({ allSections }: Plan): Iterable<[Demand, Span]> {
  for (const section of allSections) {
    if (!section.part || section.state !== 'filled') continue
    for (const demand of section.spec.content ?? []) if (demand.columns) yield [demand, bodySpan(section)]
    for (const { spec, span } of section.units)
      for (const demand of spec.content ?? []) if (demand.columns) yield [demand, span]
  }
}

/** Bare items among others; of a part that says nothing else (`told`) it is told. */
export function* bareItems({ outline }: Plan, told: ReadonlySet<Part>): Iterable<Inside> {
  for (const item of outline.nodes.items) {
    if (!isBareItem(item) || isQuoted(item, outline)) continue
    const { start } = spanOf(item)
    const part = outline.parts.findLast(each => holds(each, start))
    if (part && !told.has(part)) yield { title: part.title, at: placeOf(item.children[0]!) }
  }
}

/** A label that has its value behind it leads to no list. */
function holds({ form, span, value }: Part, offset: number): boolean {
  const leads = form === 'heading' || form === 'bold' || (form === 'label' && !value?.text)
  return leads && span.start < offset && offset < span.end
}

function isBareItem({ children: [first, ...others] }: ListItem): boolean {
  if (first?.type !== 'paragraph' || others.length > 0) return false
  const text = textOf(first)
  return mayBeNegative(text) && isBareDenial(text.trim())
}
