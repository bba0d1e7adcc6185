import { z } from 'zod'
import { names, state } from './words.ts'

export const checklistSchema = z
  .strictObject({
    items: names.optional().describe('Items that must not be removed, as the profile words them.'),
    tickedFrom: state.optional().describe('From this state on every box is ticked.'),
    notAllTickedIn: state.optional().describe('In this state not all boxes are ticked.'),
    claims: z
      .array(
        z.strictObject({
          item: z.string().describe('The item, as the profile words it.'),
          state: state.optional().describe('Its tick claims that the plan has got there.'),
          answered: z.string().optional().describe('Its tick claims that no box of the section with this id is open.')
        })
      )
      .optional()
      .describe('What the tick of an item says of the rest of the plan.'),
    tracks: z.string().optional().describe('Role of the units that must each have an item, e.g. "phase".')
  })
  .describe('A checklist about the plan as a whole.')

export type Checklist = z.infer<typeof checklistSchema>
