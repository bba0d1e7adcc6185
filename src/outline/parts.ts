import type { Blockquote, Heading, Html, List, ListItem, Paragraph, Root, RootContent } from 'mdast'
import type { Label, Vocabulary } from './label.ts'
import { linesOf, readLabel } from './label.ts'
import type { Lines } from './nodes.ts'
import { placeOf, spanOf, startOf, titleOf } from './nodes.ts'
import { collapse } from './text.ts'
import { readTitle } from './title.ts'
import type { Part, Span } from './types.ts'

/** Ranks below the six heading levels. */
const BOLD_OUTER = 6.3
const BOLD_INNER = 6.6
/** Rank of labels outside of lists. */
export const LABEL = 7
/** Labels in lists that are nested deeper than this are not looked for: keeps the walk bounded whatever the tree. */
const MAX_DEPTH = 12
const outerWords = new Set([
  'phase',
  'milestone',
  'stage',
  'sprint',
  'batch',
  'workstream',
  'wave',
  'iteration',
  'part'
])

const asWritten: ReadonlyMap<number, number> = new Map()

interface Builder {
  source: string
  lines: Lines
  vocabulary: Vocabulary
  /** Spans that Markdown takes for text but the author meant as code: headings there are none. */
  phantoms: Span[]
  /** Words that titles count with besides the usual ones. */
  words: readonly string[]
  /** Levels of headings whose own says less than what they are, by offset. */
  levels: ReadonlyMap<number, number>
  parts: Part[]
  open: Part[]
  /** A label that ends a list or a quote and holds nothing yet: a fence right behind that is its value. */
  dangling: Part | undefined
}

/**
 * Builds the tree of a document's parts: headings nest by level, bold paragraphs with a number ("**Commit 1: …**") rank below them, labels below those;
 * a label holds the blocks up to the next label or heading.
 *
 * @returns All parts in document order; the first is the document.
 */
export function buildParts(
  root: Root,
  source: string,
  lines: Lines,
  vocabulary: Vocabulary,
  phantoms: Span[],
  words: readonly string[],
  levels: ReadonlyMap<number, number> = asWritten
): Part[] {
  const document: Part = {
    form: 'document',
    title: '',
    key: '',
    level: 0,
    node: root,
    place: placeOf(root),
    span: { start: 0, end: source.length },
    blocks: [],
    children: []
  }
  const builder: Builder = {
    source,
    lines,
    vocabulary,
    phantoms,
    words,
    levels,
    parts: [document],
    open: [document],
    dangling: undefined
  }
  for (const node of root.children) addBlock(node, builder)
  closeTo(0.5, source.length, builder)
  return builder.parts
}

function addBlock(node: RootContent, b: Builder): void {
  const start = startOf(node)
  const { dangling } = b
  b.dangling = undefined
  if (dangling && node.type === 'code') attachBehind(dangling, node)
  if (node.type === 'heading' && !b.phantoms.some(p => start >= p.start && start < p.end)) return openHeading(node, b)
  const tagged = node.type === 'html' ? htmlHeading.exec(node.value) : null
  if (tagged && node.type === 'html') return openHtmlHeading(node, Number(tagged[1]), tagged[2]!, b)
  if (node.type === 'thematicBreak') closeTo(LABEL, start, b)
  if (node.type === 'paragraph') return addParagraph(node, b)
  const holder = top(b)
  holder.blocks.push(node)
  if (node.type === 'list') addList(node, holder, 0, b)
  else if (node.type === 'blockquote') addQuote(node, holder, 0, b)
  findDangling(spanOf(node).end, b)
}

/** "- Run:" followed by a fence that is not indented, "> **Run**:" by one without the quote's sign: Markdown ends list and quote there, the author did not. */
function findDangling(end: number, b: Builder): void {
  const last = b.parts[b.parts.length - 1]
  if (last && last.level > LABEL && last.span.end === end && last.value?.text === '' && last.blocks.length === 0)
    b.dangling = last
}

