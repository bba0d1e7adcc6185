/** What a text is broken into lines by; CRLF stays CRLF. */
export function eolOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** @returns the text with lines behind its last one */
export function withLines(text: string, lines: string): string {
  const eol = eolOf(text)
  const own = lines.replaceAll('\n', eol)
  return text === '' || text.endsWith('\n') ? text + own : text + eol + own
}
