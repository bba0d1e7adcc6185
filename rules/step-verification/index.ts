import { groupBy } from '../../src/util/group.ts'
import { weightAt } from '../../src/checks/demands/where.ts'
import { allUnits } from '../../src/plan/every.ts'
import { stepsOf } from '../../src/plan/steps.ts'
import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import { isBare, isEmptied } from '../../src/checks/bare-units.ts'
import { isObscured } from '../../src/checks/expect.ts'
import { isDemanded, mustBeComplete } from '../../src/checks/phases.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import { hasIndentedCommand } from '../../src/outline/code/indented.ts'
import { checkNothing } from './nothing.ts'
import { checkStep } from './step.ts'
import type { StepMessage } from './step.ts'
import { weightOf } from '../words/weight.ts'
import { forgotten, mostlySilent } from './mostly-silent.ts'
import { tellTogether } from '../words/most.ts'
import { verificationsOf } from '../../src/plan/verification.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { pluralOf } from '../../src/util/plural.ts'

type Id = StepMessage | 'several' | 'never' | 'nothing' | 'most' | 'document'

export default defineRule<Id>({
  id: 'step-verification',
  summary: 'Every step says how it is verified, with a command.',
  why: 'A step that nobody can check cannot be handed over: "tests pass" is a hope, a command is a test.',
  whenOff: 'Where steps are verified all together at the end, or by people alone, as in research or writing.',
  severity: 'error',
  messages: {
    missing: d => `Missing verification in ${d.name} "${d.title}"`,
    several: d => `Missing verification in ${d.silent} of ${d.count} ${pluralOf(String(d.name))}`,
    most: d => `Missing verification in most steps: ${d.silent} of ${d.count} say nothing of it, and no section does`,
    never: d => `Missing verification in each of the ${d.count} ${pluralOf(String(d.name))}`,
    nothing: d => `Missing verification: none of the ${d.count} ${pluralOf(String(d.name))} says test, verify or check`,
    expectation: d => `Missing expected result of ${d.text} in ${d.name} "${d.title}"`,
    unsaid: d => `Empty expected result in ${d.name} "${d.title}"`,
    misspelt: d => `Unknown label "${d.found}" in ${d.name} "${d.title}", expected "${d.label}"`,
    empty: d => `Empty verification in ${d.name} "${d.title}"`,
    noCommand: d => `Missing command in the verification of ${d.name} "${d.title}": ${d.text}`,
    bare: d => `Expected backticks around the command in ${d.name} "${d.title}": ${d.text}`,
    generic: d => `Empty promise as ${d.label} in ${d.name} "${d.title}": ${d.text}`,
    document: d => `Missing command in "${d.title}"`
  },
  // As step-fields tells of the other things that a step lacks.
  several: {
    several: d => ({ several: `Missing {count} things in most ${pluralOf(String(d.name))}`, one: 'a verification' }),
    missing: d => ({ several: `Missing {count} things in ${d.name} "${d.title}"`, one: 'a verification' })
  },
  *check({ plan }) {
    const steps = stepsOf(plan)
    const folded = steps.filter(unit => unit.spec.verification?.fold === true)
    const silent = mostlySilent(plan)
    if (silent)
      yield {
        message: 'most',
        data: silent,
        at: plan.titlePlace,
        help: 'Say in each, or in a section "Verification", which command shows that it is done',
        severity: 'warning'
      }
    for (const unit of forgotten(plan))
      yield {
        message: 'missing',
        data: { name: unit.part.ordinal?.word ?? unit.spec.role, title: unit.part.title },
        at: unit.part.place,
        help: 'Say in it, as the others do, which command shows that it is done',
        severity: 'warning'
      }
    const never = folded.length > 1 && folded.every(unit => verificationsOf(unit, plan).length === 0)
    if (never)
      yield {
        message: 'never',
        data: { name: folded[0]!.spec.role, count: folded.length },
        at: plan.titlePlace,
        help: `Say in each ${folded[0]!.spec.role} which command shows that it is done`,
        ...weightOf(folded[0]!.spec.verification!)
      }
    yield* checkNothing(plan)
    for (const units of groupBy(verified(plan), unit => unit.spec).values()) {
      const reported: Problem<Id>[] = units.flatMap(unit =>
        unit.spec.verification!.fold !== 'some' &&
        !(never && folded.includes(unit)) &&
        isDemanded(unit.spec.verification!, plan) &&
        mustBeComplete(unit.section, plan) &&
        !isObscured(unit.span, plan) &&
        !isEmptied(unit, plan) &&
        !unit.units.some(inner => isBare(inner, plan))
          ? [...checkStep(unit, plan)]
          : []
      )
      yield* tellTogether(reported, units.length, kindOfLack, (first, silent) => ({
        message: 'several',
        data: { ...first.data, silent, count: units.length }
      }))
    }
    for (const section of plan.allSections)
      if (section.part && section.state === 'filled' && wantsCommand(section.spec, plan))
        yield* checkSection(section, plan)
  }
})

/** Units that the profile has verified, be they steps or what holds them. */
function verified(plan: Plan): Unit[] {
  return allUnits(plan).filter(
    unit => unit.spec.verification && weightAt(unit.spec.verification, unit, other => gives(other, plan)) !== 'off'
  )
}

function gives(unit: Unit, plan: Plan): boolean {
  return verificationsOf(unit, plan).length > 0
}

function kindOfLack({ message, data, severity }: Problem<Id>): string | undefined {
  return message === 'missing' ? `${data!['name']} ${severity}` : undefined
}

function wantsCommand({ verification }: SectionSpec, plan: Plan): boolean {
  if (verification === undefined || verification.command === 'optional') return false
  return verification.required !== false && isDemanded(verification, plan)
}

function* checkSection(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const body = bodySpan(section)
  if (plan.content.checks(body).length > 0 || hasLeftover(body, plan) || hasIndentedCommand(body, plan.content)) return
  yield {
    message: 'document',
    data: { title: section.spec.title },
    at: section.part!.place,
    help: 'Write the commands that check the work, in backticks or a fence',
    ...weightOf(section.spec.verification!)
  }
}
