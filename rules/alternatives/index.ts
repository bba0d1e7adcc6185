import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { recommendationOf } from './choice.ts'
import { chosenOptions } from './chosen.ts'
import { unknownChoice } from './listed.ts'
import { checkOption } from './option.ts'
import type { OptionMessage } from './option.ts'
import { checkSameNames } from './same-name.ts'
import { isBare } from '../../src/checks/bare-units.ts'
import { tooFewUnits } from '../../src/checks/lacking-units.ts'
import { mustBeComplete } from '../../src/checks/phases.ts'
import { choosingField } from '../../src/profiles/fields.ts'
import { allHoldersOf } from '../../src/profiles/holders.ts'
import { firstWord, kindOf, numberingOf, unitSpecs } from '../../src/profiles/units.ts'
import { quote } from '../../src/outline/text.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { foundWords } from '../words/content.ts'
import { titleForm } from '../words/titles.ts'
import { defineRule } from '../../src/lint/rule.ts'

type Id =
  | 'few'
  | 'many'
  | OptionMessage
  | 'sameName'
  | 'noRecommendation'
  | 'unknown'
  | 'noRationale'
  | 'noneChosen'
  | 'manyChosen'
  | 'manyRecommended'

export default defineRule<Id>({
  id: 'alternatives',
  summary: 'Options are named and weighed, and where a choice is made it names one of them.',
  why: 'A decision without its alternatives is made again by the next reader, and again by the one after.',
  whenOff: 'Where the choice was made before the plan was begun, and the record of it lies in another document.',
  severity: 'error',
  applies: profile =>
    allHoldersOf(profile).some(
      spec =>
        choosingField(spec) !== undefined ||
        unitSpecs(spec).some(unit => kindOf(unit) === 'alternative' || choosingField(unit) !== undefined)
    ),
  messages: {
    few: d => `Missing alternatives in "${d.title}": found ${d.found}, expected at least ${d.min}`,
    many: d => `Expected at most ${d.max} options in "${d.title}", found ${d.found}`,
    field: d => `Missing "${d.label}" in ${d.name} "${d.title}"`,
    emptyField: d => `Empty "${d.label}" in ${d.name} "${d.title}"`,
    nothing: d => `Empty ${d.name} "${d.title}"`,
    bare: d => `Missing description of ${d.name} "${d.title}"`,
    lacks: d => `Missing ${d.want} in ${d.name} "${d.title}"${foundWords(d)}`,
    unnamed: d => `Missing name of ${d.name} ${d.title}`,
    sameName: d => `Duplicate ${d.name} ${d.found}: a recommendation of it could mean either`,
    noRecommendation: d => `Missing recommendation in "${d.title}"`,
    unknown: d => `Unknown option in the recommendation: ${d.text}`,
    noRationale: d => `Missing rationale for the recommendation in "${d.title}"`,
    noneChosen: d => `Missing choice in "${d.title}": no option is marked as chosen`,
    manyChosen: d => `Conflicting choices in "${d.title}": ${d.count} options are marked as chosen`,
    manyRecommended: d => `Conflicting recommendation in "${d.title}": it names both "${d.first}" and "${d.second}"`
  },
  *check({ plan }) {
    for (const section of plan.allSections) {
      // A title alone is an option that says nothing.
      const isThere = section.state === 'filled' || (section.state === 'empty' && section.units.length > 0)
      if (!isThere || !mustBeComplete(section, plan)) continue
      for (const spec of unitSpecs(section.spec))
        if (kindOf(spec) === 'alternative')
          yield* checkOptions(
            section,
            section.units.filter(unit => unit.spec === spec),
            spec,
            plan
          )
      if (choosingField(section.spec)) yield* checkRecommendation(section, plan)
      for (const unit of section.units) yield* checkChosen(unit, plan)
    }
  }
})

