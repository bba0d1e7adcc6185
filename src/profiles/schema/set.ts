import { z } from 'zod'
import { names } from './words.ts'

export const memberSchema = z
  .strictObject({
    paths: names
      .min(1)
      .describe('Where it lies, from the folder of the document; of several, the first that is there.'),
    required: z.literal('warning').optional().describe('"warning": where it is not there, that is told.')
  })
  .describe('Another file of the same plan, by the profile that it is read by.')
