/** How many things a list, a table or a title holds, in every way in which people count them. */
import type { List, Node, Paragraph, Table } from 'mdast'
import { blockBehind, blocksAround, textOf } from '../../outline/nodes.ts'
import type { Outline, Part } from '../../outline/types.ts'
import { normalise } from '../../outline/text.ts'
import { singularOf } from '../../util/plural.ts'

/** What is counted, and where. */
export interface Held {
  node: Node
  what: 'item' | 'row' | 'heading'
  found: number
  /** Other counts that are as good: of what is nested, of several lists in a row. */
  others: readonly number[]
  /** Some of them stand for several, so that there may be more than are seen. */
  isBundled: boolean
}

/** "A and B", "3–5", "a, b": one entry for several. */
const several = /,|&|\/|\+|…|\band\b|\bor\b|\betc\b|\d[–-]\d|\.\.\./u

/** What stands right below a paragraph, where that can be counted. */
export function heldBelow(paragraph: Paragraph, outline: Outline): Held | undefined {
  const next = blockBehind(paragraph, outline)
  if (!next) return undefined
  if (isTable(next)) return heldByTable(next)
  if (!isList(next)) return undefined
  const blocks = blocksAround(next, outline)
  return heldByList(next, blocks.slice(blocks.indexOf(next) + 1))
}

/** What a heading holds of its own, where that is one list or table, or else the numbered headings below it. */
export function heldByTitle(part: Part, noun: string): Held | undefined {
  const own = part.blocks.filter(block => isList(block) || isTable(block))
  if (own.length > 1) return undefined
  const [block] = own
  if (block) return isTable(block) ? heldByTable(block) : heldByList(block as List, [])
  const word = singularOf(noun)
  const children = part.children.filter(({ form, ordinal, struck }) => form === 'heading' && ordinal && !struck)
  const named = children.filter(({ ordinal }) => ordinal!.word === word)
  const counted = named.length > 0 ? named : children
  const [first] = counted
  if (!first || counted.some(({ ordinal }) => ordinal!.until !== undefined)) return undefined
  return { node: first.node, what: 'heading', found: counted.length, others: [], isBundled: false }
}

function heldByList(list: List, behind: readonly Node[]): Held {
  const items = list.children.filter(item => textOf(item).trim() !== '')
  const end = behind.findIndex(({ type }) => type === 'heading' || type === 'thematicBreak')
  const further = behind.slice(0, end < 0 ? undefined : end).filter(isList)
  const nested = items.flatMap(({ children }) => children.filter(isList).flatMap(inner => inner.children))
  const heads = items.map(({ children: [head] }) => (head ? textOf(head) : ''))
  return {
    node: list,
    what: 'item',
    found: items.length,
    others: [
      items.length + further.flatMap(({ children }) => children).length,
      nested.length,
      heads.filter(head => !isAside(head)).length,
      // A list that another one runs into, since nothing but a blank line stands between them.
      items.filter(({ checked }) => typeof checked !== 'boolean').length
    ],
    isBundled: items.length === 1 || heads.some(head => several.test(nameIn(head)))
  }
}

/** "Note: …", "(Optional) …": besides what is counted. */
function isAside(head: string): boolean {
  return /^\W{0,3}(?:note|optional(?:ly)?|nb|remark|bonus)\b/i.test(head)
}

/** What an entry is called, before what is said of it. */
function nameIn(head: string): string {
  return head.split(/\s[–—-]\s|[:.](?:\s|$)/u, 1)[0]!
}

function heldByTable(table: Table): Held {
  const rows = table.children.slice(1).filter(row => !isTotal(textOf(row.children[0] ?? row)))
  const names = rows.map(({ children: [cell] }) => (cell ? normalise(textOf(cell)) : ''))
  return {
    node: table,
    what: 'row',
    found: rows.length,
    others: [new Set(names.filter(name => name !== '')).size],
    isBundled: rows.some(({ children }) => several.test(children.slice(0, 2).map(textOf).join(' ')))
  }
}

/** Does a row sum up the others? */
export function isTotal(text: string): boolean {
  return /^\W{0,4}(?:grand |over)?(?:total|sum|totals)\b/i.test(text)
}

function isList(node: Node): node is List {
  return node.type === 'list'
}

function isTable(node: Node): node is Table {
  return node.type === 'table'
}
