import type { Outline } from '../outline/types.ts'
import { normalise } from '../outline/text.ts'
import { namesOf } from '../outline/title.ts'
import { matchShape } from '../plan/shapes.ts'
import { liesAt } from './places.ts'
import type { Profile } from '../profiles/schema.ts'

type Signature = NonNullable<Profile['detect']['certain']>[number]

/** The profile of a format with marks that nothing else has: all of one of its signatures must be there. The first one wins. */
export function bySignature(outline: Outline, profiles: readonly Profile[], path?: string): Profile | undefined {
  return profiles.find(({ detect, paths }) =>
    detect.certain?.some(
      signature => (!signature.paths || (path !== undefined && liesAt(path, paths))) && isSigned(outline, signature)
    )
  )
}

/** Is a profile recognised by signatures alone? It is not compared with the others by what they have in common. */
export function hasSignature({ detect }: Profile): boolean {
  return detect.certain !== undefined
}

function isSigned(outline: Outline, { quote, fields = [], sections = [], units = [], boxes }: Signature): boolean {
  return (
    (quote === undefined || isQuoted(outline.source, quote)) &&
    fields.every(label => has(outline, label, false)) &&
    sections.every(title => has(outline, title, true)) &&
    (boxes === undefined || hasBoxes(outline, boxes)) &&
    units.every(word =>
      outline.parts.some(({ form, ordinal }) => form === 'heading' && ordinal?.word === word.toLowerCase())
    )
  )
}

const fewestBoxes = 3

function hasBoxes({ checkboxes }: Outline, shape: string): boolean {
  let found = 0
  for (const { text } of checkboxes)
    if (matchShape(shape, text.replace(/^[*_`]{1,3}/, ''), 0) !== undefined && ++found === fewestBoxes) return true
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

function has({ parts }: Outline, name: string, isHeading: boolean): boolean {
  const key = normalise(name)
  return parts.some(part => (part.form === 'heading') === isHeading && namesOf(part).includes(key))
}
