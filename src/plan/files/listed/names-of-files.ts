/** What may name a file in a text: a code span, the text of a link, a path that stands plainly among others. */
import type { InlineCode, Node } from 'mdast'
import { readPath } from '../../../files/paths.ts'
import { coverOf } from '../../../outline/cover.ts'
import { spanOf, textOf } from '../../../outline/nodes.ts'
import { trimChars } from '../../../outline/text.ts'
import type { Span } from '../../../outline/types.ts'
import { remember } from '../../../util/remember.ts'
import type { Plan } from '../../bind-types.ts'

/** A name, and where it stands. */
export interface FileName extends Span {
  value: string
  /** With the link around it: what is said of the file stands before or behind. */
  outer: Span
  /** It stands in no code: only a sure path that is listed counts. */
  isPlain: boolean
}

/** A code span as a name. */
export function nameOfCode(code: InlineCode): FileName {
  const outer = spanOf(code)
  return { start: outer.start, end: outer.end, value: code.value, outer, isPlain: false }
}

/** The names in a text, in order; plain ones in a list of paths alone. */
export function namesOfFiles(span: Span, lenient: boolean, plan: Plan): FileName[] {
  const links = plan.content.links(span)
  const codes = plan.content.codeSpans(span).map(code => linked(nameOfCode(code), links))
  if (!lenient) return codes
  const named = links.flatMap(link => nameOfLink(link) ?? []).filter(({ outer }) => !codes.some(isWithin(outer)))
  // A plain word holds no sign that a code span or a link begins with.
  const isTaken = coverOf([...links.map(spanOf), ...codes.map(({ outer }) => outer)])
  const plain = plainNames(span, plan).filter(({ start }) => !isTaken(start))
  return [...codes, ...named, ...plain].sort((a, b) => a.start - b.start)
}

const isWithin =
  (outer: Span) =>
  ({ start }: Span): boolean =>
    start >= outer.start && start < outer.end

/** A code span that a link is named by is as long as the link. */
function linked(name: FileName, links: readonly Node[]): FileName {
  const link = links.find(each => isWithin(spanOf(each))(name))
  return link && textOf(link).trim() === name.value ? { ...name, outer: spanOf(link) } : name
}

function nameOfLink(link: Node): FileName | undefined {
  const value = textOf(link).trim()
  return isSureFile(value) ? { ...spanOf(link), value, outer: spanOf(link), isPlain: true } : undefined
}

const word = /[^\s`"'(),;*[\]]+/g

function plainNames(span: Span, plan: Plan): FileName[] {
  return sureFilesIn(plan.content.said(span)).map(({ value, at }) => {
    const outer = { start: span.start + at, end: span.start + at + value.length }
    return { start: outer.start, end: outer.end, value, outer, isPlain: true }
  })
}

/** The words of a text that are sure to be files, and where in it they stand. */
const sureFilesIn: (text: string) => readonly { value: string; at: number }[] = remember(
  text =>
    [...text.matchAll(word)].flatMap(({ 0: written, index: at }) => {
      // Most words are no names, which is quickly seen.
      if (!written.includes('.')) return []
      const value = trimChars(written, '', '.:')
      return isSureFile(value) ? [{ value, at }] : []
    }),
  1000,
  200
)

function isSureFile(value: string): boolean {
  const ref = readPath(value)
  return ref?.kind === 'file' && !ref.escapes && /\.\w+$/.test(ref.path)
}
