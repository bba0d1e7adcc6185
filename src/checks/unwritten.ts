import type { Plan, Unit } from '../plan/bind-types.ts'
import { hasLeftover } from '../plan/leftovers/placeholders.ts'

/** Are some of the units still to be written: does a placeholder stand in a title? Then what seems to be missing among them is no finding of its own. */
export function isUnwritten(units: readonly Unit[], plan: Plan): boolean {
  return units.some(({ part: { place } }) => hasLeftover({ start: place.start.offset, end: place.end.offset }, plan))
}
