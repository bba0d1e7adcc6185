/** Front matter whose closing dashes are missing: Markdown takes it for a rule and prose, or all up to the next rule for front matter. */
import type { Span } from '../types.ts'
import { dashes, firstKey, isBlankOrComment, item, key, linesFrom, textAt } from './shape.ts'

/** A title or a tag: what documents begin with. */
const opening = /^(?:#{1,6}[ \t]+\S|<[a-z])/i
/** What begins no line of front matter at the margin. */
const noYaml = /^(?![-#\s\]}"'[{]|\.\.\.$)(?!["']?[\p{L}_][^:`*|<>]{0,80}:(?:[ \t]|$))/u

/**
 * Where front matter stands that no line of dashes closes, up to the end of its last line.
 *
 * @param source The document without a byte order mark.
 * @returns undefined where there is none, or it is closed
 */
export function unclosedMatter(source: string): Span | undefined {
  if (!source.startsWith('---')) return undefined
  const lines = linesFrom(source, dashes)
  if (!dashes.test(textAt(lines[0], source)) || !firstKey.test(textAt(lines[1], source))) return undefined
  let last = 1
  for (let at = 2; at < lines.length; at++) {
    const text = textAt(lines[at], source)
    if (dashes.test(text)) return undefined
    if (isBlankOrComment(text)) {
      // Blank lines and comments are front matter's where a key follows.
      let next = at + 1
      while (next < lines.length && isBlankOrComment(textAt(lines[next], source))) next++
      if (next === lines.length || !goesOn(lines.slice(at, next + 1), source)) break
      at = next - 1
      continue
    }
    if (!/^[ \t]/.test(text) && !key.test(text) && !item.test(text)) break
    last = at
  }
  return isClosedBelow(lines.slice(last + 1), source) ? undefined : { start: 0, end: lines[last]!.end }
}

/** Does front matter go on in the last of some lines, with blank ones and comments above it? */
function goesOn(lines: readonly Span[], source: string): boolean {
  const texts = lines.map(line => textAt(line, source))
  const last = texts.pop()!
  return firstKey.test(last) || dashes.test(last) || (/^[ \t]/.test(last) && texts.every(text => text.trim() !== ''))
}

/** Do dashes follow that close it, with nothing above them that is surely no front matter? */
function isClosedBelow(lines: readonly Span[], source: string): boolean {
  let isOpened = false
  for (const line of lines) {
    const text = textAt(line, source)
    if (dashes.test(text)) return true
    isOpened ||= opening.test(text)
    if (isOpened && noYaml.test(text)) return false
  }
  return false
}
