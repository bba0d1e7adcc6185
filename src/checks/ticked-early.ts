/** Lists about the plan as a whole that are ticked to the end before its status knows of it. */
import { isSettled } from '../outline/checkboxes.ts'
import type { Checkbox } from '../outline/types.ts'
import type { Plan } from '../plan/bind-types.ts'
import { isUnbegun } from '../plan/status.ts'
import type { Checklist } from '../profiles/schema.ts'
import { reached, tickedIn } from '../profiles/states.ts'

/**
 * Is every box of a list ticked though the status says that nothing can be?
 *
 * @returns said: by the list's own word, as it is not to be ticked in that state, or means one that the plan has not got to; likely: it is ticked once the plan
 * is done, and plans begin with that status
 */
export function tickedEarly(spec: Checklist, boxes: readonly Checkbox[], plan: Plan): 'said' | 'likely' | undefined {
  const { from, not } = tickedIn(spec)
  if (!plan.status || boxes.length === 0 || !boxes.every(isSettled)) return undefined
  if (not !== undefined && plan.state === not) return 'said'
  if (spec.means !== undefined && plan.status.known && !reached(plan.state, spec.means)) return 'said'
  return not === undefined && from === 'done' && boxes.length > 1 && isUnbegun(plan) ? 'likely' : undefined
}
