import type { Unit } from '../plan/bind-types.ts'
import { keysOf } from '../plan/fields.ts'
import { spanOf } from '../outline/nodes.ts'
import { titleNames } from '../outline/title.ts'
import type { Part } from '../outline/types.ts'
import { normalise } from '../outline/text.ts'
import type { UnitSpec } from '../profiles/schema.ts'
import { once } from '../util/once.ts'
import { verificationLabels } from '../profiles/verification.ts'

/** A label that stands in a unit for the second time. */
interface Doubled {
  first: Part
  second: Part
}

/** So many labels twice are no slip: another unit begins there, and its title is gone. */
const several = 2

/** What each label of a unit stands for: several may be names of one field, or of its verification. */
const idsOf = once(({ fields = [], verification }: UnitSpec) => {
  const ids = new Map<string, number>()
  for (const [index, spec] of fields.entries()) for (const key of keysOf(spec)) ids.set(key, index)
  for (const label of verificationLabels(verification)) ids.set(normalise(label), fields.length)
  return ids
})

/** Where the labels of a unit begin anew within it: the first that does; undefined where they don't. */
export function doubledLabel(unit: Unit): Doubled | undefined {
  const ids = idsOf(unit.spec)
  const first = new Map<number, Part>()
  const again = new Map<number, Doubled>()
  for (const part of unit.part.children) {
    const id = part.form === 'label' && isIn(part, unit) ? idOf(part, ids) : undefined
    if (id === undefined) continue
    const before = first.get(id)
    if (!before) first.set(id, part)
    else if (!again.has(id)) again.set(id, { first: before, second: part })
  }
  if (again.size >= several) return [...again.values()].sort(byPlace)[0]
  return unit.units.length > 0 ? doubledAround(unit) : undefined
}

const requiredKeys = once(
  ({ fields = [] }: UnitSpec) =>
    new Set(fields.filter(({ required }) => required === true).flatMap(field => [...keysOf(field)]))
)

/**
 * Of a unit with others inside, which hold the rest: a field that each such unit has, behind some of those inside. Once is enough, since nobody goes on with the
 * files of a task behind its first steps.
 */
function doubledAround(unit: Unit): Doubled | undefined {
  const keys = requiredKeys(unit.spec)
  // One that reaches to the next of its kind has no more than its own block: what follows a list item may be the unit's again.
  const endOf = ({ span, part: { form, node, span: own } }: Unit): number =>
    Math.min(span.end, form === 'box' || form === 'item' ? spanOf(node).end : own.end)
  const isInner = ({ span: { start } }: Part): boolean =>
    unit.units.some(inner => start >= inner.span.start && start < endOf(inner))
  const own = unit.part.children.filter(
    part =>
      part.form === 'label' &&
      part.span.start < unit.span.end &&
      !isInner(part) &&
      titleNames(part).some(name => keys.has(name))
  )
  for (const [i, second] of own.entries()) {
    const first = own[i - 1]
    const isBetween = ({ span: { start } }: Unit): boolean => start > first!.span.start && start < second.span.start
    if (first && first.key === second.key && unit.units.some(isBetween)) return { first, second }
  }
  return undefined
}

function idOf(part: Part, ids: ReadonlyMap<string, number>): number | undefined {
  const name = titleNames(part).find(each => ids.has(each))
  return name === undefined ? undefined : ids.get(name)
}

function isIn({ span: { start } }: Part, { span, units }: Unit): boolean {
  return start < span.end && !units.some(inner => start >= inner.span.start && start < inner.span.end)
}

function byPlace(a: Doubled, b: Doubled): number {
  return a.second.span.start - b.second.span.start
}
