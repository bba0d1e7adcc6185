/** Numbers that a plan gives its sections where the profile leaves that to it. */
import type { BoundSection } from '../../src/plan/bind-types.ts'
import type { Part } from '../../src/outline/types.ts'
import { numberOf } from '../../src/profiles/fields.ts'

/** A heading whose number disagrees with its place. */
interface OddNumber {
  part: Part
  found: string
  expected: string
  /** The heading before, where the two have each other's number: then only the later one is told of. */
  swapped?: Part
}

/** Fewer numbers are no sequence. */
const fewest = 4

/**
 * Headings beside each other, most of them sections of the profile, are numbered from the first on: swapped numbers, doubled ones, a hole. One that fits
 * the heading before it fits, so that one slip is told once; where a heading without a number stands between, it may have been counted. The profile's own
 * number is right behind a lower one: what the plan may do without left the hole.
 *
 * @param sections Present sections in order, all there.
 * @param shared Headings of which it is told that another one has their number.
 */
export function oddNumbers(sections: readonly BoundSection[], shared: ReadonlySet<Part>): OddNumber[] {
  const odd = [...eachOdd(sections, shared)]
  return odd.flatMap((each, i) => {
    const [before, next] = [odd[i - 1], odd[i + 1]]
    if (next && areSwapped(each, next)) return []
    return [before && areSwapped(before, each) ? { ...each, swapped: before.part } : each]
  })
}

const areSwapped = (one: OddNumber, other: OddNumber): boolean =>
  one.found === other.expected && one.expected === other.found

function* eachOdd(sections: readonly BoundSection[], shared: ReadonlySet<Part>): Iterable<OddNumber> {
  const own = sections.flatMap(({ part }) => (part!.form === 'heading' ? [part!] : []))
  const numbered = own.filter(part => numberIn(part) !== undefined)
  if (numbered.length < fewest || numbered.length * 4 < own.length * 3) return
  const again = new Set(sections.flatMap(({ duplicates }) => duplicates.map(({ part }) => part)))
  const given = new Map(sections.map(({ part, spec }) => [part!, numberOf(spec)]))
  const [first] = own
  const beside = (first!.parent?.children ?? own).filter(
    part => part.form === 'heading' && part.level === first!.level && !again.has(part)
  )
  let meant: number | undefined
  let before: number | undefined
  let between = 0
  for (const part of beside) {
    const found = numberIn(part)
    if (found === undefined) {
      between++
      continue
    }
    const next = (meant ?? found - 1) + 1
    const fits = [meant, before].some(last => last !== undefined && found > last && found <= last + 1 + between)
    const isGiven = given.get(part) === String(found) && found > (before ?? 0)
    if (meant !== undefined && !fits && !isGiven && !shared.has(part))
      yield { part, found: String(found), expected: String(next) }
    meant = meant === undefined || fits || isGiven ? found : next
    before = found
    between = 0
  }
}

function numberIn({ ordinal }: Part): number | undefined {
  return ordinal?.word === undefined && ordinal?.numbers.length === 1 ? ordinal.numbers[0] : undefined
}
