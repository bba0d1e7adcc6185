/** What spoils the reading of a plan, whatever its sections. */
import { isInTree } from '../../src/checks/in-tree.ts'
import { unevenFence } from '../../src/checks/uneven-fences.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { quote } from '../../src/outline/text.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { unclosedHelp, whatIsHidden } from '../words/fences.ts'
import type { Id } from './id.ts'

export function* brokenFences(plan: Plan): Iterable<Problem<Id>> {
  yield* conflicts(plan)
  for (const fence of plan.outline.brokenFences) {
    if (fence.kind === 'conflict') continue
    if (fence.html) {
      const { of, closer } = fence.html
      yield {
        message: 'unclosedHtml',
        data: { what: of, text: quote(fence.text) },
        at: fence.place,
        help: `Write "${closer}" where it ends; ${whatIsHidden(fence)}`
      }
    } else if (fence.kind === 'unclosed') {
      if (!isInTree(fence, plan))
        yield {
          message: 'unclosedFence',
          data: { text: quote(fence.text) },
          at: fence.place,
          help: unclosedHelp(fence)
        }
    } else
      yield {
        message: 'brokenFence',
        data: { text: fence.text },
        at: fence.place,
        help: `Close the outer fence first, or give it more backticks than the fences it shows; ${whatIsHidden(fence)}`
      }
  }
}

/** However many are left, they are what one merge left: told once. */
function* conflicts(plan: Plan): Iterable<Problem<Id>> {
  const [first, ...others] = plan.outline.brokenFences.filter(({ kind }) => kind === 'conflict')
  if (first)
    yield {
      message: 'conflict',
      data: { text: quote(first.text) },
      at: first.place,
      help: 'Keep what holds of the two sides, and take the lines of <<<<<<<, ======= and >>>>>>> out',
      related: others.slice(0, 20).map(({ place }) => ({ place, message: 'Another one here' }))
    }
}

/** Of fences that are broken anyway, that alone is told. */
export function* unevenFences(plan: Plan): Iterable<Problem<Id>> {
  const found = plan.outline.brokenFences.length === 0 ? unevenFence(plan) : undefined
  if (found)
    yield {
      message: 'unevenFence',
      data: { text: quote(found.text), lost: found.lost },
      at: found.place,
      help: 'Close each fence that it shows in it, too, or indent the lines that begin with backticks',
      severity: 'warning'
    }
}
