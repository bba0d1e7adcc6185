import { onceEach } from '../../util/once.ts'
import type { Plan } from '../bind-types.ts'
import { allUnits } from '../every.ts'

/** Where what is said begins in boxes that are stamped with the time once they are done: until then "(TBD)" may stand there. */
const stampedBoxes: (plan: Plan) => ReadonlySet<number> = onceEach(
  plan =>
    new Set(
      allUnits(plan)
        .filter(({ spec }) => spec.content?.some(({ kind }) => kind === 'stamp'))
        .map(({ part }) => part.place.start.offset)
    )
)

/** Does a bracket at an offset stand for the time that its box will be done at: right behind an open box? */
export function isStampToCome(offset: number, plan: Plan): boolean {
  return stampedBoxes(plan).has(offset) && plan.outline.source.startsWith('[ ] ', offset - 4)
}
