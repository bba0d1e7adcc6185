/** What a line begins, once its containers are taken off: fences, HTML, headings, rules. */
import { indentOf, peek, skipIndent, type Cursor } from './cursor.ts'

/** An open fenced code block. */
export interface Fence {
  char: string
  length: number
}

/** Does the line hold three or more of one of `-*_`, and white space, and nothing else? */
export function isThematicBreak(cursor: Cursor): boolean {
  const char = peek(cursor)
  if (char !== '-' && char !== '*' && char !== '_') return false
  let count = 0
  for (let at = cursor.at; at < cursor.end; at++) {
    const next = cursor.text[at]
    if (next === char) count++
    else if (next !== ' ' && next !== '\t') return false
  }
  return count > 2
}

/** Does the line underline the paragraph before it? */
export function isSetextUnderline(cursor: Cursor): boolean {
  const char = peek(cursor)
  if (char !== '=' && char !== '-') return false
  const rest = cursor.text.slice(cursor.at, cursor.end).trimEnd()
  return runLength(cursor, char) === rest.length
}

/** Is the line a heading of its own (`# …`)? */
export function isAtxHeading(cursor: Cursor): boolean {
  const length = runLength(cursor, '#')
  const after = peek(cursor, length)
  return length > 0 && length < 7 && (after === undefined || after === ' ' || after === '\t')
}

/** The fence that the line opens. */
export function openFence(cursor: Cursor): Fence | undefined {
  const char = peek(cursor)
  if (char !== '`' && char !== '~') return undefined
  const length = runLength(cursor, char)
  if (length < 3) return undefined
  if (char === '`' && lineHas(cursor, '`', length)) return undefined
  return { char, length }
}

/** Does the line close the fence? The cursor stands before the line's own indent. */
export function closesFence(fence: Fence, cursor: Cursor): boolean {
  if (indentOf(cursor) > 3) return false
  const ahead = { ...cursor }
  skipIndent(ahead)
  const length = runLength(ahead, fence.char)
  return length >= fence.length && ahead.text.slice(ahead.at + length, ahead.end).trimEnd() === ''
}

/** How many of `char` come next. */
export function runLength(cursor: Cursor, char: string): number {
  let length = 0
  while (peek(cursor, length) === char) length++
  return length
}

/** Is `piece` in the line, `from` characters or more after the cursor? */
export function lineHas(cursor: Cursor, piece: string, from = 0): boolean {
  return cursor.text.slice(cursor.at + from, cursor.end).includes(piece)
}
