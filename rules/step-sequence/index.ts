import { documentId } from '../../src/profiles/holders.ts'
import { formsOf, isBoxed, isPlain, kindOf, numberingOf, startsOf, unitSpecs } from '../../src/profiles/units.ts'
import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { isBare } from '../../src/checks/bare-units.ts'
import { isObscured } from '../../src/checks/expect.ts'
import { mustBeComplete } from '../../src/checks/phases.ts'
import { compareOrdinals, isPlainOrdinal } from '../../src/outline/numbers/ordinal.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Fix, Related } from '../../src/types.ts'
import { checkIds } from './ids.ts'
import {
  foreignWords,
  follows,
  numberForm,
  isFirst,
  nextFrom,
  rawOf,
  rawsOf,
  standIn,
  firstNumberOf,
  successor,
  usualForm
} from './numbers.ts'
import type { IdMessage } from './ids.ts'
import { titleForm } from '../words/titles.ts'
import { siblingLists } from './siblings.ts'
import { foreignWord } from './word.ts'
import { lacksUnits } from '../../src/checks/lacking-units.ts'
import { none } from './none.ts'
import { checkPositions } from './positions.ts'
import type { PositionMessage } from './positions.ts'
import { checkNames } from './names.ts'
import type { NameMessage } from './names.ts'
import type { Renumbering } from '../../src/fix/renumber/numbers.ts'
import { renumber } from '../../src/fix/renumber/numbers.ts'

type Id =
  | 'none'
  | 'form'
  | 'gap'
  | 'duplicate'
  | 'order'
  | 'start'
  | 'unnumbered'
  | 'word'
  | IdMessage
  | PositionMessage
  | NameMessage

export default defineRule<Id>({
  id: 'step-sequence',
  summary: 'Steps, phases, commits and items are numbered through, without a hole, a double or a jump back.',
  why: 'People refer to steps by number ("blocked on step 4"). A hole reads like a lost step.',
  whenOff: 'Where numbers are taken from a tracker, and holes in them mean that something lies elsewhere.',
  severity: 'error',
  messages: {
    none: d => `Missing ${d.name}s in "${d.title}"`,
    form: d => `Expected ${d.name} ${d.expected}, found ${d.found}: one sequence keeps to one form of number`,
    gap: d => `Missing ${d.name} ${d.expected}: ${d.found} follows ${d.before}`,
    duplicate: d => `Duplicate ${d.name} number ${d.found}`,
    order: d => `Expected ${d.name} ${d.expected} here, found ${d.found}: out of order`,
    start: d => `Expected the first ${d.name} to be ${d.expected}, found ${d.found}`,
    sameId: d => `Duplicate ${d.name} ${d.found}`,
    sameName: d => `Duplicate ${d.name} ${d.found}`,
    nearName: d => `Conflicting names of a ${d.name}: ${d.found} and ${d.other}`,
    noNames: d => `Missing ${d.name}s in "${d.title}"`,
    unpaired: d => `Missing "${d.form}" of ${d.name} ${d.found}`,
    noId: d => `Missing identifier on ${d.name} "${d.title}"`,
    foreign: d => `Expected ${d.name} ${d.found} below ${d.expected}, found below ${d.outer}`,
    position: d => `Expected ${d.name} ${d.expected} here, found ${d.found}: it counts by its place`,
    word: d => `Unknown unit "${d.found}" in "${d.title}", expected "${d.expected}"`,
    unnumbered: d => `Missing number on ${d.name} "${d.title}"`
  },
  *check({ plan }) {
    yield* checkIds(plan)
    yield* checkNames(plan)
    yield* checkPositions(plan)
    for (const section of plan.allSections) {
      if (!section.part || section.state === 'negative' || section.state === 'canonical') continue
      for (const spec of unitSpecs(section.spec)) yield* checkUnits(spec, section, plan)
    }
  }
})

const counted = new Set(['step', 'phase', 'commit', 'item'])