function* checkOptions(
  section: BoundSection,
  units: readonly Unit[],
  spec: Unit['spec'],
  plan: Plan
): Iterable<Problem<Id>> {
  const { title } = section.spec
  const few = tooFewUnits(spec, section, plan, 'alternatives')
  if (few) {
    yield {
      message: 'few',
      data: { title, ...few },
      at: section.part!.place,
      help: `Write ${few.min > 1 ? 'each option' : 'the options'} under a heading of its own${nextTitle(spec, few.found)}, with its trade-offs`
    }
  }
  if (spec.max !== undefined && units.length > spec.max)
    yield {
      message: 'many',
      data: { title, found: units.length, max: spec.max },
      at: units[spec.max]!.part.place,
      help: 'Keep the serious ones',
      severity: 'warning'
    }
  if (numberingOf(spec) === undefined) yield* checkSameNames(units)
  for (const unit of units) yield* checkOption(unit, plan)
}

/** How the next of numbered options is called: ", "Option B: …"". */
function nextTitle(spec: Unit['spec'], count: number): string {
  const numbering = numberingOf(spec)
  if (numbering === undefined || firstWord(spec) === undefined) return ''
  return `, ${titleForm(spec, numbering === 'letter' ? String.fromCodePoint(65 + count) : String(count + 1))}`
}

function* checkRecommendation(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const field = choosingField(section.spec)!
  const isOption = ({ role, spec }: Unit): boolean => spec.role === field.choice || role === field.choice
  const own = section.units.filter(isOption)
  // A decision record weighs the options in one section and decides in another.
  const options = own.length > 0 ? own : plan.allSections.flatMap(({ units }) => units.filter(isOption))
  if (options.length === 0) return
  const found = recommendationOf(section, options, plan)
  const { title } = section.spec
  if (!found.part)
    yield {
      message: 'noRecommendation',
      data: { title },
      at: section.part!.place,
      help: `Add "${field.label}" and name one of the options`
    }
  else if (found.names === 'none' && !hasLeftover(found.part.span, plan)) {
    yield {
      message: 'unknown',
      data: { text: quote(found.text) },
      at: found.part.place,
      help: `Name one of ${options.map(unit => `"${unit.part.title}"`).join(', ')}`,
      related: [{ place: options[0]!.part.place, message: 'The options start here' }]
    }
  }
  if (found.part && found.both)
    yield {
      message: 'manyRecommended',
      data: { title, first: found.both[0].part.title, second: found.both[1].part.title },
      at: found.part.place,
      help: 'Name one of them, or write an option that joins both',
      related: found.both.map(unit => ({ place: unit.part.place, message: 'Recommended' }))
    }
  if (found.part && found.rationale === 'missing')
    yield {
      message: 'noRationale',
      data: { title },
      at: (found.hollow ?? found.part).place,
      help: `Add **${field.fields![0]!.label}**: why this one`
    }
}

function* checkChosen(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  const field = choosingField(unit.spec)
  if (!field || isBare(unit, plan)) return
  const chosen = chosenOptions(unit, field, plan)
  const data = { title: unit.part.title, count: chosen.length }
  const unknown = unknownChoice(unit, field, plan)
  if (unknown)
    yield {
      message: 'unknown',
      data: { text: quote(unknown.text) },
      at: unknown.place,
      help: `Name one of ${unknown.options.map(({ text }) => `"${text}"`).join(', ')}`,
      related: [{ place: unknown.options[0]!.place, message: 'The options start here' }]
    }
  if (chosen.length === 0)
    yield {
      message: 'noneChosen',
      data,
      at: unit.part.place,
      help: `${field.words?.length ? `Mark the chosen option with "${field.words[0]}", or name it` : 'Name the chosen option'} under "${field.label}"`
    }
  else if (chosen.length > 1)
    yield {
      message: 'manyChosen',
      data,
      at: chosen[1]!,
      help: 'Mark exactly one',
      related: [{ place: chosen[0]!, message: 'Also marked as chosen' }]
    }
}
