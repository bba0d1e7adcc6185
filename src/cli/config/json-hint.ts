/** What is probably wrong with a text that is no JSON, and what to do about it, in parentheses behind the parser's own words. */
export function jsonHint(text: string, offset: number): string {
  if (text.trim() === '') return ' (the file is empty: write {"plugins": ["planlint"]}, or delete it)'
  if (text.startsWith('\uFEFF')) return ' (it begins with a byte order mark: save it as UTF-8 without one)'
  if (text.includes('\0')) return ' (it is not UTF-8: save it as that)'
  const rest = text.slice(offset)
  if (/^\/[/*]/.test(rest)) return ' (JSON has no comments: take them out, or write YAML into a .remarkrc.yml)'
  return /^[\]}]/.test(rest) && text.slice(0, offset).trimEnd().endsWith(',') ? ' (take out the comma before it)' : ''
}