function* checkUnits(spec: UnitSpec, section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const units = section.units.filter(unit => unit.spec === spec)
  if (units.length === 0) {
    if (
      section.state !== 'empty' &&
      (spec.min ?? 1) > 0 &&
      !(section.spec.id === documentId && plan.units(spec.role).length > 0) &&
      counted.has(kindOf(spec)) &&
      !isBoxed(spec) &&
      mustBeComplete(section, plan)
    ) {
      yield none(spec, section.spec.title, section.part!.place, String(startsOf(spec)[0]))
    }
    return
  }
  // Numbers that the format's own tools don't read are a matter of that form.
  const isOdd = isPlain(spec) && units.some(({ part: { ordinal } }) => ordinal && !isPlainOrdinal(ordinal))
  if (spec.number === 'siblings') yield* checkSiblings(units, spec, plan)
  else if (!isOdd) yield* weighed(checkSequence(units, spec, plan), spec)
  for (const inner of unitSpecs(spec)) yield* checkInner(inner, units, plan)
}

/** A profile may weigh the numbers of a unit less. */
function* weighed(problems: Iterable<Problem<Id>>, { order }: UnitSpec): Iterable<Problem<Id>> {
  for (const problem of problems) yield order === undefined ? problem : { ...problem, severity: order }
}

/** Units anywhere: those of one word below one heading are a sequence; of several, each begins anew or goes on with the one before. */
function* checkSiblings(units: readonly Unit[], spec: UnitSpec, plan: Plan): Iterable<Problem<Id>> {
  for (const { list, number, word } of siblingLists(units)) {
    const own = { ...spec, role: word ?? spec.role, number }
    // A number elsewhere may mean a unit of another list: what to renumber is the author's choice.
    for (const { fixes: _, ...problem } of checkSequence(list, own, plan)) yield problem
  }
}

/** Units inside of units: each holds as many as it must, numbered anew in each, or through the document. */
function* checkInner(inner: UnitSpec, outer: readonly Unit[], plan: Plan): Iterable<Problem<Id>> {
  const lists = outer.map(unit => unit.units.filter(each => each.spec === inner))
  for (const unit of outer)
    if (lacksUnits(inner, unit, plan)) yield none(inner, unit.part.title, unit.part.place, 'N', unit.part.ordinal?.raw)
  // An outer unit left empty may have held some of the numbers: then gaps are not reported.
  if (inner.number === 'through')
    yield* outer.some(unit => isBare(unit, plan)) ? [] : weighed(checkSequence(lists.flat(), inner, plan), inner)
  else for (const list of lists) yield* weighed(checkSequence(list, inner, plan), inner)
  const all = lists.flat()
  if (all.length > 0) for (const deeper of unitSpecs(inner)) yield* checkInner(deeper, all, plan)
}

/** What has a number of its own again draws those behind it along. */
function renumberTo(expected: string, unit: Unit, before: Unit | undefined, next: Unit | undefined): string {
  const rest = nextFrom(expected, unit, before, next)
  return `Renumber it to ${expected}${rest === undefined ? '' : `, and those behind it from ${rest} on`}`
}

