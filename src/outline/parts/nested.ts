/** Labels in lists and quotes: at the head of items, in their paragraphs, below one another. */
import type { Blockquote, List, ListItem, Paragraph, RootContent } from 'mdast'
import { linesOf } from '../labels/paragraph-lines.ts'
import { readBare, readLabel } from '../labels/label.ts'
import { isQuotation } from '../quotations.ts'
import { spanOf } from '../nodes.ts'
import type { Part } from '../types.ts'
import type { Builder } from './builder.ts'
import { extendValue, LABEL, makeLabel, setValue } from './builder.ts'

/** Labels in lists that are nested deeper than this are not looked for: keeps the walk bounded whatever the tree. */
const MAX_DEPTH = 12

/** Labels at the head of list items become children of the part that holds the list. */
export function addList(list: List, holder: Part, depth: number, b: Builder): void {
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
  const lines = linesOf(paragraph, b.source, b.vocabulary)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const label =
      readLabel(line, b.source, b.vocabulary, i === 0) ??
      (lines.length === 1 && item.children[1]?.type === 'list' ? readBare(line, b.source, b.vocabulary) : undefined)
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
  for (const line of linesOf(paragraph, b.source, b.vocabulary)) {
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

export function addQuote(quote: Blockquote, holder: Part, depth: number, b: Builder): void {
  if (depth > MAX_DEPTH || isQuotation(quote)) return
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
