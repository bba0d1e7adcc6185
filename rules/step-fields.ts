import { exemptions, fieldDefects, isDone, isObscured } from '../src/plan/expect.ts'
import { nearLabel } from '../src/plan/near-label.ts'
import { holds, wants } from '../src/plan/demands.ts'
import type { Plan, Unit } from '../src/plan/bind-types.ts'
import type { UnitSpec } from '../src/profiles/schema.ts'
import type { Problem } from '../src/rule.ts'
import { defineRule } from '../src/rule.ts'
import { renameLabel } from '../src/fix/labels.ts'

type Id = 'missing' | 'misspelt' | 'empty' | 'form' | 'lacks'

const roles: readonly UnitSpec['role'][] = ['step', 'commit', 'item', 'phase']

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
  *check({ plan }) {
    for (const role of roles) {
      const units = plan.units(role)
      for (const unit of units) if (isDone(unit.section, plan)) yield* checkUnit(unit, plan)
    }
  }
})

function* checkUnit(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  if (isObscured(unit.span, plan)) return
  for (const demand of unit.spec.content ?? []) {
    if (holds(demand, unit.span, plan)) continue
    const want = wants[demand.kind]
    yield {
      message: 'lacks', data: { want, name: unit.spec.name, title: unit.part.title }, at: unit.part.place, help: demand.help ?? `Write a ${want}`,
      ...(demand.severity ? { severity: demand.severity } : {})
    }
  }
  for (const defect of fieldDefects(unit.fields, plan, exemptions(unit))) {
    const { field } = defect
    const { label, hint } = field.spec
    const data = { label, name: unit.spec.name, title: unit.part.title }
    const weight = defect.severity === 'warning' ? { severity: 'warning' as const } : {}
    const near = defect.kind === 'missing' ? nearLabel(field.spec, labelsOf(unit), unit.span, plan) : undefined
    if (near) yield { message: 'misspelt', data: { ...data, label: near.label, found: near.part.title }, at: near.part.place, help: `Write **${near.label}**`, fixes: renameLabel(near.part, near.label, plan), ...weight }
    else if (defect.kind === 'missing') yield { message: 'missing', data, at: unit.part.place, help: `Add **${label}**: ${hint ?? '…'}`, ...weight }
    else if (defect.kind === 'empty') yield { message: 'empty', data, at: field.part!.place, help: `Write ${hint ?? 'it out'}${field.spec.none ? ', or "None"' : ''}`, ...weight }
    else yield { message: 'form', data: { ...data, expected: defect.expected! }, at: defect.place ?? field.part!.place, help: `Write ${defect.expected} there`, ...weight }
  }
}

/** Every label that the unit may have. */
function labelsOf({ spec }: Unit): { label: string; aliases?: string[] | undefined }[] {
  return [...spec.fields ?? [], ...(spec.verification?.fields ?? []).map(label => ({ label }))]
}
