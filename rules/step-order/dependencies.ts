import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { mayBeHidden } from '../../src/checks/ids/hidden-ids.ts'
import { idNumber } from '../../src/plan/units/numbers.ts'
import { agreesOf } from '../../src/profiles/units.ts'
import { isOfOtherPlan, turn } from '../../src/plan/units/dependence-words.ts'
import { findRanges, shapesOf } from '../../src/plan/units/shapes.ts'
import type { Place } from '../../src/types.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { groupBy } from '../../src/util/group.ts'

/** "(depends on T012, T013–T015)": the words, and what stands behind them in the sentence. */
const dependence = /\b(?:depends on|depends:|blocked by|requires)\s([^()\n.;]{1,200})/gi

/** Each identifier that a unit depends on must exist and stand earlier: the order of the file is the order of the work. */
export function* checkDependencies(
  plan: Plan
): Iterable<Problem<'unknownDependency' | 'laterDependency' | 'circular'>> {
  // A bare number may be of anything: "requires 3.9", "depends on 2 services".
  const withIds = allUnits(plan).filter(({ lead, spec }) => /[A-Za-z]/.test(lead?.id ?? '') && !spec.id?.from)
  for (const [role, units] of groupBy(withIds, ({ spec }) => spec.role)) {
    // Of two with one identifier the first may be meant; that there are two is reported elsewhere.
    const order = new Map(
      units.map((unit, index) => [unit.lead!.id!.toLowerCase(), { unit, index }] as const).toReversed()
    )
    // A unit without an identifier, or with a duplicate one, may be the one meant; both are reported elsewhere.
    const bare = allUnits(plan).filter(({ spec, lead }) => spec.role === role && spec.id?.required && !lead?.id)
    const isTwice = (id: string): boolean =>
      units.filter(({ lead }) => lead!.id!.toLowerCase() === id.toLowerCase()).length > 1
    const isHidden = mayBeHidden([...order.keys()], units.length - order.size + bare.length)
    for (const [index, unit] of units.entries())
      for (const { ids, place } of dependenciesOf(unit, plan)) {
        const found = ids.map(id => ({ id, other: order.get(id.toLowerCase()) }))
        const unknown = found.filter(({ id, other }) => !other && !isHidden(id)).map(({ id }) => id)
        const { id, other } = found.find(({ other }) => other && other.index > index) ?? found[0]!
        const data = { name: role, id: unknown[0] === undefined ? id : unknown.join(', '), own: unit.lead!.id! }
        if (unknown.length > 0)
          yield {
            message: 'unknownDependency',
            data,
            at: place,
            help: `Name a ${role} that there is, or take the dependency out`,
            severity: 'error'
          }
        else if (found.some(({ id, other }) => other?.unit === unit && !isTwice(id)))
          yield {
            message: 'circular',
            data: { name: role, own: unit.lead!.id!, other: unit.lead!.id! },
            at: place,
            help: `Name the ${role} that is meant, or take the dependency out`,
            severity: 'error'
          }
        else if (other && other.index > index)
          yield {
            message: 'laterDependency',
            data,
            at: place,
            help: `${canMove(unit, other.unit) ? `Move ${unit.lead!.id} behind ${id}, or take` : 'Take'} the dependency out`,
            severity: 'warning',
            related: [{ place: other.unit.part.place, message: `${id} comes here` }]
          }
      }
  }
}

/** A unit that says to which one around it belongs ("[US1]") stays there. */
function canMove(unit: Unit, behind: Unit): boolean {
  return unit.parent === behind.parent || Object.keys(agreesOf(unit.spec)).length === 0
}

/** A range names both of its ends, and no more is asked of it. */
function* dependenciesOf(unit: Unit, plan: Plan): Iterable<{ ids: string[]; place: Place }> {
  const { lines } = plan.outline
  const end = Math.min(unit.span.end, ...unit.units.map(inner => inner.span.start))
  const text = plan.content.said({ start: unit.span.start, end })
  const shapes = shapesOf(unit.spec.id?.shape)
  for (const { 0: said, 1: named = '', index } of text.matchAll(dependence)) {
    const from = index + said.length - named.length
    const other = named.search(turn)
    for (const { first, last, ...found } of findRanges(shapes, other < 0 ? named : named.slice(0, other))) {
      if (isOfOtherPlan(named.slice(found.end))) continue
      const start = unit.span.start + from + found.start
      const place = lines.placeOf({ start, end: unit.span.start + from + found.end })
      const ids = [first, last].filter(id => id !== undefined)
      if (ids.every(id => idNumber(id) !== '')) yield { ids, place }
    }
  }
}
