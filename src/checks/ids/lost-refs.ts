import type { Plan } from '../../plan/bind-types.ts'
import { bindFields, FieldIndex } from '../../plan/fields.ts'
import type { IdReference } from '../../plan/units/ids.ts'
import { refsInFields } from '../../plan/units/ids.ts'
import { plainFields } from '../../profiles/fields.ts'
import { onceEach } from '../../util/once.ts'
import { lostTasks } from './lost-tasks.ts'

/** What tasks refer to that tools pass over: it is named, if not where it should be. Read once per plan. */
export const lostRefs: (plan: Plan) => readonly IdReference[] = onceEach(plan =>
  lostTasks(plan).flatMap(({ spec, body }) => {
    if (!body) return []
    const fields = bindFields(plainFields(spec), new FieldIndex(plan.content.parts(body)), plan.content)
    return refsInFields(fields, plan)
  })
)
