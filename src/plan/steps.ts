import type { Plan, Unit } from './bind-types.ts'

/** The roles whose units count as steps, the innermost one that the plan has. */
const stepRoles = ['step', 'commit', 'item', 'phase']

/** The plan's units of work: its steps, commits, work items, or phases where it has nothing smaller. */
export function stepsOf(plan: Plan): Unit[] {
  for (const role of stepRoles) {
    const units = plan.units(role)
    if (units.length > 0) return units
  }
  return []
}
