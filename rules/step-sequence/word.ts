import { firstWord } from '../../src/profiles/units.ts'
import type { Unit } from '../../src/plan/bind-types.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** A word that units of another kind begin with, told at the first of them. */
export function foreignWord(found: string, [first, ...others]: readonly Unit[], spec: UnitSpec): Problem<'word'> {
  const expected = firstWord(spec)!
  return {
    message: 'word',
    data: { found, title: first!.part.title, expected },
    at: first!.part.place,
    help: `Write "${expected}" for "${found}"`,
    ...(others.length > 0
      ? { related: others.map(({ part: { place } }) => ({ place, message: `"${found}", too` })) }
      : {})
  }
}
