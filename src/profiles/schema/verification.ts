import { z } from 'zod'
import { demandSeverity, from, names } from './words.ts'

export const verificationSchema = z
  .strictObject({
    fields: names.optional().describe('Labels under which a step says how it is verified.'),
    run: names.optional().describe('Labels that a command stands behind: "Run: `npm test`".'),
    expected: names
      .optional()
      .describe('Labels that say what the command shows; each of the "run" labels is followed by one of them.'),
    fold: z
      .union([z.boolean(), z.literal('most')])
      .optional()
      .describe(
        'true: where no unit is verified, that is told once, at the title, and not of each; "most": where most of many are not, and no section says how the whole is.'
      ),
    command: z.enum(['required', 'preferred', 'optional']).describe('Whether a verification must hold a command.'),
    required: z
      .literal(false)
      .optional()
      .describe('false: a unit may do without; judged where it gives one, as in a plan that is verified as a whole.'),
    severity: demandSeverity.optional(),
    from: from.optional()
  })
  .describe('How a step is verified.')

export type VerificationSpec = z.infer<typeof verificationSchema>
