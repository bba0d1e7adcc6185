import { coverOf } from '../cover.ts'
import type { Lines } from '../nodes.ts'
import { spanOf } from '../nodes.ts'
import type { BrokenFence, NodeIndex, Span } from '../types.ts'

const opener = /^<{7}(?:[ \t][^\r\n]*)?$/gm
const closer = /^>{7}(?:[ \t][^\r\n]*)?$/gm
const middle = /^={7}$/m

/** The two sides of a merge that git left to somebody who left them, from marker to marker. What is shown as code is an example. */
export function conflictsIn({ fences, html, inlineCode }: NodeIndex, source: string, lines: Lines): BrokenFence[] {
  if (!source.includes('<<<<<<<')) return []
  const isCode = coverOf([...fences, ...html, ...inlineCode].map(spanOf))
  const openers = [...source.matchAll(opener)].filter(({ index }) => !isCode(index))
  return openers.map(({ 0: text, index: start }, i) => ({
    kind: 'conflict',
    place: lines.placeOf({ start, end: start + text.trimEnd().length }),
    text: text.trim(),
    region: { start, end: endOf(source, start + text.length, openers[i + 1]?.index ?? source.length) },
    hidden: new Set()
  }))
}

/** Behind the last marker; where that is gone, behind the first. */
function endOf(source: string, from: number, next: number): number {
  closer.lastIndex = from
  const found = closer.exec(source)
  return found && found.index < next ? found.index + found[0].length : from
}

/** Titles that are none: to Markdown, the marker between the two sides underlines the line above it. */
export function underlined({ headings }: NodeIndex, conflicts: readonly BrokenFence[], source: string): Span[] {
  const isInside = coverOf(conflicts.map(({ region }) => ({ start: region.start - 1, end: region.end })))
  return headings.map(spanOf).filter(({ start, end }) => isInside(end - 1) && middle.test(source.slice(start, end)))
}
