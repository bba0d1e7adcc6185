import { declaredIn } from '../../src/sets/declared.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { IdDeclaration } from '../../src/plan/units/ids.ts'
import { refsOf } from '../../src/plan/units/ids.ts'
import { allUnitSpecs } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Member, PlanSet } from '../../src/sets/plan-set.ts'
import { filled, referenceForm } from './uncovered.ts'

/** Units of another file that should be named in this one, where it names none of them. */
export interface Unnamed {
  spec: UnitSpec
  units: readonly IdDeclaration[]
  member: Member
  /** How the first of them is named: `[US1]`. */
  form: string
}

/** What other files of the set want to be named here: told where it can be mended, once for all of a kind. */
export function* unitsNobodyNames(plan: Plan, set: PlanSet | undefined): Iterable<Unnamed> {
  if (plan.units('step').length === 0) return
  for (const member of set?.members.values() ?? []) {
    const { profile } = member.plan
    for (const spec of allUnitSpecs(profile)) {
      if (spec.coverage?.in !== plan.profile.name || spec.coverage.min !== 0) continue
      const units = declaredIn(member.plan, spec.role)
      const to = `${profile.name}.${spec.role}`
      if (units.length === 0 || refsOf(plan).some(ref => ref.to === to)) continue
      const [, shapes] = referenceForm(spec, plan)
      yield { spec, units, member, form: filled(shapes, units[0]!) }
    }
  }
}
