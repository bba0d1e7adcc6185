/** Arithmetic on the numbers of units: what comes first, what follows, what would have come. */
import type { Ordinal } from '../../src/outline/ordinal.ts'
import type { Unit } from '../../src/plan/bind-types.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { numberingOf, startsOf } from '../../src/profiles/units.ts'

/** How a sequence is numbered: digits as soon as most of it has digits. */
export function usualForm(units: readonly Unit[]): 'number' | 'other' {
  const ordinals = units.flatMap(({ part: { ordinal } }) => ordinal ?? [])
  return ordinals.filter(ordinal => formOf(ordinal) === 'number').length * 2 > ordinals.length ? 'number' : 'other'
}

/** A placeholder (`[N]`) is of any form. */
export function formOf({ numbers, letter, roman }: Ordinal): 'number' | 'other' {
  return roman || (numbers.length === 0 && letter !== undefined) ? 'other' : 'number'
}

/** A unit with a number of the wrong form, as if it had the next of the right one. */
export function standIn(unit: Unit, before: Unit | undefined, spec: UnitSpec): Unit {
  const number = before ? lastOf(before) + 1 : startsOf(spec)[0]
  const ordinal = { raw: String(number), numbers: [number], start: 0, end: 0, rest: '' }
  return { ...unit, part: { ...unit.part, ordinal } }
}

/** The numbers that a range takes up, each as it is compared. */
export function rawsOf({ numbers, until }: Ordinal, raw: string): string[] {
  const [from] = numbers
  return until === undefined || until - from! > 100
    ? [raw]
    : Array.from({ length: until - from! + 1 }, (_, i) => String(from! + i))
}

function lastOf({ part: { ordinal } }: Unit): number {
  return ordinal!.until ?? ordinal!.numbers.at(-1) ?? 0
}

/** A number as it is compared: "02" is 2. */
export function rawOf({ part }: Unit): string | undefined {
  const raw = part.ordinal?.raw.toLowerCase()
  return raw?.includes('0') ? raw.replace(/\b0+(?=\d)/g, '') : raw
}

export function isFirst(unit: Unit, spec: UnitSpec): boolean {
  const ordinal = unit.part.ordinal!
  if (numberingOf(spec) === 'letter' && ordinal.numbers.length === 0) return ordinal.letter === 'A'
  const last = ordinal.numbers.at(-1)!
  return startsOf(spec).includes(last)
}

/** 3 follows 2, 2b, 2.5 and 2; 2b follows 2a and 2; 2a follows 1 (a split step has no number of its own); 2.1 follows 1.3; B follows A. */
export function follows(before: Unit, unit: Unit): boolean {
  const a = before.part.ordinal!
  const b = unit.part.ordinal!
  const front = a.numbers.findIndex((value, i) => value !== b.numbers[i])
  if (a.numbers.length !== b.numbers.length)
    return front < 0 || front >= b.numbers.length || isNext(a.numbers[front]!, b.numbers[front]!, a, b)
  if (front >= 0 && front < a.numbers.length - 1) return b.numbers[front]! === a.numbers[front]! + 1
  const step = (b.numbers.at(-1) ?? 0) - lastOf(before)
  const letter = b.letter?.toLowerCase()
  if (step === 0)
    return a.letter === undefined ? letter === 'a' || letter === 'b' : letter === letterAfter(a.letter.toLowerCase())
  return step === 1 && (letter === undefined || letter === 'a')
}

/** 3 follows 2.5; 2.5 does not follow 1, since 2 is a step of its own, but 2.1 does. */
function isNext(from: number, to: number, a: Ordinal, b: Ordinal): boolean {
  return to === from + 1 && (a.numbers.length > b.numbers.length || b.numbers.at(-1)! <= 1)
}

function letterAfter(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1)
}

/** What would come next; 3 after 2.5, where a whole number follows. */
export function successor(before: Unit, { numbers: next }: Ordinal): string {
  const { numbers, letter } = before.part.ordinal!
  if (numbers.length === 0) return letterAfter(letter!)
  const length = next.length > 0 ? Math.min(next.length, numbers.length) : numbers.length
  return length < numbers.length
    ? [...numbers.slice(0, length - 1), numbers[length - 1]! + 1].join('.')
    : [...numbers.slice(0, -1), lastOf(before) + 1].join('.')
}
