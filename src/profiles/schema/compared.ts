import { z } from 'zod'

/** What a unit is to the units, or the files, that have its name in the rest of the set. */
export const compared = {
  elsewhere: z
    .record(z.string(), z.enum(['there', 'new']))
    .optional()
    .describe(
      'Whether another file of the set has a unit of its name ({"main-spec.requirement": "there"}), or is one ({"main-spec": "new"}: none of that name); a warning, until the plan is done.'
    ),
  keeps: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'What the unit of its name in another file of the set has, it has as well: {"main-spec.requirement": "scenario"}.'
    ),
  behind: z
    .string()
    .min(1)
    .optional()
    .describe('It stands right behind a unit of this role, as the new name behind the old one; each of those has one.')
}
