import type { InlineCode, Link, PhrasingContent } from 'mdast'
import type { Doc, Span } from '../state.ts'
import type { Inline } from './inline-state.ts'
import { TEXT, flush, bareLineStart, piece, pointIn, pushNode, sawUpTo } from './inline-state.ts'
import { CR, LF, SPACE, TAB, isPunctuation, isSpace, skipRun, skipSpace, trimSpace } from '../chars.ts'
import { endOfAutolink } from './autolink.ts'
import { decodeReference } from './decode.ts'
import { readRun, resolve } from './emphasis.ts'
import { endOfHtml, htmlValue } from './inline-html.ts'
import { closeBracket, openBracket } from './link.ts'
import { refuse, spend } from '../state.ts'

const AMPERSAND = 38
const ASTERISK = 42
const BACKSLASH = 92
const CLOSE = 93
const EXCLAMATION = 33
const GRAVE = 96
const LESS = 60
const OPEN = 91
const UNDERSCORE = 95

/** ASCII characters at which something other than plain text may start. */
const special = new Uint8Array(128)
for (const code of [LF, AMPERSAND, ASTERISK, BACKSLASH, CLOSE, EXCLAMATION, GRAVE, LESS, OPEN, UNDERSCORE])
  special[code] = 1

/** Parses a span of text into phrasing content (CommonMark 6) and appends it to the span's children. */
export function parseInlines(doc: Doc, span: Span): void {
  const { text, from } = span
  const to = trimSpace(text, from, span.to)
  const first = nextSpecial(text, from, to)
  if (first === to && span.map === undefined && from < to) {
    const start = { line: span.line, column: from - span.lineStart + 1, offset: from }
    const end = { line: span.line, column: to - span.lineStart + 1, offset: to }
    span.children.push({ type: 'text', value: text.slice(from, to), position: { start, end } })
    return
  }
  const state: Inline = {
    doc,
    span,
    text,
    from,
    to: span.to,
    pieces: [],
    brackets: [],
    plain: from,
    seen: 0,
    cursor: 0
  }
  const start = span.task === undefined ? first : readCheck(state)
  for (let i = start; i < to;) i = nextSpecial(text, step(state, i), to)
  flush(state, Math.max(state.plain, to))
  for (const node of resolve(state, 0)) span.children.push(node)
  if (typeof span.task?.checked === 'boolean') shiftTask(span)
}

/** Index of the next character at which something may start, at most `to`. */
function nextSpecial(text: string, from: number, to: number): number {
  let i = from
  for (; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code < 128 && special[code] === 1) return i
  }
  return to < i ? i : to
}

/** Handles the special character at `i`; returns the index to go on from. */
function step(state: Inline, i: number): number {
  switch (state.text.charCodeAt(i)) {
    case LF:
      return lineEnding(state, i)
    case GRAVE:
      return codeSpan(state, i)
    case ASTERISK:
    case UNDERSCORE:
      return run(state, i)
    case BACKSLASH:
      return backslash(state, i)
    case LESS:
      return angle(state, i)
    case AMPERSAND:
      return reference(state, i)
    case OPEN:
      openBracket(state, i, i + 1)
      return i + 1
    case CLOSE:
      return closeBracket(state, i) || i + 1
    default:
      if (i + 1 >= state.to || state.text.charCodeAt(i + 1) !== OPEN) return i + 1
      openBracket(state, i, i + 2)
      return i + 2
  }
}

function run(state: Inline, i: number): number {
  const added = readRun(state, i)
  flush(state, i)
  state.pieces.push(added)
  state.plain = added.end
  return added.end
}

/** A soft break is text; two spaces before it make it hard (CommonMark 6.7, 6.8). */
function lineEnding(state: Inline, i: number): number {
  const { text } = state
  const at = i > state.plain && text.charCodeAt(i - 1) === CR ? i - 1 : i
  const trimmed = trimSpace(text, state.plain, at)
  const hard = at - trimmed > 1 && !text.slice(trimmed, at).includes('\t')
  flush(state, trimmed)
  if (hard) {
    pushBreak(state, trimmed, i + 1)
  } else {
    const added = piece(TEXT, at, i + 1, at === i ? '\n' : '\r\n')
    added.bare = state.seen <= i
    state.pieces.push(added)
  }
  state.plain = skipSpace(text, i + 1, state.to)
  return state.plain
}

function pushBreak(state: Inline, start: number, end: number): void {
  const point = state.seen < end ? bareLineStart(state, end) : pointIn(state, end)
  pushNode(state, { type: 'break', position: { start: pointIn(state, start), end: point } }, start, end)
}

/** CommonMark 6.1. */
function codeSpan(state: Inline, i: number): number {
  const { text, to } = state
  const open = skipRun(text, i, to, GRAVE)
  let close = open
  while (close < to) {
    if (text.charCodeAt(close) !== GRAVE) {
      close++
      continue
    }
    const end = skipRun(text, close, to, GRAVE)
    if (end - close === open - i) return pushCode(state, i, open, close, end)
    close = end
  }
  spend(state.doc, to - i)
  sawUpTo(state, to)
  return open
}

