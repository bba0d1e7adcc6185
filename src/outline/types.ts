import type {
  Code,
  Heading,
  Image,
  InlineCode,
  List,
  ListItem,
  Node,
  Paragraph,
  Root,
  RootContent,
  Table,
  Yaml
} from 'mdast'
import type { Place, Point } from '../types.ts'
import type { Ordinal } from './numbers/ordinal.ts'

/** UTF-16 offsets into the plan's text, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/**
 * How a named piece of a plan is written. The same thing may be a section in one plan and a label in the next, so all of them are parts:
 * `heading` (`## Goal`), `bold` (a bold paragraph that counts like a heading: `**Commit 1: Types**`), `label` (`**Files**: …`, `Run:`),
 * `item` (a list item that stands for a step), `box` (one with a box: `- [ ] Write the test`), `row` (a table row: `| **Created** | 2026-01-01 |`),
 * `key` and `entry` (of front matter: `wave: 2`, `- id: one`), `tag` (`<task>`) and `attribute` (`type="auto"` in it).
 */
export type PartForm =
  'document' | 'heading' | 'bold' | 'label' | 'item' | 'box' | 'row' | 'key' | 'entry' | 'tag' | 'attribute'

/** A named piece of a plan with what it holds. */
export interface Part {
  form: PartForm
  /** As written, without markup. */
  title: string
  /** Normalised title without numbering: what titles are compared by. */
  key: string
  /** The title's numbering, if it has one. */
  ordinal?: Ordinal
  /** No space stands behind its number signs (`##Goal`), so that Markdown takes it for text. */
  glued?: true
  /** It is struck out: it stands there, and nothing is asked of it. */
  struck?: true
  /** What stands in parentheses between a label and its colon: "inline OK for Step 0". */
  qualifier?: string
  /** Nesting rank: 0 document, 1–6 headings, then bold paragraphs, labels, labels in lists. */
  level: number
  node: Node
  /** Of the heading or the label. */
  place: Place
  /** Everything the part holds, its title included. */
  span: Span
  /** What follows the label on its own line(s). */
  value?: { text: string } & Span
  /** Of a tag, what stands before the one that closes it. */
  inner?: Span
  /** Blocks that the part holds itself, in order; those of child headings belong to the children. */
  blocks: RootContent[]
  parent?: Part
  children: Part[]
}

/** A task box: `- [ ] text`, also the look-alikes that Markdown does not read as one. */
export interface Checkbox extends Span {
  /** `dropped`: it is open, and what it asks for struck out. `unknown`: it has a mark that says neither (`[/]`). */
  state: 'open' | 'done' | 'dropped' | 'unknown'
  /** The item's text without the box. */
  text: string
  place: Place
  /** A paragraph where Markdown sees no item: `-[x] text`. */
  node: ListItem | Paragraph
  /** It is written as no tool reads it: how it should be, where that can be told, and whether that is sure. */
  odd?: { written?: string; isSure: boolean }
}

/** What a block of HTML is that nothing ends, and what would end it. */
export interface UnclosedHtml {
  of: 'comment' | 'element' | 'processing instruction' | 'CDATA section' | 'declaration'
  closer: string
}

/**
 * What spoils the reading of a text: a fence that was opened inside an open one, so that Markdown closes the outer fence too early; one that is never closed; HTML
 * that is not, a comment; or a conflict that git left.
 */
export interface BrokenFence {
  kind: 'nested' | 'unclosed' | 'html' | 'conflict'
  html?: UnclosedHtml
  /** Everything behind it is code to Markdown: what is missing may well be in there. */
  hidesAll?: true
  place: Place
  /** The line as written. */
  text: string
  /** From the outer fence to where both readings agree again. */
  region: Span
  /** Keys of headings that the author meant and Markdown does not see. */
  hidden: Set<string>
}

/**
 * A tag without its partner. `unclosed`: nothing closes it; `stray`: nothing opened it; `crossed`: another one stands where its closing tag belongs.
 */
export interface TagFault {
  kind: 'unclosed' | 'stray' | 'crossed'
  name: string
  /** Of a crossed one, what stands there. */
  found?: string
  place: Span
  /** Of a crossed one, the tag that was opened. */
  opened?: Span
}

/** Places for offsets into a text; lines are 1-based, an offset outside of the text is its nearer end. */
export interface LinePlaces {
  pointAt(offset: number): Point
  placeOf(span: Span): Place
  /** The offset at which a line starts. */
  startOf(line: number): number
  readonly count: number
}

/** The nodes of a tree by type, in document order: every question is answered from here, without a second walk. */
export interface NodeIndex {
  headings: Heading[]
  paragraphs: Paragraph[]
  lists: List[]
  items: ListItem[]
  tables: Table[]
  fences: Code[]
  inlineCode: InlineCode[]
  images: Image[]
  links: Node[]
  html: Node[]
  yaml?: Yaml
  /** What holds a block; nothing for those that the document itself holds. */
  parents: Map<Node, Node>
}

/** What the tree says, before any profile has been asked. */
export interface Outline {
  root: Root
  /** The text, without a byte order mark. */
  source: string
  nodes: NodeIndex
  lines: LinePlaces
  /** The document as a part; its descendants are the sections and labels. */
  document: Part
  /** All parts in document order. */
  parts: Part[]
  checkboxes: Checkbox[]
  /** Where items end to their author that Markdown ends before a fence. */
  itemReaches: ReadonlyMap<ListItem, number>
  brokenFences: BrokenFence[]
  /** Tags without their partner, where tags are read. */
  tagFaults: readonly TagFault[]
  /** The same with other levels for some headings, by their offset. */
  withLevels(levels: ReadonlyMap<number, number>): Outline
}
