import type { Outline } from '../outline/types.ts'
import { normalise } from '../outline/text.ts'
import type { Profile } from '../profiles/schema.ts'

type Signature = NonNullable<Profile['detect']['certain']>[number]

/** The profile of a format with marks that nothing else has: all of one of its signatures must be there. The first one wins. */
export function bySignature(outline: Outline, profiles: readonly Profile[]): Profile | undefined {
  return profiles.find(({ detect }) => detect.certain?.some(signature => isSigned(outline, signature)))
}

/** Is a profile recognised by signatures alone? It is not compared with the others by what they have in common. */
export function hasSignature({ detect }: Profile): boolean {
  return detect.certain !== undefined
}

function isSigned(outline: Outline, { quote, fields = [], sections = [], units = [] }: Signature): boolean {
  return (
    (quote === undefined || isQuoted(outline.source, quote)) &&
    fields.every(label => has(outline, label, false)) &&
    sections.every(title => has(outline, title, true)) &&
    units.every(word =>
      outline.parts.some(({ form, ordinal }) => form === 'heading' && ordinal?.word === word.toLowerCase())
    )
  )
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
  return parts.some(part => part.key === key && (part.form === 'heading') === isHeading)
}
