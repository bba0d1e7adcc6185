/**
 * The first line of a script that is neither blank nor a comment, trimmed.
 *
 * @param most - how many lines are looked at
 */
export function firstTyped(text: string, most: number): string | undefined {
  let start = 0
  for (let line = 0; line < most && start <= text.length; line++) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const typed = text.slice(start, end).trim()
    if (typed !== '' && !typed.startsWith('#')) return typed
    start = end + 1
  }
  return undefined
}
