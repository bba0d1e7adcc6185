import type { UnitSpec } from '../../src/profiles/schema.ts'
import { formsOf } from '../../src/profiles/units.ts'
import { titleForm } from './titles.ts'

/**
 * How units are written that are missing, by the one form that the profile knows of them.
 *
 * @param number The one that is shown as an example; undefined where they have none.
 * @param outer The number of the unit that is to hold them.
 * @param taken Identifiers that are there.
 */
export function writeUnits(
  spec: UnitSpec,
  number: string | undefined,
  outer = '1',
  taken: ReadonlySet<string> = new Set()
): string {
  const { role, words = [], id } = spec
  const [form, ...others] = new Set(formsOf(spec).written)
  const shape = [id?.from === undefined ? (id?.shape ?? []) : []].flat()[0]
  const named = shape === undefined ? '' : `, with its identifier: "${exampleOf(shape)} …"`
  const example = words.length > 0 ? `: ${titleForm(spec, number)}` : ''
  if (form === 'box' && others.length === 0)
    return `Write each ${role} as a box: "- [ ] ${boxHead(spec, outer)} …"${example}`
  if (form === 'row' && others.length === 0)
    return `Write each ${role} as a row of a table that begins with ${rowHead(spec, taken)}`
  if (form === 'item' && others.length === 0 && formsOf(spec).headings === undefined)
    return `Write each ${role} as an item of a list${example}`
  return `Write each ${role} under a title of its own${example || named}`
}

/** How the first box of a kind begins, below a unit of a number. */
function boxHead({ id }: UnitSpec, outer: string): string {
  const shape = [id?.shape ?? []].flat()[0]
  if (shape === undefined) return '1.'
  const whole = shape.includes('#.#') ? shape.replace(/#+/, outer) : shape
  return exampleOf(whole)
}

/** What the rows that are missing begin with: of names that are listed, those that no row has. */
function rowHead({ id }: UnitSpec, taken: ReadonlySet<string>): string {
  const shapes = [id?.shape ?? []].flat()
  const [first] = shapes
  if (first === undefined) return 'its identifier'
  if (first.includes('#')) return `its identifier: ${exampleOf(first)}`
  const free = shapes.filter(name => !taken.has(name))
  return (free.length > 0 ? free : shapes).map(name => `"${name}"`).join(' or ')
}

function exampleOf(shape: string): string {
  return shape.replace(/#+/g, digits => '1'.padStart(digits.length, '0'))
}
