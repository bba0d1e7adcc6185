import type { Profile } from './schema.ts'
import designPlan from './builtin/design-plan.json' with { type: 'json' }

/** The profiles that come with planlint. They are checked against the schema by a test, not at every start. */
export const builtinProfiles: readonly Profile[] = [designPlan as Profile]
