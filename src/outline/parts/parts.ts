import type { Blockquote, Heading, List, Paragraph, Root, RootContent } from 'mdast'
import type { Label } from '../labels/label.ts'
import { linesOf } from '../labels/paragraph-lines.ts'
import { readBare, readLabel } from '../labels/label.ts'
import { placeOf, spanOf, startOf, titleOf } from '../nodes.ts'
import type { Element } from '../tags/types.ts'
import type { Part } from '../types.ts'
import type { Builder, PartsReading } from './builder.ts'
import { closeTo, extendValue, LABEL, make, makeLabel, setValue, top } from './builder.ts'
import { gluedTitle } from './glued.ts'
import { addList, addQuote } from './nested.ts'
import { TagEvents } from './tags.ts'
import { htmlHeading, levelOf } from './titles.ts'

/**
 * Builds the tree of a document's parts: headings nest by level, bold paragraphs with a number ("**Commit 1: …**") rank below them, labels below those;
 * a label holds the blocks up to the next label or heading.
 *
 * @returns All parts in document order; the first is the document.
 */
export function buildParts(root: Root, reading: PartsReading, elements: readonly Element[]): Part[] {
  const { source } = reading
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
    ...reading,
    parts: [document],
    open: [document],
    dangling: undefined,
    hasHeading: false
  }
  const tags = new TagEvents(elements, builder)
  for (const [i, node] of root.children.entries()) {
    tags.upTo(startOf(node))
    addBlock(node, builder, root.children[i + 1])
  }
  tags.upTo(source.length)
  closeTo(0.5, source.length, builder)
  return builder.parts
}

function addBlock(node: RootContent, b: Builder, next?: RootContent): void {
  const start = startOf(node)
  attachBehind(node, start, b)
  if (node.type === 'heading' && !b.phantoms.some(p => start >= p.start && start < p.end)) return openHeading(node, b)
  const tagged = node.type === 'html' ? htmlHeading.exec(node.value) : null
  if (tagged && node.type === 'html') {
    open(node, tagged[2]!.trim(), Number(tagged[1]), placeOf(node), b)
    return
  }
  if (node.type === 'thematicBreak') closeTo(LABEL, start, b)
  if (node.type === 'paragraph') return addParagraph(node, b, next)
  const holder = top(b)
  holder.blocks.push(node)
  if (node.type === 'list') addList(node, holder, 0, b)
  else if (node.type === 'blockquote') addQuote(node, holder, 0, b)
  if (node.type === 'list' || node.type === 'blockquote') findDangling(node, b)
}

/**
 * "- Run:" followed by a fence that is not indented, "> **Run**:" by one without the quote's sign: Markdown ends list and quote there, the author did not.
 */
function findDangling(block: List | Blockquote, b: Builder): void {
  const last = b.parts[b.parts.length - 1]
  const { end: since } = spanOf(block)
  const part = last && last.level > LABEL && last.span.end === since ? last : undefined
  const item = block.type === 'list' ? block.children.at(-1) : undefined
  const until = item && b.reaches.get(item)
  if (until !== undefined || (part?.value?.text === '' && part.blocks.length === 0)) b.dangling = { part, since, until }
}

/** Gives a block to what goes on before it. */
function attachBehind(block: RootContent, start: number, b: Builder): void {
  if (!b.dangling) return
  const { part, since, until } = b.dangling
  const isIts = until === undefined ? block.type === 'code' : start < until
  if (!isIts || until === undefined) b.dangling = undefined
  // Labels between the items of a list end with the item that they stand in.
  if (!isIts && until !== undefined)
    while (top(b).level === LABEL && top(b).span.start >= since) b.open.pop()!.span.end = until
  if (!isIts || !part) return
  part.blocks.push(block)
  for (let p: Part | undefined = part; p && p.level > LABEL; p = p.parent) p.span.end = spanOf(block).end
}

function openHeading(node: Heading, b: Builder): void {
  open(node, titleOf(node), node.depth, placeOf(node), b)
}

/** Opens the part of a title; what is as deep or deeper ends before it. */
function open(node: Part['node'], title: string, depth: number, place: Part['place'], b: Builder): Part {
  const { start } = spanOf(node)
  const level = b.levels.get(start) ?? depth
  closeTo(level, start, b)
  const span = { start, end: b.source.length }
  const part = make({ form: 'heading', title, level, node, place, span }, top(b), b)
  b.open.push(part)
  b.hasHeading = true
  return part
}

function addParagraph(node: Paragraph, b: Builder, next?: RootContent): void {
  const glued = gluedTitle(node, b.source, !b.hasHeading)
  const lines = linesOf(node, b.source, b.vocabulary).filter(line => !glued || line.start >= glued.line.end)
  if (glued) open(node, glued.title, glued.level, b.lines.placeOf(glued.line), b).glued = true
  else if (lines.length === 0) top(b).blocks.push(node)
  const isAboveList =
    lines.length === 1 && next?.type === 'list' && placeOf(next).start.line === placeOf(node).end.line + 1
  let last: Part | undefined
  for (let i = 0; i < lines.length; i++) {
    const label =
      readLabel(lines[i]!, b.source, b.vocabulary, false) ??
      (isAboveList ? readBare(lines[i]!, b.source, b.vocabulary) : undefined)
    if (i === 0 && !label) top(b).blocks.push(node)
    if (label) {
      last = openLabel(label, node, b)
      setValue(last, label, lines[i]!, b)
    } else if (last) extendValue(last, lines[i]!, b)
  }
}

function openLabel(label: Label, node: Paragraph, b: Builder): Part {
  const level = levelOf(label, b.words)
  closeTo(level, label.start, b)
  const part = makeLabel(label, node, level, top(b), b)
  part.span.end = b.source.length
  b.open.push(part)
  return part
}
