import { groupBy } from '../util/group.ts'

/** From so many on, what most units lack is told of once. */
const fewest = 3

/**
 * The defects of units, those together that most of the units share.
 *
 * @param count How many units there are.
 * @param kindOf What a defect has in common with those of other units; undefined where it is always told of by itself.
 */
export function* sharedByMost<T>(
  defects: readonly T[],
  count: number,
  kindOf: (defect: T) => string | undefined
): Iterable<readonly T[]> {
  for (const [kind, all] of groupBy(defects, defect => kindOf(defect) ?? defect)) {
    if (typeof kind === 'string' && all.length >= fewest && all.length * 2 > count) yield all
    else for (const one of all) yield [one]
  }
}
