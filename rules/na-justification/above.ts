import type { Nodes } from 'mdast'
import { readNegative } from '../../src/outline/negative.ts'
import { placeOf, textOf } from '../../src/outline/nodes.ts'
import type { Part } from '../../src/outline/types.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { quote } from '../../src/outline/text.ts'
import type { Place } from '../../src/types.ts'

/** "N/A" with what it says is not there below it. */
interface Denied {
  part: Part
  at: Place
  /** "a table", "a list", the first of what the section repeats. */
  what: string
  below: Place
}

/** Does a row or an item say anything? */
function isFilled(node: Nodes): boolean {
  return /[\p{L}\p{N}]/u.test(textOf(node))
}

/** What a section repeats, as titles below it: they need no list to deny it. */
function titledUnit({ part, span, units }: BoundSection): BoundSection['units'][number] | undefined {
  return units.find(
    unit =>
      /^(?:heading|bold)$/.test(unit.part.form) &&
      !unit.part.struck &&
      unit.span.start > part!.span.start &&
      unit.span.start < span.end
  )
}

/**
 * Sections and labels that begin with "N/A" and go on with a filled table, with a list that is asked for, or can't be what the reason says, or with titles of
 * what the section repeats.
 */
export function* deniedParts({ outline: { parts }, allSections, content }: Plan): Iterable<Denied> {
  const listed = new Set(
    allSections.flatMap(({ part, spec }) => (part && spec.content?.some(({ kind }) => kind === 'list') ? [part] : []))
  )
  const repeated = new Map(
    allSections.flatMap(section => (section.part ? [[section.part, titledUnit(section)] as const] : []))
  )
  for (const part of parts) {
    const isHeading = part.form === 'heading' || part.form === 'bold'
    if (!isHeading && part.form !== 'label') continue
    const [first, ...others] = part.blocks
    const text = isHeading ? (first?.type === 'paragraph' ? textOf(first) : '') : content.valueOf(part)
    // What ends with a colon leads to what stands below it.
    const negative = /[:：]\s*$/.test(text) ? undefined : readNegative(text)
    if (negative?.kind !== 'na') continue
    const mayList = negative.reason !== undefined && !negative.hollow && !listed.has(part)
    const below = isHeading ? others : part.blocks
    const table = below.find(block => block.type === 'table' && block.children.slice(1).some(isFilled))
    const list = !mayList ? below.find(block => block.type === 'list' && block.children.some(isFilled)) : undefined
    const unit = repeated.get(part)
    const at = isHeading ? placeOf(first!) : part.place
    if (table ?? list) yield { part, at, what: table ? 'a table' : 'a list', below: placeOf((table ?? list)!) }
    else if (unit) yield { part, at, what: `${unit.spec.role} ${quote(unit.part.title)}`, below: unit.part.place }
  }
}
