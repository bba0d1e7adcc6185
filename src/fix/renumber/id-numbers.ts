/** Numbers inside of identifiers: "T1.2" is a task's own, but for the 1, which is the number of what the task stands below. */
import type { Span } from '../../outline/types.ts'
import type { Plan } from '../../plan/bind-types.ts'
import { allUnits } from '../../plan/every.ts'
import { findShapes, shapesOf } from '../../plan/units/shapes.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { allUnitSpecs } from '../../profiles/units.ts'
import type { Numbered } from './callings.ts'

/** What the numbers in identifiers are, by where they begin: none of the units', or, of one that stands below a unit, that unit's, with the whole identifier. */
export function idNumbers(plan: Plan, units: readonly Numbered[]): ReadonlyMap<number, 'none' | Span> {
  const own = new Set(units.map(({ part }) => part))
  const all = allUnits(plan)
  const mine = new Set(all.filter(({ part }) => own.has(part)).map(({ spec }) => spec))
  const below = new Set(all.filter(({ parent }) => parent && own.has(parent.part)).map(({ spec }) => spec))
  const found = new Map<number, 'none' | Span>()
  for (const spec of allUnitSpecs(plan.profile)) {
    if (mine.has(spec)) continue
    for (const { start, end } of findShapes(letteredShapes(spec), plan.outline.source)) {
      const runs = [...plan.outline.source.slice(start, end).matchAll(/\d+/g)]
      for (const [at, { index }] of runs.entries())
        found.set(start + index, below.has(spec) && runs.length > 1 && at === 0 ? { start, end } : 'none')
    }
  }
  return found
}

/** Shapes that are no bare number: what has one is an identifier wherever it stands. */
function letteredShapes({ id }: UnitSpec): readonly string[] {
  return id?.from === undefined ? shapesOf(id?.shape).filter(shape => /\p{L}/u.test(shape) && shape.includes('#')) : []
}
