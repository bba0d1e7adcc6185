/** Blocks that are nothing but what the template has there, and instructions that stand beside an author's own words. */

import { leadingDate } from '../../outline/dates.ts'
import { placeOf, startOf, textOf } from '../../outline/nodes.ts'
import type { Plan } from '../bind-types.ts'
import type { Block } from './placeholder-text.ts'
import { fewestLetters, hasDetails, isEllipsis, type Leftover, type Template } from './template.ts'
import { isUnfilledAt } from './unfilled.ts'

/**
 * A block that is nothing but a leftover: "...", an instruction sentence.
 *
 * @param text - what it says, trimmed
 */
export function wholeBlock(block: Block, text: string, plan: Plan, template: Template): Leftover | undefined {
  if (isEllipsis(text)) return { kind: 'leftover', text, place: placeOf(block) }
  const { isRow, isTitle, isSentence: isWhole } = template.known(text)
  const isSentence = isWhole || isEntry(text, template)
  if (block.type === 'paragraph' && isRow && !hasDetails(block, plan.outline))
    return { kind: 'row', text, place: placeOf(block) }
  if (block.type === 'heading' && isTitle) return { kind: 'leftover', text, place: placeOf(block) }
  // "Input validation" may be the author's own word, but not among the template's alone.
  if (isSentence && (text.length >= fewestLetters || isUnfilledAt(startOf(block), plan)))
    return { kind: 'sentence', text, place: placeOf(block) }
  return undefined
}

/** An example of what is logged, behind the author's own date. */
function isEntry(text: string, template: Template): boolean {
  const date = template.hasSentences && /^\W{0,4}\d/.test(text) ? leadingDate(text) : undefined
  return date !== undefined && template.known(text.slice(date.end).replace(/^[^\p{L}\p{N}]+/u, '')).isSentence
}

/** Instructions that were kept, with the author's own words behind them. */
export function addOpening(block: Block, text: string, template: Template, found: Leftover[]): void {
  if (!template.hasSentences || block.type !== 'paragraph') return
  const { opening } = template.known(text)
  if (opening !== undefined) found.push({ kind: 'sentence', text: opening, place: placeOf(block) })
}

/** Instructions set in italics beside other text. */
export function addInstructions(block: Block, template: Template, found: Leftover[]): void {
  if (!template.hasSentences) return
  for (const child of block.children) {
    if (child.type !== 'emphasis') continue
    const text = textOf(child)
    if (text.length >= 25 && template.known(text).isSentence)
      found.push({ kind: 'sentence', text, place: placeOf(child) })
  }
}
