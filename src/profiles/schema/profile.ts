import { z } from 'zod'
import { checklistSchema } from './checklist.ts'
import { demandSchema } from './demand.ts'
import { filesRole, sectionSchema } from './section.ts'
import { fieldSchema, unitsSchema } from './field-and-unit.ts'
import { memberSchema } from './set.ts'
import { verificationSchema } from './verification.ts'
import { names, severity, slug, stateNames, warning } from './words.ts'

const ruleSetting = z.union([severity, z.partialRecord(z.enum(['default', ...stateNames, 'past']), severity)])
const weights = z.record(z.string(), z.number())
const side = z.enum([
  'inventory',
  'overview',
  'table',
  'context',
  'roadmap',
  'map',
  'scope',
  'affected',
  'tests',
  'steps',
  'commits',
  'header'
])

/** Marks of which any one entry is enough. */
const signatureSchema = z.strictObject({
  text: z.string().min(1).optional().describe('Words in a block quote.'),
  title: names
    .optional()
    .describe('The title begins with one of these: "Tasks:". Then a single box of those that "units" names is enough.'),
  fields: z
    .array(z.union([z.string().min(1), names]))
    .optional()
    .describe('Labels that are all there; a list gives alternatives.'),
  sections: names.optional().describe('Headings that are all there.'),
  units: z
    .array(z.union([z.string().min(1), names]))
    .optional()
    .describe(
      'Words that numbered headings begin with, each of them; or the identifiers that three boxes at least begin with, two where each of "fields" stands twice: "T###". A list gives alternatives.'
    ),
  paths: z
    .union([z.literal(true), names])
    .optional()
    .describe('It lies at one of the usual places; or at one of these.'),
  not: names.optional().describe('Headings and labels of which none is there: those of a form that is longer.'),
  min: z.number().int().min(1).optional().describe('So many of these marks are enough (all of them).')
})

export const detectSchema = z
  .strictObject({
    sections: weights
      .optional()
      .describe(
        'What headings tell, where it is not the usual: of sections of the profile, whose aliases count along, and of others. 1 is what a section tells that no everyday document has.'
      ),
    fields: weights.optional().describe('The same of labels.'),
    units: weights.optional().describe('What two units of this role tell that carry three of their labels each (1).'),
    title: weights.optional().describe('Parts of titles that mark the dialect, with their weight.'),
    min: z.number().int().min(1).optional().describe('How many marks must be there at least.'),
    not: z
      .strictObject({
        title: names.optional().describe('Ends of titles.'),
        sections: names.optional().describe('Headings, of which one is enough.')
      })
      .optional()
      .describe('What tells that a document is about plans of this kind, as their rules are, and none itself.'),
    certain: z
      .union([z.number().min(0).max(1), z.array(signatureSchema).min(1)])
      .optional()
      .describe(
        'When a document is one for certain: the share of what all marks tell from which on it is (0.4), or a list of marks that nothing else has, in the form that the profile gives them (a key of the front matter, a tag): all of any one entry, or as many as it says; then no other names count.'
      ),
    likely: z
      .array(
        z.strictObject({
          units: z
            .array(z.string().min(1))
            .min(1)
            .describe(
              'Words that numbered headings begin with, each of them; or what a box begins with: "Step #"; or tags, also those of fields.'
            ),
          sections: names.optional().describe('Headings or tags that are all there.')
        })
      )
      .min(1)
      .optional()
      .describe(
        'Beside `certain`: marks that hardly anything else has, all of any one entry. Then the document is likely one, though all else that tells of it is gone.'
      )
  })
  .describe(
    'How a document is recognised: by the names of sections, fields and units, and what else is said here. Without it, by those names and the usual places.'
  )

export const coverageSchema = z
  .strictObject({
    files: z
      .union([side, z.literal('staged')])
      .describe('Whose files, by what they are to the plan; staged: those that a step adds to its commit.'),
    in: side.describe('Where they stand, too.'),
    required: z
      .union([warning, z.literal(false)])
      .optional()
      .describe('false: a file may be missing; what both say of it must agree.'),
    not: z
      .array(z.enum(['tests', 'docs', 'unmarked', 'config', 'old']))
      .optional()
      .describe('But none of these; unmarked: without a word of what is done to it; old: without being marked as new.'),
    or: z
      .enum(['text', 'folder', 'empty-folder'])
      .optional()
      .describe(
        'What will do as well. text: a mention anywhere in the text of the other side; folder: one that the other side names covers the files below it; empty-folder: only one that it names without files of its own.'
      ),
    min: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Told once so large a part of them stands there (any at all): before that, the plan does without.')
  })
  .describe('Every file named on one side stands on the other.')

