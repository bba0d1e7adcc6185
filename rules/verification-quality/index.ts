import type { Plan } from '../../src/plan/bind-types.ts'
import { checksOf } from '../../src/plan/checked-commands.ts'
import { isExpectationSaid, isStoppedByHand, isValueSaid } from '../../src/plan/expectations.ts'
import { placeInCode } from '../../src/outline/code/code-place.ts'
import { leftoversOf } from '../../src/plan/leftovers/placeholders.ts'
import type { CommandFlaw, FlawReport } from '../../src/shell/index.ts'
import { flawsOf } from '../../src/shell/index.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'
import { boundLinks } from './links.ts'
import { detailOf, helpOf } from './words.ts'

export default defineRule<CommandFlaw | 'bound-link'>({
  id: 'verification-quality',
  summary: 'A verification command can fail, ends by itself, asks nothing, runs on any machine, and is complete.',
  why: "A check that cannot fail checks nothing, and one that waits for a key or for somebody's home folder is not run by anyone else.",
  whenOff:
    'Where verifications are carried out by hand on one machine, at a keyboard, and nothing runs them unattended.',
  severity: 'error',
  messages: {
    'cannot-fail': d => `Expected a command that can fail: ${d.detail}`,
    'never-ends': d => `Expected a command that ends: ${d.detail}`,
    interactive: d => `Expected a command that runs unattended: ${d.detail}`,
    'machine-bound': d => `Expected a command that runs anywhere: ${d.detail}`,
    'bound-link': d => `Expected a link that holds on any machine: \`${d.path}\` exists on one machine only`,
    placeholder: d => `Placeholder in a command: ${d.detail}`,
    syntax: d => `Unreadable command: ${d.detail}`
  },
  *check({ plan }) {
    const found = flawsIn(plan)
    const bound = found.filter(({ flaw }) => flaw === 'machine-bound')
    for (const one of found) {
      const { flaw, at } = one
      // The paths of one machine are one defect, however often they are written.
      const same = flaw === 'machine-bound' ? bound : [one]
      if (same[0] !== one) continue
      yield {
        message: flaw,
        data: { detail: detailOf(one) },
        at,
        help: helpOf(one),
        related: same.slice(1, 21).map(other => ({ place: other.at, message: 'Here too' })),
        ...(flaw === 'machine-bound' ? { severity: 'warning' as const } : {})
      }
    }
    const [first, ...others] = boundLinks(plan)
    if (first)
      yield {
        message: 'bound-link',
        data: { path: first.path },
        at: first.at,
        help: 'Write it relative to this document',
        related: others.slice(0, 20).map(({ at }) => ({ place: at, message: 'Here too' })),
        severity: 'warning'
      }
  }
})

type Flaw = FlawReport & { at: Place }

/** Does the exit status hide a failure that is seen all the same? */
const isShown = (found: FlawReport): boolean =>
  found.flaw === 'cannot-fail' && found.why.how === 'hidden' && found.why.isSeen === true

function flawsIn(plan: Plan): Flaw[] {
  const reported = new Set(leftoversOf(plan).map(({ place }) => place.start.line))
  const found = checksOf(plan).flatMap(({ blocks, spares }) => {
    // Another command of the same check can fail: what only prints beside it does no harm.
    const canFail = blocks.some(block => block.script.outcome !== 'never')
    return blocks.flatMap(block =>
      flawsOf(block.script)
        .map(flaw => ({ ...flaw, at: placeInCode(block.node, flaw, plan.outline) }))
        .filter(
          one =>
            !(one.flaw === 'placeholder' && (reported.has(one.at.start.line) || isValueSaid(block, one.text, plan))) &&
            !spares(one) &&
            !(isShown(one) && isExpectationSaid(block, plan)) &&
            !(one.flaw === 'never-ends' && isStoppedByHand(block, plan)) &&
            !(one.flaw === 'cannot-fail' && canFail && block.script.hidden.length === 0)
        )
    )
  })
  return found.sort((a, b) => a.at.start.offset - b.at.start.offset)
}
