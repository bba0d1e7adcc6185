import type { Part } from '../../outline/types.ts'
import { namesOf } from '../../outline/title.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { numberingOf, wordsOf } from '../../profiles/units.ts'
import { allKeysOf } from '../fields.ts'
import { checkedBy } from './item-parts.ts'

/** Units among numbered ones whose title lost its word or its number, or counts otherwise. */

/** A word that counts, and what it counts to: "Gate 2: …". */
export const counting = /^\P{L}{0,8}(\p{L}[\p{L}-]{1,20})[ \t]+#?(\d{1,3})(?=$|[\s]*[:.)–—|])/u

/** How many labels a title has below it that a unit has: its fields, and how it is checked. */
export function labelsBelow({ children }: Part, spec: UnitSpec): number {
  const keys = new Set<string>()
  for (const child of children)
    for (const name of namesOf(child))
      if (child.form !== 'heading' && (allKeysOf(spec.fields ?? []).has(name) || checkedBy(spec).has(name)))
        keys.add(child.key)
  return keys.size
}

/**
 * Titles beside the worded ones that are units as well: the word without a number ("Step: sort it"), another word with one ("Gate 2: sort it", if it has
 * what a unit has), and, between two of them, whatever has two of its labels.
 */
export function withUnworded(parts: readonly Part[], inside: readonly Part[], spec: UnitSpec): Part[] {
  if (numberingOf(spec) === undefined || parts.length === 0) return [...parts]
  const level = Math.min(...parts.map(part => part.level))
  const { usual: words } = wordsOf(spec)
  const last = parts.at(-1)!.span.start
  const worded = new Set(parts)
  const isUnit = (part: Part): boolean => {
    if (part.form !== 'heading' || part.level !== level || worded.has(part)) return false
    if (
      part.ordinal === undefined &&
      words.some(word => part.key.startsWith(`${word}:`) || part.key.startsWith(`${word} -`))
    )
      return true
    const labels = labelsBelow(part, spec)
    if (labels > 0 && counting.test(part.title)) return true
    return labels > 1 && part.ordinal === undefined && part.span.start < last
  }
  return [...parts, ...inside.filter(isUnit)].sort((a, b) => a.span.start - b.span.start)
}

/** Letters among numbers ("1., B., 3."): one that stands before a number, at its level, and has what a unit has. */
export function withLettered(parts: readonly Part[], inside: readonly Part[], spec: UnitSpec): Part[] {
  const first = parts[0]
  if (numberingOf(spec) !== 'number' || first === undefined) return [...parts]
  const last = parts.at(-1)!.span.start
  const lettered = inside.filter(
    ({ form, level, ordinal, span, ...part }) =>
      form === first.form &&
      level === first.level &&
      ordinal?.word === undefined &&
      ordinal?.letter !== undefined &&
      ordinal.numbers.length === 0 &&
      span.start > first.span.start &&
      span.start < last &&
      labelsBelow(part as Part, spec) > 0
  )
  return [...parts, ...lettered].sort((a, b) => a.span.start - b.span.start)
}
