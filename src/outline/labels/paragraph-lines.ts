/** The lines of a paragraph, each of which may begin with a label. */
import type { PhrasingContent, Paragraph } from 'mdast'
import type { Span } from '../types.ts'
import { spanOf, textOf, startOf } from '../nodes.ts'
import { skipBlanks, longestRemark, closingOf, closer } from './label-end.ts'
import { bracketEnd, normalise } from '../text.ts'
import { lineEnd } from '../lines.ts'
import { decorationOf } from '../title.ts'
import type { Vocabulary } from './plain-label.ts'
import { labelInside, readPlainHead } from './plain-label.ts'

/** One line of a paragraph as the author wrote it: soft breaks split a paragraph into lines that may each have a label. */
export interface Line extends Span {
  /** The first inline node that is neither white space nor decoration ("✅ **Verify**:"). */
  first?: PhrasingContent
}

/**
 * Splits a paragraph into its source lines; blank ones are left out.
 *
 * @param known labels that may stand at the end of a line, each in one emphasis with its value; without them a line stays whole
 */
export function linesOf(paragraph: Paragraph, source: string, known?: Vocabulary): Line[] {
  const whole = withWhole(sourceLines(paragraph, source), source)
  const lines =
    known && paragraph.children.length > 1 ? whole.flatMap(line => atTail(line, paragraph, source, known)) : whole
  // "**Branch**: a | **Date**: b", "Branch: a | Date: b": several labels in one line.
  const further =
    paragraph.children.length > 2 ? lines.flatMap(line => atFurther(line, paragraph, source, known)) : lines
  return known ? further.flatMap(line => atPlain(line, paragraph, source, known)) : further
}

/** A remark between a label and its colon may go on in the next line: "**Code** (add to `a.ts`," ⏎ "below the imports):". */
function withWhole(lines: Line[], source: string): Line[] {
  const merged: Line[] = []
  for (const line of lines) {
    const before = merged.at(-1)
    if (before && opensRemark(before, line.end, source)) before.end = line.end
    else merged.push({ ...line })
  }
  return merged
}

/** Does a line end within a remark that is closed, with a colon, before `end`? */
function opensRemark({ first, start, end: own }: Line, end: number, source: string): boolean {
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return false
  const from = skipBlanks(source, spanOf(first).end)
  if (source[from] !== '(' || from >= own || end - start > longestRemark) return false
  return (
    bracketEnd(source.slice(from, own), 0, longestRemark) === undefined &&
    closingOf(source.slice(from, end)) !== undefined
  )
}

/** What surely parts one label with its value from the next. */
const bars = /[|·•]$/
/** What may stand in a value, so that only known labels begin behind it. */
const stops = /[.;,]$/

/** Splits a line that begins with a strong label where another one follows; of emphasised ones, behind bars alone. */
function atFurther(line: Line, paragraph: Paragraph, source: string, known?: Vocabulary): Line[] {
  const form = line.first?.type
  if (form !== 'strong' && form !== 'emphasis') return [line]
  const pieces: Line[] = []
  let open = line
  for (const child of paragraph.children) {
    const span = spanOf(child)
    if (child.type !== form || span.start <= open.start || span.end > line.end) continue
    const before = source.slice(open.start, span.start).trimEnd()
    const isBar = bars.test(before)
    if (!isBar && (form === 'emphasis' || !stops.test(before) || known?.has(nameOf(child)) !== true)) continue
    if (!isLabelled(child, source, line.end)) continue
    pieces.push({ ...open, end: open.start + (before.endsWith('.') ? before : before.slice(0, -1).trimEnd()).length })
    open = { start: span.start, end: line.end, first: child }
  }
  return [...pieces, open]
}

/** Splits a line that begins with a known label without markup behind each bar that another one stands behind. */
function atPlain(line: Line, paragraph: Paragraph, source: string, known: Vocabulary): Line[] {
  const isKnownAt = (start: number): boolean => {
    const head = readPlainHead({ start, end: line.end }, source)
    return head !== undefined && known.has(normalise(head.name))
  }
  if (line.first?.type !== 'text' || !isKnownAt(line.start)) return [line]
  const text = source.slice(line.start, line.end)
  const pieces: Line[] = []
  const { children } = paragraph
  let { start, first } = line
  let at = 0
  for (const { index } of text.matchAll(/[|·•]/g)) {
    const bar = line.start + index
    const next = skipBlanks(source, bar + 1)
    while (spanOf(children[at]!).end <= bar) at++
    const holder = children[at]!
    if (holder.type !== 'text' || !isKnownAt(next)) continue
    pieces.push({ start, end: start + source.slice(start, bar).trimEnd().length, first: first! })
    start = next
    first = holder
  }
  return [...pieces, { start, end: line.end, first: first! }]
}

