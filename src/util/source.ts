/**
 * The text that offsets count in: without its byte order mark. A second one, as careless tools put it, is dropped too: parsers do so. A carriage return that
 * ends a line by itself, as Markdown allows it, is a line feed to all who read lines.
 */
export function sourceOf(text: string): string {
  const source = text.replace(/^\uFEFF+/, '')
  return source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source
}
