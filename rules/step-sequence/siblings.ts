import type { Unit } from '../../src/plan/bind-types.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { groupBy } from '../../src/util/group.ts'
import { usualForm } from './numbers.ts'

/**
 * From so many units on a list begins at 1; one of fewer may go on with what another text began. A step is never counted over several plans, and a plan may
 * be for one task of many.
 */
const fewestFromOne: Readonly<Record<string, number>> = { step: 1, task: 2, commit: 2 }
const fewestOfOthers = 3

/** Units that are counted together. */
interface SiblingList {
  list: readonly Unit[]
  /** What they are counted with: "step"; undefined where it is a number alone. */
  word: string | undefined
  /** Where the list may start. */
  number: NonNullable<UnitSpec['number']>
}

/** The lists that units of one kind are, wherever they stand: by their word and by what they stand below. */
export function* siblingLists(units: readonly Unit[]): Iterable<SiblingList> {
  for (const [word, same] of groupBy(units, ({ part }) => part.ordinal?.word)) {
    const lists = [...groupBy(same, ({ part }) => part.parent).values()]
    const isWork = word !== undefined && Object.hasOwn(fewestFromOne, word)
    const fewest = isWork ? fewestFromOne[word]! : word !== undefined && lists.length === 1 ? fewestOfOthers : Infinity
    for (const list of isWork ? runsOf(lists) : lists) {
      if (usualForm(list) !== 'number') continue
      const start = list[0]!.part.ordinal?.numbers.at(-1)
      yield { list, word, number: list.length >= fewest || start === undefined ? [1, 0] : start }
    }
  }
}

/** Lists that are numbered through from one to the next are one: each that does not begin at the beginning goes on. */
function runsOf(lists: readonly (readonly Unit[])[]): (readonly Unit[])[] {
  const runs: (readonly Unit[])[] = []
  for (const list of lists) {
    const last = runs.at(-1)
    const start = list[0]!.part.ordinal?.numbers.at(-1) ?? 0
    if (last && start > 1) runs[runs.length - 1] = [...last, ...list]
    else runs.push(list)
  }
  return runs
}
