import type { Ordinal } from '../../src/outline/numbers/ordinal.ts'
import type { Unit } from '../../src/plan/bind-types.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import { numberingOf, startsOf, titleWords } from '../../src/profiles/units.ts'
import { counting } from '../../src/plan/units/kin.ts'

/** How the numbers of a sequence go on. */

/** How a sequence is numbered: digits as soon as half of it has digits, and begins with them where it is no more than that. */
export function usualForm(units: readonly Unit[]): 'number' | 'other' {
  const ordinals = units.flatMap(({ part: { ordinal } }) => ordinal ?? [])
  const digits = ordinals.filter(ordinal => numberForm(ordinal) === 'number').length * 2
  const [first] = ordinals
  return digits > ordinals.length || (first && digits === ordinals.length && numberForm(first) === 'number')
    ? 'number'
    : 'other'
}

/** A placeholder (`[N]`) is of any form. */
export function numberForm({ numbers, letter, roman, spelled }: Ordinal): 'number' | 'other' {
  return roman || spelled || (numbers.length === 0 && letter !== undefined) ? 'other' : 'number'
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

/** The number that a sequence starts from: its first one, where it may; else the one by which most of its units stand in their places. */
export function firstNumberOf(units: readonly Unit[], spec: UnitSpec): number {
  const starts = startsOf(spec)
  const first = units[0]?.part.ordinal?.numbers
  if (first?.length === 1 && starts.includes(first[0]!)) return first[0]!
  const inPlace = (start: number): number =>
    units.filter(
      ({ part: { ordinal } }, index) => ordinal?.numbers.length === 1 && ordinal.numbers[0] === start + index
    ).length
  return starts.length === 1
    ? starts[0]
    : starts.reduce((best, start) => (inPlace(start) > inPlace(best) ? start : best))
}

/** Where nothing but letters or Roman numerals is used, a sequence begins with A or I. */
export function isFirst({ part }: Unit, spec: UnitSpec, usual: 'number' | 'other'): boolean {
  const { numbers, letter, word } = part.ordinal!
  if (numbers.length === 0) return letter === 'A' ? numberingOf(spec) === 'letter' || usual === 'other' : letter === 'I'
  const { usual: words } = titleWords(spec)
  // Milestones in a list of steps begin where people begin.
  const isOther = usual === 'other' || (word !== undefined && words.length > 0 && !words.includes(word))
  return startsOf(spec).includes(numbers.at(-1)!) || (isOther && numbers[0] === 1)
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

/** The number from which what stands behind a unit goes on, once that one has another: undefined where it is in order then, or told of by itself. */
export function nextFrom(
  expected: string,
  unit: Unit,
  before: Unit | undefined,
  next: Unit | undefined
): string | undefined {
  if (!next?.part.ordinal || !follows(unit, next)) return undefined
  const isNumber = /^\d/.test(expected)
  const { roman } = before?.part.ordinal ?? {}
  const numbers = isNumber ? expected.split('.').map(Number) : roman ? [lastOf(before!) + 1] : []
  const letter = !isNumber && !roman ? { letter: expected } : {}
  const ordinal = { raw: expected, numbers, ...letter, ...(roman ? { roman } : {}), start: 0, end: 0, rest: '' }
  const moved: Unit = { ...unit, part: { ...unit.part, ordinal } }
  return follows(moved, next) ? undefined : successor(moved, next.part.ordinal)
}

/** What would come next; 3 after 2.5, where a whole number follows. */
export function successor(before: Unit, { numbers: next }: Ordinal): string {
  const { numbers, letter, roman } = before.part.ordinal!
  // "I" is a letter until "II" says what it is.
  if (numbers.length === 0) return letter === 'I' && next.length > 0 ? 'II' : letterAfter(letter!)
  if (roman) return toRoman(lastOf(before) + 1)
  const front = numbers.findIndex((value, i) => value !== next[i])
  if (numbers.length === next.length && front >= 0 && front < numbers.length - 1)
    return numbers.map((value, i) => (i < front ? value : i === front ? value + 1 : 1)).join('.')
  const length = next.length > 0 ? Math.min(next.length, numbers.length) : numbers.length
  return length < numbers.length
    ? [...numbers.slice(0, length - 1), numbers[length - 1]! + 1].join('.')
    : [...numbers.slice(0, -1), lastOf(before) + 1].join('.')
}

const romans: readonly [number, string][] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I']
]

function toRoman(value: number): string {
  let rest = Math.min(value, 89)
  let text = ''
  for (const [worth, sign] of romans) {
    text += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return text
}

/** Units that count with a word of another kind ("Gate 2: …" among steps), by that word; the ones that all count so in a word that is read are none. */
export function foreignWords(units: readonly Unit[], spec: UnitSpec): Map<string, Unit[]> {
  const { usual, spare } = titleWords(spec)
  const own = new Set([...usual, ...spare])
  const found = new Map<string, Unit[]>()
  if (own.size === 0 || units.some(({ part: { ordinal } }) => ordinal && ordinal.word === undefined)) return found
  const isMixed = units.some(({ part: { ordinal } }) => ordinal?.word !== undefined && own.has(ordinal.word))
  for (const unit of units) {
    const { ordinal, title, form } = unit.part
    const word = ordinal ? (isMixed ? ordinal.word : undefined) : counting.exec(title)?.[1]
    if (form !== 'heading' || word === undefined || own.has(word.toLowerCase())) continue
    const written = ordinal ? title.slice(ordinal.start, ordinal.start + word.length) : word
    const same = found.get(written)
    if (same) same.push(unit)
    else found.set(written, [unit])
  }
  return found
}
