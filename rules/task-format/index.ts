import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { isPlainOrdinal } from '../../src/outline/ordinal.ts'
import { firstWord } from '../../src/profiles/units.ts'
import { defineRule } from '../../src/lint/rule.ts'

export default defineRule<'number'>({
  id: 'task-format',
  summary: "A task is written so that the format's own tools find it.",
  why: 'Tools that hand out tasks, count or tick them read a fixed form. A task in another form is skipped or taken for a part of the one before, and nobody is told.',
  severity: 'warning',
  applies: profile => profile.units !== undefined,
  messages: {
    number: d => `Expected a plain number on ${d.name} "${d.title}", found ${d.found}: tools that go by number lose it`
  },
  *check({ plan }) {
    const odd = [...unitsOf(plan)].filter(
      ({ spec, part: { ordinal } }) => spec.plain && ordinal && !isPlainOrdinal(ordinal)
    )
    // From three on it is one habit, and told once.
    const folded = odd.length >= fewestFolded
    for (const [i, unit] of odd.entries()) {
      if (folded && i > 0) return
      yield {
        message: 'number',
        data: { name: unit.spec.role, title: unit.part.title, found: unit.part.ordinal!.raw },
        at: unit.part.place,
        help: `Number it "${firstWord(unit.spec) ?? unit.spec.role} N", through all of them`,
        related: folded ? odd.slice(1, 21).map(({ part }) => ({ place: part.place, message: 'Here too' })) : []
      }
    }
  }
})

const fewestFolded = 3

function* unitsOf(plan: Plan): Iterable<Unit> {
  for (const section of plan.allSections) for (const unit of section.units) yield* withInner(unit)
}

function* withInner(unit: Unit): Iterable<Unit> {
  yield unit
  for (const inner of unit.units) yield* withInner(inner)
}
