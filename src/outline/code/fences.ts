import type { Code, Root } from 'mdast'
import { firstFrom } from '../cover.ts'
import { lineEnd } from '../lines.ts'
import { bareOpenerBehind, isInfo, nestedSpans, opener, splitKeeping } from './nested-spans.ts'
import type { NestedSpan } from './nested-spans.ts'
import { isMarkdownFence, label, unclosedFences } from './unclosed.ts'
import type { Lines } from '../nodes.ts'
import { spanOf, startOf } from '../nodes.ts'
import { readOrdinal } from '../numbers/read-ordinal.ts'
import { normalise } from '../text.ts'
import type { BrokenFence, NodeIndex, Span } from '../types.ts'

const atx = /^ {0,3}#{1,6}[ \t]+([^\r\n]*)$/

/** What two readings of the fences of one document differ in. */
interface FenceReading {
  broken: BrokenFence[]
  /** Text to Markdown, code to the author: headings in here are none. */
  phantoms: Span[]
}

/**
 * Finds fences that were opened, with an info string, inside an open fence of the same length: by CommonMark the next closing fence ends the outer one, and
 * from there on code is read as text and text as code. Compares that reading with one in which fences nest.
 *
 * CommonMark 0.31 §4.5: a closing fence has no info string and is at least as long as the opening one.
 *
 * @param isCut Does the text end there that a fence stands in, though nothing closes the fence?
 */
export function readFences(
  root: Root,
  nodes: NodeIndex,
  source: string,
  lines: Lines,
  isCut: (end: number) => boolean = () => false
): FenceReading {
  const open = unclosedFences(nodes, source, lines, isCut)
  const lost = open.find(({ hidesAll }) => hidesAll)?.region.start ?? source.length
  const suspects = nodes.fences.flatMap(fence => {
    const inner = startOf(fence) < lost && !nodes.parents.has(fence) ? innerOpener(fence, source) : undefined
    return inner ? [{ fence, inner }] : []
  })
  if (suspects.length === 0) return { broken: open, phantoms: [] }
  const nested = nestedSpans(source)
  const broken: BrokenFence[] = []
  const phantoms: Span[] = []
  let covered = 0
  for (const { fence, inner } of suspects) {
    const span = spanOf(fence)
    if (span.start < covered) continue
    const meant = at(nested, span.start)
    if (!meant) continue
    const make = (region: Span, hidden: Set<string>): BrokenFence => ({
      kind: 'nested',
      place: lines.placeOf(inner),
      text: source.slice(inner.start, inner.end),
      region,
      hidden
    })
    const swallowed = titlesBefore(inner, fence, source)
    if (swallowed.size > 0 || swallowsLabel(inner, fence, source)) {
      // Not the inner fence is one too many: the outer one was never closed, and the inner one's last line ends both.
      covered = span.end
      const first = lineEnd(source, span.start)
      const text = source.slice(span.start, first).trim()
      const place = lines.placeOf({ start: span.start, end: span.start + text.length })
      // What follows belongs to a title in the fence, up to the next that is seen.
      const next = nodes.headings.find(heading => startOf(heading) >= span.end)
      const end = swallowed.size === 0 ? span.end : next ? startOf(next) : source.length
      broken.push({ kind: 'unclosed', place, text, region: { start: span.start, end }, hidden: swallowed })
      continue
    }
    // Of a bare line, that it opens a fence is a guess until another one closes what it is in.
    if (meant.open && inner.end >= span.end) continue
    if (meant.open) {
      // Nested reading finds no end either: CommonMark's is as good as any.
      covered = span.end
      broken.push(make(span, new Set()))
      continue
    }
    const region = disagreement(span, meant, nested, nodes.fences)
    covered = region.end
    for (let i = firstAfter(nested, region.start); i < nested.length && nested[i]!.start < region.end; i++)
      phantoms.push(nested[i]!)
    broken.push(make(region, hiddenTitles(region, nested, nodes.fences, source)))
  }
  // Where fences are nested the wrong one ends the document open.
  const others = open.filter(
    ({ region: { start } }) => !broken.some(({ region }) => start >= region.start && start < region.end)
  )
  return { broken: [...broken, ...others], phantoms }
}