function nameOf(label: PhrasingContent): string {
  return normalise(textOf(label).trim().replace(closer, ''))
}

/** What may stand between such labels, and behind them. */
const apart = /^[\s,;.|·()–—-]*$/

/** Splits a line before the labels that it ends in: "Draw the moon. _Requirements: 1.2_, _Depends: 1_". */
function atTail(line: Line, paragraph: Paragraph, source: string, known: Vocabulary): Line[] {
  const tail: PhrasingContent[] = []
  let { end } = line
  for (let i = paragraph.children.length - 1; i > 0; i--) {
    const child = paragraph.children[i]!
    const span = spanOf(child)
    if (span.start >= line.end) continue
    if (child.type === 'text' && apart.test(source.slice(Math.max(span.start, line.start), end))) continue
    if (span.start <= startOf(line.first!) || !saysItself(child, source, known)) break
    tail.unshift(child)
    end = span.start
  }
  const starts = [line.start, ...tail.map(child => spanOf(child).start)]
  return [line.first!, ...tail].map((first, i) => ({ first, start: starts[i]!, end: starts[i + 1] ?? line.end }))
}

/** Is it a known label with its value in the same emphasis? */
function saysItself(node: PhrasingContent, source: string, known: Vocabulary): boolean {
  if (node.type !== 'emphasis' && node.type !== 'strong') return false
  const label = labelInside(node, source, known)
  return label !== undefined && /[\p{L}\p{N}]/u.test(source.slice(label.end, spanOf(node).end))
}

function isLabelled(node: PhrasingContent, source: string, end: number): boolean {
  return (
    closer.test(textOf(node).trim()) ||
    /^[ \t]*[:：]/.test(source.slice(spanOf(node).end, Math.min(end, spanOf(node).end + 4)))
  )
}

function sourceLines(paragraph: Paragraph, source: string): Line[] {
  const whole = spanOf(paragraph)
  const { position } = paragraph
  if (position && position.start.line === position.end.line) {
    const first = paragraph.children.find(isSaying) ?? paragraph.children.find(isFilled)
    return first ? [{ start: startOf(first), end: whole.end, first }] : []
  }
  const lines: Line[] = []
  let current: Line = { start: whole.start, end: whole.start }
  let decoration: PhrasingContent | undefined
  const close = (end: number, next: number): void => {
    current.end = Math.max(current.start, end)
    if (!current.first && decoration) current.first = decoration
    decoration = undefined
    if (current.first) lines.push(current)
    current = { start: next, end: next }
  }
  for (const child of paragraph.children) {
    const span = spanOf(child)
    if (child.type === 'break') {
      close(span.start, skipPrefix(source, span.end))
      continue
    }
    if (child.type !== 'text' || !/[\r\n]/.test(child.value)) {
      if (current.first || !isFilled(child)) continue
      if (!isSaying(child)) decoration = child
      else {
        current.first = child
        current.start = span.start
      }
      continue
    }
    const pieces = child.value.split(/\r\n|\r|\n/)
    let from = span.start
    for (let i = 0; i < pieces.length; i++) {
      if (i > 0) {
        const end = lineEnd(source, from)
        close(end, skipPrefix(source, end + (source.startsWith('\r\n', end) ? 2 : 1)))
        from = current.start
      }
      if (pieces[i]!.trim() === '' || current.first) continue
      if (decorationOf(pieces[i]!) === pieces[i]!.length) decoration = child
      else {
        current.first = child
        current.start = skipPrefix(source, from)
      }
    }
  }
  close(whole.end, whole.end)
  return lines
}

function isFilled(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value.trim() !== ''
}

function isSaying(node: PhrasingContent): boolean {
  return node.type !== 'text' || decorationOf(node.value) < node.value.length
}

/** Skips indentation and quote markers at the start of a line. */
function skipPrefix(source: string, from: number): number {
  let i = from
  while (i < source.length && (source[i] === ' ' || source[i] === '\t' || source[i] === '>')) i++
  return i
}
