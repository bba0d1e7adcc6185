import type { AlignType, Heading, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Point } from 'unist'
import type { Doc, LineMap, ParagraphLeaf } from '../state.ts'
import { lineEnd, refuse, siblings } from '../state.ts'
import type { Cursor } from '../cursor.ts'
import { skipRun, skipSpace } from '../chars.ts'
import { pointOn, readDefinitions } from './definition.ts'
import { addRow, countCells, readDelimiters } from './table.ts'

/** Starts a paragraph on the current line (CommonMark 4.8). */
export function openParagraph(doc: Doc, cursor: Cursor): void {
  const top = doc.containers[doc.containers.length - 1]
  const first = top?.kind === 'list' && top.taskable && top.item.children.length === 0 && cursor.dark === cursor.at
  doc.leaf = {
    kind: 'paragraph',
    line: doc.line,
    lineStarts: [doc.start],
    starts: [cursor.at],
    ends: [doc.end],
    lazy: false,
    task: first ? top.item : undefined
  }
}

/** Adds the current line to an open paragraph. */
export function continueParagraph(doc: Doc, leaf: ParagraphLeaf, cursor: Cursor, lazy: boolean): void {
  leaf.lineStarts.push(doc.start)
  leaf.starts.push(cursor.at)
  leaf.ends.push(doc.end)
  leaf.lazy = lazy
}

/** Closes a paragraph: the definitions it starts with, then its text. */
export function finishParagraph(doc: Doc, leaf: ParagraphLeaf): void {
  doc.leaf = undefined
  const from = readDefinitions(doc, leaf)
  if (from === leaf.ends.length) return
  const start = contentStart(doc, leaf, from)
  const last = leaf.ends.length - 1
  const end = pointOn(leaf, last, leaf.ends[last]!)
  const node: Paragraph = { type: 'paragraph', children: [], position: { start, end } }
  siblings(doc).push(node)
  queueText(doc, leaf, from, node.children, node)
}

/** Closes a paragraph as the text of a setext heading underlined by the current line (CommonMark 4.3). */
export function finishSetext(doc: Doc, leaf: ParagraphLeaf, depth: 1 | 2): void {
  doc.leaf = undefined
  if (readDefinitions(doc, leaf) > 0) refuse()
  const position = { start: contentStart(doc, leaf, 0), end: lineEnd(doc) }
  const node: Heading = { type: 'heading', depth, children: [], position }
  siblings(doc).push(node)
  leaf.task = undefined
  queueText(doc, leaf, 0, node.children, undefined)
}

/** Depth of the heading that a setext underline at `at` makes, or undefined. */
export function setextDepth(doc: Doc, at: number): 1 | 2 | undefined {
  const { text, end } = doc
  const marker = text.charCodeAt(at)
  if (marker !== 45 && marker !== 61) return undefined
  if (skipSpace(text, skipRun(text, at, end, marker), end) < end) return undefined
  return marker === 61 ? 1 : 2
}

/**
 * Makes the last line of a paragraph the head of a table when the current line is its
 * delimiter row (GFM 4.10); the lines before it stay a paragraph.
 */
export function startTable(doc: Doc, leaf: ParagraphLeaf, cursor: Cursor): boolean {
  const align = readDelimiters(doc.text, cursor.dark, doc.end)
  if (align === undefined) return false
  const last = leaf.ends.length - 1
  const lineStart = leaf.lineStarts[last]!
  const end = leaf.ends[last]!
  const start = skipSpace(doc.text, leaf.starts[last]!, end)
  if (countCells(doc.text, start, end) !== align.length || isDeep(doc.text, leaf.starts[last]!, start)) return false
  // A lazy head, and a tag that becomes HTML once it needn't interrupt, are the reference parser's.
  if (leaf.lazy || (last > 0 && doc.text.charCodeAt(start) === 60)) refuse()
  dropLastLine(doc, leaf)
  const table: Table = {
    type: 'table',
    align: align as AlignType[],
    children: [],
    position: { start: pointOn(leaf, last, start, lineStart), end: lineEnd(doc) }
  }
  siblings(doc).push(table)
  doc.leaf = { kind: 'table', node: table }
  addRow(doc, table, { line: leaf.line + last, start: lineStart }, start, end)
  return true
}

/** Whether indentation makes a line text only; a tab got this far where it reaches the fourth column. */
function isDeep(text: string, from: number, to: number): boolean {
  return to - from > 3 || text.slice(from, to).includes('\t')
}

function dropLastLine(doc: Doc, leaf: ParagraphLeaf): void {
  leaf.lineStarts.pop()
  leaf.starts.pop()
  leaf.ends.pop()
  if (leaf.ends.length > 0) finishParagraph(doc, leaf)
}

function contentStart(doc: Doc, leaf: ParagraphLeaf, k: number): Point {
  return pointOn(leaf, k, skipSpace(doc.text, leaf.starts[k]!, leaf.ends[k]!))
}

/** Queues the text of the lines from `k` on. */
function queueText(
  doc: Doc,
  leaf: ParagraphLeaf,
  k: number,
  children: PhrasingContent[],
  paragraph: Paragraph | undefined
): void {
  const from = skipSpace(doc.text, leaf.starts[k]!, leaf.ends[k]!)
  const last = leaf.ends.length - 1
  const adjacent = k === last || areAdjacent(leaf, k)
  const map = k === last ? undefined : adjacent ? adjacentMap(leaf, k) : joinedMap(leaf, k)
  doc.spans.push({
    text: adjacent ? doc.text : joinLines(doc, leaf, k),
    from: map ? from + map.index[0]! - map.content[0]! : from,
    to: map ? leaf.ends[last]! + map.index[last - k]! - map.content[last - k]! : leaf.ends[last]!,
    map,
    line: leaf.line + k,
    lineStart: leaf.lineStarts[k]!,
    children,
    inTable: false,
    task: leaf.task,
    paragraph
  })
}

/** Whether no container's prefix stands between the lines. */
function areAdjacent(leaf: ParagraphLeaf, from: number): boolean {
  for (let k = from + 1; k < leaf.starts.length; k++) if (leaf.starts[k] !== leaf.lineStarts[k]) return false
  return true
}

function adjacentMap(leaf: ParagraphLeaf, k: number): LineMap {
  const starts = k === 0 ? leaf.starts : leaf.starts.slice(k)
  return { index: starts, content: starts, starts: k === 0 ? leaf.lineStarts : leaf.lineStarts.slice(k) }
}

function joinedMap(leaf: ParagraphLeaf, from: number): LineMap {
  const content = leaf.starts.slice(from)
  const starts = leaf.lineStarts.slice(from)
  const index = [0]
  for (let k = 1; k < content.length; k++) index.push(index[k - 1]! + starts[k]! - content[k - 1]!)
  return { index, content, starts }
}

function joinLines(doc: Doc, leaf: ParagraphLeaf, from: number): string {
  let text = ''
  const last = leaf.ends.length - 1
  for (let k = from; k < last; k++) text += doc.text.slice(leaf.starts[k], leaf.lineStarts[k + 1])
  return text + doc.text.slice(leaf.starts[last], leaf.ends[last])
}
