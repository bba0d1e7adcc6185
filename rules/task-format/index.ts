import type { Plan } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { isPlainOrdinal } from '../../src/outline/ordinal.ts'
import { allUnitSpecs, firstWord, formsOf } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { missingIds } from '../../src/checks/missing-ids.ts'
import { missingIdProblem } from '../words/missing-id.ts'
import { folded } from './folded.ts'
import { checkLabels } from './labels.ts'
import type { LabelMessage } from './labels.ts'
import { checkLost } from './lost.ts'
import type { LostMessage } from './lost.ts'

export default defineRule<'number' | 'noId' | LabelMessage | LostMessage>({
  id: 'task-format',
  summary: "A task is written so that the format's own tools find it.",
  why: 'Tools that hand out tasks, count or tick them read a fixed form. A task in another form is skipped or taken for a part of the one before, and nobody is told.',
  severity: 'warning',
  set: true,
  applies: profile => allUnitSpecs(profile).some(isRead),
  messages: {
    number: d => `Expected a plain number on ${d.name} "${d.title}", found ${d.found}: tools that go by number lose it`,
    noId: d => `Missing identifier on ${d.name} "${d.title}"`,
    heading: d => `Expected a box for ${d.name} "${d.title}", found a heading: tools that go by boxes lose it`,
    lead: d => `Expected the number of ${d.name} "${d.title}" right behind its box, found ${d.found}`,
    bullet: d => `Expected "-" before the box of ${d.name} "${d.title}", found ${d.found}`,
    level: d =>
      `Expected ${d.name} "${d.title}" below ${d.found}, found it beside: tools take it for a task of its own`,
    box: d => `Unknown box ${d.found} on ${d.text}`,
    label: d => `Missing ${d.expected} on ${d.name} "${d.title}"`,
    otherLabel: d => `Conflicting ${d.found} on ${d.name} "${d.title}": it stands below "${d.outer}"`
  },
  *check({ plan, set }) {
    yield* folded(checkNumbers(plan))
    for (const missing of missingIds(plan)) if (missing.unit.part.form === 'box') yield missingIdProblem(missing)
    yield* checkLost(plan)
    yield* checkLabels(plan, set)
  }
})

/** Does the profile say of a unit how tools read it? */
function isRead(spec: UnitSpec): boolean {
  const { plain, agrees, id } = spec
  return (plain ?? agrees) !== undefined || (Boolean(id?.required) && formsOf(spec).written.includes('box'))
}

function* checkNumbers(plan: Plan): Iterable<Problem<'number'>> {
  for (const { spec, part } of allUnits(plan))
    if (spec.plain && part.form !== 'box' && part.ordinal && !isPlainOrdinal(part.ordinal))
      yield {
        message: 'number',
        data: { name: spec.role, title: part.title, found: part.ordinal.raw },
        at: part.place,
        help: `Number it "${firstWord(spec) ?? spec.role} N", through all of them`
      }
}
