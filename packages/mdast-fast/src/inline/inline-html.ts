import type { Inline } from './inline-state.ts'
import { sawUpTo } from './inline-state.ts'
import { TAB, isAlpha, isAlphanumeric, isSpace } from '../chars.ts'
import { refuse } from '../state.ts'

const EXCLAMATION = 33
const QUOTE = 34
const APOSTROPHE = 39
const DASH = 45
const SLASH = 47
const LESS = 60
const EQUALS = 61
const GREATER = 62
const QUESTION = 63
const GRAVE = 96

/**
 * Finds the end of raw inline HTML (CommonMark 6.6) that starts with `<` at `at`.
 *
 * @returns The index after its `>`, or -1.
 */
export function endOfHtml(state: Inline, at: number): number {
  const code = codeAt(state, at + 1)
  if (code === EXCLAMATION) return endOfDeclaration(state, at)
  if (code === QUESTION) return endAfter(state, '?>', at + 2)
  if (code === SLASH) return endOfClosingTag(state, at + 2)
  return isAlpha(code) ? endOfOpenTag(state, at + 1) : -1
}

/** Value of raw HTML: of each further line up to three spaces are taken off. */
export function htmlValue(raw: string): string {
  if (!raw.includes('\n')) return raw
  const lines = raw.split('\n')
  for (let k = 1; k < lines.length; k++) {
    const line = lines[k]!
    let i = 0
    while (i < 3 && line.charCodeAt(i) === 32) i++
    if (i < 3 && line.charCodeAt(i) === TAB) refuse()
    lines[k] = line.slice(i)
  }
  return lines.join('\n')
}

/** Code at an index, or -1 at the end of the text. */
function codeAt(state: Inline, index: number): number {
  return index < state.to ? state.text.charCodeAt(index) : -1
}

function fail(state: Inline, index: number): number {
  sawUpTo(state, index)
  return -1
}

/** Index after the first `mark` from `from` on. */
function endAfter(state: Inline, mark: string, from: number): number {
  const { text, to } = state
  const first = mark.charCodeAt(0)
  for (let i = from; i + mark.length <= to; i++) {
    if (text.charCodeAt(i) === first && text.startsWith(mark, i)) return i + mark.length
  }
  return fail(state, to)
}

function endOfDeclaration(state: Inline, at: number): number {
  const { text } = state
  if (text.startsWith('--', at + 2) && at + 4 <= state.to) return endAfter(state, '-->', at + 2)
  if (text.startsWith('[CDATA[', at + 2) && at + 9 <= state.to) return endAfter(state, ']]>', at + 9)
  return isAlpha(codeAt(state, at + 2)) ? endAfter(state, '>', at + 3) : -1
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13
}

function skipBetween(state: Inline, from: number): number {
  let i = from
  for (;;) {
    const code = codeAt(state, i)
    if (!isSpace(code) && !isBreak(code)) return i
    i++
  }
}

function endOfClosingTag(state: Inline, from: number): number {
  if (!isAlpha(codeAt(state, from))) return -1
  const i = skipBetween(state, skipName(state, from))
  return codeAt(state, i) === GREATER ? i + 1 : fail(state, i)
}

function skipName(state: Inline, from: number): number {
  let i = from
  for (;;) {
    const code = codeAt(state, i)
    if (code !== DASH && !isAlphanumeric(code)) return i
    i++
  }
}

/** From the first letter of the tag's name. */
function endOfOpenTag(state: Inline, from: number): number {
  let i = skipName(state, from)
  const after = codeAt(state, i)
  if (after !== SLASH && after !== GREATER && !isSpace(after) && !isBreak(after)) return -1
  for (;;) {
    i = skipBetween(state, i)
    const code = codeAt(state, i)
    if (code === SLASH) return codeAt(state, i + 1) === GREATER ? i + 2 : fail(state, i + 1)
    if (code === GREATER) return i + 1
    if (code !== 58 && code !== 95 && !isAlpha(code)) return fail(state, i)
    i = endOfAttribute(state, i + 1)
    if (i < 0) return -1
  }
}

function isNamePart(code: number): boolean {
  return code === DASH || code === 46 || code === 58 || code === 95 || isAlphanumeric(code)
}

/** From after the first character of an attribute's name. */
function endOfAttribute(state: Inline, from: number): number {
  let i = from
  while (isNamePart(codeAt(state, i))) i++
  const equals = skipBetween(state, i)
  if (codeAt(state, equals) !== EQUALS) return equals
  i = skipBetween(state, equals + 1)
  const code = codeAt(state, i)
  if (code === QUOTE || code === APOSTROPHE) return endOfQuoted(state, i + 1, code)
  return endOfUnquoted(state, i)
}

function endOfQuoted(state: Inline, from: number, quote: number): number {
  let i = from
  while (codeAt(state, i) !== quote) {
    if (i >= state.to) return fail(state, i)
    i++
  }
  const after = codeAt(state, i + 1)
  const fine = after === SLASH || after === GREATER || isSpace(after) || isBreak(after)
  return fine ? i + 1 : fail(state, i + 1)
}

function endOfUnquoted(state: Inline, from: number): number {
  let i = from
  for (;;) {
    const code = codeAt(state, i)
    const refusedHere =
      code === -1 || code === QUOTE || code === APOSTROPHE || code === LESS || code === EQUALS || code === GRAVE
    if (refusedHere) return fail(state, i)
    // The first character may be a slash, later ones end the value.
    if (code === GREATER || isSpace(code) || isBreak(code) || (code === SLASH && i > from)) {
      return i === from ? fail(state, i) : i
    }
    i++
  }
}
