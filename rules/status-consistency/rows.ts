import { groupBy } from '../../src/util/group.ts'
import { lackingContent } from '../../src/checks/demands/unit-demands.ts'
import { leftoversOf } from '../../src/plan/leftovers/placeholders.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import type { Demand, UnitSpec } from '../../src/profiles/schema.ts'
import { isUnbegun } from '../../src/plan/status.ts'
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

/** A plan that is not begun by its status, the first that says so, of which every unit is ticked: by a field that is its box, or by the box that it is. */
export function* checkTickedRows(plan: Plan): Iterable<Problem<'doneRows'>> {
  const { status } = plan
  if (!status || !isUnbegun(plan)) return
  const ticked = allUnits(plan).filter(unit => tellsWork(unit) && !isOfChecklist(unit))
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

/** What may be ticked before the work is begun: a tick there says that it is answered, met or known. */
const ofThought: ReadonlySet<string> = new Set([
  'question',
  'prerequisite',
  'decision',
  'alternative',
  'risk',
  'issue',
  'entry'
])

/** Does a tick on a unit say that it was done? */
function tellsWork({ spec, role, box }: Unit): boolean {
  return spec.ticked !== undefined || (box !== undefined && !ofThought.has(role))
}

/** Of boxes of a list about the plan as a whole completion-checklist speaks. */
function isOfChecklist({ spec, section }: Unit): boolean {
  return spec.ticked === undefined && section.spec.checklist !== undefined
}

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
