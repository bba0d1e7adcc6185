import { z } from 'zod'
import { unitKinds } from '../kinds.ts'
import { demandSchema } from './demand.ts'
import { fieldSchema } from './field.ts'
import { verificationSchema } from './verification.ts'
import { names, refsSchema, shapes } from './words.ts'

const unitBase = {
  role: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('What messages call it, in the singular: "step", "task", "story".'),
  counts: z
    .enum(unitKinds)
    .optional()
    .describe('What it is to the rules, where its role does not say it: a task counts as a step.'),
  words: names.optional().describe('Words its titles start with: "Step" in "### Step 1: …".'),
  forms: z
    .array(z.enum(['heading', 'bold', 'label', 'item', 'box']))
    .optional()
    .describe('How it may be written (headings and bold paragraphs); box: a list item with a box.'),
  reach: z
    .enum(['own', 'next'])
    .optional()
    .describe(
      'Where it ends. own (default): with the block that its title opens; next: where the next unit of its kind begins, or what holds them ends.'
    ),
  id: z
    .strictObject({
      shape: shapes.describe('How it is written: "T###", "FR-###", "#.#"; a small letter may follow it.'),
      required: z
        .union([z.boolean(), z.enum(['warning', 'once-used'])])
        .optional()
        .describe('Whether each unit has one (false); "once-used": a warning, once any of them has one.')
    })
    .optional()
    .describe('An identifier at the head of the title, by which the unit is referred to; none is there twice.'),
  markers: z
    .record(z.string(), shapes)
    .optional()
    .describe(
      'What may stand between box, identifier and text: {"parallel": "[P]", "story": "[US#]", "optional": "*"}.'
    ),
  refs: refsSchema.optional(),
  ordinal: z.enum(['number', 'letter', 'none']).optional().describe('How it is numbered.'),
  start: z
    .union([z.number().int().min(0), z.array(z.number().int().min(0)).min(1)])
    .optional()
    .describe('The first number (1); of several, all will do, and the first is what help texts name.'),
  scope: z
    .enum(['section', 'document'])
    .optional()
    .describe('Where numbering starts anew: with each section (default), or not at all.'),
  wordsElse: names.optional().describe('Words that do where none of the others is used.'),
  anyHeading: z
    .union([z.boolean(), z.literal('with-fields')])
    .optional()
    .describe(
      'Every heading right below the section is a unit, numbered or not; "with-fields": if it has one of the fields.'
    ),
  min: z.number().int().min(0).optional(),
  max: z.number().int().min(1).optional(),
  fields: z.array(fieldSchema).optional(),
  content: z.array(demandSchema).optional(),
  verification: verificationSchema.optional(),
  firstTitle: z.string().optional().describe('What the first unit is called.')
}
export interface UnitSpec extends z.infer<z.ZodObject<typeof unitBase>> {
  units?: UnitSpec | UnitSpec[] | undefined
}
export const unitSchema: z.ZodType<UnitSpec> = z
  .strictObject({
    ...unitBase,
    units: z
      .lazy(() => unitsSchema)
      .optional()
      .describe('Units inside each unit: the commits of a phase.')
  })
  .describe('Something that a document, a section or a unit repeats: steps, phases, alternatives.')
export const unitsSchema = z.union([unitSchema, z.array(unitSchema)])
