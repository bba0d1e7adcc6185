/** Front matter whose closing dashes are missing: Markdown takes it for a rule and prose, or all up to the next rule for front matter. */
import { lineEnd } from '../lines.ts'
import type { Span } from '../types.ts'

const dashes = /^---[ \t]*$/
const firstKey = /^[a-z][\w-]*:(?:[ \t]|$)/
const key = /^["']?[\p{L}_][^:`*|<>]{0,80}:(?:[ \t]|$)/u
/** An item of a list, and what ends a list or an object in brackets. */
const item = /^(?:-(?:[ \t]|$)|[\]}])/
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
  const lines = linesFrom(source)
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

/**
 * What stands behind the first line of dashes, up to the second one where there is one.
 *
 * @param span Front matter with its dashes.
 */
export function matterBody(source: string, { start, end }: Span): { body: Span; isClosed: boolean } {
  const first = source.indexOf('\n', start)
  const from = first < 0 ? end : first + 1
  const last = Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1))
  const isClosed = /^---[ \t]*$/.test(source.slice(last + 1, end))
  return { body: { start: from, end: Math.max(from, isClosed ? last : end) }, isClosed }
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

function isBlankOrComment(text: string): boolean {
  return text.trim() === '' || text.startsWith('#')
}

/** Lines up to which front matter and its end are looked for. */
const mostLines = 5000

function linesFrom(source: string): Span[] {
  const lines: Span[] = []
  for (let at = 0; at <= source.length && lines.length < mostLines;) {
    const end = lineEnd(source, at)
    lines.push({ start: at, end })
    at = end + (source.startsWith('\r\n', end) ? 2 : 1)
  }
  return lines
}

function textAt(line: Span | undefined, source: string): string {
  return line ? source.slice(line.start, line.end) : ''
}
