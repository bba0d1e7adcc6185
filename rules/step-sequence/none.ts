import { titleForm } from '../words/titles.ts'
import { formsOf } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'

/** Units that are missing altogether, and how one is written. */
export function none(spec: UnitSpec, title: string, at: Place, number: string, outer = '1'): Problem<'none'> {
  const help = formsOf(spec).written.every(form => form === 'box')
    ? `Write each ${spec.role} as a box: "- [ ] ${boxHead(spec, outer)} …"`
    : `Write each ${spec.role} under a title of its own`
  return {
    message: 'none',
    data: { name: spec.role, title },
    at,
    help: spec.words?.length ? `${help}: ${titleForm(spec, number)}` : help
  }
}

/** How the first box of a kind begins, below a unit of a number. */
function boxHead({ id }: UnitSpec, outer: string): string {
  const shape = [id?.shape ?? []].flat()[0]
  if (shape === undefined) return '1.'
  const whole = shape.includes('#.#') ? shape.replace(/#+/, outer) : shape
  return whole.replace(/#+/g, digits => '1'.padStart(digits.length, '0'))
}
