import type { Doc, VerbatimLeaf } from '../state.ts'
import { lineEnd, pointAt, refuse, siblings } from '../state.ts'
import { SPACE, TAB, isSpace, skipRun, skipSpace, trimSpace } from '../chars.ts'
import { decodeString } from '../inline/decode.ts'

const GRAVE = 96

/** Starts a leaf whose value is its lines. */
export function verbatim(doc: Doc, kind: VerbatimLeaf['kind'], start: number): VerbatimLeaf {
  const leaf: VerbatimLeaf = {
    kind,
    start: pointAt(doc, start),
    value: '',
    pending: '',
    end: lineEnd(doc),
    lang: null,
    meta: null,
    marker: 0,
    size: 0,
    indent: 0,
    from: -1
  }
  doc.leaf = leaf
  return leaf
}

/** Adds the rest of the current line to a value. */
export function addLine(doc: Doc, leaf: VerbatimLeaf, from: number): void {
  leaf.value += leaf.pending + doc.text.slice(from, doc.end)
  leaf.pending = doc.text.slice(doc.end, doc.next)
  leaf.end = lineEnd(doc)
}

/** Whether a code fence (CommonMark 4.5) starts at `at`. */
export function isFence(doc: Doc, at: number): boolean {
  const { text, end } = doc
  const marker = text.charCodeAt(at)
  const after = skipRun(text, at, end, marker)
  return after - at > 2 && !(marker === GRAVE && text.slice(after, end).includes('`'))
}

/**
 * Opens a code fence.
 *
 * @param indent Spaces before the fence, taken off its lines.
 */
export function openFence(doc: Doc, at: number, indent: number): void {
  const { text, end } = doc
  const leaf = verbatim(doc, 'fence', at)
  leaf.marker = text.charCodeAt(at)
  leaf.size = skipRun(text, at, end, leaf.marker) - at
  leaf.indent = indent
  if (doc.containers.length === 0 && indent === 0) leaf.from = doc.next
  readInfo(doc, leaf, skipSpace(text, at + leaf.size, end))
}

function readInfo(doc: Doc, leaf: VerbatimLeaf, from: number): void {
  const { text, end } = doc
  if (from === end) return
  let i = from
  while (i < end && !isSpace(text.charCodeAt(i))) i++
  leaf.lang = decodeString(text.slice(from, i))
  const meta = skipSpace(text, i, end)
  if (meta < end) leaf.meta = decodeString(text.slice(meta, end))
}

/** Whether the rest of the line closes a fence. Refuses tabs that only their width could decide about. */
function closesFence(doc: Doc, leaf: VerbatimLeaf, from: number): boolean {
  const { text, end } = doc
  const at = skipSpace(text, from, end)
  if (text.charCodeAt(at) !== leaf.marker || at === end) return false
  const after = skipRun(text, at, end, leaf.marker)
  if (after - at < leaf.size || skipSpace(text, after, end) !== end) return false
  if (text.slice(from, at).includes('\t')) refuse()
  return at - from < 4
}

/** Takes a line into an open fence, or closes it. */
export function continueFence(doc: Doc, leaf: VerbatimLeaf, from: number): void {
  const { text, end } = doc
  if (closesFence(doc, leaf, from)) {
    if (leaf.from >= 0) leaf.value = text.slice(leaf.from, endOfLineBefore(doc, leaf.from))
    leaf.end = lineEnd(doc)
    finishFence(doc, leaf)
    return
  }
  if (leaf.from >= 0) return
  let i = from
  const most = Math.min(end, from + leaf.indent)
  while (i < most && text.charCodeAt(i) === SPACE) i++
  if (i < most && text.charCodeAt(i) === TAB) refuse()
  addLine(doc, leaf, i)
}

/** End of the line before the current one, or `from` if there is none since. */
function endOfLineBefore(doc: Doc, from: number): number {
  const { text, start } = doc
  if (start <= from) return from
  return text.charCodeAt(start - 2) === 13 && start - 2 >= from ? start - 2 : start - 1
}

/** A fence that is open at the end of the document holds the rest, without one line ending. */
export function finishUnclosedFence(doc: Doc, leaf: VerbatimLeaf): void {
  if (leaf.from < 0) refuse()
  leaf.value = doc.text.slice(leaf.from).replace(/\r?\n$/, '')
  leaf.end = pointAt(doc, doc.end)
  finishFence(doc, leaf)
}

function finishFence(doc: Doc, leaf: VerbatimLeaf): void {
  const { lang, meta, value, start, end } = leaf
  siblings(doc).push({ type: 'code', lang, meta, value, position: { start, end } })
  doc.leaf = undefined
}

/** Starts indented code (CommonMark 4.4); in micromark, a line that closes containers can't go on. */
export function openIndented(doc: Doc, from: number, lazy: boolean): void {
  const leaf = verbatim(doc, 'indented', from)
  addLine(doc, leaf, from + 4)
  if (lazy) finishIndented(doc, leaf)
}

/** Takes a line into indented code; a blank one counts only if more code follows. */
export function continueIndented(doc: Doc, leaf: VerbatimLeaf, from: number, blank: boolean): void {
  if (!blank) {
    addLine(doc, leaf, from + 4)
    return
  }
  // Whitespace that reaches past the indentation belongs to the code, even at its end.
  if (doc.end - from >= 4 || doc.text.slice(from, doc.end).includes('\t')) refuse()
  leaf.pending += doc.text.slice(doc.end, doc.next)
}

/** Closes indented code before the current line. */
export function finishIndented(doc: Doc, leaf: VerbatimLeaf): void {
  const { value, start, end } = leaf
  siblings(doc).push({ type: 'code', lang: null, meta: null, value, position: { start, end } })
  doc.leaf = undefined
}

/** Opens an ATX heading's text range (CommonMark 4.2): `[depth, from, to]`, or undefined if there is none. */
export function headingAt(doc: Doc, at: number): [depth: number, from: number, to: number] | undefined {
  const { text, end } = doc
  const after = skipRun(text, at, end, 35)
  const depth = after - at
  if (depth > 6 || (after < end && !isSpace(text.charCodeAt(after)))) return undefined
  const from = skipSpace(text, after, end)
  let to = trimSpace(text, from, end)
  let hashes = to
  while (hashes > from && text.charCodeAt(hashes - 1) === 35) hashes--
  if (hashes === from || isSpace(text.charCodeAt(hashes - 1))) to = trimSpace(text, from, hashes)
  return [depth, from, to]
}

/** Whether the rest of the line is a thematic break (CommonMark 4.1). */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const marker = text.charCodeAt(at)
  let size = 0
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === marker) size++
    else if (!isSpace(code)) return false
  }
  return size >= 3
}
