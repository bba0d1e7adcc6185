import { trimChars } from '../../outline/text.ts'
import { readPath } from '../../files/paths.ts'
import type { Place } from '../../types.ts'
import type { Plan, Unit } from '../bind-types.ts'

/** A file that the words of a unit name, be it in code or not. */
export interface NamedFile {
  path: string
  place: Place
}

/** A file behind these words is read, not written. */
const readOnly =
  /\b(?:per|see|from|using|uses|according to|as in|like|based on|for|of|against|with|via|by|match(?:es|ing)|follow(?:s|ing)|mirror(?:s|ing))\s+(?:the\s+)?[`*[]{0,3}[^\s`)\],]+/gi
const word = /[^\s`"'(),;*[\]]+/g
/** More text than this is no task. */
const longest = 2000

/** The files that a unit writes, as far as its own words tell, each once. */
export function filesNamedIn({ span, units }: Unit, plan: Plan): NamedFile[] {
  const end = Math.min(span.end, span.start + longest, ...units.map(inner => inner.span.start))
  const text = plan.content.own({ start: span.start, end }).replace(readOnly, said => ' '.repeat(said.length))
  const found = new Map<string, NamedFile>()
  for (const { 0: written, index } of text.matchAll(word)) {
    const token = trimChars(written, '', '.:')
    const ref = readPath(token)
    if (ref?.kind !== 'file' || ref.escapes || found.has(ref.path) || !/\/|\.[a-z]\w*$/i.test(ref.path)) continue
    const start = span.start + index
    found.set(ref.path, { path: ref.path, place: plan.outline.lines.placeOf({ start, end: start + token.length }) })
  }
  return [...found.values()]
}
