import type { Emphasis, PhrasingContent, Strong, Text } from 'mdast'
import type { Inline, Piece } from './inline-state.ts'
import { NODE, RUN, bareLineStart, piece, pointIn } from './inline-state.ts'
import { PUNCTUATION, WHITESPACE, classify, skipRun } from '../chars.ts'
import { spend } from '../state.ts'

const UNDERSCORE = 95

/**
 * Reads a run of `*` or `_` and decides whether it can open and close (CommonMark 6.2).
 *
 * @returns The run's piece.
 */
export function readRun(state: Inline, at: number): Piece {
  const { text, from, to } = state
  const marker = text.charCodeAt(at)
  const end = skipRun(text, at, to, marker)
  const before = at === from ? WHITESPACE : classify(text.charCodeAt(at - 1))
  const after = end === to ? WHITESPACE : classify(text.charCodeAt(end))
  const open = after === 0 || (after === PUNCTUATION && before !== 0)
  const close = before === 0 || (before === PUNCTUATION && after !== 0)
  const run = piece(RUN, at, end, marker === UNDERSCORE ? '_' : '*')
  run.open = marker === UNDERSCORE ? open && (before !== 0 || !close) : open
  run.close = marker === UNDERSCORE ? close && (after !== 0 || !open) : close
  return run
}

/** Pairs the runs among the pieces from `from` on, takes those pieces off, and returns their nodes. */
export function resolve(state: Inline, from: number): PhrasingContent[] {
  const { pieces } = state
  if (!hasRun(pieces, from)) {
    const nodes = build(state, pieces, from)
    pieces.length = from
    return nodes
  }
  const done: Piece[] = []
  const openers: number[] = []
  for (let index = from; index < pieces.length; index++) {
    const current = pieces[index]!
    if (current.kind === RUN) closeRuns(state, done, openers, current)
    else done.push(current)
  }
  pieces.length = from
  return build(state, done, 0)
}

/** Most text has nothing to be paired. */
function hasRun(pieces: readonly Piece[], from: number): boolean {
  for (let index = from; index < pieces.length; index++) if (pieces[index]!.kind === RUN) return true
  return false
}

/** Closes what a run can close; what is left of it may open. */
function closeRuns(state: Inline, done: Piece[], openers: number[], run: Piece): void {
  while (run.close && run.start < run.end) {
    const at = findOpener(state, done, openers, run)
    if (at < 0) break
    pair(state, done, openers, at, run)
  }
  if (run.start === run.end) return
  if (run.open) openers.push(done.length)
  done.push(run)
}

/** Position among the openers of the nearest one that a run closes, or -1. */
function findOpener(state: Inline, done: Piece[], openers: number[], run: Piece): number {
  const size = run.end - run.start
  for (let at = openers.length - 1; at >= 0; at--) {
    const opener = done[openers[at]!]!
    if (opener.value !== run.value) continue
    const sum = opener.end - opener.start + size
    const odd = (opener.close || run.open) && size % 3 !== 0 && sum % 3 === 0
    if (odd) continue
    spend(state.doc, openers.length - at)
    return at
  }
  spend(state.doc, openers.length)
  return -1
}

/** Wraps what stands between an opener and a run. */
function pair(state: Inline, done: Piece[], openers: number[], at: number, run: Piece): void {
  const index = openers[at]!
  const opener = done[index]!
  const use = opener.end - opener.start > 1 && run.end - run.start > 1 ? 2 : 1
  const start = opener.end - use
  const end = run.start + use
  const node: Emphasis | Strong = {
    type: use === 2 ? 'strong' : 'emphasis',
    children: build(state, done, index + 1),
    position: { start: pointIn(state, start), end: pointIn(state, end) }
  }
  opener.end = start
  run.start = end
  done.length = index
  openers.length = at
  if (opener.start < opener.end) {
    openers.push(index)
    done.push(opener)
  }
  const wrapped = piece(NODE, start, end, '')
  wrapped.node = node
  done.push(wrapped)
}

/** Nodes of the pieces from an index on; neighbouring text, unused runs and brackets become one text. */
export function build(state: Inline, pieces: Piece[], from: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let index = from
  while (index < pieces.length) {
    const current = pieces[index]!
    if (current.node !== undefined) {
      nodes.push(current.node)
      index++
      continue
    }
    let value = valueOf(state, current)
    let last = current
    index++
    while (index < pieces.length && pieces[index]!.node === undefined) {
      last = pieces[index]!
      value += valueOf(state, last)
      index++
    }
    nodes.push(textNode(state, value, current, last))
  }
  return nodes
}

function valueOf(state: Inline, current: Piece): string {
  return current.kind === RUN ? state.text.slice(current.start, current.end) : current.value
}

function textNode(state: Inline, value: string, first: Piece, last: Piece): Text {
  const start = pointIn(state, first.start)
  const end = last.bare ? bareLineStart(state, last.end) : pointIn(state, last.end)
  return { type: 'text', value, position: { start, end } }
}
