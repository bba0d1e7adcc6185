/** What edits need to know of a text: its line breaks, and where something may be inserted. */

/** The line break that the text uses first; a line feed where it has none. */
function lineBreakOf(source: string): string {
  for (let i = 0; i < source.length; i++) {
    if (source[i] === '\n') return '\n'
    if (source[i] === '\r') return source[i + 1] === '\n' ? '\r\n' : '\r'
  }
  return '\n'
}

/** Written with the line breaks of the text that it goes into. */
export function withBreaks(text: string, source: string): string {
  const lineBreak = lineBreakOf(source)
  return lineBreak === '\n' ? text : text.replaceAll('\n', lineBreak)
}

/** The end of the last line before `end` that says something, line break and blank lines left out; `start` where none does. */
export function endOfText(source: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(source[at - 1]!)) at--
  while (at > start && at < end && !isBreak(source[at]!)) at++
  return at
}

function isBreak(unit: string): boolean {
  return unit === '\n' || unit === '\r'
}

function isBlank(unit: string): boolean {
  return isBreak(unit) || unit === ' ' || unit === '\t'
}
