/** Line endings as Markdown has them: LF, CRLF or a lone CR. */

/** The offset of the line ending at or after `from`. */
export function lineEndFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return text.length
}

/** The offset after the line ending (LF, CRLF or a lone CR) at `end`. */
export function afterLine(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}
