import { kindOf, startsOf, unitSpecs } from '../../src/profiles/units.ts'
import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { isDone, isObscured } from '../../src/checks/expect.ts'
import { compareOrdinals } from '../../src/outline/ordinal.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Fix, Place } from '../../src/types.ts'
import { checkIds } from './ids.ts'
import { renumber } from '../../src/fix/numbers.ts'

type Id = 'none' | 'gap' | 'duplicate' | 'order' | 'start' | 'unnumbered' | 'sameId' | 'noId' | 'foreign'

export default defineRule<Id>({
  id: 'step-sequence',
  summary: 'Steps, phases, commits and items are numbered through, without a hole, a double or a jump back.',
  why: 'People refer to steps by number ("blocked on step 4"). A hole reads like a lost step.',
  severity: 'error',
  messages: {
    none: d => `Missing ${d.name}s in "${d.title}"`,
    gap: d => `Missing ${d.name} ${d.expected}: ${d.found} follows ${d.before}`,
    duplicate: d => `Duplicate ${d.name} number ${d.found}`,
    order: d => `Expected ${d.name} ${d.expected} here, found ${d.found}: out of order`,
    start: d => `Expected the first ${d.name} to be ${d.expected}, found ${d.found}`,
    sameId: d => `Duplicate ${d.name} ${d.found}`,
    noId: d => `Missing identifier on ${d.name} "${d.title}"`,
    foreign: d => `Expected ${d.name} ${d.found} below ${d.expected}, found below ${d.outer}`,
    unnumbered: d => `Missing number on ${d.name} "${d.title}"`
  },
  *check({ plan }) {
    yield* checkIds(plan)
    for (const section of plan.allSections) {
      if (!section.part || section.state === 'negative' || section.state === 'canonical') continue
      for (const spec of unitSpecs(section.spec)) yield* checkUnits(spec, section, plan)
    }
  }
})

export type SequenceId = Id

const counted = new Set(['step', 'phase', 'commit', 'item'])

function* checkUnits(spec: UnitSpec, section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const units = section.units.filter(unit => unit.spec === spec)
  if (units.length === 0) {
    if (section.state !== 'empty' && (spec.min ?? 1) > 0 && counted.has(kindOf(spec)) && isDone(section, plan)) {
      yield none(spec, section.spec.title, section.part!.place, String(startsOf(spec)[0]))
    }
    return
  }
  yield* checkSequence(units, spec, plan)
  for (const inner of unitSpecs(spec)) yield* checkInner(inner, units, section, plan)
}

/** Units inside of units: each holds as many as it must, numbered anew in each, or through the document. */
function* checkInner(
  inner: UnitSpec,
  outer: readonly Unit[],
  section: BoundSection,
  plan: Plan
): Iterable<Problem<Id>> {
  const lists = outer.map(unit => unit.units.filter(each => each.spec === inner))
  for (const [i, unit] of outer.entries())
    if ((inner.min ?? 0) > lists[i]!.length && isDone(section, plan))
      yield none(inner, unit.part.title, unit.part.place, 'N')
  if (inner.scope === 'document') yield* checkSequence(lists.flat(), inner, plan)
  else for (const list of lists) yield* checkSequence(list, inner, plan)
  const all = lists.flat()
  if (all.length > 0) for (const deeper of unitSpecs(inner)) yield* checkInner(deeper, all, section, plan)
}

function none(spec: UnitSpec, title: string, at: Place, number: string): Problem<Id> {
  const help = `Write each ${spec.role} under a title of its own`
  return {
    message: 'none',
    data: { name: spec.role, title },
    at,
    help: spec.words?.length ? `${help}: ${titleForm(spec, number)}` : help
  }
}

/** How a title begins: "Step 2: …". */
function titleForm({ words = [] }: UnitSpec, number: string): string {
  return `"${[...words.slice(0, 1), number].join(' ')}: …"`
}

