import type { Code } from 'mdast'
import type { Span } from '../types.ts'
import { isMarkdownFence } from './unclosed.ts'

/** Fences as their authors mean them, one inside another; for Markdown the first closing line ends the outermost. */

export const opener = /^([ \t]*)(`{3,}|~{3,})([^\r\n]*)$/

/** An info string of an opening fence: one word, as people write it, and no closing backticks. */
export function isInfo(text: string): boolean {
  return /^[A-Za-z][\w+#.-]*(?:[ \t{:][^`]*)?$/.test(text.trim())
}

export function splitKeeping(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/g)!
}

export interface NestedSpan extends Span {
  /** It never ends. */ open: boolean
}

interface Level {
  char: string
  length: number
  start: number
  isMarkdownFence: boolean
}

/**
 * Outermost fences where fences nest: an opening line with an info string inside a fence opens a level, a bare one closes one, but in Markdown one opens a
 * level that the text leads in to.
 */
export function nestedSpans(source: string): NestedSpan[] {
  const spans: NestedSpan[] = []
  const stack: Level[] = []
  let offset = 0
  const lines = splitKeeping(source)
  for (const [i, line] of lines.entries()) {
    const match = opener.exec(bare(line))
    if (match) {
      const [, , marks, info] = match as unknown as [string, string, string, string]
      const current = stack[stack.length - 1]
      const level = {
        char: marks[0]!,
        length: marks.length,
        start: offset,
        isMarkdownFence: isMarkdownFence.test(info.trim().split(/[\s{]/, 1)[0]!)
      }
      if (!current) stack.push(level)
      else if (marks[0] === current.char && marks.length >= current.length) {
        if (isInfo(info) || (info.trim() === '' && current.isMarkdownFence && isLedInTo(lines, i))) stack.push(level)
        else if (info.trim() === '') {
          const closed = stack.pop()!
          if (stack.length === 0) spans.push({ start: closed.start, end: offset + line.length, open: false })
        }
      }
    }
    offset += line.length
  }
  if (stack.length > 0) spans.push({ start: stack[0]!.start, end: source.length, open: true })
  return spans
}

/** The line that closes a fence of Markdown where its text leads in to another one, which it was meant to open. */
export function bareOpenerBehind({ lang }: Code, { start, end }: Span, source: string): Span | undefined {
  if (!isMarkdownFence.test(lang ?? '')) return undefined
  // Of a tree without positions a fence has no text. Most fences have nothing right behind them: what they hold need not be cut up.
  const behind = splitKeeping(source.slice(end, end + 4000)).slice(1)
  if (start === end || (behind[0] ?? '').trim() === '') return undefined
  // The fence with its last line, and as much of what follows as tells.
  const lines = splitKeeping(source.slice(start, end)).filter(line => line !== '')
  const last = bare(lines.at(-1)!)
  if (opener.exec(last)?.[3]!.trim() !== '' || !isLedInTo([...lines, ...behind], lines.length - 1)) return undefined
  const from = end - last.trimStart().length
  return { start: from, end: from + last.trim().length }
}

/** Ends the text before a bare fence in a colon, and does text begin right behind it that another bare fence ends as closely? */
function isLedInTo(lines: readonly string[], at: number): boolean {
  let before = at - 1
  while (before > 0 && lines[before]!.trim() === '') before--
  if (!/:[*_`]{0,3}$/.test((lines[before] ?? '').trimEnd()) || (lines[at + 1] ?? '').trim() === '') return false
  for (let i = at + 1; i < lines.length; i++) {
    const fence = opener.exec(bare(lines[i]!))
    if (fence) return i > at + 1 && fence[3]!.trim() === '' && lines[i - 1]!.trim() !== ''
  }
  return false
}

function bare(line: string): string {
  return line.replace(/[\r\n]/g, '')
}
