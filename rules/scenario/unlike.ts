import type { List } from 'mdast'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { sentencesOf } from '../../src/plan/sentences/sentences.ts'
import { groupBy } from '../../src/util/group.ts'

/**
 * Bullets that are taken for scenarios by their place alone: no one of a story's says what a scenario says, while those of other stories do. They belong to
 * something else, such as a list of edge cases whose heading is gone.
 */
export function unlikeOthers(plan: Plan): ReadonlySet<Unit> {
  const { parents } = plan.outline.nodes
  const isBullet = ({ part }: Unit): boolean =>
    part.form === 'item' && (parents.get(part.node) as List | undefined)?.ordered === false
  const all = [...sentencesOf(plan, 'scenario')].filter(({ unit }) => unit.parent)
  const told = new Set(all.filter(({ lacks }) => lacks.length === 0).map(({ unit }) => unit.spec))
  const unlike = [...groupBy(all, ({ unit }) => unit.parent).values()].filter(
    same =>
      same.length === same[0]!.unit.parent!.units.length &&
      same.every(
        ({ unit, demand, lacks }) =>
          told.has(unit.spec) &&
          isBullet(unit) &&
          lacks.length === demand.words?.length &&
          !/\bgiven\b/i.test(unit.name)
      )
  )
  return new Set(unlike.flat().map(({ unit }) => unit))
}
