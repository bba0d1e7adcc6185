import { z } from 'zod'
import { checklistSchema } from './checklist.ts'
import { demanded, from, names, otherwise, refsSchema, state, whereSchema } from './words.ts'

const fieldBase = {
  label: z.string().min(1).describe('The label as it is usually written, without a colon.'),
  aliases: names.optional().describe('Other accepted labels.'),
  required: demanded
    .optional()
    .describe('true: its absence is an error; "warning": a warning; false (default): it may be absent.'),
  from: from.optional(),
  kind: z
    .enum([
      'text',
      'list',
      'tasks',
      'choice',
      'files',
      'command',
      'date',
      'timestamp',
      'instant',
      'enum',
      'person',
      'approver',
      'link',
      'table',
      'code',
      'sentence',
      'arrow'
    ])
    .optional()
    .describe(
      'What the value must be. choice: boxes, of which one is ticked at least; date: YYYY-MM-DD or written out; timestamp: a date with or without time; instant: date, time and zone; approver: whoever approved the plan, once its status says so; link: a note with a link to another document; sentence: text of its own, not only boxes or labels below it.'
    ),
  values: z
    .union([names, z.record(z.string(), z.union([state, z.array(state)]))])
    .optional()
    .describe(
      'The accepted values of an enum. With a state for each ({"Draft": "draft"}) the field says how far the plan is; with a list of states for each it says which phase the plan is in, and what goes with which state.'
    ),
  none: z.boolean().optional().describe('"None" is an answer and needs no reason.'),
  or: z
    .union([z.string().min(1), names])
    .optional()
    .describe(
      'What will do as well: labels of other fields beside it, of which one is enough; "section": a section of that name elsewhere; "tests": a label that names a test file, as "Code (add to `tests/…`)".'
    ),
  hint: z.string().optional().describe('What to write there; goes into help texts and skeletons.'),
  max: z.number().int().min(1).optional().describe('At most so many sentences.'),
  each: z
    .enum(['path', 'description', 'mark'])
    .optional()
    .describe(
      'mark: what is done to the file, as "(new)". What every item of the value must say; of a value without items, the value itself.'
    ),
  files: z
    .union([
      z.literal(true),
      z.enum(['new', 'modified', 'deleted']),
      z.record(z.string(), z.enum(['new', 'modified', 'deleted', 'any']))
    ])
    .optional()
    .describe(
      'It names files that the plan touches (true; what is of the kind "files" does anyway), and what is done to them: "new", "modified", "deleted", or by the word before a colon: {"Create": "new"} in "- Create: `a.ts`".'
    ),
  where: whereSchema.optional(),
  otherwise: otherwise.optional(),
  refs: refsSchema.optional(),
  names: z
    .string()
    .optional()
    .describe(
      'It names exactly one of the units of this role: the choice between them. Of its inner fields, the first says why.'
    ),
  words: names.optional().describe('Marks that say the same beside the unit itself: "✅ CHOSEN".'),
  checklist: checklistSchema.optional().describe('The boxes of the value are a checklist about the plan as a whole.')
}
export interface FieldSpec extends z.infer<z.ZodObject<typeof fieldBase>> {
  fields?: FieldSpec[] | undefined
}
export const fieldSchema: z.ZodType<FieldSpec> = z
  .strictObject({
    ...fieldBase,
    fields: z
      .array(z.lazy(() => fieldSchema))
      .optional()
      .describe('Fields inside this one.')
  })
  .describe('A labelled value: **Label**: value.')
