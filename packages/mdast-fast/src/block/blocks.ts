import type { Heading } from 'mdast'
import type { Doc, Leaf, ParagraphLeaf } from '../state.ts'
import { lineEnd, lineSpan, pointAt, refuse, siblings } from '../state.ts'
import { LF } from '../chars.ts'
import type { Cursor } from '../cursor.ts'
import { hasTab, look } from '../cursor.ts'
import { closeContainers, continues, openContainers } from './containers.ts'
import { continueHtml, htmlCondition, openHtml } from './html-block.ts'
import { finishLeaf } from './leaves.ts'
import { nextLine, readFrontMatter } from '../lines.ts'
import { continueParagraph, finishSetext, openParagraph, setextDepth, startTable } from './paragraph.ts'
import { addRow } from './table.ts'
import {
  continueFence,
  continueIndented,
  finishUnclosedFence,
  headingAt,
  isFence,
  isThematicBreak,
  openFence,
  openIndented
} from './verbatim.ts'

const ASTERISK = 42
const DASH = 45
const GRAVE = 96
const HASH = 35
const LESS = 60
const OPEN = 91
const TILDE = 126
const UNDERSCORE = 95

const NONE = 0
const HEADING = 1
const THEMATIC_BREAK = 2
const FENCE = 3
const HTML = 4

/** Parses the block structure, a line at a time (CommonMark, appendix: phase 1). */
export function parseBlocks(doc: Doc): void {
  const cursor: Cursor = { at: 0, dark: 0, blank: false, marked: false, item: false }
  readFrontMatter(doc)
  while (nextLine(doc)) {
    takeLine(doc, cursor)
    if (cursor.marked || !cursor.blank) doc.marked = lineEnd(doc)
    if (cursor.item || !cursor.blank) doc.filled = doc.marked
  }
  finish(doc)
}

function takeLine(doc: Doc, cursor: Cursor): void {
  look(doc, cursor, doc.start)
  cursor.marked = false
  cursor.item = false
  let matched = 0
  let answer = 1
  while (answer === 1 && matched < doc.containers.length) {
    answer = continues(doc, doc.containers[matched]!, cursor, matched)
    if (answer > 0) matched++
  }
  const leaf = doc.leaf
  const all = matched === doc.containers.length
  if (all && leaf !== undefined && takeVerbatim(doc, cursor, leaf)) return
  if (hasTab(doc, cursor) && cursor.dark - cursor.at < 4) {
    if (leaf?.kind !== 'paragraph' || doc.containers.length > 0) refuse()
    // Outside containers a tab reaches the fourth column: the line can only continue the text.
    continueParagraph(doc, leaf, cursor, false)
    return
  }
  const interrupts = all && (leaf?.kind === 'paragraph' || leaf?.kind === 'indented')
  const opened = openContainers(doc, cursor, interrupts, matched)
  const lazy = !opened && !all
  if (cursor.blank) takeBlank(doc, cursor, matched, lazy)
  else takeContent(doc, cursor, matched, lazy)
}

/** Gives a line to an open fence or HTML block, into which no container can cut. */
function takeVerbatim(doc: Doc, cursor: Cursor, leaf: Leaf): boolean {
  if (leaf.kind !== 'fence' && leaf.kind !== 'html') return false
  // Containers may have taken a part of a tab's width.
  if (cursor.blank && doc.containers.length > 0 && doc.text.slice(doc.start, doc.end).includes('\t')) refuse()
  if (leaf.kind === 'fence') {
    continueFence(doc, leaf, cursor.at)
    return true
  }
  if (cursor.blank && leaf.indent > 2) return false
  continueHtml(doc, leaf, cursor.at)
  return true
}

function takeBlank(doc: Doc, cursor: Cursor, matched: number, lazy: boolean): void {
  // Whitespace before the end of the document places the ends of containers by rules of its own.
  if (doc.next === doc.end && doc.containers.length > 0) refuse()
  const leaf = doc.leaf
  if (!lazy && leaf?.kind === 'indented') {
    continueIndented(doc, leaf, cursor.at, true)
    return
  }
  finishLeaf(doc)
  if (lazy) closeContainers(doc, matched)
}

function takeContent(doc: Doc, cursor: Cursor, matched: number, lazy: boolean): void {
  const leaf = doc.leaf
  const isCode = cursor.dark - cursor.at > 3
  if (leaf !== undefined) {
    if (continuesLeaf(doc, cursor, leaf, isCode, lazy)) return
    finishLeaf(doc)
  }
  if (lazy) {
    refuseStrayCheck(doc, cursor)
    closeContainers(doc, matched)
  }
  if (isCode) openIndented(doc, cursor.at, lazy)
  else openLeaf(doc, cursor)
}

