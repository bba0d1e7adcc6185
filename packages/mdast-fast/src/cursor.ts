import type { Doc } from './state.ts'
import { SPACE, TAB, skipSpace } from './chars.ts'

/** Where a line's content stands after the containers before it. */
export interface Cursor {
  /** Offset after the prefixes. */
  at: number
  /** First offset from `at` that is no space. */
  dark: number
  blank: boolean
  /** Whether this line has a marker of a quote or list item. */
  marked: boolean
  /** Whether it has one of a list item. */
  item: boolean
}

/** Looks at what follows `at`. A tab in the indentation is left to the caller. */
export function look(doc: Doc, cursor: Cursor, at: number): void {
  const { text, end } = doc
  let i = at
  while (i < end && text.charCodeAt(i) === SPACE) i++
  cursor.at = at
  cursor.dark = i
  cursor.blank = i === end || (text.charCodeAt(i) === TAB && skipSpace(text, i, end) === end)
}

/** Whether the indentation of a line with content has a tab: its width depends on the containers. */
export function hasTab(doc: Doc, cursor: Cursor): boolean {
  return !cursor.blank && doc.text.charCodeAt(cursor.dark) === TAB
}
