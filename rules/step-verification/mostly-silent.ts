import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { stepsOf } from '../../src/plan/examined.ts'
import { namesVerification, verificationsOf } from '../../src/plan/verification.ts'

/** From so many steps on a plan is expected to say how it is verified. */
const many = 3

/** Where most of many steps say nothing of how they are verified, and nothing else in the plan does: how many. */
export function mostlySilent(plan: Plan): { silent: number; count: number } | undefined {
  const steps = stepsOf(plan).filter(
    (unit, i, all) => unit.spec.verification?.fold === 'most' && !isAround(unit, all[i + 1])
  )
  if (steps.length < many) return undefined
  const silent = steps.filter(unit => verificationsOf(unit, plan).length === 0 && !hasCommand(unit, plan)).length
  if (silent * 2 <= steps.length) return undefined
  const own = new Set(steps.map(({ part }) => part))
  return plan.outline.parts.some(part => !own.has(part) && namesVerification(part))
    ? undefined
    : { silent, count: steps.length }
}

/** A phase around steps is verified by them. */
function isAround(unit: Unit, next: Unit | undefined): boolean {
  return next !== undefined && next.span.start < unit.part.span.end
}

function hasCommand(unit: Unit, plan: Plan): boolean {
  return plan.content.commands(unit.span).length > 0
}
