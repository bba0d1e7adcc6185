import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import type { PlanSet } from '../../src/sets/plan-set.ts'
import { unknownRefs } from '../../src/checks/traces.ts'
import { numberIn } from '../../src/plan/units/numbers.ts'
import { numbersNamed } from '../../src/plan/units/numbers-named.ts'
import { findShapes, shapesOf } from '../../src/plan/units/shapes.ts'
import { isPlainOrdinal } from '../../src/outline/ordinal.ts'
import { firstWord } from '../../src/profiles/units.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'

export default defineRule<'number' | 'label' | 'otherLabel'>({
  id: 'task-format',
  summary: "A task is written so that the format's own tools find it.",
  why: 'Tools that hand out tasks, count or tick them read a fixed form. A task in another form is skipped or taken for a part of the one before, and nobody is told.',
  severity: 'warning',
  set: true,
  applies: profile => profile.units !== undefined,
  messages: {
    number: d => `Expected a plain number on ${d.name} "${d.title}", found ${d.found}: tools that go by number lose it`,
    label: d => `Missing ${d.expected} on ${d.name} "${d.title}"`,
    otherLabel: d => `Conflicting ${d.found} on ${d.name} "${d.title}": it stands below "${d.outer}"`
  },
  *check({ plan, set }) {
    const odd = allUnits(plan).filter(
      ({ spec, part: { ordinal } }) => spec.plain && ordinal && !isPlainOrdinal(ordinal)
    )
    // From three on it is one habit, and told once.
    const folded = odd.length >= fewestFolded
    for (const [i, unit] of odd.entries()) {
      if (folded && i > 0) break
      yield {
        message: 'number',
        data: { name: unit.spec.role, title: unit.part.title, found: unit.part.ordinal!.raw },
        at: unit.part.place,
        help: `Number it "${firstWord(unit.spec) ?? unit.spec.role} N", through all of them`,
        related: folded ? odd.slice(1, 21).map(({ part }) => ({ place: part.place, message: 'Here too' })) : []
      }
    }
    yield* checkLabels(plan, set)
  }
})

const fewestFolded = 3

type LabelProblem = Problem<'label' | 'otherLabel'>

/** Labels that say to which unit around a task belongs. */
function* checkLabels(plan: Plan, set: PlanSet | undefined): Iterable<LabelProblem> {
  // Of a label that leads nowhere, that alone is told.
  const lost = new Set(unknownRefs(plan, set).flatMap(({ refs }) => refs.map(({ unit }) => unit)))
  const missing: LabelProblem[] = []
  for (const unit of allUnits(plan)) {
    for (const [marker, shape] of Object.entries(unit.parent ? (unit.spec.agrees ?? {}) : {})) {
      const outer = unit.parent!.part
      const wanted = numbersNamed(shapesOf(shape), outer.title)
      if (wanted.length === 0) continue
      const found = unit.lead?.markers[marker] ?? []
      const data = { name: unit.spec.role, title: unit.part.title, outer: outer.title }
      const expected = shapesOf(unit.spec.markers?.[marker])[0]!.replace('#', wanted[0]!)
      if (found.length === 0 && isNamed(unit, shapesOf(unit.spec.markers?.[marker]), wanted)) continue
      if (found.length === 0)
        missing.push({
          message: 'label',
          data: { ...data, expected },
          at: unit.part.place,
          help: `Write ${expected} before its text`
        })
      else if (!lost.has(unit) && !lost.has(unit.parent) && !found.some(label => wanted.includes(numberIn(label))))
        yield {
          message: 'otherLabel',
          data: { ...data, found: found.join(' ') },
          at: unit.part.place,
          help: `Write ${expected}, or move it to the ${unit.parent!.spec.role} of ${found.join(' ')}`,
          related: [{ place: outer.place, message: 'It stands below this' }]
        }
    }
  }
  const [first, ...others] = missing
  if (!first || missing.length < fewestFolded) yield* missing
  else yield { ...first, related: others.slice(0, 20).map(({ at }) => ({ place: at, message: 'Here too' })) }
}

/** Is the label there, be it elsewhere or without its brackets: "Show it (US1)"? */
function isNamed({ part: { title } }: Unit, shapes: readonly string[], wanted: readonly string[]): boolean {
  const bare = shapes.map(shape => shape.replace(/[[\]]/g, ''))
  return [...findShapes(bare, title)].some(({ start, end }) => wanted.includes(numberIn(title.slice(start, end))))
}