function* checkSequence(units: readonly Unit[], spec: UnitSpec, plan: Plan): Iterable<Problem<Id>> {
  const numbering = numberingOf(spec)
  if (numbering === undefined) return
  if (units.every(({ part }) => part.form === 'item' || (part.form === 'box' && part.ordinal === undefined))) return
  // Boxes that do without the word do without its number: "- [ ] 01: the index" names a file.
  const words = spec.words?.flat().map(word => word.toLowerCase()) ?? []
  if (words.length > 0 && units.every(({ part }) => part.form === 'box' && !words.includes(part.ordinal?.word ?? '')))
    return
  if (formsOf(spec).headings && units.every(unit => unit.part.ordinal === undefined)) return
  // Read once it is needed: most sequences have no defect.
  let renumbered: Renumbering | undefined
  const fix = (...related: Related[]): { fixes: Fix[]; related?: Related[] } => {
    const { fixes, doubt } = (renumbered ??= renumber(units, spec, plan))
    const all = [...related, ...(doubt ? [doubt] : [])]
    return { fixes, ...(all.length > 0 ? { related: all } : {}) }
  }
  const foreign = foreignWords(units, spec)
  for (const [found, same] of foreign) yield foreignWord(found, same, spec)
  const isReported = new Set([...foreign.values()].flat())
  const seen = new Map<string, Unit>()
  const raws = new Set(units.map(rawOf))
  const owed = new Set<string>()
  const early = new Set<Unit>()
  let before: Unit | undefined
  let whole = -1
  const usual = usualForm(units)
  const start = firstNumberOf(units, spec)
  // Numbers that a whole list lacks are one defect.
  const lacksAll = units.length > 2 && foreign.size === 0 && units.every(({ part }) => part.ordinal === undefined)
  for (const [i, unit] of units.entries()) {
    const { ordinal } = unit.part
    const name = spec.role
    // "1.5" stands between two places.
    if (!ordinal || ordinal.numbers.length < 2) whole++
    const at = unit.part.place
    if (!ordinal || (ordinal.numbers.length === 0 && ordinal.letter === undefined)) {
      if (!ordinal && !isReported.has(unit)) {
        const others = lacksAll ? units.slice(1) : []
        yield {
          message: 'unnumbered',
          data: { name, title: unit.part.title },
          at,
          help: `Number ${others.length > 0 ? 'each' : 'it'}: ${titleForm(spec, 'N')}`,
          ...(others.length > 0
            ? { related: others.map(({ part }) => ({ place: part.place, message: 'Here too' })) }
            : {})
        }
        if (lacksAll) return
      }
      continue
    }
    const data = { name, found: ordinal.raw }
    const raw = rawOf(unit)!
    const first = seen.get(raw)
    const expected = before ? successor(before, ordinal) : String(numbering === 'letter' ? 'A' : start)
    const inPlace = ordinal.numbers.length === 1 && ordinal.numbers[0] === start + whole
    if (usual === 'number' && numberForm(ordinal) !== 'number') {
      yield { message: 'form', data: { ...data, expected }, at, help: `Number it ${expected}, as the others are` }
      // It stands where the number would.
      raws.add(expected)
      before = standIn(unit, before, spec)
      continue
    }
    if (first && inPlace && early.has(first)) {
      /* it is the first that has this one's number, and that is told */
    } else if (first)
      yield {
        message: 'duplicate',
        data,
        at,
        help: renumberTo(expected, unit, before, units[i + 1]),
        ...fix({ place: first.part.place, message: `First ${name} ${ordinal.raw}` })
      }
    else if (!before) {
      if (!isFirst(unit, spec, usual)) {
        // Where it stands further behind, the two changed places: that is one slip.
        owed.add(expected.toLowerCase())
        yield {
          message: 'start',
          data: { ...data, expected },
          at,
          help: `Number the ${name}s from ${expected}`,
          ...fix()
        }
      }
    } else if (inPlace || owed.has(raw) || follows(before, unit)) {
      /* in order, or told of already */
    } else if (compareOrdinals(ordinal, before.part.ordinal!) < 0)
      yield { message: 'order', data: { ...data, expected }, at, help: 'Bring the numbers into order', ...fix() }
    else if (raws.has(expected.toLowerCase())) {
      owed.add(expected.toLowerCase())
      yield { message: 'order', data: { ...data, expected }, at, help: 'Bring the numbers into order', ...fix() }
    } else if (!isObscured({ start: before.span.start, end: unit.span.start }, plan)) {
      early.add(unit)
      yield {
        message: 'gap',
        data: { ...data, expected, before: before.part.ordinal!.raw },
        at,
        help: `${renumberTo(expected, unit, before, units[i + 1])}, or add the missing ${name}`,
        ...fix()
      }
    }
    if (!first) for (const each of rawsOf(ordinal, raw)) seen.set(each, unit)
    if (ordinal.until !== undefined) whole += ordinal.until - ordinal.numbers[0]!
    if (!before || compareOrdinals(ordinal, before.part.ordinal!) > 0 || inPlace) before = unit
  }
}
