/** YAML front matter, measured before a YAML parser sees it: deep brackets overflow it, and not so that one could catch it. */
import { afterLine, lineEndFrom } from './lines.ts'

/** How large and how deep the front matter is; `end` is the offset after its closing fence. */
interface FrontMatter {
  end: number
  lines: number
  units: number
  nesting: number
  deepest: { line: number; column: number }
}

const pieces = /[[\]{}\n]|^[ \t]*(?:[-?:][ \t]+)+/gm
const marks = /[-?:]/g

/** Finds the front matter at the start of a text; undefined where there is none, or none that ends. */
export function measureFrontMatter(text: string): FrontMatter | undefined {
  const first = lineEndFrom(text, 0)
  if (text.slice(0, first).trimEnd() !== '---') return undefined
  let lines = 1
  for (let at = afterLine(text, first); at < text.length;) {
    const end = lineEndFrom(text, at)
    lines++
    if (text.startsWith('---', at) && text.slice(at, end).trimEnd() === '---') {
      return { end: afterLine(text, end), lines, units: end, ...nestingOf(text.slice(0, end)) }
    }
    at = afterLine(text, end)
  }
  return undefined
}

/** The deepest sum of open brackets and of leading `- `, `? `, `: ` marks in one line; brackets in quoted text count too. */
function nestingOf(yaml: string): { nesting: number; deepest: { line: number; column: number } } {
  let nesting = 0
  let open = 0
  let line = 1
  let lineStart = 0
  let deepest = { line: 1, column: 1 }
  for (const match of yaml.matchAll(pieces)) {
    const piece = match[0]
    if (piece === '\n') {
      line++
      lineStart = match.index + 1
    } else if (piece === '[' || piece === '{') open++
    else if (piece === ']' || piece === '}') open = Math.max(0, open - 1)
    const depth = open + (piece.length > 1 ? piece.match(marks)!.length : 0)
    if (depth > nesting) {
      nesting = depth
      deepest = { line, column: match.index - lineStart + 1 }
    }
  }
  return { nesting, deepest }
}
