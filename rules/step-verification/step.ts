/** One step: it has no verification, an empty one, or one without a command. */
import { owesField } from '../../src/checks/expect.ts'
import { nearLabel } from '../../src/checks/near-label.ts'
import { renameLabel } from '../../src/fix/labels.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { normalise, quote } from '../../src/outline/text.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import { namesCommands } from '../../src/plan/named-commands.ts'
import type { Verification } from '../../src/plan/verification.ts'
import { verificationsOf } from '../../src/plan/verification.ts'
import type { VerificationSpec } from '../../src/profiles/schema.ts'
import type { Place } from '../../src/types.ts'
import { weightOf } from '../words/weight.ts'
import { bareCommand } from './bare.ts'
import { checkExpected, isLabelled } from './expected.ts'
import { isBareNegative, isGeneric } from './generic.ts'
import { saysExpected, saysObservable, tellsExpected } from './observable.ts'

/** What is said of one step; worded with the rule's other messages. */
export type StepMessage = 'missing' | 'misspelt' | 'empty' | 'noCommand' | 'bare' | 'generic' | 'expectation' | 'unsaid'

export function* checkStep(unit: Unit, plan: Plan): Iterable<Problem<StepMessage>> {
  const spec = unit.spec.verification!
  const found = verificationsOf(unit, plan).filter(
    verification => spec.required !== false || verification.part !== undefined
  )
  yield* checkExpected(unit, found, plan)
  if (found.some(verification => !verification.empty && verification.commands.length > 0)) return
  // What the fields demand by the same label is told of them.
  if (owesField(unit, labelsIn(spec), plan)) return
  const filled = found.filter(verification => !verification.empty)
  const bareRun = found.find(({ part, empty }) => part && empty && spec.run?.some(name => normalise(name) === part.key))
  if (filled.length === 0) yield* checkAbsent(unit, found[0], plan)
  else if (bareRun && !hasLeftover(bareRun.span, plan)) yield emptyAt(bareRun.place, unit)
  else yield* checkFilled(unit, filled, plan)
}

/** The labels that a verification may have, the dialect's own first. */
function labelsIn({ fields = [], run = [] }: VerificationSpec): string[] {
  return [...fields, ...run]
}

function dataOf({ spec, part }: Unit): { name: string; title: string } {
  return { name: spec.role, title: part.title }
}

function emptyAt(at: Place, unit: Unit): Problem<StepMessage> {
  const weight = weightOf(unit.spec.verification!)
  return { message: 'empty', data: dataOf(unit), at, help: 'Write a command there', ...weight }
}

/** A step without a verification, or with one that says nothing. */
function* checkAbsent(unit: Unit, empty: Verification | undefined, plan: Plan): Iterable<Problem<StepMessage>> {
  const spec = unit.spec.verification!
  if (empty) {
    // That a field is empty which the unit must have is told by the rule of fields.
    const isOwed = empty.part && unit.fields.some(({ part, spec }) => part === empty.part && spec.required !== false)
    if (!isOwed && !hasLeftover(empty.span, plan)) yield emptyAt(empty.place, unit)
    return
  }
  if (spec.command === 'observable' && saysObservable(unit, plan)) return
  if ((isLabelled(spec) && saysExpected(unit, plan)) || tellsExpected(spec, unit, plan)) return
  if (spec.required === false) return
  const [label, ...aliases] = labelsIn(spec)
  const near = label === undefined ? undefined : nearLabel({ label, aliases }, unit.spec.fields ?? [], unit.span, plan)
  yield near
    ? {
        message: 'misspelt',
        data: { ...dataOf(unit), label: near.label, found: near.part.title },
        at: near.part.place,
        help: `Write **${near.label}**`,
        fixes: renameLabel(near.part, near.label, plan),
        ...weightOf(spec)
      }
    : { message: 'missing', data: dataOf(unit), at: unit.part.place, help: helpFor(unit), ...weightOf(spec) }
}

/** What a verification is to say. */
function helpFor({ spec: { role, verification } }: Unit): string {
  const { command, run, expected } = verification!
  const labels = labelsIn(verification!).map(bold)
  if (command === 'optional')
    return [`Say how it is seen that the ${role} is done`, labels.slice(0, 2).join(' or ')].filter(Boolean).join(': ')
  const [said] = run && Array.isArray(expected) ? expected : []
  const shown = said === undefined ? '' : `, and ${bold(said)}: what it shows`
  const what = `a command that fails until the ${role} is done, such as \`npm test\`${shown}`
  return labels.length > 0 ? `Add ${labels[0]}: ${what}` : `Write in it ${what}`
}

/** A step whose verifications have words, and no command. */
function* checkFilled(unit: Unit, filled: readonly Verification[], plan: Plan): Iterable<Problem<StepMessage>> {
  const spec = unit.spec.verification!
  const weight = weightOf(spec)
  const data = dataOf(unit)
  const [label = 'verification'] = labelsIn(spec)
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
    if (filled.some(verification => namesCommands(verification.text(), plan))) return
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