function attachBehind(part: Part, fence: RootContent): void {
  part.blocks.push(fence)
  for (let p: Part | undefined = part; p && p.level > LABEL; p = p.parent) p.span.end = spanOf(fence).end
}

function top(b: Builder): Part {
  return b.open[b.open.length - 1]!
}

/** Ends every open part whose level is `level` or deeper. */
function closeTo(level: number, at: number, b: Builder): void {
  while (b.open.length > 1 && top(b).level >= level) b.open.pop()!.span.end = at
}

function make(
  form: Part['form'],
  title: string,
  level: number,
  node: Part['node'],
  place: Part['place'],
  span: Span,
  parent: Part,
  b: Builder
): Part {
  const clean = collapse(title)
  const { ordinal, key } = readTitle(clean, b.words)
  const part: Part = { form, title: clean, key, level, node, place, span, blocks: [], parent, children: [] }
  if (ordinal) part.ordinal = ordinal
  parent.children.push(part)
  b.parts.push(part)
  return part
}

function openHeading(node: Heading, b: Builder): void {
  const span = spanOf(node)
  const level = b.levels.get(span.start) ?? node.depth
  closeTo(level, span.start, b)
  const part = make(
    'heading',
    titleOf(node),
    level,
    node,
    placeOf(node),
    { start: span.start, end: b.source.length },
    top(b),
    b
  )
  b.open.push(part)
}

/** `<h2>Goal</h2>`, alone. */
const htmlHeading = /^<h([1-6])(?: [^<>]{0,80})?>([^<>\n]{1,120})<\/h\1>\s*$/i

function openHtmlHeading(node: Html, depth: number, title: string, b: Builder): void {
  const span = spanOf(node)
  const level = b.levels.get(span.start) ?? depth
  closeTo(level, span.start, b)
  b.open.push(
    make('heading', title.trim(), level, node, placeOf(node), { start: span.start, end: b.source.length }, top(b), b)
  )
}

function addParagraph(node: Paragraph, b: Builder): void {
  const lines = linesOf(node, b.source)
  if (lines.length === 0) top(b).blocks.push(node)
  let last: Part | undefined
  for (let i = 0; i < lines.length; i++) {
    const label = readLabel(lines[i]!, b.source, b.vocabulary, false)
    if (i === 0 && !label) top(b).blocks.push(node)
    if (label) {
      last = openLabel(label, node, b)
      setValue(last, label, lines[i]!, b)
    } else if (last) extendValue(last, lines[i]!, b)
  }
}

function openLabel(label: Label, node: Paragraph, b: Builder): Part {
  const ordinal = label.alone ? readTitle(label.title, b.words).ordinal : undefined
  const level = ordinal?.word === undefined ? LABEL : outerWords.has(ordinal.word) ? BOLD_OUTER : BOLD_INNER
  closeTo(level, label.start, b)
  const part = makeLabel(label, node, level, top(b), b, level === LABEL ? 'label' : 'bold')
  part.span.end = b.source.length
  b.open.push(part)
  return part
}

function makeLabel(
  label: Label,
  node: Part['node'],
  level: number,
  parent: Part,
  b: Builder,
  form: 'label' | 'bold' = 'label'
): Part {
  const part = make(
    form,
    label.title,
    level,
    node,
    b.lines.placeOf(label),
    { start: label.start, end: label.end },
    parent,
    b
  )
  if (label.qualifier !== undefined) part.qualifier = label.qualifier
  return part
}

function setValue(part: Part, label: Label, line: { end: number }, b: Builder): void {
  const written = b.source.slice(label.valueStart, line.end).trimEnd()
  const text = written.trimStart()
  part.value = { text, start: label.valueStart + written.length - text.length, end: label.valueStart + written.length }
}

