import type { Plan, Unit } from '../plan/bind-types.ts'
import { startsOf, unitSpecs } from '../profiles/units.ts'
import type { UnitSpec } from '../profiles/schema.ts'
import type { Edit, Fix } from '../types.ts'
import { referencesTo } from './references.ts'

/**
 * Numbers a sequence of units through, each number replaced where it stands, and the text's references to them with it ("see Step 4"). Where a reference to
 * a number that changes could mean several units or none, the fix is only offered.
 */
export function renumber(units: readonly Unit[], spec: UnitSpec, plan: Plan): Fix[] {
  if (spec.ordinal !== 'number') return []
  const edits: Edit[] = []
  const moved = new Map<number, number[]>()
  const first = units[0]?.part.ordinal?.numbers[0] ?? -1
  const starts = startsOf(spec)
  let next = starts.includes(first) ? first : starts[0]!
  for (const unit of units) {
    const number = unit.part.ordinal?.numbers[0]
    const edit = numberEdit(unit, next, plan)
    if (edit === undefined || number === undefined) return []
    if (edit) edits.push(edit)
    moved.set(number, [...(moved.get(number) ?? []), next])
    next++
  }
  if (edits.length === 0) return []
  const references = followReferences(units, spec, moved, plan)
  return [
    { title: `Number the ${spec.role}s through`, safe: references.isSafe, edits: [...edits, ...references.edits] }
  ]
}

function followReferences(
  units: readonly Unit[],
  spec: UnitSpec,
  moved: ReadonlyMap<number, number[]>,
  plan: Plan
): { edits: Edit[]; isSafe: boolean } {
  const words = [...new Set([...(spec.words ?? []), ...units.flatMap(unit => unit.part.ordinal?.word ?? [])])]
  const isAlone = countSequences(spec, plan) === 1
  const targets = new Set([...moved.values()].flat())
  const edits: Edit[] = []
  let isSafe = true
  for (const { start, end, number } of referencesTo(words, units, plan)) {
    const to = moved.get(number)
    if (isAlone && to?.length === 1) {
      if (to[0] !== number) edits.push({ start, end, text: String(to[0]) })
    } else if (to ? to.some(each => each !== number) : targets.has(number)) isSafe = false
  }
  return { edits, isSafe }
}

/** How many sequences of these units the plan has: with several, "step 2" may be of any. */
function countSequences(spec: UnitSpec, plan: Plan): number {
  let count = 0
  for (const section of plan.allSections) {
    for (const own of unitSpecs(section.spec)) {
      if (own.role === spec.role && section.units.some(unit => unit.spec === own)) count++
      for (const inner of unitSpecs(own))
        if (inner.role === spec.role)
          count += inner.scope === 'document' ? 1 : section.units.filter(unit => unit.units.length > 0).length
    }
  }
  return count
}

/** null where the number is right already; undefined where it can't be replaced safely. */
function numberEdit(unit: Unit, number: number, { outline: { source } }: Plan): Edit | null | undefined {
  const { ordinal, place, form } = unit.part
  if (
    !ordinal ||
    ordinal.numbers.length !== 1 ||
    ordinal.letter !== undefined ||
    ordinal.until !== undefined ||
    form === 'item' ||
    form === 'row'
  )
    return undefined
  if (ordinal.numbers[0] === number) return null
  const written = source.slice(place.start.offset, place.end.offset)
  const at = written.indexOf(ordinal.raw)
  const before = written
    .slice(0, at)
    .replace(/[#*_\s]+/g, '')
    .toLowerCase()
  // Nothing but marks and the unit's word may stand before it.
  if (at < 0 || before !== (ordinal.word ?? '') || /\d/.test(written[at + ordinal.raw.length] ?? '')) return undefined
  const start = place.start.offset + at
  return { start, end: start + ordinal.raw.length, text: String(number) }
}
