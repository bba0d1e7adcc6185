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
  words: z
    .array(z.union([z.string().min(1), names]))
    .optional()
    .describe(
      'Words its titles start with: "Step" in "### Step 1: …"; those in a list of their own will do where none of the others is used.'
    ),
  forms: z
    .array(z.enum(['heading', 'bold', 'label', 'item', 'box', 'any-heading', 'heading-with-fields']))
    .optional()
    .describe(
      'How it may be written (headings and bold paragraphs); box: a list item with a box; any-heading: every heading right below the section, numbered or not; heading-with-fields: such a heading, if it has one of the fields.'
    ),
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
  number: z
    .union([z.int().min(0), z.array(z.int().min(0)).min(1), z.enum(['A', 'through', 'siblings']), z.literal(false)])
    .optional()
    .describe(
      'How it is numbered: from 1, or from 0; [1, 0]: from either, 1 being usual; "through": from 1, and on through all that hold it; "siblings": anew below each heading, whatever it is, where a unit is one by its word alone, or, without words, by its number; "A": by letters; false: not at all.'
    ),
  plain: z
    .literal(true)
    .optional()
    .describe('Only a plain number will do: what hands units out by number loses "Task A" and "Task 1.1".'),
  min: z.number().int().min(0).optional(),
  max: z.number().int().min(1).optional(),
  fields: z.array(fieldSchema).optional(),
  content: z.array(demandSchema).optional(),
  verification: verificationSchema.optional()
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
