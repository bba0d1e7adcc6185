/** What a text of code says to a reader where nothing of it runs: its lines without the signs of comments. */
export function commentIn(code: string): string {
  return code
    .split('\n')
    .map(line => line.replace(/^\s*(?:#+|\/\/)/, '').trim())
    .join('\n')
    .trim()
}
