import type { PhrasingContent } from 'mdast'
import type { Point } from 'unist'
import type { Doc, Span } from '../state.ts'
import { isSpace } from '../chars.ts'

/** Kinds of pieces: text, delimiter run of emphasis, bracket that may open a link, finished node. */
export const TEXT = 0
export const RUN = 1
export const BRACKET = 2
export const NODE = 3

/** A stretch of the text between `start` and `end` (indices in the span's text). */
export interface Piece {
  kind: number
  start: number
  end: number
  value: string
  node: PhrasingContent | undefined
  /** Whether a run can open or close emphasis; for brackets, `open` tells that it may still open a link. */
  open: boolean
  close: boolean
  /** Whether `end` is the bare start of a line, before the containers' prefixes. */
  bare: boolean
}

/** State of the inline parser over one span. */
export interface Inline {
  doc: Doc
  span: Span
  text: string
  from: number
  to: number
  pieces: Piece[]
  /** Indices in `pieces` of the brackets that are still open. */
  brackets: number[]
  /** Start of the plain text not yet made a piece. */
  plain: number
  /**
   * How far failed attempts have read. micromark places the end of a line ending
   * after the next line's prefixes when it has read past it before, else before them.
   */
  seen: number
  /** Line found last by `pointIn`. */
  cursor: number
}

/** Builds a piece. */
export function piece(kind: number, start: number, end: number, value: string): Piece {
  return { kind, start, end, value, node: undefined, open: false, close: false, bare: false }
}

/** Turns the plain text before `end` into a piece. */
export function flush(state: Inline, end: number): void {
  if (state.plain < end) state.pieces.push(piece(TEXT, state.plain, end, state.text.slice(state.plain, end)))
  state.plain = end
}

/** Adds a finished node that covers the text between two indices, after the plain text before it. */
export function pushNode(state: Inline, node: PhrasingContent, start: number, end: number): void {
  flush(state, start)
  const added = piece(NODE, start, end, '')
  added.node = node
  state.pieces.push(added)
  state.plain = end
}

/** Notes that an attempt read up to an index and failed. */
export function sawUpTo(state: Inline, index: number): void {
  if (index > state.seen) state.seen = index
}

/** Source point of an index in the span's text. */
export function pointIn(state: Inline, index: number): Point {
  const { span } = state
  const map = span.map
  if (map === undefined) return { line: span.line, column: index - span.lineStart + 1, offset: index }
  const k = lineOf(state, map.index, index)
  const offset = index + map.content[k]! - map.index[k]!
  return { line: span.line + k, column: offset - map.starts[k]! + 1, offset }
}

/** Bare start (column 1) of the line that begins at an index. */
export function bareLineStart(state: Inline, index: number): Point {
  const { span } = state
  const map = span.map
  if (map === undefined) return pointIn(state, index)
  const k = lineOf(state, map.index, index)
  return { line: span.line + k, column: 1, offset: map.starts[k]! }
}

/** The last line that starts at or before an index: mostly the one found before, or its neighbour. */
function lineOf(state: Inline, starts: number[], index: number): number {
  let low = 0
  let high = starts.length - 1
  const near = state.cursor
  if (starts[near]! <= index) {
    if (near === high || starts[near + 1]! > index) return near
    low = near + 1
  } else {
    high = near - 1
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= index) low = middle
    else high = middle - 1
  }
  state.cursor = low
  return low
}

/** Index of the first character from `from` that is no space, tab or line ending. */
export function skipWhitespace(state: Inline, from: number): number {
  let i = from
  while (i < state.to) {
    const code = state.text.charCodeAt(i)
    if (!isSpace(code) && code !== 10 && code !== 13) break
    i++
  }
  return i
}
