import type { Blockquote, List, ListItem, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { Point } from 'unist'

/** A list with its open item. `size` is the indentation (columns) that continues the item. */
export interface ListContainer {
  kind: 'list'
  node: List
  item: ListItem
  /** Code of the bullet, or of the delimiter after the number. */
  marker: number
  size: number
  /** The item's marker stood alone on its line, and no content was seen since. */
  startsBlank: boolean
  /** A further blank line followed such a marker: the item can't be continued. */
  moreBlank: boolean
  /** The first content of the item may hold a task list check. */
  taskable: boolean
}

interface QuoteContainer {
  kind: 'quote'
  node: Blockquote
}

export type Container = ListContainer | QuoteContainer

/** Lines of a paragraph; `starts[k]` is the offset after the containers' prefixes on its k-th line. */
export interface ParagraphLeaf {
  kind: 'paragraph'
  /** Line number of the first line. */
  line: number
  lineStarts: number[]
  starts: number[]
  ends: number[]
  /** Whether the last line is a lazy continuation line (CommonMark 5.1). */
  lazy: boolean
  /** The item in which this is the first content. */
  task: ListItem | undefined
}

/** A block whose value is its lines. Source is sliced once when they are adjacent, else joined. */
export interface VerbatimLeaf {
  kind: 'fence' | 'html' | 'indented'
  start: Point
  /** Joined lines; each but the last with its line ending. */
  value: string
  /** Line ending held back until another line follows (blank lines too, for indented code). */
  pending: string
  end: Point
  lang: string | null
  meta: string | null
  marker: number
  size: number
  /** Spaces to take off each line of a fence; condition (CommonMark 4.6) of HTML. */
  indent: number
  /** Offset of the first line of a fence outside containers: its lines are adjacent; -1 else. */
  from: number
}

interface TableLeaf {
  kind: 'table'
  node: Table
}

export type Leaf = ParagraphLeaf | VerbatimLeaf | TableLeaf

/** Where text came from: needed when its lines are not adjacent or more than one. */
export interface LineMap {
  /** Index in the text of each line's first character. */
  index: number[]
  /** Offset in the source of that character. */
  content: number[]
  /** Offset in the source of the line's start. */
  starts: number[]
}

/** Text to be parsed into phrasing content once every definition is known. */
export interface Span {
  text: string
  from: number
  to: number
  line: number
  lineStart: number
  map: LineMap | undefined
  children: PhrasingContent[]
  inTable: boolean
  task: ListItem | undefined
  paragraph: Paragraph | undefined
}

export interface Doc {
  text: string
  root: Root
  /** The current line: number, start, end without its line ending, start of the next. */
  line: number
  start: number
  end: number
  next: number
  containers: Container[]
  leaf: Leaf | undefined
  /** The last line before the current one that is more than whitespace, markers of quotes included. */
  marked: Point
  /** The same, but a line must hold content or a list marker. */
  filled: Point
  spans: Span[]
  /** Normalised identifiers of the definitions. */
  defined: Set<string>
  /** Steps spent on backtracking: bounded, so that hostile input is refused in linear time. */
  work: number
  budget: number
}

const refused = new Error('Outside the fast subset')

/** Refuses the document: the caller falls back to the reference parser. */
export function refuse(): never {
  throw refused
}

/** Whether an error is a refusal, not a flaw. */
export function isRefusal(error: unknown): boolean {
  return error === refused
}

/** Counts backtracking; refuses what would take more than linear time. */
export function spend(doc: Doc, steps: number): void {
  doc.work += steps
  if (doc.work > doc.budget) refuse()
}

/** Starts the state for a document without a byte order mark. */
export function createDoc(text: string): Doc {
  return {
    text,
    root: { type: 'root', children: [] },
    line: 0,
    start: 0,
    end: 0,
    next: 0,
    containers: [],
    leaf: undefined,
    marked: { line: 1, column: 1, offset: 0 },
    filled: { line: 1, column: 1, offset: 0 },
    spans: [],
    defined: new Set(),
    work: 0,
    budget: 100_000 + 8 * text.length
  }
}

/** The children of the innermost open container. */
export function siblings(doc: Doc): RootContent[] {
  const top = doc.containers[doc.containers.length - 1]
  if (top === undefined) return doc.root.children
  return top.kind === 'list' ? top.item.children : top.node.children
}

/** A point on the current line. */
export function pointAt(doc: Doc, offset: number): Point {
  return { line: doc.line, column: offset - doc.start + 1, offset }
}

/** The end of the current line, before its line ending. */
export function lineEnd(doc: Doc): Point {
  return pointAt(doc, doc.end)
}

/** Text within one line of the source: the line's number, and where it starts. */
export function lineSpan(
  text: string,
  from: number,
  to: number,
  { line, start: lineStart }: Pick<Doc, 'line' | 'start'>,
  children: PhrasingContent[]
): Span {
  return {
    text,
    from,
    to,
    line,
    lineStart,
    map: undefined,
    children,
    inTable: false,
    task: undefined,
    paragraph: undefined
  }
}
