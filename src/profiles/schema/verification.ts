import { z } from 'zod'
import { demanded, from, names, whereSchema } from './words.ts'

export const verificationSchema = z
  .strictObject({
    fields: names
      .optional()
      .describe(
        'Labels under which a step says how it is verified. Of units with "refs", a heading beside them that is called so says it of each that it names.'
      ),
    run: names.optional().describe('Labels that a command stands behind: "Run: `npm test`".'),
    expected: z
      .union([names, z.literal(true)])
      .optional()
      .describe(
        'Labels that say what the command shows, as "Expected". With "run" labels, a unit that has one of those has one of these as well: "Run: `npm test`", "Expected: 14 passed". Without "run" labels the command itself may stand under them, with what it shows behind it: "Expected: `npm test` → 14 passed". true, of a section: below each command a comment says it: "# Expected: 14 passed".'
      ),
    fold: z
      .union([z.boolean(), z.enum(['most', 'some'])])
      .optional()
      .describe(
        'Whether units without a verification are told of at once. false (default): each by itself. true: where none has one, once, at the title of the plan. "most": once, where most of three or more have none and no section is about verification. "some": once, where none has one and no title speaks of tests or checks; never of each.'
      ),
    command: z
      .enum(['required', 'preferred', 'optional', 'observable'])
      .optional()
      .describe(
        'Whether a verification must hold a command (required). observable: a command, or a sentence anywhere in the unit that tells how the result shows.'
      ),
    required: demanded
      .optional()
      .describe(
        'true (default), or "warning"; false: a unit may do without; judged where it gives one, as in a plan that is verified as a whole.'
      ),
    from: from.optional(),
    where: whereSchema.optional()
  })
  .describe(
    'How a step, a section or the whole document is verified. Without labels, the commands that stand in it count.'
  )

export type VerificationSpec = z.infer<typeof verificationSchema>
