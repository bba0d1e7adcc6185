import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { numberOf } from '../../src/profiles/fields.ts'
import type { Part } from '../../src/outline/types.ts'
import { groupBy } from '../../src/util/group.ts'

/** Something wrong with the order of present sections. */
interface SequenceDefect {
  kind: 'misplaced' | 'number' | 'unnumbered'
  section: BoundSection
  /** For `misplaced`: the section it belongs after (or before). */
  neighbour?: BoundSection
  after?: boolean
  found?: string
  expected?: string
}

/**
 * Aligns the present sections with the profile's order: the longest run that is in order stays, each section outside of it is misplaced. One moved section
 * gives one defect, not a cascade.
 *
 * @param sections Present sections in the profile's order.
 * @param numbered Numbers in headings must agree with the order.
 */
export function sequenceDefects(sections: readonly BoundSection[], numbered: boolean): SequenceDefect[] {
  // Most plans are in order, and then nothing has to be aligned.
  if (sections.every((section, i) => i === 0 || section.part!.span.start > sections[i - 1]!.part!.span.start))
    return numbered ? [...numberDefects(sections), ...wordedDefects(sections)] : []
  const rank = new Map(sections.map((section, i) => [section, i]))
  const byPlace = [...sections].sort((a, b) => a.part!.span.start - b.part!.span.start)
  // Of two swapped sections the later one is told of: read backwards, so that the earlier of equals stays.
  const backwards = [...byPlace].reverse()
  const kept = new Set(longestIncreasing(backwards.map(section => -rank.get(section)!)).map(i => backwards[i]!))
  const defects: SequenceDefect[] = []
  for (const section of byPlace) {
    if (kept.has(section)) continue
    // It stands behind one that comes after it, or in front of one that comes before it: of that one is told.
    const at = rank.get(section)!
    const isBehind = (other: BoundSection): boolean => section.part!.span.start > other.part!.span.start
    const before = sections.slice(0, at).findLast(other => kept.has(other) && !isBehind(other))
    const neighbour = before ?? sections.slice(at + 1).find(other => kept.has(other) && isBehind(other))!
    defects.push({ kind: 'misplaced', section, neighbour, after: neighbour === before })
  }
  if (numbered)
    for (const find of [numberDefects, wordedDefects])
      defects.push(...find(byPlace.filter(section => kept.has(section))))
  return defects
}

/** "Step 5: Dependencies" where the profile has it third: right is its number, or one more than that of what stands before it with the same word. */
function wordedDefects(sections: readonly BoundSection[]): SequenceDefect[] {
  return sections.flatMap(section => {
    const own = numberOf(section.spec)
    const { ordinal, parent } = section.part!
    if (own === undefined || own.includes('.') || ordinal?.word === undefined || ordinal.numbers.length !== 1) return []
    const [found] = ordinal.numbers
    const beside = (parent?.children ?? []).filter(part => part.ordinal?.word === ordinal.word)
    const before = beside[beside.indexOf(section.part!) - 1]?.ordinal?.numbers[0]
    return found === Number(own) || found === (before ?? Number.NaN) + 1
      ? []
      : [{ kind: 'number' as const, section, found: ordinal.raw, expected: own }]
  })
}

/** A number is right where it is the profile's, or one more than that of the section before; where most sections have one, all have. */
function numberDefects(sections: readonly BoundSection[]): SequenceDefect[] {
  const counted = sections.filter(section => numberOf(section.spec) !== undefined && section.part!.form === 'heading')
  const mostly = counted.filter(isNumbered).length * 2 > counted.length
  const defects: SequenceDefect[] = []
  let previous = 0
  let missing = 0
  for (const section of counted) {
    const parts = numberOf(section.spec)!.split('.')
    const own = Number(parts.at(-1))
    const next = previous === 0 ? own : previous + 1 + missing
    const expected = [...frontOf(section, parts), String(next)].join('.')
    if (!isNumbered(section)) {
      missing++
      if (mostly && !Array.isArray(section.spec.number)) defects.push({ kind: 'unnumbered', section, expected })
      continue
    }
    const { numbers, raw } = section.part!.ordinal!
    const found = numbers.at(-1)!
    const fits = found === own || found === next || found === (numberBefore(section.part!) ?? Number.NaN) + 1
    const isOwn = numbers.join('.') === numberOf(section.spec)
    if (
      !fits ||
      (!isOwn &&
        numbers.length === parts.length &&
        numbers.slice(0, -1).join('.') !== frontOf(section, parts).join('.'))
    )
      defects.push({
        kind: 'number',
        section,
        found: raw,
        expected: [...frontOf(section, parts), String(fits ? found : next)].join('.')
      })
    previous = fits ? found : next
    missing = 0
  }
  return defects
}

