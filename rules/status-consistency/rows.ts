import { groupBy } from '../../src/util/group.ts'
import { lackingContent } from '../../src/checks/demands/unit-demands.ts'
import { leftoversOf } from '../../src/plan/leftovers/placeholders.ts'
import { normalise } from '../../src/outline/text.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import type { Demand, Profile, UnitSpec } from '../../src/profiles/schema.ts'
import { statusOf } from '../../src/profiles/status.ts'
import { once } from '../../src/util/once.ts'
import { statusHere } from '../words/status.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** Units of a done plan that are open by the field that is their box: what nobody ticked is one slip, however many there are. */
export function* checkRows(plan: Plan): Iterable<Problem<'openRows'>> {
  if (plan.state !== 'done') return
  const ticked = allUnits(plan).filter(({ spec }) => spec.ticked !== undefined)
  for (const [spec, units] of groupBy(ticked, unit => unit.spec)) {
    const [first, ...others] = units.filter(({ box }) => box?.state === 'open')
    if (!first) continue
    yield {
      message: 'openRows',
      data: { name: spec.role, count: others.length + 1, all: units.length, why: whyDone(plan) },
      at: first.part.place,
      severity: 'warning',
      help: `Fill in "${spec.ticked!}" of what is done${dateDemand(spec) ? ', each with its date' : ''}, or take the completion back`,
      related: [
        ...others.slice(0, 20).map(({ part }) => ({ place: part.place, message: 'Open, too' })),
        ...(plan.status ? [statusHere(plan.status)] : [])
      ]
    }
  }
}

/** A plan that is not begun by its status, the first that says so, of which every unit is ticked. */
export function* checkTickedRows(plan: Plan): Iterable<Problem<'doneRows'>> {
  const { status } = plan
  if (!status || normalise(status.value) !== unbegun(plan.profile)) return
  const ticked = allUnits(plan).filter(({ spec }) => spec.ticked !== undefined)
  const [first] = ticked
  if (!first || ticked.length < 2 || ticked.some(({ box }) => box?.state !== 'done')) return
  yield {
    message: 'doneRows',
    data: { name: first.spec.role, all: ticked.length, status: status.value },
    at: status.field.place ?? status.field.part!.place,
    severity: 'warning',
    help: 'Say with the status that it is done, or take the ticks back',
    related: ticked.slice(0, 20).map(({ part }) => ({ place: part.place, message: 'Ticked' }))
  }
}

/** The status that a plan begins with, normalised; others that count as a draft, such as "on hold", come later. */
const unbegun = once((profile: Profile): string | undefined => {
  const first = Object.entries(statusOf(profile)?.states ?? {}).find(([, state]) => state === 'draft')
  return first && normalise(first[0])
})

/** By what a plan is done, in words. */
export function whyDone({ status }: Plan): string {
  return status ? `status is ${status.value}` : 'the plan counts as complete'
}

/** Units that are ticked by the field that is their box, and do not say when: that they are done is somebody's word, the date is when. */
export function* checkDates(plan: Plan): Iterable<Problem<'undated'>> {
  const left = new Set(leftoversOf(plan).map(({ place }) => place.start.offset))
  for (const unit of allUnits(plan)) {
    if (unit.spec.ticked === undefined) continue
    for (const { demand, ...weight } of lackingContent(unit, plan)) {
      if (demand.kind !== 'date') continue
      // "TBD" where the date belongs is told as that.
      const place = unit.fields.find(({ spec }) => spec.label === demand.label)?.place
      if (place && left.has(place.start.offset)) continue
      yield {
        message: 'undated',
        data: { name: unit.spec.role, title: unit.name || unit.part.title },
        at: unit.part.place,
        help: demand.hint ?? 'Say when it was done',
        ...weight
      }
    }
  }
}

const dateDemand = ({ content }: UnitSpec): Demand | undefined => content?.find(({ kind }) => kind === 'date')
