import { unknownRefs } from '../../src/checks/ids/traces.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { idNumber } from '../../src/plan/units/numbers.ts'
import { numbersNamed } from '../../src/plan/units/numbers-named.ts'
import { findShapes } from '../../src/plan/units/shapes.ts'
import { normalise } from '../../src/outline/text.ts'
import { agreesOf, markersOf } from '../../src/profiles/units.ts'
import type { PlanSet } from '../../src/sets/plan-set.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { folded } from './folded.ts'

/** What is said of labels; worded with the rule's other messages. */
export type LabelMessage = 'label' | 'otherLabel'

type LabelProblem = Problem<LabelMessage>

/** Labels that say to which unit around a task belongs. */
export function* checkLabels(plan: Plan, set: PlanSet | undefined): Iterable<LabelProblem> {
  // Of a label that leads nowhere, that alone is told.
  const lost = new Set(unknownRefs(plan, set).flatMap(({ refs }) => refs.map(({ unit }) => unit)))
  const missing: LabelProblem[] = []
  const stray: LabelProblem[] = []
  for (const unit of allUnits(plan)) {
    for (const [marker, shape] of Object.entries(unit.parent ? agreesOf(unit.spec) : {})) {
      const outer = unit.parent!.part
      const wanted = numbersNamed(shape, outer.title)
      const found = unit.lead?.markers[marker] ?? []
      const data = { name: unit.spec.role, title: unit.part.title, outer: outer.title }
      if (wanted.length === 0) {
        if (found.length > 0 && !lost.has(unit) && hasNone(shape, unit.parent!))
          stray.push({
            message: 'otherLabel',
            data: { ...data, found: found.join(' ') },
            at: unit.part.place,
            help: `Take ${found.join(' ')} out, or move it to the ${unit.parent!.spec.role} of ${found.join(' ')}`,
            related: [{ place: outer.place, message: 'It stands below this' }]
          })
        continue
      }
      const expected = markersOf(unit.spec)[marker]![0]!.replace('#', wanted[0]!)
      if (found.length === 0 && isNamed(unit, markersOf(unit.spec)[marker]!, wanted)) continue
      if (found.length === 0)
        missing.push({
          message: 'label',
          data: { ...data, expected },
          at: unit.part.place,
          help: `Write ${expected} before its text`
        })
      else if (!lost.has(unit) && !lost.has(unit.parent) && !found.some(label => wanted.includes(idNumber(label))))
        yield {
          message: 'otherLabel',
          data: { ...data, found: found.join(' ') },
          at: unit.part.place,
          help: `Write ${expected}, or move it to the ${unit.parent!.spec.role} of ${found.join(' ')}`,
          related: [{ place: outer.place, message: 'It stands below this' }]
        }
    }
  }
  yield* folded(missing)
  yield* folded(stray)
}

/** Does the profile say that below such a title there is no label: "!Setup"? */
function hasNone(shapes: readonly string[], { name, part }: Unit): boolean {
  const title = ` ${normalise(name || part.title)}`
  return shapes.some(shape => shape.startsWith('!') && title.startsWith(` ${normalise(shape.slice(1))}`))
}

/** Is the label there, be it elsewhere or without its brackets: "Show it (US1)"? */
function isNamed({ part: { title } }: Unit, shapes: readonly string[], wanted: readonly string[]): boolean {
  const bare = shapes.map(shape => shape.replace(/[[\]]/g, ''))
  return [...findShapes(bare, title)].some(({ start, end }) => wanted.includes(idNumber(title.slice(start, end))))
}
