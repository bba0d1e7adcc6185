import type { State } from './schema.ts'

/** States in their order. */
export const states: readonly State[] = ['draft', 'approved', 'active', 'done']

/** Is `a` at least as far as `b`? An unknown state has reached nothing. */
export function reached(a: State | undefined, b: State): boolean {
  return a !== undefined && states.indexOf(a) >= states.indexOf(b)
}
