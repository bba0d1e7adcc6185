import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { isObscured } from '../../src/checks/expect.ts'
import type { Ordinal } from '../../src/outline/numbers/ordinal.ts'
import { calendarWords } from '../../src/outline/numbers/unit-words.ts'
import { compareOrdinals } from '../../src/outline/numbers/ordinal.ts'
import { formsOf, isNamedByNumber, numberingOf } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { firstNumberOf, follows, isFirst, numberForm, rawOf, rawsOf, standIn, successor, usualForm } from './numbers.ts'

/** What a sequence is, and where its numbers slip. */

/** A place where the numbers of a sequence slip; in `words.ts` it becomes a problem. */
export type Slip =
  | { kind: 'unnumbered'; unit: Unit; others: readonly Unit[]; expected?: string; like?: Unit | undefined }
  | { kind: 'form' | 'start' | 'order'; unit: Unit; expected: string }
  | { kind: 'duplicate'; unit: Unit; expected: string; first: Unit; before: Unit | undefined; next: Unit | undefined }
  | { kind: 'gap'; unit: Unit; expected: string; before: Unit; next: Unit | undefined }

/** Are units counted at all? A list without numbers is none that lost them. */
export function isSequence(units: readonly Unit[], spec: UnitSpec): boolean {
  if (numberingOf(spec) === undefined) return false
  if (units.every(({ part }) => part.form === 'item' || (part.form === 'box' && part.ordinal === undefined)))
    return false
  // Boxes that do without the word do without its number: "- [ ] 01: the index" names a file.
  const words = spec.words?.flat().map(word => word.toLowerCase()) ?? []
  if (words.length > 0 && units.every(({ part }) => part.form === 'box' && !words.includes(part.ordinal?.word ?? '')))
    return false
  // Without a number, what another file names by it can't be named.
  return !formsOf(spec).headings || isNamedByNumber(spec) || units.some(unit => unit.part.ordinal !== undefined)
}

/** How far a sequence has come. */
interface Course {
  spec: UnitSpec
  plan: Plan
  usual: ReturnType<typeof usualForm>
  /** The number that it starts from. */
  start: number
  /** All numbers that are written in it, as they are compared. */
  raws: Set<string>
  /** The first unit of each number so far. */
  seen: Map<string, Unit>
  /** Numbers that were expected elsewhere: where they stand is part of a slip told already. */
  owed: Set<string>
  /** Units behind a gap, or first with a number too high: the one whose number they have by mistake may stand in its place further on. */
  early: Set<Unit>
  /** The unit that the next one goes on from. */
  before: Unit | undefined
}

/**
 * The slips of a sequence, in its order.
 *
 * @param units The units that are counted together.
 * @param foreign Those of them that count with a word of another kind, which is told of by itself.
 */
export function* slipsOf(
  units: readonly Unit[],
  spec: UnitSpec,
  plan: Plan,
  foreign: ReadonlySet<Unit>
): Iterable<Slip> {
  // Numbers that a whole list lacks are one defect.
  if (units.length > 2 && foreign.size === 0 && units.every(({ part }) => part.ordinal === undefined)) {
    const [unit, ...others] = units
    yield { kind: 'unnumbered', unit: unit!, others }
    return
  }
  const course: Course = {
    spec,
    plan,
    usual: usualForm(units),
    start: firstNumberOf(units, spec),
    raws: new Set(units.flatMap(unit => rawOf(unit) ?? [])),
    seen: new Map(),
    owed: new Set(),
    early: new Set(),
    before: undefined
  }
  let place = course.start - 1
  for (const [i, unit] of units.entries()) {
    const { ordinal } = unit.part
    const hasPlace = !isBetween(unit, units[i - 1])
    if (hasPlace) place++
    if (!ordinal && !foreign.has(unit))
      yield { kind: 'unnumbered', unit, others: [], ...lackingAt(place, units, course) }
    if (!ordinal || (ordinal.numbers.length === 0 && ordinal.letter === undefined)) continue
    const { before, usual, seen } = course
    const expected = expectedAt(ordinal, course)
    if (usual === 'number' && numberForm(ordinal) !== 'number') {
      yield { kind: 'form', unit, expected }
      // It stands where the number would.
      course.raws.add(expected)
      course.before = standIn(unit, before, spec)
      continue
    }
    const inPlace = hasPlace && isAt(place, ordinal, course)
    const slip = slipAt(unit, inPlace, units[i + 1], course)
    if (slip) yield slip
    const raw = rawOf(unit)!
    if (!seen.has(raw)) for (const each of rawsOf(ordinal, raw)) seen.set(each, unit)
    if (ordinal.until !== undefined) place += ordinal.until - ordinal.numbers[0]!
    if (!before || compareOrdinals(ordinal, before.part.ordinal!) > 0 || inPlace) course.before = unit
  }
}

