import { sharedByMost } from '../../src/checks/most.ts'
import type { Problem } from '../../src/lint/rule.ts'

/**
 * What most units lack, told at the first of them, with the others as second places; every other problem as it is.
 *
 * @param count How many units there are.
 * @param kindOf What a problem has in common with those of other units; undefined where it is always told by itself.
 * @param inAll How the first says it of all that lack it.
 */
export function* tellTogether<Id extends string>(
  problems: readonly Problem<Id>[],
  count: number,
  kindOf: (problem: Problem<Id>) => string | undefined,
  inAll: (first: Problem<Id>, lacking: number) => Pick<Problem<Id>, 'message' | 'data'>
): Iterable<Problem<Id>> {
  for (const [first, ...others] of sharedByMost(problems, count, kindOf)) {
    if (others.length === 0) yield first!
    else
      yield {
        ...first!,
        ...inAll(first!, others.length + 1),
        related: others.map(({ at }) => ({ place: at, message: 'Here, too' }))
      }
  }
}
