import type { Node, Paragraph, PhrasingContent } from 'mdast'
import { endsWords, lineEnd } from './lines.ts'
import { spanOf, startOf, textOf } from './nodes.ts'
import { bracketEnd, collapse, countWords, normalise } from './text.ts'
import { decorationOf } from './title.ts'
import type { Span } from './types.ts'

/** One line of a paragraph as the author wrote it: soft breaks split a paragraph into lines that may each have a label. */
export interface Line extends Span {
  /** The first inline node that is neither white space nor decoration ("✅ **Verify**:"). */
  first?: PhrasingContent
}

/** A label at the head of a line. */
export interface Label extends Span {
  title: string
  qualifier: string | undefined
  /** Where the inline value starts. */
  valueStart: number
  /** The line is nothing but the label, and strong: it may count as a heading. */
  alone: boolean
}

/** Labels that are recognised without any markup: `Run:`, `Files:`. Keys are normalised. */
export type Vocabulary = ReadonlySet<string>

/** Splits a paragraph into its source lines; blank ones are left out. */
export function linesOf(paragraph: Paragraph, source: string): Line[] {
  const lines = withWhole(sourceLines(paragraph, source), source)
  const whole = spanOf(paragraph)
  // "**Branch**: a | **Date**: b": several labels in one line.
  return source.slice(whole.start, whole.end).includes('|')
    ? lines.flatMap(line => atBars(line, paragraph, source))
    : lines
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

/** Splits a line that begins with an emphasised label where a bar and another one follow. */
function atBars(line: Line, paragraph: Paragraph, source: string): Line[] {
  if (line.first?.type !== 'strong') return [line]
  const pieces: Line[] = []
  let open = line
  for (const child of paragraph.children) {
    const span = spanOf(child)
    if (child.type !== 'strong' || span.start <= open.start || span.end > line.end) continue
    const before = source.slice(open.start, span.start).trimEnd()
    if (!before.endsWith('|') || !isLabelled(child, source, line.end)) continue
    pieces.push({ ...open, end: open.start + before.slice(0, -1).trimEnd().length })
    open = { start: span.start, end: line.end, first: child }
  }
  return [...pieces, open]
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

const dash = /^[ \t\u00a0]+(?:[-–—]|--)[ \t\u00a0]/
/** A label without markup, up to its remark or its colon. */
const plain = /^\p{L}[\p{L}\p{N} '’/&-]{0,48}(?=[([:：])/u
/** What stands behind the colon of a label without markup: "std::io" and "a:b" have none. */
const behindPlain = /^(?:\s|$|[^\p{L}\p{N}/\\:])/u
const closer = /[:：]$/
/** Longest remark between a label and its colon, in UTF-16 units. */
const longestRemark = 600

interface Closing {
  /** How far it reaches, the colon included. */
  length: number
  qualifier: string | undefined
}

/** The colon of a label, with the remark in brackets before it: " (add to `a.ts`, below the imports):". */
function closingOf(rest: string): Closing | undefined {
  const remark = remarkOf(rest)
  const at = skipBlanks(rest, remark?.length ?? 0)
  return rest[at] === ':' || rest[at] === '：' ? { length: at + 1, qualifier: remark?.qualifier } : undefined
}

/** A remark in brackets at the head of a text, those inside of it included. */
function remarkOf(rest: string): Closing | undefined {
  const at = skipBlanks(rest, 0)
  const end = rest[at] === '(' || rest[at] === '[' ? bracketEnd(rest, at, longestRemark) : undefined
  return end === undefined ? undefined : { length: end, qualifier: collapse(rest.slice(at + 1, end - 1)) }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\u00a0') at++
  return at
}

/**
 * Reads the label at the head of a line, in any of the accepted spellings: `**X:**`, `**X**:`, `**X**`, `**X.**`, `*X*`, `*X*:`, `X:`, each with a
 * qualifier in parentheses.
 *
 * @param inItem The line is the head of a list item: a dash may stand for the colon.
 */
export function readLabel(line: Line, source: string, vocabulary: Vocabulary, inItem: boolean): Label | undefined {
  const first = line.first
  if (!first) return undefined
  if (first.type === 'text') return readPlain(line, source, vocabulary)
  if (first.type === 'html') return readTagged(line, source)
  if (first.type !== 'strong' && first.type !== 'emphasis') return undefined
  return readMarked(first, line, source, vocabulary, inItem)
}

function readPlain(line: Line, source: string, vocabulary: Vocabulary): Label | undefined {
  const start = line.start + decorationAt(source, line)
  const match = readPlainHead({ start, end: line.end }, source)
  if (!match || !vocabulary.has(normalise(match.name))) return undefined
  const end = start + match.length
  return { title: match.name, qualifier: match.qualifier, start, end, valueStart: end, alone: false }
}

/** Most lines begin with a letter. */
function decorationAt(source: string, { start, end }: Span): number {
  const unit = source.charCodeAt(start)
  return unit > 127 || unit === 58 ? decorationOf(source.slice(start, Math.min(end, start + 40))) : 0
}

const tagged = /^<(b|strong|i|em)>([^<>\n]{1,80})<\/\1>/i

/** `<b>Files</b>: …` */
function readTagged(line: Line, source: string): Label | undefined {
  const match = tagged.exec(source.slice(line.start, Math.min(line.end, line.start + 120)))
  const title = match?.[2]!.trim()
  if (!match || !title) return undefined
  const end = line.start + match[0].length
  const rest = source.slice(end, line.end)
  const alone = rest.trim() === ''
  if (closer.test(title))
    return { title: title.slice(0, -1), qualifier: undefined, start: line.start, end, valueStart: end, alone }
  const colon = closingOf(rest)
  if (!colon && !alone) return undefined
  const behind = end + (colon?.length ?? 0)
  return { title, qualifier: colon?.qualifier, start: line.start, end: behind, valueStart: behind, alone }
}

/** Most lines of prose have no colon at their head. */
function readPlainHead({ start, end }: Span, source: string): (Closing & { name: string }) | undefined {
  const unit = source.charCodeAt(start)
  // A label begins with a letter; beyond ASCII the pattern knows.
  if (unit < 65 || (unit > 90 && unit < 97) || (unit > 122 && unit < 128) || !endsWords(source, start, end))
    return undefined
  const name = plain.exec(source.slice(start, Math.min(end, start + 60)))?.[0]
  if (name === undefined) return undefined
  const rest = source.slice(start + name.length, Math.min(end, start + name.length + longestRemark + 8))
  const closing = closingOf(rest)
  return closing && behindPlain.test(rest.slice(closing.length, closing.length + 2))
    ? { name, length: name.length + closing.length, qualifier: closing.qualifier }
    : undefined
}

function readMarked(
  node: Node,
  line: Line,
  source: string,
  vocabulary: Vocabulary,
  inItem: boolean
): Label | undefined {
  const span = spanOf(node)
  const raw = collapse(textOf(node))
  if (raw === '') return undefined
  const rest = source.slice(span.end, line.end)
  const isKnown = (): boolean => vocabulary.has(normalise(raw))
  const strong = node.type === 'strong'
  const make = (title: string, end: number, qualifier?: string): Label => ({
    title,
    qualifier,
    start: span.start,
    end,
    valueStart: end,
    alone: strong && source.slice(end, line.end).trim() === ''
  })
  if (closer.test(raw)) return make(raw.slice(0, -1), span.end)
  const within = labelInside(node, source, vocabulary)
  if (within) return make(within.title, within.end)
  const colon = closingOf(rest)
  if (colon) return make(raw, span.end + colon.length, colon.qualifier)
  if (rest.trim() === '') return isLabelLike(raw, strong, isKnown) ? make(raw, span.end) : undefined
  if (raw.endsWith('.') && strong && (isKnown() || countWords(raw) <= 5)) return make(raw.slice(0, -1), span.end)
  // "**What will break?** Nothing": the answer stands behind a question that the profile asks.
  if (raw.endsWith('?') && strong && isKnown()) return make(raw, span.end)
  const bracketed = strong && rest.trimStart().startsWith('(') ? remarkOf(rest) : undefined
  if (bracketed && /^[^\p{L}\p{N}]*$/u.test(rest.slice(bracketed.length)))
    return make(raw, line.end, bracketed.qualifier)
  const dashed = dash.exec(rest)
  if (dashed && ((inItem && strong) || isKnown())) return make(raw, span.end + dashed[0].length)
  if (strong && /^[^\p{L}\p{N}]*$/u.test(rest)) return make(raw, span.end)
  return undefined
}

/** "**File: `a.ts`** (new)": a known label with its value in the same emphasis. */
function labelInside(node: Node, source: string, vocabulary: Vocabulary): { title: string; end: number } | undefined {
  const { start, end } = spanOf((node as Paragraph).children[0]!)
  const match = readPlainHead({ start, end }, source)
  return match && vocabulary.has(normalise(match.name)) ? { title: match.name, end: start + match.length } : undefined
}

/** A line of nothing but emphasis is a label unless it reads as a sentence. */
function isLabelLike(raw: string, strong: boolean, isKnown: () => boolean): boolean {
  const words = countWords(raw)
  const sentence = /[.!?…]$/.test(raw)
  return (strong ? words <= (sentence ? 4 : 14) : words <= 5 && !sentence) || isKnown()
}
