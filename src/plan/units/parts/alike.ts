/** Headings that count each in the same way, with letters or with a word that the profile does not know. */
import type { Ordinal } from '../../../outline/numbers/ordinal.ts'
import type { Part } from '../../../outline/types.ts'
import type { UnitSpec } from '../../../profiles/schema.ts'
import { groupBy } from '../../../util/group.ts'
import { labelsBelow, unitLabels } from '../labels.ts'

/** "Work unit A: Parse", "Gate 2: Offer". */
const counted =
  /^(\P{L}{0,8})(\p{L}[\p{L}-]{1,20}(?:[ \t]\p{L}[\p{L}-]{1,20}){0,2})[ \t]+#?(?:(\d{1,3})|([A-Z]))(?=\s{0,4}(?:[:.)–—|]|$))/u

/**
 * Among headings of which any may be a unit, those that count alike, as soon as two do: what stands beside them is none ("Dependency graph"), unless it has
 * what a unit has.
 */
export function alike(parts: readonly Part[], spec: UnitSpec): Part[] {
  const read = parts.map(part => ({ part, ordinal: bareLetter(part.ordinal) ?? ordinalIn(part) }))
  const groups = groupBy(
    read.filter(({ ordinal }) => ordinal !== undefined),
    ({ ordinal }) => ordinal!.word ?? ''
  )
  const [most] = [...groups.values()].sort((a, b) => b.length - a.length)
  if (!most || most.length < fewest) return [...parts]
  // A letter behind such a word is its number; a number there is read by nobody, and the word is told.
  const units = new Map(
    most.map(({ part, ordinal }) => [
      part,
      part.ordinal || ordinal!.letter === undefined ? part : { ...part, ordinal: ordinal! }
    ])
  )
  return parts.flatMap(part => units.get(part) ?? (labelsBelow(part, unitLabels(spec)) > 0 ? [part] : []))
}

const fewest = 2

/** "A. Parse". */
function bareLetter(ordinal: Ordinal | undefined): Ordinal | undefined {
  return ordinal?.word === undefined && ordinal?.letter !== undefined && ordinal.numbers.length === 0
    ? ordinal
    : undefined
}

function ordinalIn({ title, ordinal }: Part): Ordinal | undefined {
  const found = ordinal ? null : counted.exec(title)
  if (!found) return undefined
  const [all, lead, word, number, letter] = found
  const rest = title.slice(all.length).replace(/^\s*[:.)–—|-]*/, '')
  return {
    raw: (number ?? letter)!,
    word: word!.toLowerCase(),
    numbers: number === undefined ? [] : [Number(number)],
    ...(letter === undefined ? {} : { letter }),
    start: lead!.length,
    end: all.length,
    rest: rest.trim()
  }
}
