import type { Plan, Unit } from '../../plan/bind-types.ts'
import { allUnits } from '../../plan/every.ts'
import type { IdDeclaration } from '../../plan/units/ids.ts'
import { numberingOf, startsOf } from '../../profiles/units.ts'

/** The units by whose titles something is addressed: it is numbered itself, or counts by its place in one that is. */
function addressedBy({ unit }: IdDeclaration): Unit | undefined {
  const { spec, lead, parent } = unit
  const titled = spec.id?.from === 'position' ? parent : unit
  return titled && lead?.id === undefined && numberingOf(titled.spec) === 'number' ? titled : undefined
}

/**
 * Numbers that a sequence passes over, which its units would have if each had that of its place: that one has another is told at its title, and what names it by
 * its place was right, or follows from it.
 */
export function skippedNumbers([declared]: readonly IdDeclaration[], plan: Plan): ReadonlySet<number> {
  const titled = declared && addressedBy(declared)
  const units = titled ? allUnits(plan).filter(({ spec }) => spec === titled.spec) : []
  if (units.length < 2 || units.some(({ part: { ordinal } }) => ordinal?.numbers.length !== 1)) return new Set()
  const numbers = new Set(units.map(({ part }) => part.ordinal!.numbers[0]!))
  // Where some have one number, they are several sequences, or that is told.
  if (numbers.size < units.length) return new Set()
  const starts = startsOf(titled!.spec)
  const first = starts.find(start => numbers.has(start)) ?? starts[0]
  return new Set(units.map((_, place) => first + place).filter(number => !numbers.has(number)))
}

/** Has what addresses it another number than that of its place? */
export function isMisplaced(id: IdDeclaration, skipped: ReadonlySet<number>): boolean {
  const number = addressedBy(id)?.part.ordinal?.numbers[0]
  return number !== undefined && [...skipped].some(each => each < number)
}
