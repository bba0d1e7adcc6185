import type { Inline } from './inline-state.ts'
import { sawUpTo, skipWhitespace } from './inline-state.ts'
import { isSpace } from '../chars.ts'
import { decodeString } from './decode.ts'
import { spend } from '../state.ts'

const APOSTROPHE = 39
const BACKSLASH = 92
const CLOSE = 41
const GREATER = 62
const LESS = 60
const OPEN = 40
const QUOTE = 34

/** How deep parentheses may nest in a destination; micromark's limit in resources. */
const maxBalance = 32

/** What a link points to, and the index after it. */
export interface Target {
  url: string
  title: string | null
  end: number
}

/** Parses `(destination "title")` from its parenthesis at `at` (CommonMark 6.3). */
export function parseResource(state: Inline, at: number): Target | undefined {
  const target: Target = { url: '', title: null, end: 0 }
  const { text, to } = state
  let i = skipWhitespace(state, at + 1)
  if (i < to && text.charCodeAt(i) === CLOSE) return finish(target, i + 1)
  const from = i
  i = endOfDestination(text, from, to, maxBalance)
  if (i < 0) return fail(state, at, -i - 1)
  target.url = destination(text, from, i)
  const after = skipWhitespace(state, i)
  if (after > i) i = titleAfter(state, after, target)
  else i = after
  if (i < 0) return fail(state, at, -i - 1)
  return i < to && text.charCodeAt(i) === CLOSE ? finish(target, i + 1) : fail(state, at, i)
}

function finish(target: Target, end: number): Target {
  target.end = end
  return target
}

function fail(state: Inline, at: number, index: number): undefined {
  spend(state.doc, index - at)
  sawUpTo(state, index)
  return undefined
}

/** Reads a title if one starts here, with the whitespace after it; negative (-1 - index) on failure. */
function titleAfter(state: Inline, from: number, target: Target): number {
  const { text, to } = state
  const end = endOfTitle(text, from, to)
  if (end === 0) return from
  if (end < 0) return end
  target.title = titleValue(text, from, end)
  return skipWhitespace(state, end)
}

/**
 * Finds the end of a destination.
 *
 * @returns Index after it, or -1 - index of where it failed.
 */
export function endOfDestination(text: string, from: number, to: number, limit: number): number {
  if (from < to && text.charCodeAt(from) === LESS) return endOfEnclosed(text, from, to)
  let balance = 0
  let i = from
  for (; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) {
      const next = i + 1 < to ? text.charCodeAt(i + 1) : 0
      if (next === OPEN || next === CLOSE || next === BACKSLASH) i++
    } else if (code === OPEN) {
      if (++balance > limit) return -1 - i
    } else if (code === CLOSE) {
      if (balance === 0) break
      balance--
    } else if (code <= 32 || code === 127) {
      if (balance !== 0 || !(isSpace(code) || code === 10 || code === 13)) return -1 - i
      break
    }
  }
  return i === from || balance !== 0 ? -1 - i : i
}

/** `<…>`: no line ending, no unescaped `<`. */
function endOfEnclosed(text: string, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === GREATER) return i + 1
    if (code === LESS || code === 10 || code === 13) return -1 - i
    if (code !== BACKSLASH || i + 1 >= to) continue
    const next = text.charCodeAt(i + 1)
    if (next === LESS || next === GREATER || next === BACKSLASH) i++
  }
  return -1 - to
}

/** URL of a destination between two indices. */
export function destination(text: string, from: number, end: number): string {
  const enclosed = text.charCodeAt(from) === LESS
  return decodeString(enclosed ? text.slice(from + 1, end - 1) : text.slice(from, end))
}

/** Index after a title; 0 when none starts at `from`; -1 - index when it isn't closed. */
export function endOfTitle(text: string, from: number, to: number): number {
  if (from >= to) return 0
  const first = text.charCodeAt(from)
  if (first !== QUOTE && first !== APOSTROPHE && first !== OPEN) return 0
  const marker = first === OPEN ? CLOSE : first
  for (let i = from + 1; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === marker) return i + 1
    if (code !== BACKSLASH || i + 1 >= to) continue
    const next = text.charCodeAt(i + 1)
    if (next === marker || next === BACKSLASH) i++
  }
  return -1 - to
}

/** Value of a title with its markers; an empty one is none, as in mdast-util-from-markdown. */
export function titleValue(text: string, from: number, end: number): string | null {
  if (end - from === 2) return null
  const raw = text.slice(from + 1, end - 1)
  return decodeString(raw.includes('\n') ? raw.replace(/\n[\t ]+/g, '\n') : raw)
}
