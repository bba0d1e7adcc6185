import type { TooFew } from '../../src/checks/lacking-units.ts'
import { writeUnits } from '../words/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'

/**
 * Units of which there are too few, and how one is written.
 *
 * @param number The one that is shown as an example.
 * @param outer The number of the unit that is to hold them.
 */
export function none(
  spec: UnitSpec,
  { found, min }: TooFew,
  title: string,
  at: Place,
  { number, outer }: { number: string; outer?: string | undefined }
): Problem<'none'> {
  return {
    message: 'none',
    data: { name: spec.role, title, ...(found === 0 ? {} : { found, min }) },
    at,
    help: writeUnits(spec, number, outer)
  }
}
