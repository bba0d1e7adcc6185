import type { Inline } from './inline-state.ts'
import { isAlpha, isAlphanumeric } from '../chars.ts'

const AT = 64
const COLON = 58
const DASH = 45
const DOT = 46
const GREATER = 62
const LESS = 60

/**
 * Finds the end of an autolink (CommonMark 6.5) that starts with `<` at `at`.
 *
 * @returns The index after its `>`, negated for an email address; 0 when there is none.
 */
export function endOfAutolink(state: Inline, at: number): number {
  return endOfUri(state, at) || -endOfEmail(state, at)
}

function endOfUri(state: Inline, at: number): number {
  const { text, to } = state
  if (!isAlpha(text.charCodeAt(at + 1))) return 0
  let i = at + 2
  while (i < to && i - at <= 33 && isSchemePart(text.charCodeAt(i))) i++
  const size = i - at - 1
  if (size < 2 || size > 32 || i >= to || text.charCodeAt(i) !== COLON) return 0
  for (i++; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === GREATER) return i + 1
    if (code <= 32 || code === LESS || code === 127) return 0
  }
  return 0
}

function isSchemePart(code: number): boolean {
  return code === 43 || code === DASH || code === DOT || isAlphanumeric(code)
}

/** Characters before the `@`, as micromark's `asciiAtext`. */
const atext = /[#-'*+\--9=?A-Z^-~]/

function endOfEmail(state: Inline, at: number): number {
  const { text, to } = state
  let i = at + 1
  while (i < to && atext.test(text[i]!)) i++
  if (i === at + 1 || i >= to || text.charCodeAt(i) !== AT) return 0
  for (;;) {
    i = endOfLabel(state, i + 1)
    if (i === 0 || i >= to) return 0
    const code = text.charCodeAt(i)
    if (code === GREATER) return i + 1
    if (code !== DOT) return 0
  }
}

/** End of a domain label: up to 63 letters, digits and inner dashes; 0 when it isn't one. */
function endOfLabel(state: Inline, from: number): number {
  const { text, to } = state
  let i = from
  while (i < to && i - from <= 63) {
    const code = text.charCodeAt(i)
    if (code !== DASH && !isAlphanumeric(code)) break
    i++
  }
  const size = i - from
  if (size === 0 || size > 63) return 0
  return text.charCodeAt(from) === DASH || text.charCodeAt(i - 1) === DASH ? 0 : i
}
