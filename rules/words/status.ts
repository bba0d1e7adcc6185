import type { BoundField, Plan } from '../../src/plan/bind-types.ts'
import type { Place, Related } from '../../src/types.ts'

/** Where a field that is there says what it says. */
export function fieldPlace({ place, part }: BoundField): Place {
  return place ?? part!.place
}

/** Where the status is told that a finding is about. */
export function statusHere({ field, value }: NonNullable<Plan['status']>): Related {
  return { place: fieldPlace(field), message: `Status is ${value}` }
}
