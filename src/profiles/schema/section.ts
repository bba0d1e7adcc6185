import { z } from 'zod'
import { checklistSchema } from './checklist.ts'
import { demandSchema } from './demand.ts'
import { fieldSchema, unitsSchema } from './field-and-unit.ts'
import { verificationSchema } from './verification.ts'
import { demanded, from, names } from './words.ts'

const choiceSchema = z
  .record(z.string(), names)
  .describe(
    'Exactly one box is ticked, and only the section that it leads to is filled in: ids of sections, with the texts of the boxes.'
  )

export const filesRole = z
  .enum(['inventory', 'overview', 'table', 'context', 'roadmap', 'map', 'scope'])
  .describe('What the paths in it are to the plan.')

const sectionBase = {
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .describe('Stable name; unique in the profile.'),
  title: z.string().min(1).describe('The heading as it is usually written, without numbering.'),
  aliases: names.optional().describe('Other accepted headings.'),
  form: z.literal('tag').optional().describe('tag: it stands between tags called like it, or below a heading.'),
  number: z
    .union([z.string(), z.tuple([z.string(), z.literal(false)])])
    .optional()
    .describe('The number the heading carries: "2.1"; ["13", false]: or none.'),
  level: z
    .number()
    .int()
    .min(1)
    .max(6)
    .optional()
    .describe('The level of its heading: at another it is none to tools.'),
  required: demanded
    .optional()
    .describe('true (default): its absence is an error; "warning"; false: it may be absent.'),
  from: from
    .optional()
    .describe('Filled in from here on: a state, or a value of the field that says which phase the plan is in.'),
  na: z
    .enum(['reason', 'never', 'unless-tests', 'empty', 'later'])
    .optional()
    .describe(
      'What will do as the whole body. reason (default): "N/A — reason"; never: nothing, the plan cannot do without it; unless-tests: the same as "reason", unless the plan names test files; empty: nothing at all, too, or a promise: it is filled in later, if ever; later: the same until the plan is done, then it is written.'
    ),
  none: z.literal('reason').optional().describe('reason: "None" as the whole body needs one, as "N/A" does.'),
  or: z
    .union([
      z.enum(['prose', 'any-heading']),
      z.strictObject({ text: z.union([z.string(), names]).optional(), title: names.optional() })
    ])
    .optional()
    .describe(
      'What will do as well. prose: instead of the fields; once some are used, the others are expected too; any-heading: a heading of another name that holds the units; {"text": …}: a sentence that replaces the whole content, or parts of it, all of which must be there; {"title": …}: a section of one of these names, which older templates have in its place.'
    ),
  order: z.literal('free').optional().describe('free: its sections may stand in any order.'),
  placeholders: z.literal(false).optional().describe('false: text of the template may stay here.'),
  reach: z
    .literal('next')
    .optional()
    .describe('It ends where the next section begins, at whatever level: others may stand below its heading.'),
  content: z.array(demandSchema).optional(),
  fields: z.array(fieldSchema).optional(),
  forms: z
    .array(z.enum(['label', 'row']))
    .optional()
    .describe('How its fields are written (labels); row: as rows of a table. Rows alone are metadata of the plan.'),
  units: unitsSchema.optional().describe('What it repeats.'),
  files: filesRole.optional(),
  diagrams: z
    .enum(['explained', 'acyclic'])
    .optional()
    .describe('explained: a diagram needs prose beside it; acyclic: its arrows must not form a cycle.'),
  checklist: checklistSchema.optional(),
  choice: choiceSchema.optional(),
  vague: z.boolean().optional().describe('Vague words are reported here.'),
  code: z
    .enum(['forbidden', 'allowed'])
    .optional()
    .describe('forbidden: signatures only, no bodies; allowed: bodies, in a section of one where they are forbidden.'),
  verification: verificationSchema.optional().describe('It holds the commands that check the plan as a whole.'),
  hint: z
    .string()
    .optional()
    .describe(
      'What to write there, if it cannot be told from the demands; of several lines, they go into the skeleton as they are.'
    )
}
export interface SectionSpec extends z.infer<z.ZodObject<typeof sectionBase>> {
  sections?: SectionSpec[] | undefined
}
export const sectionSchema: z.ZodType<SectionSpec> = z
  .strictObject({ ...sectionBase, sections: z.array(z.lazy(() => sectionSchema)).optional() })
  .describe('A section, found by its heading at any level.')