/** Stands a label of the plan between the opening of a fence of code and the next one? No language has such lines. */
function swallowsLabel(inner: Span, fence: Code, source: string): boolean {
  if (/^(?:md|mdx|markdown|te?xt|plain)?$/i.test(fence.lang ?? '')) return false
  const before = source.slice(spanOf(fence).start, inner.start)
  return label.test(before) && !opensText(before)
}

/** The first line of a fence's content that opens another fence of at least the same length, or the line that closes it and was meant to open one. */
function innerOpener(fence: Code, source: string): Span | undefined {
  const span = spanOf(fence)
  // An opening line inside a fence is part of its value.
  if (!fence.value.includes('```') && !fence.value.includes('~~~')) return bareOpenerBehind(fence, span, source)
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
  return bareOpenerBehind(fence, span, source)
}

/** Index of the first of spans in order, none overlapping, that ends behind an offset. */
function firstAfter(spans: readonly Span[], offset: number): number {
  return firstFrom(spans.length, i => spans[i]!.end > offset)
}

/** The span of a list in order that holds an offset. */
function at(spans: readonly NestedSpan[], offset: number): NestedSpan | undefined {
  const span = spans[firstAfter(spans, offset)]
  return span && span.start <= offset ? span : undefined
}

/** From the outer fence to the first place where no fence is open in either reading. */
function disagreement(first: Span, meant: Span, nested: readonly NestedSpan[], fences: readonly Code[]): Span {
  let end = Math.max(first.end, meant.end)
  for (
    let i = firstAfter(nested, first.start), j = firstFrom(fences.length, i => startOf(fences[i]!) >= first.start);
    ;
  ) {
    const next = nested[i]
    const fence = fences[j]
    if (next && next.start < end) {
      end = Math.max(end, next.end)
      i++
    } else if (fence && startOf(fence) < end) {
      end = Math.max(end, spanOf(fence).end)
      j++
    } else return { start: first.start, end }
  }
}

/** Headings in the region that stand in code for Markdown but outside it for the author. */
function hiddenTitles(region: Span, nested: NestedSpan[], fences: Code[], source: string): Set<string> {
  const hidden = new Set<string>()
  for (
    let i = firstFrom(fences.length, i => startOf(fences[i]!) >= region.start);
    i < fences.length && startOf(fences[i]!) < region.end;
    i++
  ) {
    const span = spanOf(fences[i]!)
    let offset = span.start
    for (const line of splitKeeping(source.slice(span.start, span.end))) {
      const heading = atx.exec(line.replace(/[\r\n]/g, ''))
      if (heading && !at(nested, offset)) hidden.add(keyOf(heading[1]!))
      offset += line.length
    }
  }
  return hidden
}

function keyOf(title: string): string {
  const ordinal = readOrdinal(title)
  return normalise(ordinal && ordinal.word === undefined ? ordinal.rest : title)
}

/** Titles below a blank line that a fence holds above the one that opens inside of it; a sample of Markdown has titles of its own. */
function titlesBefore(inner: Span, fence: Code, source: string): Set<string> {
  const titles = new Set<string>()
  if (isMarkdownFence.test(fence.lang ?? '') || opensText(source.slice(startOf(fence), inner.start))) return titles
  let isBelowBlank = false
  for (const line of source.slice(startOf(fence), inner.start).split(/\r\n|\r|\n/)) {
    const title = isBelowBlank && line.trimStart().startsWith('##') ? atx.exec(line)?.[1] : undefined
    if (title !== undefined) titles.add(keyOf(title))
    isBelowBlank = line.trim() === ''
  }
  return titles
}

/** Is a string over several lines open at the end of code? A prompt in it has titles of its own. */
function opensText(code: string): boolean {
  return ['"""', "'''"].some(mark => code.split(mark).length % 2 === 0)
}
