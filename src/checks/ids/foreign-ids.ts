import { idNumber, withoutZeros } from '../../plan/units/numbers.ts'
import { headBelow } from '../../plan/units/zero-ids.ts'
import type { Unit } from '../../plan/bind-types.ts'
import type { IdDeclaration } from '../../plan/units/ids.ts'

/** An identifier that begins with another number than that of the unit it stands below. */
interface ForeignId {
  /** The one that it stands below. */
  outer: string
  /** The one that it should stand below. */
  expected: string
  /** What it would begin with where it stands. */
  head: string
}

/** Is a unit numbered as if it stood below another: 2.4 below task 1, AC-2.1 below story ST-01? */
export function foreignTo({ text, unit }: IdDeclaration): ForeignId | undefined {
  const outer = unit.parent && (headBelow(unit.parent) ?? numberOf(unit.parent))
  const dot = text.lastIndexOf('.')
  if (outer === undefined || dot < 0) return undefined
  const own = text.slice(0, dot)
  if (own === outer) return undefined
  const [letters, others] = [lettersOf(own), lettersOf(outer)]
  if (letters === others || idNumber(outer) === '') return { outer, expected: own, head: outer }
  // Each kind has letters of its own, and may write its numbers at another width.
  const [number, around] = [own.slice(letters.length), idNumber(outer)]
  if (withoutZeros(number) === withoutZeros(around)) return undefined
  return {
    outer,
    expected: others + withoutZeros(number).padStart(around.length, '0'),
    head: letters + withoutZeros(around).padStart(number.length, '0')
  }
}

/** The number of a title without an identifier: "Milestone 2". */
function numberOf({ spec, part: { ordinal } }: Unit): string | undefined {
  return spec.id === undefined && ordinal && ordinal.numbers.length > 0 ? ordinal.raw : undefined
}

/** "AC-" of AC-1; of an identifier without a number nothing. */
function lettersOf(id: string): string {
  return id.slice(0, Math.max(0, id.search(/\d/)))
}
