import { z } from 'zod'

/** What a unit is to the units, or the files, that have its name in the rest of the set. */
export const compared = {
  elsewhere: z
    .record(z.string(), z.union([z.enum(['there', 'new']), z.strictObject({ units: z.string().min(1) })]))
    .optional()
    .describe(
      'Whether another file of the set has a unit of its name ({"main-spec.requirement": "there"}), or is one ({"main-spec": "new"}: none of that name); {"main-spec.requirement": {"units": "scenario"}}: there, and what that one has of these units, it has as well. A warning, until the plan is done.'
    ),
  after: z
    .string()
    .min(1)
    .optional()
    .describe('It stands right behind a unit of this role, as the new name behind the old one; each of those has one.')
}
