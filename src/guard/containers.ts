/** Block quotes and list items, opened and closed line by line as CommonMark says. */
import { indentOf, isAtBlank, peek, skip, skipIndent, type Cursor } from './cursor.ts'
import { isThematicBreak } from './leaf.ts'

/** An open container; `width` is what a line must be indented by to stay in a list item. */
export interface Container {
  kind: 'quote' | 'item'
  marker: string
  width: number
  /** A list item that began with a blank line: a second one ends it. */
  hollow: 'no' | 'once' | 'twice'
}

/** Consume what keeps the open containers open; returns how many stay. */
export function continueContainers(stack: readonly Container[], cursor: Cursor): number {
  for (const [depth, container] of stack.entries()) {
    if (!(container.kind === 'quote' ? continueQuote(cursor) : continueItem(container, cursor))) return depth
  }
  return stack.length
}

function continueQuote(cursor: Cursor): boolean {
  if (indentOf(cursor) > 3) return false
  const ahead = { ...cursor }
  skipIndent(ahead)
  if (peek(ahead) !== '>') return false
  Object.assign(cursor, ahead)
  skip(cursor, 1)
  skipIndent(cursor, 1)
  return true
}

function continueItem(item: Container, cursor: Cursor): boolean {
  if (isAtBlank(cursor)) {
    if (item.hollow === 'once') item.hollow = 'twice'
    skipIndent(cursor, item.width)
    return true
  }
  const ended = item.hollow === 'twice'
  item.hollow = 'no'
  if (ended || indentOf(cursor) < item.width) return false
  skipIndent(cursor, item.width)
  return true
}

/**
 * Consume one block quote or list item marker.
 *
 * @param interrupts does it stand right after a paragraph or indented code? Then a list must begin with text, and with 1
 * @returns the container that it opens, if it does
 */
export function openContainer(cursor: Cursor, interrupts: boolean): Container | undefined {
  const indent = indentOf(cursor)
  if (indent > 3) return undefined
  const ahead = { ...cursor }
  skipIndent(ahead)
  if (peek(ahead) === '>') {
    continueQuote(cursor)
    return { kind: 'quote', marker: '>', width: 0, hollow: 'no' }
  }
  const length = markerLength(ahead, interrupts)
  if (length === 0) return undefined
  const marker = ahead.text[ahead.at + length - 1]!
  skip(ahead, length)
  const blank = isAtBlank(ahead)
  if (blank && interrupts) return undefined
  const padding = indentOf(ahead)
  const used = blank || padding > 4 ? 1 : padding
  skipIndent(ahead, used)
  Object.assign(cursor, ahead)
  return { kind: 'item', marker, width: indent + length + used, hollow: blank ? 'once' : 'no' }
}

/** The length of a list marker, 0 where there is none. */
function markerLength(cursor: Cursor, interrupts: boolean): number {
  const first = peek(cursor)
  let length = 0
  if (first === '-' || first === '+' || first === '*') {
    if (first !== '+' && isThematicBreak(cursor)) return 0
    length = 1
  } else {
    while (length < 10 && isDigit(peek(cursor, length))) length++
    const delimiter = peek(cursor, length)
    if (length === 0 || length > 9 || (delimiter !== '.' && delimiter !== ')')) return 0
    if (interrupts && !(length === 1 && first === '1')) return 0
    length++
  }
  const after = peek(cursor, length)
  return after === undefined || after === ' ' || after === '\t' ? length : 0
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9'
}
