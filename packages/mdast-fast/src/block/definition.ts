import type { Definition } from 'mdast'
import type { Point } from 'unist'
import type { Doc, ParagraphLeaf } from '../state.ts'
import { refuse, siblings } from '../state.ts'
import { isSpace, skipSpace } from '../chars.ts'
import { decodeString, normalizeIdentifier } from '../inline/decode.ts'
import { destination, endOfDestination, endOfTitle, titleValue } from '../inline/resource.ts'

const BACKSLASH = 92
const CLOSE = 93
const COLON = 58
const OPEN = 91

/** A point on the k-th line of a paragraph. */
export function pointOn(leaf: ParagraphLeaf, k: number, offset: number, lineStart = leaf.lineStarts[k]!): Point {
  return { line: leaf.line + k, column: offset - lineStart + 1, offset }
}

/** Reads the definitions at the start of a paragraph; returns the number of lines they take. */
export function readDefinitions(doc: Doc, leaf: ParagraphLeaf): number {
  let k = 0
  while (k < leaf.ends.length && readDefinition(doc, leaf, k)) k++
  return k
}

/** Reads a definition that fills one line (CommonMark 4.7); one that may take more refuses the document. */
function readDefinition(doc: Doc, leaf: ParagraphLeaf, k: number): boolean {
  const { text } = doc
  const end = leaf.ends[k]!
  const start = skipSpace(text, leaf.starts[k]!, end)
  if (text.charCodeAt(start) !== OPEN) return false
  const more = k + 1 < leaf.ends.length
  const close = endOfLabel(text, start, end)
  if (close === end && more && !isText(text, leaf, k)) refuse()
  if (close <= 0 || close + 1 >= end || text.charCodeAt(close + 1) !== COLON) return false
  const from = skipSpace(text, close + 2, end)
  if (from === end) return more ? refuse() : false
  const to = endOfDestination(text, from, end, Number.POSITIVE_INFINITY)
  if (to < 0) return false
  const after = skipSpace(text, to, end)
  const title = after < end ? readTitle(text, to, after, end, more) : null
  if (title === undefined) return false
  if (after === end && more && startsTitle(text, leaf, k + 1)) refuse()
  const raw = text.slice(start + 1, close)
  const identifier = normalizeIdentifier(raw)
  doc.defined.add(identifier)
  const node: Definition = {
    type: 'definition',
    identifier: identifier.toLowerCase(),
    label: decodeString(raw),
    title,
    url: destination(text, from, to),
    position: { start: pointOn(leaf, k, start), end: pointOn(leaf, k, end) }
  }
  siblings(doc).push(node)
  return true
}

/**
 * Whether a paragraph whose first line leaves a bracket open is no definition for certain: another
 * bracket opens before one closes, or no colon follows it. Escapes would need a closer look.
 */
function isText(text: string, leaf: ParagraphLeaf, from: number): boolean {
  for (let k = from; k < leaf.ends.length; k++) {
    const start = skipSpace(text, leaf.starts[k]!, leaf.ends[k]!)
    for (let i = k === from ? start + 1 : start; i < leaf.ends[k]!; i++) {
      const code = text.charCodeAt(i)
      if (code === BACKSLASH) return false
      if (code === OPEN) return true
      if (code === CLOSE) return text.charCodeAt(i + 1) !== COLON
    }
  }
  return true
}

/** Offset of the `]` of a label; `end` when the line ends first; -1 when there is no label. */
function endOfLabel(text: string, at: number, end: number): number {
  let seen = false
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === CLOSE) return seen ? i : -1
    if (code === OPEN) return -1
    if (i - at > 900) refuse()
    if (!isSpace(code)) seen = true
    if (code !== BACKSLASH || i + 1 >= end) continue
    const next = text.charCodeAt(i + 1)
    if (next === OPEN || next === CLOSE || next === BACKSLASH) i++
  }
  return end
}

/** Title after a destination; undefined when what follows is none, so that there is no definition. */
function readTitle(text: string, to: number, from: number, end: number, more: boolean): string | null | undefined {
  if (from === to) return undefined
  const close = endOfTitle(text, from, end)
  if (close < 0 && more) refuse()
  return close > 0 && skipSpace(text, close, end) === end ? titleValue(text, from, close) : undefined
}

function startsTitle(text: string, leaf: ParagraphLeaf, k: number): boolean {
  const code = text.charCodeAt(skipSpace(text, leaf.starts[k]!, leaf.ends[k]!))
  return code === 34 || code === 39 || code === 40
}
