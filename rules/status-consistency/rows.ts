import { groupBy } from '../../src/util/group.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** Units of a done plan that are open by the field that is their box: what nobody ticked is one slip, however many there are. */
export function* checkRows(plan: Plan): Iterable<Problem<'openRows'>> {
  if (plan.state !== 'done') return
  const ticked = allUnits(plan).filter(({ spec }) => spec.ticked !== undefined)
  for (const [spec, units] of groupBy(ticked, unit => unit.spec)) {
    const [first, ...others] = units.filter(({ box }) => box?.state === 'open')
    if (!first) continue
    const field = plan.status?.field
    yield {
      message: 'openRows',
      data: { name: spec.role, count: others.length + 1, all: units.length, why: whyDone(plan) },
      at: first.part.place,
      severity: 'warning',
      help: `Fill in "${spec.ticked!}" of what is done, or take the completion back`,
      related: [
        ...others.slice(0, 20).map(({ part }) => ({ place: part.place, message: 'Open, too' })),
        ...(field ? [{ place: field.place ?? field.part!.place, message: `Status is ${plan.status!.value}` }] : [])
      ]
    }
  }
}

/** By what a plan is done, in words. */
export function whyDone({ status }: Plan): string {
  return status ? `status is ${status.value}` : 'the plan counts as complete'
}
