/** What a command shows, where a step has to say so. */
import { owesField } from '../../src/checks/expect.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import type { Verification } from '../../src/plan/verification.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import { weightOf } from '../words/weight.ts'
import { normalise, quote } from '../../src/outline/text.ts'
import type { VerificationSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { isBareOfResult } from './observable.ts'

/** Where commands stand behind a label of their own, the unit says what they show: once will do, each in its own way. */
export function* checkExpected(
  unit: Unit,
  found: readonly Verification[],
  plan: Plan
): Iterable<Problem<'expectation' | 'unsaid'>> {
  const { run = [], expected = [] } = unit.spec.verification!
  if (expected === true || expected.length === 0 || owesField(unit, expected, plan)) return
  if (run.length === 0) {
    const bare = found.find(each => each.part && !each.empty && isBareOfResult(each, plan))
    if (bare && !hasLeftover(bare.span, plan))
      yield {
        message: 'expectation',
        data: { name: unit.spec.role, title: unit.part.title, text: quote(bare.text()) },
        at: bare.place,
        help: 'Write behind the command what it shows: `npm test` → all pass',
        severity: 'warning'
      }
    return
  }
  const keys = expected.map(normalise)
  const unsaid = found.filter(({ part, empty }) => part && empty && keys.some(label => isLed(part.key, label)))
  for (const { place, span } of unsaid)
    if (!hasLeftover(span, plan))
      yield {
        message: 'unsaid',
        data: { name: unit.spec.role, title: unit.part.title },
        at: place,
        help: 'Write what the command shows when it is right',
        ...weightOf(unit.spec.verification!)
      }
  if (plan.content.parts(unit.span, unit.part).some(({ key }) => keys.some(label => isLed(key, label)))) return
  if (found.some(each => keys.some(label => each.text().toLowerCase().includes(label)))) return
  const first = found.find(({ part, empty }) => part && !empty && run.some(label => normalise(label) === part.key))
  if (!first || hasLeftover(first.span, plan)) return
  yield {
    message: 'expectation',
    data: {
      name: unit.spec.role,
      title: unit.part.title,
      text: quote(first.text() || (first.commands[0]?.node.value.split('\n', 1).join('') ?? ''))
    },
    at: first.place,
    help: `Write behind it what it shows: ${expected[0]!}: …`,
    ...weightOf(unit.spec.verification!)
  }
}

/** Says a verification under its own label what its command shows? */
export function isLabelled({ run = [], expected = [] }: VerificationSpec): boolean {
  return run.length === 0 && expected !== true && expected.length > 0
}

/** "Expected before the change" is led by "Expected". */
function isLed(key: string, label: string): boolean {
  return key === label || key.startsWith(`${label} `)
}
