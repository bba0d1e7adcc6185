import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { stepsOf } from '../../src/plan/steps.ts'
import { isEnglish } from '../../src/plan/sentences/english.ts'
import { namesVerification, verificationsOf } from '../../src/plan/verification.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** Units of which one is enough that tells to verify something, where none does. Words of one language say nothing in another. */
export function* checkNothing(plan: Plan): Iterable<Problem<'nothing'>> {
  const units = stepsOf(plan).filter(unit => unit.spec.verification?.fold === 'some')
  if (units.length === 0 || !isEnglish(units.map(({ part }) => part.title).join('\n'))) return
  const tells = (unit: Unit): boolean =>
    namesVerification(unit.part) ||
    verificationsOf(unit, plan).length > 0 ||
    plan.content.commands(unit.span).length > 0 ||
    unit.units.some(inner => namesVerification(inner.part))
  if (plan.outline.parts.some(part => part.form === 'heading' && namesVerification(part)) || units.some(tells)) return
  const name = units[0]!.spec.role
  yield {
    message: 'nothing',
    data: { name, count: units.length },
    at: plan.titlePlace,
    help: `Write in one ${name} at least "Verify that …", best with a command`,
    severity: 'warning'
  }
}
