import type { ListItem, Node, Paragraph } from 'mdast'
import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { isQuoted } from '../../src/outline/quotations.ts'
import { placeOf, textOf } from '../../src/outline/nodes.ts'
import type { Demand } from '../../src/profiles/schema.ts'
import type { Place } from '../../src/types.ts'

/** A gate that fails by the plan's own word. */
interface Gate {
  text: string
  place: Place
}

/** Gates that fail, in order, and the section that has to justify them and does not. */
interface Unjustified {
  gates: readonly Gate[]
  /** Its title, by the profile. */
  title: string
  place?: Place
}

/** "❌", "❌ FAIL", "Failed": all that a cell says, or the mark before its remark. */
const failing = /^(?:[❌✗✘✖]|fail(?:s|ed|ing|ure)?\W*$|FAIL(?:ED)?\b)/iu
const shouted = /^(?:[❌✗✘✖]|FAIL(?:ED)?\b)/u
/** The result of an item or a title stands at its head, or behind its name. */
const behind = /[:：–—→-]\s{0,3}[*_]{0,2}(?:[❌✗✘✖]|FAIL(?:ED)?\b)|[❌✗✘✖](?:\uFE0F)?\s{0,3}(?:FAIL(?:ED|S)?)?\W{0,3}$/u
/** It says where or that it is justified. */
const excused = /\b(?:justif|exception|exempt|waive|complexity tracking)/i

/** The demand of a section whose entries are gates: what fails is justified in the section that it names. */
function gateDemand({ spec }: BoundSection): Demand | undefined {
  return spec.content?.find(({ kind }) => kind === 'gate')
}

/** Failing gates of a section that nothing justifies. */
export function unjustifiedGates(section: BoundSection, plan: Plan): Unjustified | undefined {
  const demand = gateDemand(section)
  if (!demand?.label || !section.part || section.state !== 'filled') return undefined
  const other = plan.allSections.find(({ spec }) => spec.title === demand.label)
  if (!other || (other.part && justifies(other, plan))) return undefined
  const gates = failingIn(section, plan)
  if (gates.length === 0) return undefined
  return { gates, title: other.spec.title, ...(other.part ? { place: other.part.place } : {}) }
}

function failingIn(section: BoundSection, plan: Plan): Gate[] {
  const span = bodySpan(section)
  const { content } = plan
  const rows = content.tables(span).flatMap(table =>
    table.children.slice(1).filter(row => {
      const cells = row.children.map(cell => textOf(cell).trim())
      const verdict = cells.findIndex((cell, i) => (i === 0 ? shouted : failing).test(cell))
      return verdict >= 0 && !excused.test(cells.join(' '))
    })
  )
  const items = content.items(span).filter(item => fails(firstLine(item)))
  const titles = content.parts(span, section.part).filter(({ form, title }) => form === 'heading' && fails(title))
  return [
    ...rows.map(row => ({ text: textOf(row.children[0]!).trim(), place: placeOf(row) })),
    ...items.map(item => ({ text: firstLine(item), place: placeOf(item) })),
    ...titles.map(({ title, place }) => ({ text: title, place }))
  ].sort((a, b) => a.place.start.offset - b.place.start.offset)
}

function fails(text: string): boolean {
  return (shouted.test(text) || behind.test(text)) && !excused.test(text)
}

function firstLine(item: ListItem): string {
  const [first] = item.children
  return first ? textOf(first).trim().split('\n', 1)[0]! : ''
}

/** Does a section say anything but that there is nothing, and when to fill it in? */
function justifies(section: BoundSection, plan: Plan): boolean {
  const span = bodySpan(section)
  const { content } = plan
  return (
    content.tables(span).some(table => table.children.slice(1).some(row => row.children.some(says))) ||
    content.paragraphs(span).some(paragraph => !isInstruction(paragraph, plan) && says(paragraph))
  )
}

const nothing = /^\W*(?:no|none|n\/a|nothing|not applicable|empty)\b.{0,80}$/i

function says(node: Node): boolean {
  const text = textOf(node)
  return /[\p{L}\p{N}]/u.test(text) && !nothing.test(text)
}

/** A quotation, or a line in italics: the template's. */
function isInstruction(paragraph: Paragraph, plan: Plan): boolean {
  return (
    isQuoted(paragraph, plan.outline) || (paragraph.children.length === 1 && paragraph.children[0]!.type === 'emphasis')
  )
}
