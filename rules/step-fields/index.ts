import { exemptions, isObscured } from '../../src/checks/expect.ts'
import { isDone } from '../../src/checks/phases.ts'
import { lackingContent } from '../../src/checks/unit-demands.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import type { Fold } from '../../src/types.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { fieldProblems } from '../../src/checks/fields.ts'
import { contentNames } from '../words/content.ts'
import { fieldWords } from '../words/fields.ts'

type Id = 'missing' | 'misspelt' | 'empty' | 'form' | 'lacks'

const roles = ['step', 'commit', 'item', 'phase']

export default defineRule<Id>({
  id: 'step-fields',
  summary: 'Every step has the fields that its profile demands: files, actions, goal, output.',
  why: 'A step is handed over on its own. What it leaves out is asked again, or guessed.',
  severity: 'error',
  messages: {
    missing: d => `Missing "${d.label}" in ${d.name} "${d.title}"`,
    misspelt: d => `Unknown label "${d.found}" in ${d.name} "${d.title}", expected "${d.label}"`,
    empty: d => `Empty "${d.label}" in ${d.name} "${d.title}"`,
    lacks: d => `Missing ${d.want} in ${d.name} "${d.title}"`,
    form: d => `Expected ${d.expected} under "${d.label}" in ${d.name} "${d.title}"`
  },
  several: { missing: d => lackIn(d, `"${d.label}"`), lacks: d => lackIn(d, String(d.want)) },
  *check({ plan }) {
    for (const role of roles) {
      const units = plan.units(role)
      for (const unit of units) if (isDone(unit.section, plan)) yield* checkUnit(unit, plan)
    }
  }
})

/** What a unit lacks is told of at once, its verification included. */
function lackIn({ name, title }: Record<string, string | number>, one: string): Fold {
  return { several: `Missing {count} things in ${name} "${title}"`, one }
}

function* checkUnit(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  if (isObscured(unit.span, plan)) return
  for (const { demand, ...weight } of lackingContent(unit, plan)) {
    const want = contentNames[demand.kind]
    yield {
      message: 'lacks',
      data: { want, name: unit.spec.role, title: unit.part.title },
      at: unit.part.place,
      help: demand.hint ?? `Write a ${want}`,
      ...weight
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
    const data = { label, name: unit.spec.role, title: unit.part.title }
    yield { message: kind, ...fieldWords(problem, data) }
  }
}

/** Every label that a unit with fields may have. */
function labelsOf({ spec }: Unit): { label: string; aliases?: string[] | undefined }[] {
  return [
    ...spec.fields!,
    ...[...(spec.verification?.fields ?? []), ...(spec.verification?.run ?? [])].map(label => ({ label }))
  ]
}
