import { z } from 'zod'
import { checklistSchema } from './checklist.ts'
import { demandSchema } from './demand.ts'
import { fieldSchema } from './field.ts'
import { filesRole, sectionSchema, treeSchema } from './section.ts'
import { unitsSchema } from './unit.ts'
import { demandSeverity, names, severity } from './words.ts'

const ruleSetting = z.union([
  severity,
  z.strictObject({
    default: severity.optional(),
    draft: severity.optional(),
    approved: severity.optional(),
    active: severity.optional(),
    done: severity.optional()
  })
])

export const profileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .describe("The profile's name: --profile, front matter, configuration."),
    extends: z
      .string()
      .optional()
      .describe(
        'A profile to start from: objects merge, arrays of sections and fields merge by id or label, other arrays replace.'
      ),
    title: z.string().describe('What plans of this kind are called.'),
    summary: z.string().describe('One sentence for listings.'),
    paths: names.optional().describe('Globs of the usual places.'),
    detect: z
      .strictObject({
        threshold: z
          .number()
          .min(0)
          .max(1)
          .optional()
          .describe('The share of what all marks tell from which on a document is certainly one (0.4).'),
        headings: z
          .record(z.string(), z.number())
          .optional()
          .describe(
            'What headings tell, where it is not the usual: of sections of the profile, whose aliases count along, and of others. 1 is what a section tells that no everyday document has.'
          ),
        labels: z.record(z.string(), z.number()).optional().describe('The same of labels.'),
        units: z
          .record(z.string(), z.number())
          .optional()
          .describe('What two units of this role tell that carry three of their labels each (1).'),
        title: z
          .record(z.string(), z.number())
          .optional()
          .describe('Parts of titles that mark the dialect, with their weight.'),
        need: z.number().int().min(1).optional().describe('How many marks must be there at least.')
      })
      .describe(
        'How a document is recognised: by the names of sections, fields and units, and what else is said here.'
      ),
    fields: z
      .array(fieldSchema)
      .optional()
      .describe('Fields above the first section; of them, one may say how far the plan is.'),
    content: z
      .array(demandSchema)
      .optional()
      .describe('What the document as a whole holds: of these, a title and a date stand above the first section.'),
    units: unitsSchema.optional().describe('Units that stand right under the document, in no section of their own.'),
    tree: treeSchema.optional(),
    checklist: checklistSchema.optional(),
    files: filesRole.optional(),
    numbered: z.boolean().optional().describe('Numbers in headings must agree with their order.'),
    sections: z.array(sectionSchema),
    otherSections: z
      .strictObject({ empty: demandSeverity.describe('How much an empty one among filled ones matters.') })
      .optional()
      .describe('Sections that the profile does not name.'),
    coverage: z
      .array(
        z.strictObject({
          from: z.enum(['inventory', 'overview', 'table', 'context', 'roadmap', 'map', 'steps', 'commits']),
          in: z.enum(['inventory', 'overview', 'table', 'context', 'roadmap', 'map', 'steps', 'commits']),
          severity: demandSeverity.optional(),
          ignore: z.array(z.enum(['tests', 'docs', 'unmarked', 'globs', 'directories', 'config'])).optional(),
          only: z.literal('marks').optional().describe('A file may be missing; what both say of it must agree.'),
          text: z.boolean().optional().describe('A mention anywhere in the text of the other side will do.'),
          under: z
            .union([z.boolean(), z.literal('leaf')])
            .optional()
            .describe(
              'A directory that the other side names covers the files below it; "leaf": only one that it names without files of its own.'
            )
        })
      )
      .optional()
      .describe('Every file named on one side stands on the other.'),
    rules: z.record(z.string(), ruleSetting).optional().describe('Severity of rules, moved by state.'),
    placeholders: z
      .strictObject({
        brackets: names.optional().describe('Bracket fields of the template: "Option X" for [Option X].'),
        phrases: names.optional().describe('Other leftovers, exactly as in the template.'),
        sentences: names.optional().describe('Instruction sentences of the template: a warning where left.'),
        rows: names.optional().describe("First cells of the template's example rows, and whole example items."),
        code: names.optional().describe('Code spans of the template, exactly: "path/to/file.py".')
      })
      .optional(),
    vague: z.strictObject({ words: names.optional(), sections: names.optional() }).optional()
  })
  .describe('A planlint profile: what a plan of one dialect must show.')

export type Profile = z.infer<typeof profileSchema>
