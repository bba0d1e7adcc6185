import type { Outline } from '../outline/types.ts'
import { normalise } from '../outline/text.ts'
import { namesOf } from '../outline/title.ts'
import { matchShape, shapesOf } from '../plan/units/shapes.ts'
import { liesAt } from './places.ts'
import { lazy } from '../util/lazy.ts'
import type { Profile } from '../profiles/schema.ts'

type Signature = NonNullable<Profile['detect']['certain']>[number]

/** The profile of a format with marks that nothing else has: all of one of its signatures must be there. The first one wins. */
export function bySignature(outline: Outline, profiles: readonly Profile[], path?: string): Profile | undefined {
  const names = lazy(() => namesIn(outline))
  return profiles.find(({ detect, paths }) =>
    detect.certain?.some(
      signature =>
        (!signature.paths || (path !== undefined && liesAt(path, paths))) && isSigned(outline, signature, names)
    )
  )
}

/** Is a profile recognised by signatures alone? It is not compared with the others by what they have in common. */
export function hasSignature({ detect }: Profile): boolean {
  return detect.certain !== undefined
}

function isSigned(
  outline: Outline,
  { quote, fields = [], sections = [], units = [], boxes }: Signature,
  names: () => Names
): boolean {
  return (
    (quote === undefined || isQuoted(outline.source, quote)) &&
    fields.every(label => names().labels.has(normalise(label))) &&
    sections.every(title => names().headings.has(normalise(title))) &&
    units.every(word => names().words.has(word.toLowerCase())) &&
    (boxes === undefined || hasBoxes(outline, shapesOf(boxes)))
  )
}

/** What a document calls its parts. */
interface Names {
  headings: Set<string>
  labels: Set<string>
  /** Of its numbered headings: "task". */
  words: Set<string>
}

function namesIn({ parts }: Outline): Names {
  const names: Names = { headings: new Set(), labels: new Set(), words: new Set() }
  for (const part of parts) {
    const isHeading = part.form === 'heading'
    for (const name of namesOf(part)) (isHeading ? names.headings : names.labels).add(name)
    if (isHeading && part.ordinal?.word !== undefined) names.words.add(part.ordinal.word)
  }
  return names
}

const fewestBoxes = 3

function hasBoxes({ checkboxes }: Outline, shapes: readonly string[]): boolean {
  let found = 0
  for (const { text } of checkboxes) {
    const head = text.replace(/^[*_`]{1,3}/, '')
    if (shapes.some(shape => matchShape(shape, head, 0) !== undefined) && ++found === fewestBoxes) return true
  }
  return false
}

/** In a line of a block quote. */
function isQuoted(source: string, text: string): boolean {
  for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) {
    const start = source.lastIndexOf('\n', at) + 1
    if (source.slice(start, at).trimStart().startsWith('>')) return true
  }
  return false
}
