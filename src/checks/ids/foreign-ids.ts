import { headBelow } from '../../plan/units/zero-ids.ts'
import type { IdDeclaration } from '../../plan/units/ids.ts'

/** An identifier that begins with another number than that of the unit it stands below. */
interface ForeignId {
  /** The number that it stands below. */
  outer: string
  /** The one that it begins with. */
  expected: string
}

/** Is a unit numbered as if it stood below another: 2.4 below task 1? */
export function foreignTo({ text, unit }: IdDeclaration): ForeignId | undefined {
  const outer = unit.parent && headBelow(unit.parent)
  const dot = text.lastIndexOf('.')
  if (outer === undefined || dot < 0) return undefined
  const expected = text.slice(0, dot)
  return expected === outer ? undefined : { outer, expected }
}
