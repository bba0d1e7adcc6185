import type { Statement, SyntaxNode } from 'unbash'
import { forEachChild } from 'unbash'
import type { Comment } from '../types.ts'

/** UTF-16 units of the script, `end` exclusive. */
interface CharRange {
  start: number
  end: number
}

const words = new Set(['Word', 'Assignment', 'HereDocBody', 'ArithmeticCommand', 'HereDocDelimiter'])

/** Comments of a parsed script: what the grammar skipped between words. */
export function commentsOf(statements: readonly Statement[], masked: string): Comment[] {
  if (!masked.includes('#')) return []
  const covered = wordSpans(statements)
  const found: Comment[] = []
  let word = 0
  for (let at = masked.indexOf('#'); at >= 0; at = masked.indexOf('#', at + 1)) {
    while (word < covered.length && covered[word]!.end <= at) word++
    if (word < covered.length && covered[word]!.start <= at) continue
    if (at > 0 && !/[\s;&|()]/.test(masked[at - 1]!)) continue
    const stop = masked.indexOf('\n', at)
    const end = stop < 0 ? masked.length : stop
    if (!masked.startsWith('#!', at) || at > 0) found.push(readComment(masked.slice(at, end), at))
    at = end - 1
  }
  return joinExpected(found)
}

function wordSpans(statements: readonly Statement[]): CharRange[] {
  const spans: CharRange[] = []
  const open: SyntaxNode[] = [...statements]
  while (open.length > 0) {
    const node = open.pop()!
    if (words.has(node.type)) spans.push({ start: node.pos, end: node.end })
    else
      forEachChild(node, child => {
        open.push(child)
      })
  }
  return spans.sort((a, b) => a.start - b.start)
}

const lead =
  /^(?:(?:expect(?:ed|s)?(?: (?:output|result|exit code|exit))?|output|result)\s?(?::|→|->|=>)|expect(?:ed)?\s|(?:=>|->|→|⇒)|(?=(?:should|must)\s))/i

function readComment(text: string, start: number): Comment {
  const comment: Comment = { text: text.trimEnd(), start, end: start + text.trimEnd().length }
  const body = text.replace(/^#{1,6}/, '').trim()
  const match = lead.exec(body)
  if (match) comment.expected = body.slice(match[0].length).trim()
  return comment
}

/** `# Expected:` alone on its line speaks of the comment below. */
function joinExpected(comments: Comment[]): Comment[] {
  for (const [index, comment] of comments.entries()) {
    const next = comments[index + 1]
    if (comment.expected === '' && next && next.start - comment.end < 80 && next.expected === undefined)
      comment.expected = next.text.replace(/^#{1,6}/, '').trim()
  }
  return comments
}