/** After a bare marker, micromark looks for the task list check of its item in text behind the list too. */
function refuseStrayCheck(doc: Doc, cursor: Cursor): void {
  const top = doc.containers[doc.containers.length - 1]
  const isBare = top?.kind === 'list' && top.item.children.length === 0
  if (isBare && doc.text.charCodeAt(cursor.dark) === OPEN) refuse()
}

/** Whether the open leaf takes the line, which it is given then. */
function continuesLeaf(doc: Doc, cursor: Cursor, leaf: Leaf, isCode: boolean, lazy: boolean): boolean {
  if (leaf.kind === 'indented') {
    if (isCode && !lazy) continueIndented(doc, leaf, cursor.at, false)
    return isCode && !lazy
  }
  if (leaf.kind === 'table') {
    if (isCode || leafAt(doc, cursor.dark, false) !== NONE) return false
    // A lazy line after a table is text that can't be the head of another.
    if (lazy) refuse()
    addRow(doc, leaf.node, doc, cursor.dark, doc.end)
    leaf.node.position!.end = lineEnd(doc)
    return true
  }
  return leaf.kind === 'paragraph' && continuesParagraph(doc, cursor, leaf, isCode, lazy)
}

function continuesParagraph(doc: Doc, cursor: Cursor, leaf: ParagraphLeaf, isCode: boolean, lazy: boolean): boolean {
  if (!isCode) {
    const depth = lazy ? undefined : setextDepth(doc, cursor.dark)
    if (depth !== undefined) {
      finishSetext(doc, leaf, depth)
      return true
    }
    // In micromark any tag interrupts on a lazy line, and if another line follows, stays in the containers.
    if (lazy && doc.text.charCodeAt(cursor.dark) === LESS && htmlCondition(doc, cursor.dark) === 7) {
      if (doc.next === doc.end) return false
      finishLeaf(doc)
      openHtml(doc, cursor.at, cursor.dark, 7)
      return true
    }
    if (!lazy && startTable(doc, leaf, cursor)) return true
    if (leafAt(doc, cursor.dark, true) !== NONE) return false
  }
  continueParagraph(doc, leaf, cursor, lazy)
  return true
}

/** Kind of leaf that starts at an offset, text and indented code apart. */
function leafAt(doc: Doc, at: number, interrupts: boolean): number {
  const { text, end } = doc
  const code = text.charCodeAt(at)
  switch (code) {
    case HASH:
      return headingAt(doc, at) === undefined ? NONE : HEADING
    case ASTERISK:
    case DASH:
    case UNDERSCORE:
      return isThematicBreak(text, at, end) ? THEMATIC_BREAK : NONE
    case GRAVE:
    case TILDE:
      return isFence(doc, at) ? FENCE : NONE
    case LESS: {
      const condition = htmlCondition(doc, at)
      return condition === 0 || (condition === 7 && interrupts) ? NONE : HTML
    }
    default:
      return NONE
  }
}

function openLeaf(doc: Doc, cursor: Cursor): void {
  const at = cursor.dark
  switch (leafAt(doc, at, false)) {
    case HEADING:
      addHeading(doc, at)
      break
    case THEMATIC_BREAK:
      siblings(doc).push({ type: 'thematicBreak', position: { start: pointAt(doc, at), end: lineEnd(doc) } })
      break
    case FENCE:
      openFence(doc, at, at - cursor.at)
      break
    case HTML:
      openHtml(doc, cursor.at, at, htmlCondition(doc, at))
      break
    default:
      openParagraph(doc, cursor)
  }
}

function addHeading(doc: Doc, at: number): void {
  const [depth, from, to] = headingAt(doc, at)!
  const node: Heading = {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [],
    position: { start: pointAt(doc, at), end: lineEnd(doc) }
  }
  siblings(doc).push(node)
  if (from < to) doc.spans.push(lineSpan(doc.text, from, to, doc, node.children))
}

/** Closes what is open at the end of the document, and places the root. */
function finish(doc: Doc): void {
  const { text } = doc
  if (text.length === 0 || text.charCodeAt(text.length - 1) === LF) {
    doc.line++
    doc.start = text.length
    doc.end = text.length
  }
  if (doc.leaf?.kind === 'fence') finishUnclosedFence(doc, doc.leaf)
  finishLeaf(doc)
  closeContainers(doc, 0)
  doc.root.position = { start: { line: 1, column: 1, offset: 0 }, end: lineEnd(doc) }
}
