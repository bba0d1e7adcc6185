import type { Plan } from '../plan/bind-types.ts'

/** A file of the set that was read. */
export interface Member {
  /** As reports name files. */
  path: string
  plan: Plan
}
