import { z } from 'zod'
import { demanded, from, names, whereSchema } from './words.ts'

export const verificationSchema = z
  .strictObject({
    fields: names.optional().describe('Labels under which a step says how it is verified.'),
    run: names.optional().describe('Labels that a command stands behind: "Run: `npm test`".'),
    expected: z
      .union([names, z.literal(true)])
      .optional()
      .describe(
        'Labels that say what the command shows; where a "run" label stands, the unit has one of them; without "run" labels, the command stands under them, too, or before them, and what it shows behind it. true: each command is followed by a comment that says it.'
      ),
    fold: z
      .union([z.boolean(), z.enum(['most', 'some'])])
      .optional()
      .describe(
        'true: where no unit is verified, that is told once, at the title, and not of each; "most": where most of many are not, and no section says how the whole is; "some": where none of them, nor a word in any title, tells to verify something.'
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
