import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { quote } from '../../src/outline/text.ts'
import { asksFor, firstOf, lackingWords, sentencesOf, storiesOf } from '../../src/plan/sentences/sentences.ts'
import { allHoldersOf } from '../../src/profiles/holders.ts'
import { allUnitSpecs, unitSpecs } from '../../src/profiles/units.ts'
import { isBare } from '../../src/checks/bare-units.ts'
import { lostNames } from '../../src/checks/names/lost.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { splitOverBullets } from './split.ts'
import { unlikeOthers } from './unlike.ts'
import { pluralOf } from '../../src/util/plural.ts'

type Id = 'part' | 'none' | 'empty' | 'lost'

export default defineRule<Id>({
  id: 'scenario',
  summary:
    'Every scenario says in which case, and what comes of it; a requirement has scenarios where its format asks for them.',
  why: 'A scenario without its case or its outcome cannot be tried: two people make two tests of it.',
  whenOff: 'Where cases are written as tests from the start, and the plan only names them.',
  severity: 'warning',
  applies: profile =>
    allUnitSpecs(profile).some(unit => asksFor(unit, 'scenario')) ||
    allHoldersOf(profile).some(({ content = [] }) => content.some(({ kind }) => kind === 'scenario')),
  messages: {
    part: d => `Missing ${d.words} in ${d.name} ${d.text}`,
    empty: d => `Empty ${d.name} ${d.text}`,
    lost: d => `Expected "${d.expected}", found ${d.text}: tools pass over it`,
    none: d => `Missing ${pluralOf(String(d.name))} in ${d.outer} "${d.title}"`
  },
  *check({ plan }) {
    const unlike = unlikeOthers(plan)
    const split = splitOverBullets(plan)
    for (const { unit, demand, lacks } of sentencesOf(plan, 'scenario')) {
      if (lacks.length === 0 || unlike.has(unit) || split.has(unit) || (unit.spec.id && isBare(unit, plan))) continue
      yield {
        message: 'part',
        data: {
          words: lacks.map(quoted).join(' and '),
          name: unit.spec.role,
          text: quote(unit.name)
        },
        at: unit.part.place,
        help: demand.hint ?? `Write it with ${demand.words!.map(firstOf).join(' … ')} …`,
        severity: demand.required === 'warning' ? 'warning' : 'error'
      }
    }
    for (const { section, demand, lacks } of storiesOf(plan))
      if (lacks.length > 0)
        yield {
          message: 'part',
          data: {
            words: lacks.map(quoted).join(' and '),
            name: 'section',
            text: quote(section.spec.title)
          },
          at: section.part?.place ?? plan.titlePlace,
          help: demand.hint ?? `Write it with ${demand.words!.map(quoted).join(' … ')} …`,
          severity: demand.required === 'warning' ? 'warning' : 'error'
        }
    for (const unit of allUnits(plan)) yield* checkEmpty(unit, plan)
    const lost = lostNames(plan).filter(({ spec }) => asksFor(spec, 'scenario'))
    for (const { title, place, expected } of lost)
      yield {
        message: 'lost',
        data: { expected, text: quote(title) },
        at: place,
        help: `Write it as a heading, "${expected}", with its steps below`,
        severity: 'error'
      }
    const reported = new Set(lost.map(({ holder }) => holder))
    for (const unit of allUnits(plan)) if (!reported.has(unit)) yield* checkHas(unit, unlike, plan)
  }
})

function quoted(words: string): string {
  return `"${firstOf(words)}"`
}

/** A heading with nothing below it; where it is the only one, what holds it has none. */
function* checkEmpty(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  if (!unit.spec.id || !asksFor(unit.spec, 'scenario') || !isBare(unit, plan)) return
  const words = unit.spec.content!.find(({ kind }) => kind === 'scenario')!.words ?? []
  const others = unit.parent?.units.some(each => each !== unit && each.spec === unit.spec && !isBare(each, plan))
  yield {
    message: 'empty',
    data: { name: unit.spec.role, text: quote(unit.name) },
    at: unit.part.place,
    help: `Write its steps below: ${words.map(firstOf).join(' … ')} …${others ? '; or take the heading out' : ''}`,
    severity: others ? 'warning' : 'error'
  }
}

/** What must have scenarios and has none, be it in prose; of a field that is not there, the rule of fields speaks. */
function* checkHas(unit: Unit, unlike: ReadonlySet<Unit>, plan: Plan): Iterable<Problem<Id>> {
  for (const spec of unitSpecs(unit.spec)) {
    const mine = unit.units.filter(each => each.spec === spec)
    const own = mine.filter(each => !unlike.has(each))
    if (!asksFor(spec, 'scenario') || (spec.min ?? 0) <= own.length) continue
    // Of what has nothing at all, that is told.
    if (unit.spec.id && isBare(unit, plan)) continue
    const demand = spec.content!.find(({ kind }) => kind === 'scenario')!
    const field = unit.fields.find(each => [each.spec.units].flat().includes(spec))
    if (field && (field.state !== 'filled' || !lackingWords(demand, field.text)?.length)) continue
    yield {
      message: 'none',
      data: { name: spec.role, outer: unit.spec.role, title: unit.name || unit.part.title },
      at: field?.part?.place ?? unit.part.place,
      help: demand.hint ?? `Add a ${spec.role}`,
      // What tools count must be there; how well it is written is another matter.
      severity:
        demand.required === 'warning' && spec.level === undefined && own.length === mine.length ? 'warning' : 'error'
    }
  }
}
