/** What opens a part without being a heading to Markdown, and what a label ranks as. */
import type { RootContent } from 'mdast'
import type { Label } from '../labels/label.ts'
import { readBare, readLabel } from '../labels/label.ts'
import { linesOf } from '../labels/paragraph-lines.ts'
import { placeOf } from '../nodes.ts'
import { readTitle } from '../title.ts'
import type { PartsReading } from './builder.ts'
import { LABEL } from './builder.ts'
import { gluedTitle } from './glued.ts'

/** Ranks below the six heading levels. */
const BOLD_OUTER = 6.3
const BOLD_INNER = 6.6
const outerWords = new Set([
  'phase',
  'milestone',
  'stage',
  'sprint',
  'batch',
  'workstream',
  'wave',
  'iteration',
  'part'
])

/** `<h2>Goal</h2>`, alone. */
export const htmlHeading = /^<h([1-6])(?: [^<>]{0,80})?>([^<>\n]{1,120})<\/h\1>\s*$/i

/** The level of a label outside of lists: a bold one with a number is a title. */
export function levelOf(label: Label, words: readonly string[]): number {
  const ordinal = label.alone ? readTitle(label.title, words).ordinal : undefined
  return ordinal?.word === undefined ? LABEL : outerWords.has(ordinal.word) ? BOLD_OUTER : BOLD_INNER
}

/** What titles and labels are read by. */
export type TitleReading = Pick<PartsReading, 'source' | 'vocabulary' | 'words'>

/** Does a title stand in a block of the document: one that a heading is, or a line of a paragraph that its author took for one? */
export function holdsTitle(block: RootContent, { source, vocabulary, words }: TitleReading): boolean {
  if (block.type === 'heading') return true
  if (block.type === 'html') return htmlHeading.test(block.value)
  if (block.type !== 'paragraph') return false
  if (gluedTitle(block, source, false)) return true
  return linesOf(block, source, vocabulary).some(line => {
    const label = readLabel(line, source, vocabulary, false)
    return label !== undefined && levelOf(label, words) < LABEL
  })
}

/** Does a block lead to the list behind it: with a label that says nothing itself, or a colon? */
export function leadsTo(block: RootContent, list: RootContent, { source, vocabulary }: TitleReading): boolean {
  if (block.type !== 'paragraph') return false
  const lines = linesOf(block, source, vocabulary)
  const last = lines.at(-1)
  if (!last) return false
  if (/[:：]\**\s*$/.test(source.slice(last.start, last.end))) return true
  const isRightAbove = lines.length === 1 && placeOf(list).start.line === placeOf(block).end.line + 1
  const label =
    readLabel(last, source, vocabulary, false) ?? (isRightAbove ? readBare(last, source, vocabulary) : undefined)
  return label !== undefined && source.slice(label.valueStart, last.end).trim() === ''
}