function extendValue(part: Part, line: Span, b: Builder): void {
  const before = part.value!
  const text = b.source.slice(line.start, line.end).trim()
  part.value = {
    text: before.text === '' ? text : `${before.text} ${text}`,
    start: before.text === '' ? line.start : before.start,
    end: line.end
  }
}

/** Labels at the head of list items become children of the part that holds the list. */
function addList(list: List, holder: Part, depth: number, b: Builder): void {
  if (depth > MAX_DEPTH) return
  for (const item of list.children) addItem(item, holder, depth, b)
}

function addItem(item: ListItem, holder: Part, depth: number, b: Builder): void {
  const [first, ...others] = item.children
  let owner = holder
  let blocks: RootContent[] = first === undefined ? [] : [first, ...others]
  if (first?.type === 'paragraph') {
    const own = labelsInItem(first, item, holder, depth, b)
    if (own) {
      owner = own
      blocks = others
      own.blocks.push(...others)
    }
  }
  for (const block of blocks) addNested(block, item, owner, depth, b)
}

/** The label at the head of an item (it owns the rest of the item), and those at later lines of its first paragraph. */
function labelsInItem(paragraph: Paragraph, item: ListItem, holder: Part, depth: number, b: Builder): Part | undefined {
  let head: Part | undefined
  let last: Part | undefined
  const lines = linesOf(paragraph, b.source)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const label = readLabel(line, b.source, b.vocabulary, i === 0)
    if (label) {
      last = makeLabel(label, item, LABEL + 1 + depth, head ?? holder, b)
      last.span.end = head || i > 0 ? line.end : spanOf(item).end
      setValue(last, label, line, b)
      if (i === 0) head = last
    } else if (last) {
      extendValue(last, line, b)
      last.span.end = Math.max(last.span.end, line.end)
    }
  }
  return head
}

function addNested(block: RootContent, item: ListItem, owner: Part, depth: number, b: Builder): void {
  if (block.type === 'list') addList(block, owner, depth + 1, b)
  else if (block.type === 'blockquote') addQuote(block, owner, depth + 1, b)
  else if (block.type === 'paragraph' && block !== item.children[0]) addLoose(block, owner, depth, b)
}

/** A labelled paragraph inside an item or a quote. */
function addLoose(paragraph: Paragraph, owner: Part, depth: number, b: Builder): Part | undefined {
  let last: Part | undefined
  for (const line of linesOf(paragraph, b.source)) {
    const label = readLabel(line, b.source, b.vocabulary, false)
    if (label) {
      last = makeLabel(label, paragraph, LABEL + 1.5 + depth, owner, b)
      last.span.end = line.end
      setValue(last, label, line, b)
      attachFollowing(last, paragraph, owner)
    } else if (last) {
      extendValue(last, line, b)
      last.span.end = Math.max(last.span.end, line.end)
    }
  }
  return last
}

/** Blocks of an item that follow a labelled paragraph belong to it, up to the next paragraph. */
function attachFollowing(part: Part, paragraph: Paragraph, owner: Part): void {
  const at = owner.blocks.indexOf(paragraph)
  if (at < 0) return
  for (let i = at + 1; i < owner.blocks.length && owner.blocks[i]!.type !== 'paragraph'; i++) {
    part.blocks.push(owner.blocks[i]!)
    part.span.end = spanOf(owner.blocks[i]!).end
  }
}

function addQuote(quote: Blockquote, holder: Part, depth: number, b: Builder): void {
  if (depth > MAX_DEPTH) return
  let label: Part | undefined
  for (const block of quote.children) {
    if (block.type === 'paragraph') label = addLoose(block, holder, depth, b)
    else if (label) {
      // A label owns the blocks behind it, as it does outside of quotes.
      label.blocks.push(block)
      label.span.end = spanOf(block).end
    }
    if (block.type === 'list') addList(block, label ?? holder, depth + 1, b)
    else if (block.type === 'blockquote') addQuote(block, holder, depth + 1, b)
  }
}
