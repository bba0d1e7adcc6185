/**
 * A linear look at the text before it is parsed. Parsers of Markdown and YAML take the square of the time on some
 * documents, or overflow the stack; this finds such documents first. It follows CommonMark's containers and code blocks
 * closely, and where in doubt it counts too much. A limit on time stays the last defence.
 */
import { continueContainers, openContainer, type Container } from './containers.ts'
import { cursorAt, indentOf, isAtBlank, skipIndent, type Cursor } from './cursor.ts'
import { measureFrontMatter } from './front-matter.ts'
import { closesHtml, openHtml, type Html } from './html.ts'
import { closesFence, isAtxHeading, isSetextUnderline, isThematicBreak, openFence, type Fence } from './leaf.ts'
import { defaultLimits, tooMuch, unlimited, type Limits, type TooMuch } from './limits.ts'
import { afterLine, lineEndFrom } from './lines.ts'
import { cellsOf, cellsOfDelimiterRow } from './table.ts'
import { countMarkers, raise, regroup, type ComplexityTally } from './tally.ts'

export { defaultLimits, type Limits, type TooMuch } from './limits.ts'

type Leaf =
  { kind: 'none' | 'paragraph' | 'table' | 'indented' } | { kind: 'fence'; fence: Fence } | { kind: 'html'; html: Html }

interface Scan extends ComplexityTally {
  text: string
  stack: Container[]
  leaf: Leaf
  /** How many table cells the line before has. */
  cells: number
}

const eventsPerLine = 6
const eventsPerContainer = 6

const none: Leaf = { kind: 'none' }
const paragraph: Leaf = { kind: 'paragraph' }
const table: Leaf = { kind: 'table' }
const indented: Leaf = { kind: 'indented' }
/** Indented code whose first line ended containers: the parser lets any list begin after that line. */
const indentedLate: Leaf = { kind: 'indented' }

/**
 * Is the document within the limits?
 *
 * @param text the document, without a byte order mark
 * @param limits what it may hold
 * @returns the first place where it is not
 */
export function checkComplexity(text: string, limits: Limits = defaultLimits): TooMuch | undefined {
  return scan(text, limits).found
}

/** Is its front matter within the usual limits? The answer is `checkComplexity`'s where that is all that is too much. */
export function checkFrontMatter(text: string): TooMuch | undefined {
  const state = begunScan(text, defaultLimits)
  skipFrontMatter(state)
  return state.found
}

/** What the document holds of each thing that has a limit. */
export function measureComplexity(text: string): Limits {
  return scan(text, unlimited).measures
}

function begunScan(text: string, limits: Limits): Scan {
  const measures = Object.fromEntries(Object.keys(limits).map(name => [name, 0])) as unknown as Limits
  return {
    text,
    limits,
    measures,
    found: undefined,
    line: 1,
    lineStart: 0,
    stack: [],
    leaf: none,
    blockMarkers: 0,
    blockEmphasis: 0,
    blockLines: 0,
    cells: 0,
    events: 0,
    regrouped: 0
  }
}

function scan(text: string, limits: Limits): Scan {
  const state = begunScan(text, limits)
  raise(state, 'bytes', bytesOf(text, limits.bytes), 0)
  if (!state.found) skipFrontMatter(state)
  while (state.lineStart < text.length && !state.found) {
    const end = lineEndFrom(text, state.lineStart)
    raise(state, 'lines', state.line, state.lineStart)
    scanLine(state, cursorAt(text, state.lineStart, end))
    state.lineStart = afterLine(text, end)
    state.line++
  }
  return state
}

/** The size in UTF-8; in UTF-16 units where these are too many already. */
function bytesOf(text: string, limit: number): number {
  return text.length > limit ? text.length : new TextEncoder().encode(text).length
}

function skipFrontMatter(state: Scan): void {
  const matter = measureFrontMatter(state.text)
  if (!matter) return
  raise(state, 'frontMatter', matter.end, 0)
  if (matter.nesting > state.limits.frontMatterNesting) {
    state.found ??= tooMuch(
      'frontMatterNesting',
      state.limits.frontMatterNesting,
      matter.deepest.line,
      matter.deepest.column
    )
  }
  raise(state, 'frontMatterNesting', matter.nesting, 0)
  state.lineStart = matter.end
  state.line += matter.lines
}

function scanLine(state: Scan, cursor: Cursor): void {
  scanBlocks(state, cursor)
  state.events += eventsPerLine + eventsPerContainer * state.stack.length
}

