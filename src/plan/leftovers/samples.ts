import { once } from '../../util/once.ts'
import type { Profile } from '../../profiles/schema.ts'
import type { Plan } from '../bind-types.ts'
import { coverOf } from '../../outline/cover.ts'
import { lineEnd } from '../../outline/lines.ts'
import { spanOf } from '../../outline/nodes.ts'
import type { Span } from '../../outline/types.ts'

/** Samples that helps show of what is to be written: taken over as they are, they say nothing. */
export const samples = {
  reason: 'name: the reason for it',
  context: 'name: the context of it',
  purpose: 'name: what it is for',
  person: '— @name',
  mitigation: 'the risk → what is done',
  consequence: 'cause → consequence',
  outcome: 'If … → action → result',
  path: '`src/a-file.ts`',
  notApplicable: 'N/A — the reason for it',
  none: 'None — the reason for it'
} as const

/** What is left of a sample once its name has been replaced. */
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
const hintsOf: (profile: Profile) => readonly string[] = once(profile => [...new Set(hintsIn(profile))])

function hintsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'hint' && typeof inner === 'string' ? (isLong(inner) ? [inner] : []) : hintsIn(inner)
  )
}

const isLong = (hint: string): boolean => hint.split(' ').length > 2 && !hint.includes('"')

/** Before a whole value: what opens a line, a cell, an item, a label's value. */
const opening = /(?:^[\s>]*|[:|#>]|^[\s>]*(?:[-*+]|\d{1,3}[.)]))(?: \[[ xX]\])?[\s"'“*_]*$/
/** Before the end of one. */
const separating = /(?:^|[:→—–(-])[\s"'“*_]*$/
/** Signs are no words of a sentence. */
const spaced = /(?:^|[\s(])["'“*_]*$/
const closing = /^["'”*_.)\s]*(?:$|\|)/

/** Samples and hints that stand where what they speak of belongs. */
export function* samplesLeft(plan: Plan): Iterable<Span> {
  const { source, nodes } = plan.outline
  const isCode = coverOf(nodes.fences.map(spanOf))
  for (const [texts, before] of [
    [hintsOf(plan.profile).flatMap(hint => [hint, hint[0]!.toUpperCase() + hint.slice(1)]), opening],
    [ends.filter(text => /^\w/.test(text)), separating],
    [ends.filter(text => !/^\w/.test(text)), spaced]
  ] as const)
    for (const text of new Set(texts))
      for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + text.length)) {
        const end = at + text.length
        if (
          before.test(lineBefore(source, at)) &&
          closing.test(source.slice(end, Math.min(lineEnd(source, end), end + 20))) &&
          !isCode(at)
        )
          yield { start: at, end }
      }
}

/** What stands before an offset on its line; of long lines the end of it. */
function lineBefore(source: string, at: number): string {
  const near = source.slice(Math.max(0, at - 120), at)
  return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1)
}
