import type { Doc, VerbatimLeaf } from '../state.ts'
import { refuse, siblings } from '../state.ts'
import { isAlpha, isAlphanumeric, isSpace, skipSpace } from '../chars.ts'
import { addLine, verbatim } from './verbatim.ts'

/** Names that start an HTML block of condition 6 (CommonMark 4.6). */
const blockNames = new Set(
  `address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt
  fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link
  main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead
  title tr track ul`.split(/\s+/)
)

/** Names that start an HTML block of condition 1. */
const rawNames = new Set(['pre', 'script', 'style', 'textarea'])
const rawEnd = /<\/(?:pre|script|style|textarea)>/i

/** Which condition of CommonMark 4.6 starts an HTML block at `<`; 0 when none does. */
export function htmlCondition(doc: Doc, at: number): number {
  const { text, end } = doc
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 0
  if (next === 33) return declaration(text, at, end)
  // Instructions are rare; the reference parser has them.
  if (next === 63) refuse()
  const closing = next === 47
  const from = closing ? at + 2 : at + 1
  if (from >= end || !isAlpha(text.charCodeAt(from))) return 0
  let i = from + 1
  while (i < end && (isAlphanumeric(text.charCodeAt(i)) || text.charCodeAt(i) === 45)) i++
  const after = i < end ? text.charCodeAt(i) : 32
  if (after !== 47 && after !== 62 && !isSpace(after)) return 0
  const name = text.slice(from, i).toLowerCase()
  if (after !== 47 && !closing && rawNames.has(name)) return 1
  if (blockNames.has(name)) return after !== 47 || text.charCodeAt(i + 1) === 62 ? 6 : 0
  return isCompleteTag(text, i, end, closing) ? 7 : 0
}

function declaration(text: string, at: number, end: number): number {
  if (text.startsWith('<!--', at) && at + 4 <= end) return 2
  // So are declarations and CDATA sections.
  const next = at + 2 < end ? text.charCodeAt(at + 2) : 0
  return next === 91 || isAlpha(next) ? refuse() : 0
}

/** Whether a tag (from after its name) and whitespace fill the line: condition 7. */
function isCompleteTag(text: string, from: number, end: number, closing: boolean): boolean {
  const i = closing ? skipSpace(text, from, end) : skipAttributes(text, from, end)
  return i >= 0 && i < end && text.charCodeAt(i) === 62 && skipSpace(text, i + 1, end) === end
}

/** Index of what should be `>` after the attributes, or -1. */
function skipAttributes(text: string, from: number, end: number): number {
  let i = from
  for (;;) {
    i = skipSpace(text, i, end)
    const code = i < end ? text.charCodeAt(i) : 0
    if (code === 47) return i + 1
    if (code !== 58 && code !== 95 && !isAlpha(code)) return i
    i = skipAttribute(text, i + 1, end)
    if (i < 0) return -1
  }
}

/** From after the first character of a name. An unquoted value may be followed by another `=`, as in micromark. */
function skipAttribute(text: string, from: number, end: number): number {
  let i = from
  while (i < end && /[-.:\w]/.test(text[i]!)) i++
  for (;;) {
    i = skipSpace(text, i, end)
    if (i >= end || text.charCodeAt(i) !== 61) return i
    i = skipSpace(text, i + 1, end)
    const first = i < end ? text[i]! : '>'
    if (first === '"' || first === "'") return skipQuoted(text, i, end)
    if (/[<=>`]/.test(first)) return -1
    while (i < end && !/["'/<=>`\t ]/.test(text[i]!)) i++
  }
}

function skipQuoted(text: string, from: number, end: number): number {
  const rest = text.slice(from + 1, end)
  const close = from + 1 + rest.indexOf(text[from]!)
  if (close === from) return -1
  return close + 1 < end && /[/>\t ]/.test(text[close + 1]!) ? close + 1 : -1
}

/** Opens an HTML block on the current line; `from` includes the spaces before it. */
export function openHtml(doc: Doc, from: number, at: number, condition: number): void {
  const leaf = verbatim(doc, 'html', from)
  leaf.indent = condition
  addLine(doc, leaf, from)
  if (endsHtml(doc, condition, condition === 2 ? at + 2 : at)) finishHtml(doc, leaf)
}

/** Takes a line into an HTML block, and closes it when the line meets the end condition. */
export function continueHtml(doc: Doc, leaf: VerbatimLeaf, from: number): void {
  addLine(doc, leaf, from)
  if (endsHtml(doc, leaf.indent, from)) finishHtml(doc, leaf)
}

function endsHtml(doc: Doc, condition: number, from: number): boolean {
  if (condition > 2) return false
  const rest = doc.text.slice(from, doc.end)
  return condition === 1 ? rawEnd.test(rest) : rest.includes('-->')
}

/** Closes an HTML block; only conditions 6 and 7 end without an end of their own. */
export function finishHtml(doc: Doc, leaf: VerbatimLeaf): void {
  const { value, start, end } = leaf
  siblings(doc).push({ type: 'html', value, position: { start, end } })
  doc.leaf = undefined
}
