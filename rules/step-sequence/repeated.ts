import type { Unit } from '../../src/plan/bind-types.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { formsOf } from '../../src/profiles/units.ts'
import { groupBy } from '../../src/util/group.ts'
import { rawOf } from './numbers.ts'

/** Are units that need no number counted, where a word leads one, since the profile weighs those out of order? Boxes and tags stand in one list. */
export function isCountedByWord({ number, order, ...spec }: UnitSpec): boolean {
  return (
    number === false && order !== undefined && formsOf(spec).written.every(form => form === 'box' || form === 'tag')
  )
}

/** Of titles that may have any number, or none, where the profile weighs those out of order: who says "Phase 2" means one. Below another heading they count anew. */
export function* repeated(
  units: readonly Unit[],
  { role: name, number, order }: UnitSpec
): Iterable<Problem<'duplicate'>> {
  if (number !== false || order === undefined) return
  const titled = units.filter(({ part: { form, ordinal } }) => form === 'heading' && ordinal?.word !== undefined)
  for (const beside of groupBy(titled, ({ part }) => part.parent).values())
    for (const [first, ...others] of groupBy(beside, unit => `${unit.part.ordinal!.word} ${rawOf(unit)}`).values())
      for (const { part } of others)
        yield {
          message: 'duplicate',
          data: { name, found: part.ordinal!.raw },
          at: part.place,
          help: 'Give it a number of its own, or merge the two',
          severity: order,
          related: [{ place: first!.part.place, message: `First ${name} ${part.ordinal!.raw}` }]
        }
}