function* checkSequence(units: readonly Unit[], spec: UnitSpec, plan: Plan): Iterable<Problem<Id>> {
  if (spec.ordinal === undefined || spec.ordinal === 'none') return
  if (units.every(({ part }) => part.form === 'item' || (part.form === 'box' && part.ordinal === undefined))) return
  if (spec.anyHeading && units.every(unit => unit.part.ordinal === undefined)) return
  // Read once it is needed: most sequences have no defect.
  let renumbered: Fix[] | undefined
  const mend = (): { fixes: Fix[] } => ({ fixes: (renumbered ??= renumber(units, spec, plan)) })
  const seen = new Map<string, Unit>()
  const raws = new Set(units.map(rawOf))
  const owed = new Set<string>()
  let before: Unit | undefined
  for (const [index, unit] of units.entries()) {
    const { ordinal } = unit.part
    const name = spec.role
    const at = unit.part.place
    if (!ordinal || (ordinal.numbers.length === 0 && ordinal.letter === undefined)) {
      if (!ordinal)
        yield {
          message: 'unnumbered',
          data: { name, title: unit.part.title },
          at,
          help: `Number it: ${titleForm(spec, 'N')}`
        }
      continue
    }
    const data = { name, found: ordinal.raw }
    const raw = rawOf(unit)!
    const first = seen.get(raw)
    const expected = before ? successor(before) : String(spec.ordinal === 'letter' ? 'A' : startsOf(spec)[0])
    const inPlace = ordinal.numbers.length === 1 && ordinal.numbers[0] === startsOf(spec)[0] + index
    if (first)
      yield {
        message: 'duplicate',
        data,
        at,
        help: `Renumber it to ${expected}`,
        related: [{ place: first.part.place, message: `First ${name} ${ordinal.raw}` }],
        ...mend()
      }
    else if (!before) {
      if (!isFirst(unit, spec))
        yield {
          message: 'start',
          data: { ...data, expected },
          at,
          help: `Number the ${name}s from ${expected}`,
          ...mend()
        }
    } else if (inPlace || owed.has(raw) || follows(before, unit)) {
      /* in order, or told of already */
    } else if (compareOrdinals(ordinal, before.part.ordinal!) < 0)
      yield { message: 'order', data: { ...data, expected }, at, help: 'Bring the numbers into order', ...mend() }
    else if (raws.has(expected.toLowerCase())) {
      owed.add(expected.toLowerCase())
      yield { message: 'order', data: { ...data, expected }, at, help: 'Bring the numbers into order', ...mend() }
    } else if (!isObscured({ start: before.span.start, end: unit.span.start }, plan))
      yield {
        message: 'gap',
        data: { ...data, expected, before: before.part.ordinal!.raw },
        at,
        help: `Renumber it to ${expected}, or add the missing ${name}`,
        ...mend()
      }
    if (!first) seen.set(raw, unit)
    if (!before || compareOrdinals(ordinal, before.part.ordinal!) > 0 || inPlace) before = unit
  }
}

/** A number as it is compared: "02" is 2. */
function rawOf({ part }: Unit): string | undefined {
  const raw = part.ordinal?.raw.toLowerCase()
  return raw?.includes('0') ? raw.replace(/\b0+(?=\d)/g, '') : raw
}

function isFirst(unit: Unit, spec: UnitSpec): boolean {
  const ordinal = unit.part.ordinal!
  if (spec.ordinal === 'letter' && ordinal.numbers.length === 0) return ordinal.letter === 'A'
  const last = ordinal.numbers.at(-1)!
  return startsOf(spec).includes(last)
}

/** 3 follows 2, 2b and 2; 2b follows 2a and 2; 2a follows 1 (a split step has no number of its own); B follows A. */
function follows(before: Unit, unit: Unit): boolean {
  const a = before.part.ordinal!
  const b = unit.part.ordinal!
  if (a.numbers.length !== b.numbers.length || !sameFront(a.numbers, b.numbers)) return true
  const step = (b.numbers.at(-1) ?? 0) - (a.numbers.at(-1) ?? 0)
  const letter = b.letter?.toLowerCase()
  if (step === 0)
    return a.letter === undefined ? letter === 'a' || letter === 'b' : letter === letterAfter(a.letter.toLowerCase())
  return step === 1 && (letter === undefined || letter === 'a')
}

function letterAfter(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1)
}

function sameFront(a: readonly number[], b: readonly number[]): boolean {
  return a.slice(0, -1).every((value, i) => value === b[i])
}

function successor(before: Unit): string {
  const { numbers, letter } = before.part.ordinal!
  if (numbers.length === 0) return letterAfter(letter!)
  return [...numbers.slice(0, -1), numbers.at(-1)! + 1].join('.')
}
