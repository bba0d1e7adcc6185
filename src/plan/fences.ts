import type { Code, Root } from 'mdast'
import type { Lines } from './nodes.ts'
import { spanOf } from './nodes.ts'
import { readOrdinal } from './ordinal.ts'
import { normalise } from './text.ts'
import type { BrokenFence, NodeIndex, Span } from './types.ts'

const opener = /^([ \t]*)(`{3,}|~{3,})([^\r\n]*)$/
const atx = /^ {0,3}#{1,6}[ \t]+([^\r\n]*)$/

/** What two readings of the fences of one document differ in. */
export interface FenceReading {
  broken: BrokenFence[]
  /** Text to Markdown, code to the author: headings in here are none. */
  phantoms: Span[]
}

/**
 * Finds fences that were opened, with an info string, inside an open fence of the same length: by CommonMark the next closing fence ends the outer one, and
 * from there on code is read as text and text as code. Compares that reading with one in which fences nest.
 *
 * CommonMark 0.31 §4.5: a closing fence has no info string and is at least as long as the opening one.
 */
export function readFences(root: Root, nodes: NodeIndex, source: string, lines: Lines): FenceReading {
  const suspects = nodes.fences.filter(fence => nodes.parents.get(fence) === root && innerOpener(fence, source) !== undefined)
  if (suspects.length === 0) return { broken: [], phantoms: [] }
  const nested = nestedSpans(source)
  const broken: BrokenFence[] = []
  const phantoms: Span[] = []
  let covered = 0
  for (const fence of suspects) {
    const span = spanOf(fence)
    if (span.start < covered) continue
    const meant = nested.find(n => n.start <= span.start && span.start < n.end)
    if (!meant) continue
    const at = innerOpener(fence, source)!
    const make = (region: Span, hidden: Set<string>): BrokenFence => ({ place: lines.placeOf(at), text: source.slice(at.start, at.end).trim(), region, hidden })
    if (meant.open) {
      // Nested reading finds no end either: CommonMark's is as good as any.
      covered = span.end
      broken.push(make(span, new Set()))
      continue
    }
    const region = disagreement(span, meant, nested, nodes.fences)
    covered = region.end
    phantoms.push(...nested.filter(n => n.end > region.start && n.start < region.end))
    broken.push(make(region, hiddenTitles(region, nested, nodes.fences, source)))
  }
  return { broken, phantoms }
}

/** The first line of a fence's content that opens another fence of at least the same length. */
function innerOpener(fence: Code, source: string): Span | undefined {
  const span = spanOf(fence)
  const text = source.slice(span.start, span.end)
  const own = opener.exec(text.split(/\r\n|\r|\n/, 1)[0]!)
  if (!own) return undefined
  let offset = 0
  for (const [i, line] of splitKeeping(text).entries()) {
    const bare = line.replace(/[\r\n]/g, '')
    const inner = i === 0 ? null : opener.exec(bare)
    if (inner && inner[2]![0] === own[2]![0] && inner[2]!.length >= own[2]!.length && isInfo(inner[3]!)) {
      const start = span.start + offset + inner[1]!.length
      return { start, end: span.start + offset + bare.trimEnd().length }
    }
    offset += line.length
  }
  return undefined
}

/** An info string of an opening fence: one word, as people write it, and no closing backticks. */
function isInfo(text: string): boolean {
  return /^[A-Za-z][\w+#.-]*(?:[ \t{:][^`]*)?$/.test(text.trim())
}

function splitKeeping(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/g) ?? []
}

interface NestedSpan extends Span { /** It never ends. */ open: boolean }

/** Outermost fences where fences nest: an opening line with an info string inside a fence opens a level, a bare one closes one. */
function nestedSpans(source: string): NestedSpan[] {
  const spans: NestedSpan[] = []
  const stack: { char: string; length: number; start: number }[] = []
  let offset = 0
  for (const line of splitKeeping(source)) {
    const match = opener.exec(line.replace(/[\r\n]/g, ''))
    if (match) {
      const [, , marks, info] = match as unknown as [string, string, string, string]
      const current = stack[stack.length - 1]
      if (!current) stack.push({ char: marks[0]!, length: marks.length, start: offset })
      else if (marks[0] === current.char) {
        if (isInfo(info) && marks.length >= current.length) stack.push({ char: marks[0]!, length: marks.length, start: offset })
        else if (info.trim() === '' && marks.length >= current.length) {
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

/** From the outer fence to the first place where no fence is open in either reading. */
function disagreement(first: Span, meant: Span, nested: NestedSpan[], fences: Code[]): Span {
  let end = Math.max(first.end, meant.end)
  for (let changed = true; changed;) {
    changed = false
    for (const span of [...nested, ...fences.map(spanOf)]) {
      if (span.start < end && span.end > end) { end = span.end; changed = true }
    }
  }
  return { start: first.start, end }
}

/** Headings in the region that stand in code for Markdown but outside it for the author. */
function hiddenTitles(region: Span, nested: NestedSpan[], fences: Code[], source: string): Set<string> {
  const hidden = new Set<string>()
  for (const fence of fences) {
    const span = spanOf(fence)
    if (span.start < region.start || span.start >= region.end) continue
    let offset = span.start
    for (const line of splitKeeping(source.slice(span.start, span.end))) {
      const heading = atx.exec(line.replace(/[\r\n]/g, ''))
      const at = offset
      if (heading && !nested.some(n => at >= n.start && at < n.end)) {
        const ordinal = readOrdinal(heading[1]!)
        hidden.add(normalise(ordinal && ordinal.word === undefined ? ordinal.rest : heading[1]!))
      }
      offset += line.length
    }
  }
  return hidden
}