function scanBlocks(state: Scan, cursor: Cursor): void {
  const { stack } = state
  const kept = continueContainers(stack, cursor)
  if (kept < stack.length && (state.leaf.kind === 'fence' || state.leaf.kind === 'html')) state.leaf = none
  if (state.leaf.kind === 'fence') return void (closesFence(state.leaf.fence, cursor) && endBlock(state))
  if (state.leaf.kind === 'html') return scanHtml(state, cursor)
  const opened = openContainers(state, cursor, kept)
  if (kept === stack.length || opened > 0) return scanLeaf(state, cursor)
  if (state.leaf.kind === 'paragraph' && continuesParagraph(cursor)) return countBlock(state, cursor)
  closeContainers(state, kept, cursor)
  scanLeaf(state, cursor)
  if (state.leaf === indented) state.leaf = indentedLate
}

function scanHtml(state: Scan, cursor: Cursor): void {
  if (state.leaf.kind === 'html' && closesHtml(state.leaf.html, cursor.text.slice(cursor.at, cursor.end)))
    endBlock(state)
}

/** Open what containers the line begins, and close what of the old ones it doesn't go on with; how many it opened. */
function openContainers(state: Scan, cursor: Cursor, kept: number): number {
  const { stack } = state
  const interrupts = kept === stack.length && (state.leaf.kind === 'paragraph' || state.leaf === indented)
  let opened = 0
  for (let container = openContainer(cursor, interrupts); container; container = openContainer(cursor, interrupts)) {
    if (opened === 0) closeContainers(state, kept, cursor, container)
    stack.push(container)
    raise(state, 'nesting', stack.length, cursor.at)
    opened++
    if (state.found) break
  }
  return opened
}

/** Close all but `kept` containers; a list item that another one of its list follows ends cheaply. */
function closeContainers(state: Scan, kept: number, cursor: Cursor, next?: Container): void {
  const { stack } = state
  const sibling = stack[kept]?.kind === 'item' && next?.kind === 'item' && stack[kept].marker === next.marker
  countGroups(state, stack.length - kept - (sibling ? 1 : 0), cursor)
  stack.length = kept
  endBlock(state)
}

function countGroups(state: Scan, count: number, cursor: Cursor): void {
  if (count <= 0) return
  raise(state, 'containerGroups', state.measures.containerGroups + count, cursor.at)
  regroup(state, cursor)
}

/** Would the line go on with a paragraph that it lacks the container marks of? */
function continuesParagraph(cursor: Cursor): boolean {
  if (isAtBlank(cursor)) return false
  if (indentOf(cursor) > 3) return true
  const ahead = { ...cursor }
  skipIndent(ahead)
  return !isThematicBreak(ahead) && !isAtxHeading(ahead) && !openFence(ahead) && !openHtml(ahead, true)
}

function scanLeaf(state: Scan, cursor: Cursor): void {
  // Blank lines don't end indented code: what comes after may belong to it.
  if (isAtBlank(cursor)) return state.leaf.kind === 'indented' ? undefined : endBlock(state)
  const inParagraph = state.leaf.kind === 'paragraph'
  if (indentOf(cursor) > 3) return inParagraph ? countBlock(state, cursor) : begin(state, indented)
  skipIndent(cursor)
  const fence = openFence(cursor)
  if (fence) return begin(state, { kind: 'fence', fence })
  const html = openHtml(cursor, inParagraph)
  if (html) return begin(state, html === 'closed' ? none : { kind: 'html', html })
  if (inParagraph && isSetextUnderline(cursor)) {
    regroup(state, cursor)
    return endBlock(state)
  }
  if (isThematicBreak(cursor)) return endBlock(state)
  if (isAtxHeading(cursor)) {
    endBlock(state)
    countBlock(state, cursor)
    return endBlock(state)
  }
  scanText(state, cursor)
}

function scanText(state: Scan, cursor: Cursor): void {
  if (state.leaf.kind === 'paragraph' && cellsOfDelimiterRow(cursor) === state.cells) return beginTable(state, cursor)
  state.cells = cellsOf(cursor)
  if (state.leaf.kind === 'table') {
    begin(state, table)
    return countMarkers(state, cursor)
  }
  countBlock(state, cursor)
}

function beginTable(state: Scan, cursor: Cursor): void {
  countMarkers(state, cursor)
  begin(state, table)
}

function countBlock(state: Scan, cursor: Cursor): void {
  state.leaf = paragraph
  state.blockLines++
  raise(state, 'linesPerBlock', state.blockLines, cursor.at)
  countMarkers(state, cursor)
}

function endBlock(state: Scan): void {
  begin(state, none)
}

function begin(state: Scan, leaf: Leaf): void {
  state.leaf = leaf
  state.blockMarkers = 0
  state.blockEmphasis = 0
  state.blockLines = 0
}
