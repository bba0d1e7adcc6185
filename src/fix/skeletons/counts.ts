/** How many units a new plan has of a kind, and which numbers these have. */
import type { FieldSpec, UnitSpec } from '../../profiles/schema.ts'

/** A second one where the first is spared of what the others need. */
export function countOf({ min = 1, fields = [] }: UnitSpec): number {
  return Math.max(1, min, fields.some(isLaterField) ? 2 : 1)
}

/** Is a field asked of the units behind the first alone? */
export function isLaterField({ where }: FieldSpec): boolean {
  return where === 'middle' || where === 'last'
}

/**
 * An identifier by its shape. One of two numbers begins with that of the unit around; one of a single number goes on where the unit before has ended.
 *
 * @param outer The number of the unit around, counted from 0.
 */
export function numbered(shape: string, unit: UnitSpec, index: number, outer: number): string {
  const runs = shape.match(/#+/g)?.length ?? 0
  const own = runs > 1 ? index + 1 : outer * countOf(unit) + index + 1
  let at = 0
  return shape.replace(/#+/g, marks => String(++at === runs ? own : outer + 1).padStart(marks.length, '0'))
}
