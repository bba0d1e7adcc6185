/** A place in one line that counts columns as Markdown does: a tab goes to the next multiple of four. */
export interface Cursor {
  text: string
  at: number
  /** Where the line ends, without its line ending. */
  end: number
  /** 0-based, with tabs expanded. */
  column: number
  /** Columns of a half-used tab that are still to come. */
  spare: number
}

export function cursorAt(text: string, start: number, end: number): Cursor {
  return { text, at: start, end, column: 0, spare: 0 }
}

/** The next character; undefined at the end of the line. Only after `skipIndent`. */
export function peek(cursor: Cursor, ahead = 0): string | undefined {
  const at = cursor.at + ahead
  return at < cursor.end ? cursor.text[at] : undefined
}

/** How many columns of white space come next. */
export function indentOf(cursor: Cursor): number {
  let column = cursor.column + cursor.spare
  for (let at = cursor.at; at < cursor.end; at++) {
    const char = cursor.text[at]
    if (char === ' ') column++
    else if (char === '\t') column += 4 - (column % 4)
    else break
  }
  return column - cursor.column
}

/** Is there nothing but white space to come? */
export function isAtBlank(cursor: Cursor): boolean {
  for (let at = cursor.at; at < cursor.end; at++) {
    const char = cursor.text[at]
    if (char !== ' ' && char !== '\t') return false
  }
  return true
}

/** Go past `columns` columns of white space, or as many as there are. */
export function skipIndent(cursor: Cursor, columns = Infinity): void {
  let left = columns
  while (left > 0) {
    if (cursor.spare === 0) {
      const char = peek(cursor)
      if (char !== ' ' && char !== '\t') return
      cursor.spare = char === '\t' ? 4 - (cursor.column % 4) : 1
      cursor.at++
    }
    cursor.spare--
    cursor.column++
    left--
  }
}

/** Go past `count` characters that are no white space. */
export function skip(cursor: Cursor, count: number): void {
  cursor.at += count
  cursor.column += count
}
