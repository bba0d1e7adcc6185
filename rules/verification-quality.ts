import type { Check } from '../src/plan/checked-commands.ts'
import { checksOf, hasChecks } from '../src/plan/checked-commands.ts'
import { placeInCode } from '../src/plan/code-place.ts'
import { leftoversOf } from '../src/plan/placeholders.ts'
import { spanOf } from '../src/plan/nodes.ts'
import type { CommandFlaw } from '../src/plan/shell/index.ts'
import { flawsOf } from '../src/plan/shell/index.ts'
import { defineRule } from '../src/rule.ts'
import type { Related } from '../src/types.ts'

export default defineRule<CommandFlaw>({
  id: 'verification-quality',
  summary: 'A verification command can fail, ends by itself, asks nothing, runs on any machine, and is complete.',
  why: 'A check that cannot fail checks nothing, and one that waits for a key or for somebody\'s home folder is not run by anyone else.',
  severity: 'error',
  applies: profile => profile.sections.some(hasChecks),
  messages: {
    'cannot-fail': d => `Expected a command that can fail: ${d.detail}`,
    'never-ends': d => `Expected a command that ends: ${d.detail}`,
    interactive: d => `Expected a command that runs unattended: ${d.detail}`,
    'machine-bound': d => `Expected a command that runs anywhere: ${d.detail}`,
    placeholder: d => `Placeholder in a command: ${d.detail}`,
    syntax: d => `Unreadable command: ${d.detail}`
  },
  *check({ plan }) {
    const leftovers = leftoversOf(plan)
    const bound = new Map<string, Related[]>()
    for (const check of checksOf(plan)) {
      for (const block of check.blocks) {
        const own = spanOf(block.node)
        const isTold = leftovers.some(({ place }) => place.start.offset >= own.start && place.start.offset < own.end)
        for (const { flaw, start, end, detail, help } of flawsOf(block.script)) {
          if ((flaw === 'placeholder' && isTold) || (flaw === 'cannot-fail' && !detail.includes('hides') && canFail(check))) continue
          const at = placeInCode(block.node, { start, end }, plan.outline)
          const again = flaw === 'machine-bound' ? bound.get(detail) : undefined
          if (again) { if (again.length < 20) again.push({ place: at, message: 'Here too' }); continue }
          const related: Related[] = []
          if (flaw === 'machine-bound') bound.set(detail, related)
          yield {
            message: flaw, data: { detail }, at, related, help: help.charAt(0).toUpperCase() + help.slice(1),
            ...(flaw === 'machine-bound' ? { severity: 'warning' as const } : {})
          }
        }
      }
    }
  }
})

/** Another command of the same check can fail: what only prints beside it does no harm. */
function canFail(check: Check): boolean {
  return check.blocks.some(block => block.script.outcome !== 'never')
}
