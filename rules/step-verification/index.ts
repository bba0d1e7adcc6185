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
import { normalise, quote } from '../../src/outline/text.ts'
import { bareCommand } from './bare.ts'
import { isBareNegative, isGeneric } from './generic.ts'
import { checkNothing } from './nothing.ts'
import { weightOf } from '../words/weight.ts'
import { checkExpected, isLabelled } from './expected.ts'
import { saysExpected, saysObservable } from './observable.ts'
import { forgotten, mostlySilent } from './mostly-silent.ts'
import { tellTogether } from '../words/most.ts'
import { nearLabel } from '../../src/checks/near-label.ts'
import type { Verification } from '../../src/plan/verification.ts'
import { verificationsOf } from '../../src/plan/verification.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { renameLabel } from '../../src/fix/labels.ts'

type Id =
  | 'missing'
  | 'several'
  | 'never'
  | 'nothing'
  | 'most'
  | 'expectation'
  | 'unsaid'
  | 'misspelt'
  | 'empty'
  | 'noCommand'
  | 'bare'
  | 'generic'
  | 'document'

export default defineRule<Id>({
  id: 'step-verification',
  summary: 'Every step says how it is verified, with a command.',
  why: 'A step that nobody can check cannot be handed over: "tests pass" is a hope, a command is a test.',
  whenOff: 'Where steps are verified all together at the end, or by people alone, as in research or writing.',
  severity: 'error',
  messages: {
    missing: d => `Missing verification in ${d.name} "${d.title}"`,
    several: d => `Missing verification in ${d.silent} of ${d.count} ${d.name}s`,
    most: d => `Missing verification in most steps: ${d.silent} of ${d.count} say nothing of it, and no section does`,
    never: d => `Missing verification in each of the ${d.count} ${d.name}s`,
    nothing: d => `Missing verification: none of the ${d.count} ${d.name}s says test, verify or check`,
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
    several: d => ({ several: `Missing {count} things in most ${d.name}s`, one: 'a verification' }),
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
      const reported = units.flatMap(unit =>
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
  return verification !== undefined && verification.required !== false && isDemanded(verification, plan)
}

function* checkStep(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  const spec = unit.spec.verification!
  const found = verificationsOf(unit, plan).filter(
    verification => spec.required !== false || verification.part !== undefined
  )
  yield* checkExpected(unit, found, plan)
  if (found.some(verification => !verification.empty && verification.commands.length > 0)) return
  const data = { name: unit.spec.role, title: unit.part.title }
  const weight = weightOf(spec)
  const labels = [...(spec.fields ?? []), ...(spec.run ?? [])]
  const label = labels[0]!
  const { expected } = spec
  const shown = spec.run && Array.isArray(expected) ? `, and ${bold(expected[0]!)}: what it shows` : ''
  const help =
    spec.command === 'optional'
      ? `Say how it is seen that the ${unit.spec.role} is done: ${labels.slice(0, 2).map(bold).join(' or ')}`
      : `Add ${bold(label)}: a command that fails until the ${unit.spec.role} is done, such as \`npm test\`${shown}`
  const filled = found.filter(verification => !verification.empty)
  const bareRun = found.find(({ part, empty }) => part && empty && spec.run?.some(name => normalise(name) === part.key))
  if (bareRun && filled.length > 0 && !hasLeftover(bareRun.span, plan)) {
    yield { message: 'empty', data, at: bareRun.place, help: 'Write a command there', ...weight }
    return
  }
  if (filled.length === 0) {
    const empty = found[0]
    if (!empty && spec.command === 'observable' && saysObservable(unit, plan)) return
    if (!empty && isLabelled(spec) && saysExpected(unit, plan)) return
    // That a field is empty which the unit must have is told by the rule of fields.
    if (empty?.part && unit.fields.some(({ part, spec }) => part === empty.part && spec.required !== false)) return
    if (empty ? hasLeftover(empty.span, plan) : spec.required === false) return
    const near = empty ? undefined : nearLabel({ label, aliases: labels }, unit.spec.fields ?? [], unit.span, plan)
    if (near)
      yield {
        message: 'misspelt',
        data: { ...data, label: near.label, found: near.part.title },
        at: near.part.place,
        help: `Write **${near.label}**`,
        fixes: renameLabel(near.part, near.label, plan),
        ...weight
      }
    else
      yield empty
        ? { message: 'empty', data, at: empty.place, help: 'Write a command there', ...weight }
        : { message: 'missing', data, at: unit.part.place, help, ...weight }
    return
  }
  const first = pick(filled, label)
  const text = quote(first.text())
  if (filled.some(verification => hasLeftover(verification.span, plan))) return
  // That it gives no reason is told by na-justification.
  if (filled.every(verification => isBareNegative(verification.text()))) return
  if (filled.every(verification => isGeneric(verification.text())))
    yield {
      message: 'generic',
      data: { ...data, label, text },
      at: first.place,
      help: 'Say what can be observed, best with a command',
      ...weight
    }
  else if (spec.command !== 'optional' && spec.command !== 'observable') {
    const weaker = spec.command === 'preferred' ? { severity: 'warning' as const } : weight
    const bare = filled.map(verification => bareCommand(verification.part, plan)).find(found => found !== undefined)
    if (bare) {
      yield {
        message: 'bare',
        data: { ...data, text: quote(bare.text) },
        at: bare.at,
        help: bare.help,
        fixes: bare.fixes,
        ...weaker
      }
      return
    }
    yield {
      message: 'noCommand',
      data: { ...data, text },
      at: first.place,
      help: 'Write the command in backticks or a fence, with what it shows: `npm test` passes',
      ...weaker
    }
  }
}

const bold = (label: string): string => `**${label}**`

/** The one under the dialect's own label, else the last: that is where a reader looks. */
function pick(found: readonly Verification[], label: string): Verification {
  return (
    found.find(verification => verification.part?.title.toLowerCase().startsWith(label.toLowerCase())) ??
    found.find(verification => verification.part) ??
    found.at(-1)!
  )
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
