import { once } from '../../util/once.ts'
import type { Profile } from '../../profiles/schema.ts'
import type { Plan } from '../bind-types.ts'
import { coverOf } from '../../outline/cover.ts'
import { lineEnd } from '../../outline/lines.ts'
import { spanOf } from '../../outline/nodes.ts'
import { escapePattern } from '../../outline/text.ts'
import type { Span } from '../../outline/types.ts'

/** Samples of what is to be written, without the name before them: taken over as they are, they say nothing. */
const ends = [
  'the reason for it',
  'the context of it',
  'what it is for',
  '@name',
  'the risk → what is done',
  'cause → consequence',
  '→ action → result',
  '`src/a-file.ts`',
  '`path/of/a-file`'
]

/** What a profile says to write, where it is long enough to be nobody's own words. */
function hintsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'hint' && typeof inner === 'string' ? (isLong(inner) ? [inner] : []) : hintsIn(inner)
  )
}

/** Of a skeleton each of its blanks is told by itself. */
const isLong = (hint: string): boolean => hint.split(' ').length > 2 && !/"|\[TODO/.test(hint)

const decoration = /[\s"'“*_]/
const box = / \[[ xX]\]$/
const opener = /^[\s>]*(?:[-*+]|\d{1,3}[.)])?$|[:|#>]$/
const quotes = '"\'“*_'
const space = /[\s(]/
const separator = /[:→—–(-]$/

/** Before a whole value: what opens a line, a cell, an item, a label's value. */
const opening = (before: string): boolean => opener.test(withoutDecoration(before).replace(box, ''))

/** Before the end of one. */
function separating(before: string): boolean {
  const rest = withoutDecoration(before)
  return rest === '' || separator.test(rest)
}
/** Signs are no words of a sentence. */
function spaced(before: string): boolean {
  let end = before.length
  while (end > 0 && quotes.includes(before[end - 1]!)) end--
  return end === 0 || space.test(before[end - 1]!)
}

function withoutDecoration(before: string): string {
  let end = before.length
  while (end > 0 && decoration.test(before[end - 1]!)) end--
  return before.slice(0, end)
}

const closing = /^["'”*_.)\s]*(?:$|\|)/

/** Samples and hints that stand where what they speak of belongs. */
export function* samplesLeft(plan: Plan): Iterable<Span> {
  const { source, nodes } = plan.outline
  const { wanted, any } = wantedIn(plan.profile)
  if (!any.test(source)) return
  let isCode: ((offset: number) => boolean) | undefined
  for (const [text, fits, anyCase] of wanted) {
    // A hint stands with a small letter or a capital: it is looked for from its second one on, once.
    const sought = anyCase ? text.slice(1) : text
    for (let found = source.indexOf(sought); found >= 0; found = source.indexOf(sought, found + sought.length)) {
      const end = found + sought.length
      const at = end - text.length
      if (anyCase && (at < 0 || !isEither(source[at]!, text[0]!))) continue
      isCode ??= coverOf(nodes.fences.map(spanOf))
      if (
        fits(lineBefore(source, at)) &&
        closing.test(source.slice(end, Math.min(lineEnd(source, end), end + 20))) &&
        !isCode(at)
      )
        yield { start: at, end }
    }
  }
}

type Wanted = readonly [text: string, fits: (before: string) => boolean, anyCase: boolean]

/** `any`: most plans hold none of them, which one look tells. */
const wantedIn: (profile: Profile) => { wanted: readonly Wanted[]; any: RegExp } = once(profile => {
  const wanted = [
    ...[...new Set(hintsIn(profile))].map((hint): Wanted => [hint, opening, true]),
    ...ends.map((end): Wanted => [end, /^\w/.test(end) ? separating : spaced, false])
  ]
  const texts = wanted.map(([text, , anyCase]) => escapePattern(anyCase ? text.slice(1) : text))
  return { wanted, any: new RegExp(texts.join('|')) }
})

const isEither = (sign: string, first: string): boolean => sign === first || sign === first.toUpperCase()

/** What stands before an offset on its line; of long lines the end of it. */
function lineBefore(source: string, at: number): string {
  const near = source.slice(Math.max(0, at - 120), at)
  return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1)
}
