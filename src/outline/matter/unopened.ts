/** Front matter whose opening dashes are missing, or do not stand on the first line: Markdown takes it for prose and the last of its keys for a heading. */
import type { Span } from '../types.ts'
import { dashes, firstKey, isBlankOrComment, item, key, linesFrom, nearlyDashes, textAt } from './shape.ts'

/** So many keys at the margin are no sentence with a colon. */
const fewest = 2

/**
 * Where front matter stands that begins the document without its opening dashes, or behind blank lines, up to the dashes that end it.
 *
 * @param source The document without a byte order mark.
 * @returns undefined where there is none, or nothing is wrong with its beginning
 */
export function unopenedMatter(source: string): Span | undefined {
  if (dashes.test(firstLine(source))) return undefined
  const lines = linesFrom(source)
  const first = lines.findIndex(line => textAt(line, source).trim() !== '')
  if (first < 0) return undefined
  const hasDashes = nearlyDashes.test(textAt(lines[first], source))
  const from = hasDashes ? first + 1 : first
  if (!firstKey.test(textAt(lines[from], source))) return undefined
  let keys = 0
  for (const line of lines.slice(from)) {
    const text = textAt(line, source)
    if (dashes.test(text)) return keys < fewest ? undefined : { start: lines[first]!.start, end: line.end }
    if (isBlankOrComment(text)) continue
    if (firstKey.test(text)) keys++
    else if (!/^[ \t]/.test(text) && !key.test(text) && !item.test(text)) return undefined
  }
  return undefined
}

const firstLine = (source: string): string => /^[^\r\n]{0,20}/.exec(source)![0]
