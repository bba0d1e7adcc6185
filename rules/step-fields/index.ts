import { isLeftBare, owedBy } from '../../src/checks/bare-units.ts'
import { exemptions, isObscured } from '../../src/checks/expect.ts'
import { mustBeComplete } from '../../src/checks/phases.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { handedOver } from '../../src/profiles/kinds.ts'
import type { Fold } from '../../src/types.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { tellTogether } from '../words/most.ts'
import { titleForm } from '../words/titles.ts'
import { owedWords } from '../words/owed.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { doubledLabel } from '../../src/checks/doubled-labels.ts'
import { fieldProblems } from '../../src/checks/fields.ts'
import { foundWords } from '../words/content.ts'
import { fieldWords } from '../words/fields.ts'
import { checkActions } from './actions.ts'
import { checkContent } from '../words/unit-content.ts'
import { checkTitles } from './unnamed.ts'
import { pluralOf } from '../../src/util/plural.ts'

type Id = 'lacks' | 'bare' | 'most' | 'missing' | 'misspelt' | 'empty' | 'form' | 'doubled' | 'unnamed' | 'action'

export default defineRule<Id>({
  id: 'step-fields',
  summary: 'Every step has the fields that its profile demands: files, actions, goal, output.',
  why: 'A step is handed over on its own. What it leaves out is asked again, or guessed.',
  whenOff: 'Where whoever plans also executes, and nobody needs a step that stands by itself.',
  severity: 'error',
  messages: {
    bare: d => `Empty ${d.name} "${d.title}"`,
    most: d => `Missing ${d.what} in ${d.lacking} of ${d.count} ${pluralOf(String(d.name))}`,
    action: d => `Missing action on "${d.path}" in ${d.name} "${d.title}"`,
    unnamed: d => `Missing title of ${d.name} "${d.title}"`,
    missing: d => `Missing "${d.label}" in ${d.name} "${d.title}"`,
    misspelt: d => `Unknown label "${d.found}" in ${d.name} "${d.title}", expected "${d.label}"`,
    empty: d => `Empty "${d.label}" in ${d.name} "${d.title}"`,
    doubled: d => `Duplicate "${d.label}" in ${d.name} "${d.title}": another ${d.name} begins here without its title`,
    lacks: d => `Missing ${d.want} in ${d.name} "${d.title}"${foundWords(d)}`,
    form: d => `Expected ${d.expected} under "${d.label}" in ${d.name} "${d.title}"`
  },
  several: {
    bare: d => ({ several: `Empty {count} ${pluralOf(String(d.name))}`, one: `"${d.title}"` }),
    most: d => ({ several: `Missing {count} things in most ${pluralOf(String(d.name))}`, one: String(d.what) }),
    missing: d => lackIn(d, `"${d.label}"`),
    lacks: d => lackIn(d, String(d.want))
  },
  *check({ plan }) {
    yield* checkTitles(plan)
    yield* checkActions(plan)
    for (const role of handedOver) {
      const units = plan.units(role)
      const problems = units.flatMap(unit => (mustBeComplete(unit.section, plan) ? [...checkUnit(unit, plan)] : []))
      yield* tellTogether(problems, units.length, kindOfLack, (first, lacking) => ({
        message: 'most',
        data: { ...first.data, what: nameOf(first), lacking, count: units.length }
      }))
    }
  }
})

/** What a unit lacks is told of at once, its verification included. */
function lackIn({ name, title }: Record<string, string | number>, one: string): Fold {
  return { several: `Missing {count} things in ${name} "${title}"`, one }
}

function* checkUnit(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  if (isObscured(unit.span, plan)) return
  const owed = owedBy(unit, plan)
  if (owed !== 'nothing') {
    const { role: name } = unit.spec
    yield {
      message: 'bare',
      data: { name, title: titleOf(unit) },
      at: unit.part.place,
      help: owedWords(owed)
    }
    return
  }
  if (isLeftBare(unit, plan))
    yield {
      message: 'bare',
      data: { name: unit.spec.role, title: titleOf(unit) },
      at: unit.part.place,
      help: 'Write what belongs to it, or take the heading out',
      severity: 'warning'
    }
  yield* checkContent(unit, titleOf(unit), plan)
  const doubled = doubledLabel(unit)
  if (doubled) {
    const { first, second } = doubled
    yield {
      message: 'doubled',
      data: { label: second.title, name: unit.spec.role, title: titleOf(unit) },
      at: second.place,
      help: `Give it its title: ${titleForm(unit.spec, 'N')}, or merge the two`,
      related: [{ place: first.place, message: 'First one here' }]
    }
  }
  const holder = {
    fields: unit.fields,
    at: unit.part.place,
    span: unit.span,
    labels: () => labelsOf(unit),
    unit,
    skip: exemptions(unit)
  }
  for (const problem of fieldProblems(holder, plan)) {
    const { kind, label } = problem
    const data = { label, name: unit.spec.role, title: titleOf(unit) }
    yield { message: kind, ...fieldWords(problem, data) }
  }
}

function kindOfLack(problem: Problem<Id>): string | undefined {
  const { message, severity, data } = problem
  if (data?.['entry'] !== undefined) return undefined
  return message === 'missing' || message === 'lacks' ? `${nameOf(problem)} ${severity}` : undefined
}

function nameOf({ message, data }: Problem<Id>): string {
  return message === 'missing' ? `"${data!['label']}"` : String(data!['want'])
}

/** Every label that a unit with fields may have. */
function labelsOf({ spec }: Unit): { label: string; aliases?: string[] | undefined }[] {
  return [
    ...spec.fields!,
    ...[...(spec.verification?.fields ?? []), ...(spec.verification?.run ?? [])].map(label => ({ label }))
  ]
}

/** What goes by a name is called by it. */
function titleOf({ spec, part, name }: Unit): string {
  return spec.id?.from === 'name' ? name : part.title
}
