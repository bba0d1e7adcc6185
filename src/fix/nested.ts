import type { UnitSpec } from '../profiles/schema.ts'
import { formsOf, ownUnitSpecs } from '../profiles/units.ts'
import { plainFields } from '../profiles/fields.ts'
import { isWanted, todo } from './blanks.ts'

/** Is a unit part of a list in which others stand below it, or of one that counts by place? */
export function isNested(unit: UnitSpec): boolean {
  return unit.id?.from === 'position' || (isBox(unit) && ownUnitSpecs(unit).some(isBox))
}

function isBox(unit: UnitSpec): boolean {
  return formsOf(unit).written[0] === 'box'
}

/** A unit of a list with what stands below it: "- [ ] 1. …", "1. …". */
export function nestedSkeleton(unit: UnitSpec, indent = ''): string {
  const below = `${indent}  `
  // What may be left out, and has a hint, is shown as well: in a list it takes a line.
  const fields = plainFields(unit)
    .filter(field => isWanted(field) || field.hint !== undefined)
    .map(({ label, hint }) => `${below}- _${label}: ${todo(hint ?? label)}_`)
  const inner = ownUnitSpecs(unit).filter(({ min = 1 }) => min > 0)
  return [
    `${indent}${isBox(unit) ? `- [ ] ${idOf(unit)}` : '1. '}${todo(textOf(unit))}`,
    ...fields,
    ...inner.map(each => nestedSkeleton(each, below))
  ].join('\n')
}

/** The first identifier that a unit may have. */
function idOf({ id }: UnitSpec): string {
  const [shape] = [id?.shape ?? []].flat()
  if (shape === undefined) return ''
  return `${shape.replace(/#+/g, run => '1'.padStart(run.length, '0'))}${shape === '#' ? '.' : ''} `
}

function textOf({ role, content }: UnitSpec): string {
  return content?.find(({ hint }) => hint !== undefined)?.hint ?? `what the ${role} is`
}
