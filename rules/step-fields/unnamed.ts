import type { Plan } from '../../src/plan/bind-types.ts'
import { unnamedUnits } from '../../src/plan/units/unnamed.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { kindOf } from '../../src/profiles/units.ts'
import { titleForm } from '../words/titles.ts'

/** Steps and tasks that have a number, and say nothing of what they are. */
export function* checkTitles(plan: Plan): Iterable<Problem<'unnamed'>> {
  for (const unit of unnamedUnits(plan))
    // Of what one may choose from, its own rule speaks.
    if (kindOf(unit.spec) !== 'alternative')
      yield {
        message: 'unnamed',
        data: { name: unit.spec.role, title: unit.part.title },
        at: unit.part.place,
        help: `Say in a few words what it is: ${titleForm(unit.spec, unit.part.ordinal!.raw)}`,
        severity: 'warning'
      }
}
