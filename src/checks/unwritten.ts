import type { BoundSection, Plan, Unit } from '../plan/bind-types.ts'
import { bodySpan } from '../plan/bind.ts'
import { hasLeftover } from '../plan/leftovers/placeholders.ts'
import { isPromise } from '../plan/leftovers/promises.ts'
import { sectionAt } from './phases.ts'

/** Are some of the units still to be written: does a placeholder stand in a title? Then what seems to be missing among them is no finding of its own. */
export function isUnwritten(units: readonly Unit[], plan: Plan): boolean {
  return units.some(({ part: { place } }) => hasLeftover({ start: place.start.offset, end: place.end.offset }, plan))
}

/** Is a section that is there still to be written: empty, or nothing but a promise? */
export function isUnwrittenSection(section: BoundSection, plan: Plan): boolean {
  if (section.state === 'empty') return true
  if (section.state === 'negative') return section.negative!.kind !== 'na' || section.negative!.reason === undefined
  const prose = plan.content.onlyProse(bodySpan(section))
  return prose !== undefined && isPromise(prose)
}

/** Does what stands at an offset promise what its section may say later? */
export function isPromisedAt(offset: number, text: string, plan: Plan): boolean {
  const na = sectionAt(offset, plan)?.spec.na
  return (na === 'later' || na === 'empty') && isPromise(text)
}
