import type { Heading, ListItem } from 'mdast'
import type { Label } from '../labels/label.ts'
import type { Vocabulary } from '../labels/plain-label.ts'
import type { Lines } from '../nodes.ts'
import { collapse } from '../text.ts'
import { isStruck, readTitle } from '../title.ts'
import type { Part, Span } from '../types.ts'

/** Rank of labels outside of lists. */
export const LABEL = 7

/** What follows a list or a quote and belongs to its end. */
interface Dangling {
  /** The label there, if one is. */
  part: Part | undefined
  /** Where list or quote end to Markdown. */
  since: number
  /** Where the last item ends, if that is known; else the next fence alone is the label's value. */
  until: number | undefined
}

/** What parts are read by. */
export interface PartsReading {
  source: string
  lines: Lines
  vocabulary: Vocabulary
  /** Spans that Markdown takes for text but the author meant as code: headings there are none. */
  phantoms: Span[]
  /** Words that titles count with besides the usual ones. */
  words: readonly string[]
  /** Levels of headings whose own says less than what they are, by offset. */
  levels: ReadonlyMap<number, number>
  /** Where items end to their author that Markdown ends before a fence. */
  reaches: ReadonlyMap<ListItem, number>
}

/** The tree as far as it is built. */
export interface Builder extends PartsReading {
  parts: Part[]
  open: Part[]
  dangling: Dangling | undefined
  /** Has the document a heading so far? */
  hasHeading: boolean
}

export function top(b: Builder): Part {
  return b.open[b.open.length - 1]!
}

/** Ends every open part whose level is `level` or deeper. */
export function closeTo(level: number, at: number, b: Builder): void {
  while (b.open.length > 1 && top(b).level >= level) b.open.pop()!.span.end = at
}

/** A part that begins, its title as it is written. */
type PartDraft = Pick<Part, 'form' | 'title' | 'level' | 'node' | 'place' | 'span'>

export function make(draft: PartDraft, parent: Part, b: Builder): Part {
  const { form, level, node, place, span } = draft
  const clean = collapse(draft.title)
  const { ordinal, key } = readTitle(clean, b.words)
  const part: Part = { form, title: clean, key, level, node, place, span, blocks: [], parent, children: [] }
  if (ordinal) part.ordinal = ordinal
  if (isStruck(clean) || (node as Heading).children?.[0]?.type === 'delete') part.struck = true
  parent.children.push(part)
  b.parts.push(part)
  return part
}

/** A label that ranks no higher than `LABEL`; above that it is a title in bold. */
export function makeLabel(label: Label, node: Part['node'], level: number, parent: Part, b: Builder): Part {
  const { title, start, end } = label
  const form = level < LABEL ? 'bold' : 'label'
  const part = make({ form, title, level, node, place: b.lines.placeOf(label), span: { start, end } }, parent, b)
  if (label.qualifier !== undefined) part.qualifier = label.qualifier
  return part
}

export function setValue(part: Part, label: Label, line: { end: number }, b: Builder): void {
  const written = b.source.slice(label.valueStart, line.end).trimEnd()
  const text = written.trimStart()
  part.value = { text, start: label.valueStart + written.length - text.length, end: label.valueStart + written.length }
}

export function extendValue(part: Part, line: Span, b: Builder): void {
  const before = part.value!
  const text = b.source.slice(line.start, line.end).trim()
  part.value = {
    text: before.text === '' ? text : `${before.text} ${text}`,
    start: before.text === '' ? line.start : before.start,
    end: line.end
  }
}
