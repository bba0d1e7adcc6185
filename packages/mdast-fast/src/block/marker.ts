import type { Doc } from '../state.ts'
import { refuse } from '../state.ts'
import { SPACE, isDigit, skipSpace } from '../chars.ts'
import type { Cursor } from '../cursor.ts'
import { isThematicBreak } from './verbatim.ts'

const ASTERISK = 42
const DASH = 45
const PLUS = 43

/** What a list marker says about its item. */
export interface Marker {
  code: number
  ordered: boolean
  /** Number of an ordered item, else null. */
  value: number | null
  /** Where the item's content starts on this line. */
  content: number
  size: number
  blank: boolean
}

/** Reads a list marker (CommonMark 5.2); `interrupts` restricts it to what may interrupt a paragraph. */
export function readMarker(doc: Doc, cursor: Cursor, interrupts: boolean): Marker | undefined {
  const { text, end } = doc
  const { at, dark } = cursor
  if (dark - at > 3) return undefined
  let i = dark
  let code = text.charCodeAt(i)
  const ordered = isDigit(code)
  if (ordered) {
    while (i < end && isDigit(text.charCodeAt(i))) i++
    if (i - dark > 9 || (interrupts && (i - dark > 1 || code !== 49))) return undefined
    code = i < end ? text.charCodeAt(i) : 0
    if (code !== 41 && code !== 46) return undefined
  } else if (code !== ASTERISK && code !== DASH && code !== PLUS) {
    return undefined
  }
  if (!ordered && code !== PLUS && isThematicBreak(text, i, end)) return undefined
  const value = ordered ? Number.parseInt(text.slice(dark, i), 10) : null
  return afterMarker(doc, { code, ordered, value, content: i + 1, size: i + 1 - at, blank: false }, interrupts)
}

/** Measures the whitespace after a marker: up to four spaces belong to it. */
function afterMarker(doc: Doc, marker: Marker, interrupts: boolean): Marker | undefined {
  const { text, end } = doc
  const after = marker.content
  const dark = skipSpace(text, after, end)
  if (dark === end) {
    if (interrupts) return undefined
    marker.blank = true
    marker.size++
    return marker
  }
  if (dark === after) return undefined
  let i = after
  while (text.charCodeAt(i) === SPACE) i++
  if (i < dark) refuse()
  const spaces = dark - after > 4 ? 1 : dark - after
  marker.content += spaces
  marker.size += spaces
  return marker
}
