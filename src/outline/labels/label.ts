import type { Node } from 'mdast'
import type { Span } from '../types.ts'
import type { Line } from './paragraph-lines.ts'
import { normalise, collapse, countWords } from '../text.ts'
import { decorationOf } from '../title.ts'
import { closer, closingOf, bracketedRemark } from './label-end.ts'
import type { Vocabulary } from './plain-label.ts'
import { labelInside, readPlainHead } from './plain-label.ts'
import { spanOf, textOf } from '../nodes.ts'
import { readOrdinal } from '../numbers/read-ordinal.ts'

/** A label at the head of a line. */
export interface Label extends Span {
  title: string
  qualifier: string | undefined
  /** Where the inline value starts. */
  valueStart: number
  /** The line is nothing but the label, and strong: it may count as a heading. */
  alone: boolean
}

/** Behind a title that counts, in its line: "**Commit 1: Sort** *(~30 min)*", "**Step 2: Read** — ½ day", "**Task 3: Write** `a1b2c3d`". */
const remark =
  /^[ \t]{1,4}(?:[-–—] [^\n.:;]{1,24}|\*[^*\n]{1,30}\*|_[^_\n]{1,30}_|`[^`\n]{1,20}`|\[[^[\]\n]{1,20}\])[ \t]{0,8}$/
const dash = /^[ \t\u00a0]+(?:[-–—]|--)[ \t\u00a0]/

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

const bareLabel = /^\p{Lu}[\p{L}\p{N} '’/&-]{2,48}$/u

/** A known label without mark or colon, alone in its paragraph, right above the list that it is the label of: "What's needed" ⏎ "- …". */
export function readBare(line: Line, source: string, vocabulary: Vocabulary): Label | undefined {
  const { start, end, first } = line
  if (first?.type !== 'text' || end - start > 50) return undefined
  const title = source.slice(start, end).trimEnd()
  if (!bareLabel.test(title) || !vocabulary.has(normalise(title))) return undefined
  return {
    title,
    qualifier: undefined,
    start,
    end: start + title.length,
    valueStart: start + title.length,
    alone: false
  }
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
  const bracketed = strong && rest.trimStart().startsWith('(') ? bracketedRemark(rest) : undefined
  if (bracketed && /^[^\p{L}\p{N}]*$/u.test(rest.slice(bracketed.length)))
    return make(raw, line.end, bracketed.qualifier)
  const dashed = dash.exec(rest)
  if (dashed && ((inItem && strong) || isKnown())) return make(raw, span.end + dashed[0].length)
  if (strong && remark.test(rest) && readOrdinal(raw)?.word !== undefined) return make(raw, line.end)
  if (strong && /^[^\p{L}\p{N}]*$/u.test(rest)) return make(raw, span.end)
  return undefined
}

/** A line of nothing but emphasis is a label unless it reads as a sentence. */
function isLabelLike(raw: string, strong: boolean, isKnown: () => boolean): boolean {
  const words = countWords(raw)
  const sentence = /[.!?…]$/.test(raw)
  return (strong ? words <= (sentence ? 4 : 14) : words <= 5 && !sentence) || isKnown()
}
