import { z } from 'zod'
import { checklistSchema } from './checklist.ts'
import { demandSchema } from './demand.ts'
import { fieldSchema } from './field.ts'
import { unitsSchema } from './unit.ts'
import { from, names } from './words.ts'

const choiceSchema = z
  .record(z.string(), names)
  .describe(
    'Exactly one box is ticked, and only the section that it leads to is filled in: ids of sections, with the texts of the boxes.'
  )

export const treeSchema = z
  .strictObject({
    marks: z
      .enum(['required', 'optional', 'none'])
      .describe('Whether every file carries <new>, <modified>, <deleted> or <renamed: old>.'),
    label: z.string().optional().describe('The label that the tree usually stands under.'),
    required: z.literal(false).optional().describe('false: there may be none, and several that show one place in time.')
  })
  .describe('A file tree in a fence.')

export const filesRole = z
  .enum(['inventory', 'overview', 'table', 'context', 'roadmap', 'map'])
  .describe('What the paths in it are to the plan.')

const sectionBase = {
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .describe('Stable name; unique in the profile.'),
  title: z.string().min(1).describe('The heading as it is usually written, without numbering.'),
  aliases: names.optional().describe('Other accepted headings.'),
  number: z.string().optional().describe('The number the heading carries: "2.1".'),
  required: z
    .union([z.boolean(), z.literal('warning')])
    .optional()
    .describe('true (default): its absence is an error; "warning"; false: it may be absent.'),
  unnumbered: z.boolean().optional().describe('The heading may do without its number.'),
  holdsUnits: z
    .boolean()
    .optional()
    .describe('Where no heading has the title, the section is the one that holds the units.'),
  from: from
    .optional()
    .describe('Filled in from here on: a state, or a value of the field that says which phase the plan is in.'),
  na: z
    .enum(['reason', 'never'])
    .optional()
    .describe('reason (default): "N/A — reason" will do as the whole body; never: the plan cannot do without it.'),
  none: z.literal('reason').optional().describe('reason: "None" as the whole body needs one, as "N/A" does.'),
  contradictedBy: z
    .enum(['tests'])
    .optional()
    .describe('What elsewhere in the plan contradicts "N/A" here: tests – the plan names test files.'),
  mayBeEmpty: z.boolean().optional().describe('Filled in later: emptiness is no defect.'),
  canonical: z
    .union([z.string(), names])
    .optional()
    .describe('A sentence that replaces the whole content; several are parts of it, all of which must be there.'),
  verbatim: z.boolean().optional().describe('Text of the template may stay here.'),
  reach: z
    .literal('next')
    .optional()
    .describe('It ends where the next section begins, at whatever level: others may stand below its heading.'),
  content: z.array(demandSchema).optional(),
  fields: z.array(fieldSchema).optional(),
  or: z
    .literal('prose')
    .optional()
    .describe('Prose will do instead of the fields; once some are used, the others are expected too.'),
  rows: z
    .union([z.boolean(), z.literal('too')])
    .optional()
    .describe('true: the fields are rows of a table, metadata of the plan; "too": they may be rows as well as labels.'),
  units: unitsSchema.optional().describe('What it repeats.'),
  tree: treeSchema.optional(),
  files: filesRole.optional(),
  diagrams: z.literal('explained').optional().describe('A diagram needs prose beside it.'),
  acyclic: z.boolean().optional().describe('The arrows of its drawing must not form a cycle.'),
  checklist: checklistSchema.optional(),
  choice: choiceSchema.optional(),
  vague: z.boolean().optional().describe('Vague words are reported here.'),
  code: z.enum(['forbidden', 'allowed']).optional().describe('forbidden: signatures only, no bodies.'),
  quality: z
    .union([z.boolean(), z.literal('if-any')])
    .optional()
    .describe('true: commands here are verification commands, and there is one; "if-any": there may be none.'),
  expected: z.boolean().optional().describe('Each command here says what to expect of it.'),
  skeleton: z
    .string()
    .optional()
    .describe('What init and the fix of a missing section write, if it cannot be told from the demands.')
}
export interface SectionSpec extends z.infer<z.ZodObject<typeof sectionBase>> {
  sections?: SectionSpec[] | undefined
}
export const sectionSchema: z.ZodType<SectionSpec> = z
  .strictObject({ ...sectionBase, sections: z.array(z.lazy(() => sectionSchema)).optional() })
  .describe('A section, found by its heading at any level.')