export const profileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: slug().describe("The profile's name: --profile, front matter, configuration."),
    extends: z
      .string()
      .optional()
      .describe(
        'A profile to start from: objects merge, arrays of sections and fields merge by id or label, placeholders add up, other arrays replace.'
      ),
    title: z.string().describe('What plans of this kind are called.'),
    summary: z.string().describe('One sentence for listings.'),
    paths: names.optional().describe('Globs of the usual places; "!glob" takes some out again.'),
    at: names
      .optional()
      .describe(
        'Where its documents lie, with {names} for one folder or several: "changes/{change}/specs/{area}/spec.md". What lies at one of the "paths" and not so is passed over by the tools of the format.'
      ),
    past: names
      .optional()
      .describe(
        'Globs of where plans lie that are history: "**/completed/**". What "rules" say of "past" counts there: {"required-sections": {"past": "off"}}.'
      ),
    settings: z
      .strictObject({
        paths: names.min(1).describe('Where it lies, as the files of a "set" do; of several, the first that says it.'),
        values: z
          .record(z.string(), names)
          .describe('Values of its keys with which the profile holds; with another one, no template is known.')
      })
      .optional()
      .describe('A YAML file beside it that says in which format it is written: {"values": {"schema": ["usual"]}}.'),
    set: z
      .record(slug(), memberSchema)
      .optional()
      .describe(
        'Files that are one plan with it, by the profile that each is read by: {"my-spec": {"paths": ["spec.md"]}}. They are read along; "refs" and "coverage" speak of their units as "my-spec.story".'
      ),
    detect: detectSchema.optional(),
    fields: z
      .array(fieldSchema)
      .optional()
      .describe('Fields above the first section; of them, one may say how far the plan is.'),
    content: z
      .array(demandSchema)
      .optional()
      .describe('What the document as a whole holds: of these, a title and a date stand above the first section.'),
    units: unitsSchema.optional().describe('Units that stand right under the document, in no section of their own.'),
    checklist: checklistSchema.optional(),
    files: filesRole.optional(),
    verification: verificationSchema.optional().describe('The plan as a whole is verified.'),
    order: z
      .enum(['numbered', 'free'])
      .optional()
      .describe(
        'Sections stand in the order given here. numbered: numbers in headings agree with it; free: they may stand in any, and below one another.'
      ),
    na: z
      .enum(['bare', 'none-too'])
      .optional()
      .describe(
        'bare: "N/A" needs no reason anywhere; of a section that is never N/A it is told nevertheless; none-too: "None" as the whole body of a section needs one, as "N/A" does.'
      ),
    sections: z.array(sectionSchema),
    coverage: z.array(coverageSchema).optional().describe('Every file named on one side stands on the other.'),
    rules: z
      .record(z.string(), ruleSetting)
      .optional()
      .describe('Severity of rules, moved by state, or where the plan is past.'),
    placeholders: names
      .optional()
      .describe(
        'What the template leaves in a plan, as it writes it: "[Option X]" a bracket field, "`path/to/*.py`" code (of a fence its comments), with "*" for anything in code alone, "| Example |" the first cell of a row or a whole item, "# Example" a heading, "*Say why.*" an instruction (a warning where left), anything else a phrase, found as it is in any text but that of links. "[#…]" and "*#…*" go by the hash of the text.'
      ),
    choice: z
      .array(names.min(1))
      .optional()
      .describe(
        'Exactly one is kept of the trees that the template offers, by folders that each of them has: where a plan draws several with all of these, all but one were left over.'
      ),
    vague: names
      .optional()
      .describe(
        'Words that are vague wherever they stand in the plan, and in sections with the rule "vague-wording" besides the usual ones; "#" stands for a number: "similar to Task #".'
      )
  })
  .describe('A planlint profile: what a plan of one dialect must show.')

export type Profile = z.infer<typeof profileSchema>
