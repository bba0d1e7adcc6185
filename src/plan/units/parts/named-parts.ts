import type { Heading } from 'mdast'
import type { Content } from '../../../outline/content.ts'
import { linesOf } from '../../../outline/labels/paragraph-lines.ts'
import { spanOf } from '../../../outline/nodes.ts'
import type { Part, Span } from '../../../outline/types.ts'
import { formsOf } from '../../../profiles/units.ts'
import type { UnitSpec } from '../../../profiles/schema.ts'
import { linePart } from '../../../outline/parts/line-part.ts'

/** Units that go by a name: "### Requirement: Search by word", "- FROM: `### Requirement: Search`". */

/** The level that a heading is written with, whatever it counts as. */
export function writtenLevel({ form, node }: Pick<Part, 'form' | 'node'>): number | undefined {
  return form === 'heading' ? (node as Heading).depth : undefined
}

/**
 * The name in a title: what stands behind one of the unit's words and a colon.
 *
 * @returns undefined where there is no such word, or nothing behind it
 */
export function nameIn({ words = [] }: Pick<UnitSpec, 'words'>, title: string): string | undefined {
  for (const word of words.flat()) {
    if (title.slice(0, word.length).toLowerCase() !== word.toLowerCase()) continue
    const rest = /^\s*:\s*(.*)$/s.exec(title.slice(word.length))?.[1]?.trim()
    if (rest) return rest
  }
  return undefined
}

/** Does a title begin with one of the unit's words, be a name behind it or not? */
export function isCalled({ words = [] }: Pick<UnitSpec, 'words'>, title: string): boolean {
  return words
    .flat()
    .some(
      word => title.toLowerCase().startsWith(word.toLowerCase()) && !/^[\p{L}\p{N}-]/u.test(title.slice(word.length))
    )
}

/** Headings of the unit's level with a name; of units that may be any heading, all of that level. Where items or lines may be some, those that begin with the word. */
export function namedParts(spec: UnitSpec, span: Span, inside: readonly Part[], content: Content): Part[] {
  const { written, headings } = formsOf(spec)
  const titled = inside.filter(
    part =>
      part.form === 'heading' &&
      (spec.level === undefined || writtenLevel(part) === spec.level) &&
      (headings === 'any-heading' || (written.includes('heading') && nameIn(spec, part.title) !== undefined))
  )
  if (!written.includes('item')) return titled
  const starts = titled.map(part => part.span.start)
  const isFree = ({ start, end }: Span): boolean => !starts.some(each => each >= start && each < end)
  return [...titled, ...namedLines(spec, span, content).filter(part => isFree(part.span))].sort(
    (a, b) => a.span.start - b.span.start
  )
}

/** Lines of items and paragraphs that begin with the word and a name, in the case of the word. */
export function namedLines(spec: UnitSpec, span: Span, content: Content): Part[] {
  const { source } = content.outline
  return content.paragraphs(span).flatMap(paragraph =>
    linesOf(paragraph, source).flatMap((line): Part[] => {
      const title = bare(source.slice(line.start, line.end))
      // In a heading case does not matter; in a line it is all that tells the word from others.
      const isWord = spec.words?.flat().some(word => title.startsWith(word)) === true
      if (!isWord || nameIn(spec, title) === undefined) return []
      const own = { start: line.start, end: Math.min(spanOf(paragraph).end, line.end) }
      return [linePart(title, paragraph, { line, span: own, value: line }, content.outline)]
    })
  )
}

/** A line without its markup: "FROM: `### Requirement: Search`" is "FROM: Requirement: Search". */
function bare(line: string): string {
  return line
    .replaceAll('`', '')
    .replaceAll('**', '')
    .replace(/(^|\s)#{1,6}(?=\s)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