function pushCode(state: Inline, start: number, open: number, close: number, end: number): number {
  const raw = unpad(state.text.slice(open, close))
  const value = state.span.inTable ? raw.replace(/\\([\\|])/g, (pair, char) => (char === '|' ? char : pair)) : raw
  const node: InlineCode = {
    type: 'inlineCode',
    value,
    position: { start: pointIn(state, start), end: pointIn(state, end) }
  }
  pushNode(state, node, start, end)
  return end
}

/** Takes one space or line ending off both ends when there is anything else between. */
function unpad(raw: string): string {
  const first = raw.charCodeAt(0)
  const last = raw.charCodeAt(raw.length - 1)
  const padded = (first === SPACE || first === LF || first === CR) && (last === SPACE || last === LF)
  if (!padded || !/[^ \n\r]/.test(raw)) return raw
  const end = last === LF && raw.charCodeAt(raw.length - 2) === CR ? raw.length - 2 : raw.length - 1
  return raw.slice(first === CR ? 2 : 1, end)
}

/** Escapes and hard breaks (CommonMark 2.4, 6.7). */
function backslash(state: Inline, i: number): number {
  const next = i + 1 < state.to ? state.text.charCodeAt(i + 1) : 0
  if (isPunctuation(next)) {
    flush(state, i)
    state.pieces.push(piece(TEXT, i, i + 2, state.text[i + 1]!))
    state.plain = i + 2
    return i + 2
  }
  if (next !== LF && next !== CR) return i + 1
  const end = i + (next === LF ? 2 : 3)
  pushBreak(state, i, end)
  state.plain = skipSpace(state.text, end, state.to)
  return state.plain
}

/** Autolinks and raw HTML (CommonMark 6.5, 6.6). */
function angle(state: Inline, i: number): number {
  const found = endOfAutolink(state, i)
  if (found !== 0) return pushAutolink(state, i, Math.abs(found), found < 0)
  const seen = state.seen
  state.seen = i
  const end = endOfHtml(state, i)
  spend(state.doc, state.seen - i)
  sawUpTo(state, seen)
  if (end < 0) return i + 1
  const position = { start: pointIn(state, i), end: pointIn(state, end) }
  pushNode(state, { type: 'html', value: htmlValue(state.text.slice(i, end)), position }, i, end)
  return end
}

function pushAutolink(state: Inline, start: number, end: number, email: boolean): number {
  const value = state.text.slice(start + 1, end - 1)
  const text: PhrasingContent = {
    type: 'text',
    value,
    position: { start: pointIn(state, start + 1), end: pointIn(state, end - 1) }
  }
  const url = email ? `mailto:${value}` : value
  const position = { start: pointIn(state, start), end: pointIn(state, end) }
  const node: Link = { type: 'link', title: null, url, children: [text], position }
  pushNode(state, node, start, end)
  return end
}

const referencePattern = /&(#\d{1,7}|#[Xx][\dA-Fa-f]{1,6}|[\dA-Za-z]{1,31});/y

/** CommonMark 2.5. */
function reference(state: Inline, i: number): number {
  referencePattern.lastIndex = i
  const match = referencePattern.exec(state.text)
  if (match === null || referencePattern.lastIndex > state.to) return i + 1
  const end = referencePattern.lastIndex
  flush(state, i)
  state.pieces.push(piece(TEXT, i, end, decodeReference(match[1]!)))
  state.plain = end
  return end
}

/** Reads `[ ]` or `[x]` at the start of an item's first paragraph (GFM 5.3). */
function readCheck(state: Inline): number {
  const { text, from, to, span } = state
  if (text.charCodeAt(from) !== OPEN) return nextSpecial(text, from, to)
  const mark = text.charCodeAt(from + 1)
  // A tab or line ending in the brackets counts as a space, or does not, by its width.
  if (mark === TAB || mark === LF || mark === CR) refuse()
  const marked = mark === SPACE || (mark | 32) === 120
  if (!marked || from + 3 >= to || text.charCodeAt(from + 2) !== CLOSE) return from
  const after = text.charCodeAt(from + 3)
  const fine = after === LF || after === CR || (isSpace(after) && skipSpace(text, from + 3, to) < to)
  if (!fine) return from
  span.task!.checked = mark !== SPACE
  state.plain = from + 3
  return nextSpecial(text, from + 3, to)
}

/**
 * Takes the character after the check off the text, and moves the paragraph's start along.
 * mdast-util-gfm-task-list-item adds one column, whatever the character.
 */
function shiftTask(span: Span): void {
  const head = span.children[0]
  const paragraph = span.paragraph
  if (head?.type !== 'text' || paragraph?.position === undefined) return
  head.value = head.value.slice(1)
  if (head.value.length === 0) {
    span.children.shift()
  } else if (head.position !== undefined) {
    const { line, column, offset } = head.position.start
    head.position.start = { line, column: column + 1, offset: offset! + 1 }
    paragraph.position.start = { line, column: column + 1, offset: offset! + 1 }
  }
}
