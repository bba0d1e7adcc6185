import { z } from 'zod'
import { state, stateNames } from './words.ts'

export const checklistSchema = z
  .strictObject({
    items: z
      .array(
        z.union([
          z.string().min(1),
          z.strictObject({
            text: z.string().min(1).describe('The item, as the profile words it.'),
            means: z
              .string()
              .describe(
                'What its tick says: a state that the plan has got to (while its status says less, the tick is told, or, where every box of the list is ticked, the list), or the id of a section of which no box is open.'
              )
          })
        ])
      )
      .optional()
      .describe('Items that must not be removed, as the profile words them; one may say what its tick means.'),
    role: z.literal('question').optional().describe('question: each box is a question, ticked once it is answered.'),
    ticked: z
      .union([state, z.partialRecord(z.enum(stateNames), z.boolean())])
      .optional()
      .describe(
        'From this state on every box is ticked; where that is "done", all of two or more ticked in a plan of the first status that means "draft" are told, too. {"draft": false, "approved": true}: and in this one not all of them are.'
      ),
    means: state
      .optional()
      .describe(
        'What the plan is once every box is ticked: where it has a status, one that says less contradicts that, and is told; where it has none, the boxes say how far it is. Not of questions.'
      ),
    units: z.string().optional().describe('Role of the units that must each have an item, e.g. "phase".'),
    required: z.literal(false).optional().describe('false: there may be no box at all.')
  })
  .describe('A checklist about the plan as a whole: what its boxes say in which state.')

export type Checklist = z.infer<typeof checklistSchema>
