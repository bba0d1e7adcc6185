import type { Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { quote } from '../../src/outline/text.ts'
import { asksFor, lackingWords, sentencesOf } from '../../src/plan/sentences/sentences.ts'
import { allUnitSpecs, unitSpecs } from '../../src/profiles/units.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'

type Id = 'part' | 'none'

export default defineRule<Id>({
  id: 'scenario',
  summary:
    'Every scenario says in which case, and what comes of it; a requirement has scenarios where its format asks for them.',
  why: 'A scenario without its case or its outcome cannot be tried: two people make two tests of it.',
  severity: 'warning',
  applies: profile => allUnitSpecs(profile).some(unit => asksFor(unit, 'scenario')),
  messages: {
    part: d => `Missing ${d.words} in ${d.name} ${d.text}`,
    none: d => `Missing ${d.name}s in ${d.outer} "${d.title}"`
  },
  *check({ plan }) {
    for (const { unit, demand, lacks } of sentencesOf(plan, 'scenario')) {
      if (lacks.length === 0) continue
      yield {
        message: 'part',
        data: {
          words: lacks.map(word => `"${word}"`).join(' and '),
          name: unit.spec.role,
          text: quote(unit.part.title)
        },
        at: unit.part.place,
        help: demand.hint ?? `Write it with ${demand.words!.join(' … ')} …`,
        severity: demand.required === 'warning' ? 'warning' : 'error'
      }
    }
    for (const unit of allUnits(plan)) yield* checkHas(unit)
  }
})

/** What must have scenarios and has none, be it in prose; of a field that is not there, the rule of fields speaks. */
function* checkHas(unit: Unit): Iterable<Problem<Id>> {
  for (const spec of unitSpecs(unit.spec)) {
    if (!asksFor(spec, 'scenario') || (spec.min ?? 0) <= unit.units.filter(each => each.spec === spec).length) continue
    const demand = spec.content!.find(({ kind }) => kind === 'scenario')!
    const field = unit.fields.find(each => [each.spec.units].flat().includes(spec))
    if (field && (field.state !== 'filled' || !lackingWords(demand, field.text)?.length)) continue
    yield {
      message: 'none',
      data: { name: spec.role, outer: unit.spec.role, title: unit.name || unit.part.title },
      at: field?.part?.place ?? unit.part.place,
      help: demand.hint ?? `Add a ${spec.role}`,
      severity: demand.required === 'warning' ? 'warning' : 'error'
    }
  }
}