/** A heading whose number another one beside it has. */
export interface SharedNumber {
  part: Part
  first: Part
  found: string
  /** The profile's, where it is a section of it. */
  expected?: string
}

/** Where the profile numbers its sections and will take others: no two headings beside each other have one number. The one of which the profile has it keeps it. */
export function* sharedNumbers(sections: readonly BoundSection[]): Iterable<SharedNumber> {
  const counted = new Map(
    sections.flatMap(section =>
      numberOf(section.spec) !== undefined && section.part!.form === 'heading' ? [[section.part!, section]] : []
    )
  )
  const ownOf = (part: Part): string | undefined => {
    const section = counted.get(part)
    return section && numberOf(section.spec)
  }
  // That a section stands twice is told as that.
  const again = new Set(sections.flatMap(({ duplicates }) => duplicates.map(({ part }) => part)))
  for (const [above, beside] of groupBy(counted.keys(), ({ parent }) => parent)) {
    const titles = (above?.children ?? beside).filter(
      part =>
        !again.has(part) &&
        part.form === 'heading' &&
        part.level === beside[0]!.level &&
        part.ordinal?.numbers.length === 1 &&
        part.ordinal.word === undefined
    )
    for (const [found, same] of groupBy(titles, ({ ordinal }) => String(ordinal!.numbers[0]))) {
      if (same.length < 2 || !same.some(part => counted.has(part))) continue
      const first = same.find(part => ownOf(part) === found) ?? same[0]!
      for (const part of same) {
        const expected = ownOf(part)
        if (part !== first) yield { part, first, found, ...(expected === undefined ? {} : { expected }) }
      }
    }
  }
}

/** The number that a missing section takes in its heading, with what parts the two: nothing where the others have none, or another heading has it. */
export function sectionNumber(sections: readonly BoundSection[], missing: BoundSection, { outline }: Plan): string {
  const number = numberOf(missing.spec)
  const counted = sections.filter(({ spec, part }) => spec.number !== undefined && part?.form === 'heading')
  if (number === undefined || counted.filter(isNumbered).length * 2 <= counted.length) return ''
  const parts = number.split('.')
  const own = parts.length > 1 ? [...frontOf(missing, parts), parts.at(-1)!].join('.') : number
  const isTaken = outline.parts.some(
    ({ form, ordinal }) => form === 'heading' && ordinal?.word === undefined && ordinal?.raw === own
  )
  // Two headings of one number are no gain: which of them moves is the author's to say.
  return isTaken ? '' : parts.length > 1 ? `${own} ` : `${own}. `
}

function isNumbered(section: BoundSection): boolean {
  const ordinal = section.part!.ordinal
  return ordinal !== undefined && ordinal.word === undefined && ordinal.numbers.length > 0
}

/** The numbers before the last: those that the section above has in the plan, else the profile's. */
function frontOf(section: BoundSection, parts: readonly string[]): string[] {
  const above = section.parent?.part?.ordinal
  return parts.length === 2 && above && above.word === undefined && above.numbers.length === 1
    ? [String(above.numbers[0])]
    : parts.slice(0, -1)
}

/** The number of the heading before, be it a section of the profile or not. */
function numberBefore(part: Part): number | undefined {
  const siblings = part.parent?.children ?? []
  const at = siblings.indexOf(part)
  for (let i = at - 1; i >= 0; i--) {
    const { form, level, ordinal } = siblings[i]!
    if (form === 'heading' && level === part.level && ordinal && ordinal.word === undefined)
      return ordinal.numbers.at(-1)
  }
  return undefined
}

/** Indices of a longest increasing subsequence (patience sorting, n log n). */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = []
  const before = new Array<number>(values.length).fill(-1)
  for (let i = 0; i < values.length; i++) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (values[tails[mid]!]! < values[i]!) low = mid + 1
      else high = mid
    }
    before[i] = low > 0 ? tails[low - 1]! : -1
    tails[low] = i
  }
  const result: number[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) result.push(i)
  return result.reverse()
}
