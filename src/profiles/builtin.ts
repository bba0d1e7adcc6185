import type { Profile } from './schema.ts'
import backlogPlan from './builtin/backlog-plan.json' with { type: 'json' }
import designPlan from './builtin/design-plan.json' with { type: 'json' }
import handoffPlan from './builtin/handoff-plan.json' with { type: 'json' }
import planningMd from './builtin/planning-md.json' with { type: 'json' }
import taskPlan from './builtin/task-plan.json' with { type: 'json' }

/** The profiles that come with planlint. They are checked against the schema by a test, not at every start. */
export const builtinProfiles: readonly Profile[] = [
  designPlan,
  planningMd,
  handoffPlan,
  taskPlan,
  backlogPlan
] as Profile[]
