import type { Unit } from '../../src/plan/bind-types.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** "Option A" once more: what names it could mean either. */
export function* checkSameNames(units: readonly Unit[]): Iterable<Problem<'sameName'>> {
  const first = new Map<string, Unit>()
  for (const unit of units) {
    const { ordinal, place } = unit.part
    if (!ordinal || /[^\p{L}\p{N}.]/u.test(ordinal.raw)) continue
    const key = `${ordinal.word ?? ''} ${ordinal.raw.toLowerCase()}`
    const before = first.get(key)
    first.set(key, before ?? unit)
    if (before)
      yield {
        message: 'sameName',
        data: { name: unit.spec.role, found: ordinal.raw },
        at: place,
        help: `Give it ${ordinal.letter === undefined ? 'a number' : 'a letter'} of its own, and say which one is recommended`,
        related: [{ place: before.part.place, message: `First ${unit.spec.role} ${ordinal.raw}` }]
      }
  }
}
