import { stepsOf } from '../../src/plan/examined.ts'
import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import { isDone, isObscured } from '../../src/checks/expect.ts'
import { hasLeftover } from '../../src/plan/placeholders.ts'
import { quote } from '../../src/outline/text.ts'
import { bareCommand } from './bare.ts'
import { isGeneric } from './generic.ts'
import { nearLabel } from '../../src/checks/near-label.ts'
import type { Verification } from '../../src/plan/verification.ts'
import { verificationsOf } from '../../src/plan/verification.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { renameLabel } from '../../src/fix/labels.ts'

type Id = 'missing' | 'misspelt' | 'empty' | 'noCommand' | 'bare' | 'generic' | 'document'

export default defineRule<Id>({
  id: 'step-verification',
  summary: 'Every step says how it is verified, with a command.',
  why: 'A step that nobody can check cannot be handed over: "tests pass" is a hope, a command is a test.',
  severity: 'error',
  messages: {
    missing: d => `Missing verification in ${d.name} "${d.title}"`,
    misspelt: d => `Unknown label "${d.found}" in ${d.name} "${d.title}", expected "${d.label}"`,
    empty: d => `Empty verification in ${d.name} "${d.title}"`,
    noCommand: d => `Missing command in the verification of ${d.name} "${d.title}": ${d.text}`,
    bare: d => `Expected backticks around the command in ${d.name} "${d.title}": ${d.text}`,
    generic: d => `Empty promise as ${d.label} in ${d.name} "${d.title}": ${d.text}`,
    document: d => `Missing command in "${d.title}"`
  },
  *check({ plan }) {
    for (const unit of stepsOf(plan))
      if (unit.spec.verification && isDone(unit.section, plan) && !isObscured(unit.span, plan))
        yield* checkStep(unit, plan)
    for (const section of plan.allSections)
      if (section.part && section.state === 'filled' && wantsCommand(section.spec)) yield* checkSection(section, plan)
  }
})

function wantsCommand(spec: SectionSpec): boolean {
  return spec.quality === true
}

function* checkStep(unit: Unit, plan: Plan): Iterable<Problem<Id>> {
  const spec = unit.spec.verification!
  const found = verificationsOf(unit, plan).filter(verification => !spec.given || verification.part !== undefined)
  if (found.some(verification => !verification.empty && verification.commands.length > 0)) return
  const data = { name: unit.spec.role, title: unit.part.title }
  const weight = spec.severity ? { severity: spec.severity } : {}
  const label = spec.fields[0]!
  const help = `Add **${label}**: a command that fails until the ${unit.spec.role} is done, such as \`npm test\``
  const filled = found.filter(verification => !verification.empty)
  if (filled.length === 0) {
    const empty = found[0]
    if (!empty && spec.given) return
    const near = empty ? undefined : nearLabel({ label, aliases: spec.fields }, unit.spec.fields ?? [], unit.span, plan)
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
  if (filled.every(verification => isGeneric(verification.text())))
    yield {
      message: 'generic',
      data: { ...data, label, text },
      at: first.place,
      help: 'Say what can be observed, best with a command',
      ...weight
    }
  else if (spec.command !== 'optional' && !filled.some(verification => hasLeftover(verification.span, plan))) {
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

/** The one under the dialect's own label, else the last: that is where a reader looks. */
function pick(found: readonly Verification[], label: string): Verification {
  return (
    found.find(verification => verification.part?.title.toLowerCase().startsWith(label.toLowerCase())) ??
    found.find(verification => verification.part) ??
    found.at(-1)!
  )
}

function* checkSection(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  if (plan.content.checks(bodySpan(section)).length > 0 || hasLeftover(bodySpan(section), plan)) return
  yield {
    message: 'document',
    data: { title: section.spec.title },
    at: section.part!.place,
    help: 'Write the commands that check the work, in backticks or a fence'
  }
}
