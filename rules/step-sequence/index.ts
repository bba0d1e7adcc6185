import { peersOf } from '../../src/profiles/sets.ts'
import { groupBy } from '../../src/util/group.ts'
import { isPlain, startsOf, unitSpecs } from '../../src/profiles/units.ts'
import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { isBare } from '../../src/checks/bare-units.ts'
import { doubledLabel } from '../../src/checks/doubled-labels.ts'
import { tooFewIn, tooFewUnits } from '../../src/checks/lacking-units.ts'
import { isPlainOrdinal } from '../../src/outline/numbers/ordinal.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { renumber } from '../../src/fix/renumber/numbers.ts'
import { lazy } from '../../src/util/lazy.ts'
import { checkIds } from './ids.ts'
import type { IdMessage } from './ids.ts'
import { checkNames } from './names.ts'
import type { NameMessage } from './names.ts'
import { none } from './none.ts'
import { foreignWords } from './numbers.ts'
import { checkPositions } from './positions.ts'
import type { PositionMessage } from './positions.ts'
import { isCountedByWord, repeated } from './repeated.ts'
import { isSequence, slipsOf } from './sequence.ts'
import { siblingLists } from './siblings.ts'
import { foreignWord } from './word.ts'
import { slipProblem } from './words.ts'
import type { SlipMessage } from './words.ts'
import { foundWords } from '../words/content.ts'
import { pluralOf } from '../../src/util/plural.ts'

type Id = 'none' | 'word' | SlipMessage | IdMessage | PositionMessage | NameMessage

export default defineRule<Id>({
  id: 'step-sequence',
  summary: 'Steps, phases, commits and items are numbered through, without a hole, a double or a jump back.',
  why: 'People refer to steps by number ("blocked on step 4"). A hole reads like a lost step.',
  whenOff: 'Where numbers are taken from a tracker, and holes in them mean that something lies elsewhere.',
  severity: 'error',
  messages: {
    none: d => `Missing ${pluralOf(String(d.name))} in "${d.title}"${foundWords(d)}`,
    form: d => `Expected ${d.name} ${d.expected}, found ${d.found}: one sequence keeps to one form of number`,
    gap: d => `Missing ${d.name} ${d.expected}: ${d.found} follows ${d.before}`,
    duplicate: d => `Duplicate ${d.name} number ${d.found}`,
    order: d => `Expected ${d.name} ${d.expected} here, found ${d.found}: out of order`,
    start: d => `Expected the first ${d.name} to be ${d.expected}, found ${d.found}`,
    sameId: d => `Duplicate ${d.name} ${d.found}`,
    sameName: d => `Duplicate ${d.name} ${d.found}`,
    nearName: d => `Conflicting names of a ${d.name}: ${d.found} and ${d.other}`,
    noNames: d => `Missing ${pluralOf(String(d.name))} in "${d.title}"${foundWords(d)}`,
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

function* checkUnits(spec: UnitSpec, section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const units = section.units.filter(unit => unit.spec === spec)
  const few = tooFewUnits(spec, section, plan, 'step-sequence')
  const number = String(startsOf(spec)[0] + (few?.found ?? 0))
  if (few) yield none(spec, few, section.spec.title, section.part!.place, { number })
  if (units.length === 0) return
  yield* repeated(units, spec)
  if (isCountedByWord(spec)) yield* weighed(checkWorded(units, spec, plan), spec)
  // Numbers that the format's own tools don't read are a matter of that form.
  const isOdd = isPlain(spec) && units.some(({ part: { ordinal } }) => ordinal && !isPlainOrdinal(ordinal))
  if (spec.number === 'siblings') yield* checkSiblings(units, spec, plan)
  else if (!isOdd) yield* weighed(unlessSwallowed(checkSequence(units, spec, plan), units), spec)
  const whole = units.filter(unit => !doubledLabel(unit))
  for (const inner of unitSpecs(spec)) yield* checkInner(inner, whole, plan)
}

/** That a unit begins within the one before, since its title is gone, is told there: its number is missing with it. */
function* unlessSwallowed(problems: Iterable<Problem<Id>>, units: readonly Unit[]): Iterable<Problem<Id>> {
  for (const problem of problems) {
    const at = units.findIndex(({ part }) => part.place === problem.at)
    if (problem.message !== 'gap' || !(at > 0 && doubledLabel(units[at - 1]!))) yield problem
  }
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

/** Of boxes and tags that need no number, those that a word leads are counted: "Task 1: …". Where plans are peers, one goes on with what another began. */
function* checkWorded(units: readonly Unit[], spec: UnitSpec, plan: Plan): Iterable<Problem<Id>> {
  const worded = units.filter(({ part: { ordinal, struck } }) => ordinal?.word !== undefined && !struck)
  for (const list of groupBy(worded, ({ part }) => part.ordinal!.word).values()) {
    const first = list[0]!.part.ordinal!.numbers[0]
    const number = peersOf(plan.profile) && first !== undefined ? first : [1, 0]
    if (list.length < 2) continue
    for (const { fixes: _, ...problem } of checkSequence(list, { ...spec, number }, plan)) yield problem
  }
}

/** Units inside of units: each holds as many as it must, numbered anew in each, or through the document. */
function* checkInner(inner: UnitSpec, outer: readonly Unit[], plan: Plan): Iterable<Problem<Id>> {
  const lists = outer.map(unit => unit.units.filter(each => each.spec === inner))
  for (const unit of outer) {
    const few = tooFewIn(inner, unit, plan)
    if (few) yield none(inner, few, unit.part.title, unit.part.place, { number: 'N', outer: unit.part.ordinal?.raw })
  }
  // An outer unit left empty may have held some of the numbers: then gaps are not reported.
  if (inner.number === 'through')
    yield* outer.some(unit => isBare(unit, plan)) ? [] : weighed(checkSequence(lists.flat(), inner, plan), inner)
  else for (const list of lists) yield* weighed(checkSequence(list, inner, plan), inner)
  const all = lists.flat()
  if (all.length > 0) for (const deeper of unitSpecs(inner)) yield* checkInner(deeper, all, plan)
}

function* checkSequence(units: readonly Unit[], spec: UnitSpec, plan: Plan): Iterable<Problem<Id>> {
  if (!isSequence(units, spec)) return
  const foreign = foreignWords(units, spec)
  for (const [found, same] of foreign) yield foreignWord(found, same, spec)
  const renumbered = lazy(() => renumber(units, spec, plan))
  for (const slip of slipsOf(units, spec, plan, new Set([...foreign.values()].flat())))
    yield slipProblem(slip, spec, renumbered)
}