/** "1.5" and "1b" stand between two places: behind 1, and before 2. */
function isBetween({ part: { ordinal } }: Unit, before: Unit | undefined): boolean {
  if (!ordinal) return false
  const { numbers, letter } = ordinal
  const isSplit = letter !== undefined && numbers.length === 1
  return numbers.length > 1 || (isSplit && numbers[0] === before?.part.ordinal?.numbers[0])
}

/** Has a unit the number, or the letter, of the place where it stands? */
function isAt(place: number, { numbers, letter, roman, spelled }: Ordinal, { start }: Course): boolean {
  if (numbers.length === 0 && !roman && !spelled) return letter?.toUpperCase() === letterAt(place - start)
  return numbers.length === 1 && numbers[0] === place && (letter === undefined || letter.toLowerCase() === 'a')
}

function letterAt(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}

/** The number that a unit without one lacks, unless another has it; and a unit that shows how it is written. */
function lackingAt(
  place: number,
  units: readonly Unit[],
  { raws, start }: Course
): { expected?: string; like: Unit | undefined } {
  const like = units.find(({ part: { ordinal } }) => ordinal && /^(?:\d+|[A-Z])$/.test(ordinal.raw))
  const isLetter = like?.part.ordinal!.numbers.length === 0
  const expected = isLetter ? letterAt(place - start) : String(place)
  return { like, ...(raws.has(expected.toLowerCase()) ? {} : { expected }) }
}

/** The number that was to be where another is. */
function expectedAt(ordinal: Ordinal, { before, spec, start }: Course): string {
  if (before) return successor(before, ordinal)
  return numberingOf(spec) === 'letter' ? 'A' : String(start)
}

/** The slip at a unit, if its number is none that may stand there and nothing told before explains it. */
function slipAt(unit: Unit, inPlace: boolean, next: Unit | undefined, course: Course): Slip | undefined {
  const { before, seen, raws, owed, early, spec, plan, usual } = course
  const ordinal = unit.part.ordinal!
  const raw = rawOf(unit)!
  const expected = expectedAt(ordinal, course)
  const first = seen.get(raw)
  if (first) {
    // Where the first has this one's number, that was told there.
    return inPlace && early.has(first) ? undefined : { kind: 'duplicate', unit, expected, first, before, next }
  }
  const isOfCalendar = ordinal.word !== undefined && calendarWords.has(ordinal.word)
  if (!before) {
    // Behind others that have none, it may have the number of its place.
    if (inPlace || isOfCalendar || isFirst(unit, spec, usual)) return undefined
    early.add(unit)
    // Where it stands further behind, the two changed places: that is one slip.
    owed.add(expected.toLowerCase())
    return { kind: 'start', unit, expected }
  }
  if (inPlace || owed.has(raw) || follows(before, unit)) return undefined
  if (compareOrdinals(ordinal, before.part.ordinal!) < 0) return { kind: 'order', unit, expected }
  if (raws.has(expected.toLowerCase())) {
    owed.add(expected.toLowerCase())
    return { kind: 'order', unit, expected }
  }
  if (isOfCalendar || isObscured({ start: before.span.start, end: unit.span.start }, plan)) return undefined
  early.add(unit)
  return { kind: 'gap', unit, expected, before, next }
}
