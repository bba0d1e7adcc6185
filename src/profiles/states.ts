import type { Checklist, State } from './schema.ts'

/** States in their order. */
export const states: readonly State[] = ['draft', 'approved', 'active', 'done']

/** Is `a` at least as far as `b`? An unknown state has reached nothing. */
export function reached(a: State | undefined, b: State): boolean {
  return a !== undefined && states.indexOf(a) >= states.indexOf(b)
}

/** Is every box of a list to be ticked by now? */
export function areTicksDue(checklist: Checklist | undefined, state: State | undefined): boolean {
  const from = checklist && tickedIn(checklist).from
  return from !== undefined && reached(state, from)
}

/** The state from which on every box is ticked, and the one in which not all are. */
export function tickedIn({ ticked }: Checklist): { from?: State; not?: State } {
  if (ticked === undefined) return {}
  if (typeof ticked === 'string') return { from: ticked }
  const from = states.find(state => ticked[state] === true)
  const not = states.find(state => ticked[state] === false)
  return { ...(from ? { from } : {}), ...(not ? { not } : {}) }
}
