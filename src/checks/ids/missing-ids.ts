import type { Plan, Unit } from '../../plan/bind-types.ts'
import { allUnits } from '../../plan/every.ts'
import { hasLeftover, leftoversOf } from '../../plan/leftovers/placeholders.ts'
import { idsOf } from '../../plan/units/ids.ts'
import { idNumber } from '../../plan/units/numbers.ts'
import { nearShape, shapesOf } from '../../plan/units/shapes.ts'
import { enumerate } from '../../util/enumerate.ts'
import { headBelow, tailOf } from '../../plan/units/zero-ids.ts'
import { isBoxed } from '../../profiles/units.ts'
import type { Severity } from '../../types.ts'
import { lostTasks } from './lost-tasks.ts'

/** A unit without the identifier that its profile wants, and one that is free. */
export interface MissingId {
  unit: Unit
  /** Undefined where the profile lists them, and each is there. */
  example: string | undefined
  severity: Severity
}

/** Units that have no identifier, where the profile wants one on each, or once any of them has one; in document order. */
export function* missingIds(plan: Plan): Iterable<MissingId> {
  const used = new Set(idsOf(plan).map(({ role }) => role))
  const named = new Set(idsOf(plan).map(({ unit }) => unit))
  let last: Map<string, number> | undefined
  // Where the headings have the numbers, that is told of them.
  const bare = used.size === 0 && lostTasks(plan).length === 0 ? bareUnit(plan) : undefined
  if (bare?.spec.id?.shape) {
    // Those with fields are known by these.
    const severity = allUnits(plan).some(isLabelled) ? 'warning' : 'error'
    yield { unit: bare, example: freeId(bare.spec.id.shape, bare, new Map(), plan), severity }
    return
  }
  for (const unit of allUnits(plan)) {
    const { id, role } = unit.spec
    const near = nearId(unit)
    const isWanted =
      near !== undefined || id?.required === 'once-used' || id?.required === 'some'
        ? used.has(role)
        : Boolean(id?.required)
    // "TXXX Write it" is told of as what is left of the template, a box with nothing behind it as empty.
    if (!isWanted || isEmptyBox(unit) || id?.shape === undefined || named.has(unit) || beginsWithLeftover(unit, plan))
      continue
    yield {
      unit,
      example:
        near !== undefined && !isUsed(near, plan) ? near : freeId(id.shape, unit, (last ??= lastNumbers(plan)), plan),
      severity: id.required === true ? 'error' : 'warning'
    }
  }
}

/** The identifier that the first cell of a row is a slip of: D-02 of "D2". */
function nearId({ spec: { id }, part, lead }: Unit): string | undefined {
  if (part.form !== 'row' || lead?.id !== undefined || id?.from !== undefined) return undefined
  return shapesOf(id?.shape)
    .map(shape => nearShape(shape, part.title))
    .find(found => found !== undefined)
}

const isUsed = (id: string, plan: Plan): boolean => idsOf(plan).some(({ text }) => text === id)

/** The first of units of which one at least has an identifier, where none has. */
function bareUnit(plan: Plan): Unit | undefined {
  const units = allUnits(plan).filter(({ spec }) => spec.id?.required === 'some')
  return units.every(({ lead }) => lead?.id === undefined) ? units.find(unit => !isEmptyBox(unit)) : undefined
}

const isLabelled = ({ fields }: Unit): boolean => fields.some(({ state }) => state !== 'missing')

function isEmptyBox({ spec, box }: Unit): boolean {
  return box?.text === '' && isBoxed(spec)
}

function beginsWithLeftover({ part: { title, place } }: Unit, plan: Plan): boolean {
  const span = { start: place.start.offset, end: place.end.offset }
  return (
    hasLeftover(span, plan) &&
    leftoversOf(plan).some(
      ({ text, place: { start } }) => title.startsWith(text) && start.offset >= span.start && start.offset < span.end
    )
  )
}

/** The last number of each role's identifiers: of all of them, and of those that begin alike ("2." of 2.1 and 2.2). */
function lastNumbers(plan: Plan): Map<string, number> {
  const last = new Map<string, number>()
  for (const { spec, lead } of allUnits(plan)) {
    if (lead?.id === undefined) continue
    const number = idNumber(lead.id)
    const dot = number.lastIndexOf('.') + 1
    note(last, `${spec.role} `, Number.parseInt(number, 10))
    if (dot > 0) note(last, `${spec.role} ${number.slice(0, dot)}`, Number.parseInt(number.slice(dot), 10))
  }
  return last
}

function note(last: Map<string, number>, key: string, number: number): void {
  if (number > (last.get(key) ?? 0)) last.set(key, number)
}

/** Of names without a number, those that none has, if any; else the next number of the first shape. */
function freeId(
  shape: string | readonly string[],
  unit: Unit,
  last: Map<string, number>,
  plan: Plan
): string | undefined {
  const shapes = shapesOf(shape)
  const [first] = shapes as readonly [string]
  if (first.includes('#')) return nextFree(first, unit, last)
  const used = new Set(idsOf(plan).map(({ text }) => text))
  const free = shapes.filter(name => !used.has(name))
  return free.length > 0 ? enumerate(free, 'or') : undefined
}

/** The identifier of a shape behind the last one that is there: T015 after T014; 2.3 below 2, where there is a 2.2. Then it is taken. */
function nextFree(shape: string, unit: Unit, last: Map<string, number>): string {
  const runs = shape.match(/#+/g) ?? []
  const outer = runs.length > 1 && unit.parent ? numberOf(unit.parent) : undefined
  const key = `${unit.spec.role} ${outer === undefined ? '' : `${outer}.`}`
  const next = (last.get(key) ?? 0) + 1
  last.set(key, next)
  const run = runs.at(-1) ?? ''
  const before = shape.slice(0, shape.lastIndexOf(run)).replace(/#+/, outer ?? '1')
  return before + String(next).padStart(run.length, '0') + tailOf(unit.spec)
}

function numberOf(unit: Unit): string | undefined {
  const text = headBelow(unit) ?? unit.part.ordinal?.raw
  return text === undefined ? undefined : idNumber(text)
}
