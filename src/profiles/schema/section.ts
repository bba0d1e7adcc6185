import { z } from 'zod'
import { checklistSchema } from './checklist.ts'
import { demandSchema } from './demand.ts'
import { fieldSchema, unitsSchema } from './field-and-unit.ts'
import { verificationSchema } from './verification.ts'
import { demanded, from, names, slug } from './words.ts'

const choiceSchema = z
  .record(z.string(), names.min(1))
  .describe(
    'Exactly one box is ticked, and only the section that it leads to is filled in: ids of sections, with the texts of the boxes.'
  )

export const filesRole = z
  .enum(['inventory', 'overview', 'table', 'context', 'roadmap', 'map', 'scope', 'affected', 'tests', 'steps'])
  .describe(
    'What the paths in it are to the plan; affected, tests: test files that are run, whatever is done to them; steps: its text says what is done to files, as that of steps does: "- Modify: `a.ts`".'
  )

const sectionBase = {
  id: slug().describe('Stable name; unique in the profile.'),
  title: z.string().min(1).describe('The heading as it is usually written, without numbering.'),
  aliases: names.optional().describe('Other accepted headings.'),
  form: z
    .union([z.enum(['tag', 'label', 'row']), z.array(z.enum(['label', 'row']))])
    .optional()
    .describe(
      'How it is written. tag: between tags called like it, or below a heading; row: its fields are rows of a table, and metadata of the plan; [label, row]: they are labels or rows.'
    ),
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
    .describe(
      'true (default): its absence is an error; "warning": a warning, and so is what it lacks of its content and its units; false: it may be absent.'
    ),
  from: from
    .optional()
    .describe('Filled in from here on: a state, or a value of the field that says which phase the plan is in.'),
  na: z
    .enum(['reason', 'never', 'unless-tests', 'empty', 'later', 'answered'])
    .optional()
    .describe(
      'What will do as the whole body. reason (default): "N/A — reason"; never: nothing, the plan cannot do without it, nor without all of those that may stand for it; unless-tests: the same as "reason", unless the plan names test files; empty: nothing at all, too, or a promise: it is filled in later, if ever; later: the same until the plan is done, then it is written; answered: what "reason" says, and what stands there are questions, of which none is open once the plan, or each task of its set, is done.'
    ),
  or: z
    .union([
      z.enum(['prose', 'any-heading']),
      z.strictObject({ text: z.union([z.string(), names]).optional(), title: names.optional() })
    ])
    .optional()
    .describe(
      'What will do as well. prose: instead of the fields; once some are used, the others are expected too; any-heading: a heading of another name that holds the units, or, of items in a part of a section, each such heading with a list; {"text": …}: a sentence that replaces the whole content, or parts of it, all of which must be there; {"title": …}: a section of one of these names, which older templates have in its place.'
    ),
  order: z.literal('free').optional().describe('free: its sections may stand in any order.'),
  placeholders: z
    .literal(false)
    .optional()
    .describe('false: text of the template may stay here, and questions that it marks are not asked.'),
  elsewhere: z
    .record(z.string(), z.literal('new'))
    .optional()
    .describe(
      '{"main-spec": "new"}: that file of the set has no section of this kind, or the same word by word: nothing takes it over. A warning, until the plan is done.'
    ),
  reach: z
    .enum(['next', 'open'])
    .optional()
    .describe(
      'Where it ends, if not with what its heading opens. next: where the next section begins, at whatever level: others may stand below its heading; open: nothing shows where, and a label below its heading may be a field of the section that it is a part of.'
    ),
  content: z.array(demandSchema).optional(),
  fields: z.array(fieldSchema).optional(),
  units: unitsSchema.optional().describe('What it repeats.'),
  files: filesRole.optional(),
  checklist: checklistSchema.optional(),
  choice: choiceSchema.optional(),
  rules: z
    .array(z.enum(['vague-wording', 'diagram-explained', 'no-implementation-code', 'file-coverage']))
    .optional()
    .describe(
      'Rules that look only where they are told to. vague-wording: vague words are reported here; diagram-explained: a diagram needs prose beside it, and below any other heading, too, where the order is free; no-implementation-code: signatures only, no bodies; file-coverage: arrows between files form no cycle. []: bodies are allowed in a section of one that has signatures only.'
    ),
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
