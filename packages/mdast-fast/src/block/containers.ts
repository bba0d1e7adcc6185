import type { Blockquote, List, ListItem } from 'mdast'
import type { Point } from 'unist'
import type { Container, Doc, ListContainer } from '../state.ts'
import { pointAt, refuse, siblings } from '../state.ts'
import { SPACE, TAB, skipSpace } from '../chars.ts'
import type { Cursor } from '../cursor.ts'
import { hasTab, look } from '../cursor.ts'
import { finishLeaf } from './leaves.ts'
import type { Marker } from './marker.ts'
import { readMarker } from './marker.ts'

const GREATER = 62

/** How deep containers may nest before the document is refused. */
const maxDepth = 100

/**
 * Tries to continue a container (CommonMark 5.1, 5.2).
 *
 * @returns 1 when the line continues it, 2 when it starts the next item of the list, 0 when neither.
 */
export function continues(doc: Doc, container: Container, cursor: Cursor, depth: number): number {
  if (container.kind === 'quote') return continuesQuote(doc, cursor) ? 1 : 0
  const fits = cursor.dark - cursor.at >= container.size
  if (cursor.blank) {
    container.moreBlank ||= container.startsBlank
    cursor.at = fits ? cursor.at + container.size : cursor.dark
    return 1
  }
  if (!fits && hasTab(doc, cursor)) refuse()
  const closed = container.moreBlank
  container.moreBlank = false
  container.startsBlank = false
  if (fits && !closed) {
    cursor.at += container.size
    return 1
  }
  return startsSibling(doc, container, cursor, depth) ? 2 : 0
}

function continuesQuote(doc: Doc, cursor: Cursor): boolean {
  if (cursor.blank) return false
  if (cursor.dark - cursor.at > 3) return false
  if (hasTab(doc, cursor)) refuse()
  if (doc.text.charCodeAt(cursor.dark) !== GREATER) return false
  afterQuoteMarker(doc, cursor)
  return true
}

function afterQuoteMarker(doc: Doc, cursor: Cursor): void {
  const after = cursor.dark + 1
  const code = after < doc.end ? doc.text.charCodeAt(after) : 0
  if (code === TAB && skipSpace(doc.text, after, doc.end) < doc.end) refuse()
  look(doc, cursor, code === SPACE ? after + 1 : after)
  cursor.marked = true
}

function startsSibling(doc: Doc, container: ListContainer, cursor: Cursor, depth: number): boolean {
  const marker = readMarker(doc, cursor, false)
  if (marker === undefined || marker.code !== container.marker) return false
  finishLeaf(doc)
  closeContainers(doc, depth + 1)
  const start = cursor.dark
  finishItem(doc, container)
  if (doc.line - container.item.position!.end.line > 1) container.node.spread = true
  startItem(doc, container, marker, start)
  look(doc, cursor, marker.content)
  cursor.marked = true
  cursor.item = true
  return true
}

/**
 * Opens the containers that start on this line, after closing what the line does not continue.
 *
 * @param interrupts A paragraph or indented code is open: few markers can interrupt it. As in
 *   micromark, that holds for every container the line opens.
 * @param matched Number of containers that the line continues.
 */
export function openContainers(doc: Doc, cursor: Cursor, interrupts: boolean, matched: number): boolean {
  let opened = false
  while (!cursor.blank && cursor.dark - cursor.at < 4) {
    if (hasTab(doc, cursor)) refuse()
    const isQuote = doc.text.charCodeAt(cursor.dark) === GREATER
    const marker = isQuote ? undefined : readMarker(doc, cursor, interrupts)
    if (!isQuote && marker === undefined) break
    if (!opened) {
      finishLeaf(doc)
      closeContainers(doc, matched, endBefore(doc, cursor, matched))
    }
    opened = true
    if (marker === undefined) openQuote(doc, cursor)
    else openList(doc, cursor, marker)
    if (doc.containers.length > maxDepth) refuse()
  }
  return opened
}

/**
 * Where containers end that a new one on this line closes: before the line, unless the line
 * continues a quote; micromark then finds their end after its marker.
 */
function endBefore(doc: Doc, cursor: Cursor, matched: number): Point {
  for (let k = 0; k < matched; k++) if (doc.containers[k]!.kind === 'quote') return pointAt(doc, cursor.at)
  return doc.marked
}

function openQuote(doc: Doc, cursor: Cursor): void {
  const start = pointAt(doc, cursor.dark)
  const node: Blockquote = { type: 'blockquote', children: [], position: { start, end: start } }
  siblings(doc).push(node)
  doc.containers.push({ kind: 'quote', node })
  afterQuoteMarker(doc, cursor)
}

function openList(doc: Doc, cursor: Cursor, marker: Marker): void {
  const start = pointAt(doc, cursor.dark)
  const { ordered, value, code } = marker
  const node: List = {
    type: 'list',
    ordered,
    start: value,
    spread: false,
    children: [],
    position: { start, end: start }
  }
  siblings(doc).push(node)
  const item = itemAt(doc, cursor.dark)
  const container: ListContainer = {
    kind: 'list',
    node,
    item,
    marker: code,
    size: 0,
    startsBlank: false,
    moreBlank: false,
    taskable: false
  }
  doc.containers.push(container)
  startItem(doc, container, marker, cursor.dark)
  look(doc, cursor, marker.content)
  cursor.marked = true
  cursor.item = true
}

function itemAt(doc: Doc, at: number): ListItem {
  const start = pointAt(doc, at)
  return { type: 'listItem', spread: false, checked: null, children: [], position: { start, end: start } }
}

function startItem(doc: Doc, container: ListContainer, marker: Marker, at: number): void {
  container.item = itemAt(doc, at)
  container.node.children.push(container.item)
  container.size = marker.size
  container.startsBlank = marker.blank
  container.moreBlank = false
  // A check counts only right after the marker, or on the line after a bare one.
  container.taskable = !marker.blank || marker.content === doc.end
}

function copy({ line, column, offset }: Point): Point {
  return { line, column, offset: offset! }
}

/** Ends an item after its last line of content, or its last container. */
function finishItem(doc: Doc, container: ListContainer): void {
  const { children, position } = container.item
  const last = children[children.length - 1]
  const inner = last?.type === 'list' || last?.type === 'blockquote' ? last.position!.end : undefined
  position!.end = copy(inner !== undefined && inner.line > doc.filled.line ? inner : doc.filled)
  for (let k = 1; k < children.length; k++) {
    const gap = children[k]!.position!.start.line - children[k - 1]!.position!.end.line
    if (gap > 1) {
      container.item.spread = true
      break
    }
  }
}

/** Closes the containers from a depth on, before the current line unless told where. */
export function closeContainers(doc: Doc, depth: number, end = doc.marked): void {
  const { containers } = doc
  while (containers.length > depth) {
    const top = containers[containers.length - 1]!
    if (top.kind === 'list') {
      finishItem(doc, top)
      if (end.line - top.item.position!.end.line > 1) top.node.spread = true
    }
    top.node.position!.end = copy(end)
    containers.pop()
  }
}
