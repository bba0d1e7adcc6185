import { titleForm } from '../words/titles.ts'
import { formsOf } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'

/** Units that are missing altogether, and how one is written. */
export function none(spec: UnitSpec, title: string, at: Place, number: string): Problem<'none'> {
  const help = formsOf(spec).written.every(form => form === 'box')
    ? `Write each ${spec.role} as a box: "- [ ] 1. …"`
    : `Write each ${spec.role} under a title of its own`
  return {
    message: 'none',
    data: { name: spec.role, title },
    at,
    help: spec.words?.length ? `${help}: ${titleForm(spec, number)}` : help
  }
}
