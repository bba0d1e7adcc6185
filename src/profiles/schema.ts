import { z } from 'zod'
import { unitKinds } from './kinds.ts'

/**
 * The one schema of profiles. Its types are inferred, its JSON schema (schema/profile.schema.json) is generated, custom profiles are validated by it.
 * A profile is data: whatever a dialect demands is said with these concepts, never with code.
 */

const severity = z.enum(['error', 'warning', 'off'])
const demandSeverity = z.enum(['error', 'warning'])
const state = z
  .enum(['draft', 'approved', 'active', 'done'])
  .describe('How far a plan is: draft, approved, active (being implemented), done.')
const names = z.array(z.string().min(1))

const shapes = z.union([z.string().min(1), names])
const whereSchema = z
  .union([
    z.enum(['first', 'last', 'middle']),
    z.strictObject({
      title: names.optional().describe('Those whose title has one of these words.'),
      except: names.optional().describe('Those whose title has none of these words.'),
      box: z.enum(['open', 'done']).optional().describe('Those whose box is open, or ticked.')
    })
  ])
  .describe('Which of the units it is demanded of: the first, the last, all between; those of a title, or of a box.')
const otherwise = demandSeverity.describe('How much it is demanded of the units that "where" leaves out (not at all).')
const refsSchema = z
  .record(z.string(), shapes)
  .describe(
    'Identifiers in its text that refer to units, by their role: {"story": "[US#]"}; "#" stands for a number, "###" for one of at least three digits.'
  )

/** What a section, a unit or a field must hold. */
const demandKinds = z.enum([
  'text',
  'prose',
  'list',
  'tasks',
  'table',
  'command',
  'path',
  'code',
  'tree',
  'date',
  'stamp',
  'diagram'
])
export const demandSchema = z
  .strictObject({
    kind: demandKinds.describe(
      'text: any text; prose: text outside of lists; list: a bulleted or numbered list; tasks: a task list; table: a table; command: a command in inline code or a fence; path: a file path; code: a fence; tree: a file tree; date: a date; stamp: a date at the head of an item, in parentheses or not; diagram: a picture or drawing.'
    ),
    min: z.number().int().min(1).optional().describe('How many items, rows or boxes at least (1).'),
    columns: z
      .array(z.union([z.string(), names]))
      .optional()
      .describe('Columns that a table must have; an array gives alternatives, the first being the name.'),
    values: z.record(z.string(), names).optional().describe('Values that the cells of a column may have.'),
    each: z
      .enum(['rationale', 'context', 'person', 'mitigation', 'date', 'path', 'arrow', 'outcome', 'description'])
      .optional()
      .describe(
        'What every item or row must say besides its name; outcome: what is done in a case, and what comes of it.'
      ),
    or: z.array(demandKinds).optional().describe('Other kinds that will do as well.'),
    severity: demandSeverity.optional(),
    where: whereSchema.optional(),
    otherwise: otherwise.optional(),
    help: z.string().optional().describe('What to write; completes the message of a finding.')
  })
  .describe('Something that must stand in a section, unit or field.')

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

const fieldBase = {
  label: z.string().min(1).describe('The label as it is usually written, without a colon.'),
  aliases: names.optional().describe('Other accepted labels.'),
  required: z
    .union([z.boolean(), z.literal('warning')])
    .optional()
    .describe('true: its absence is an error; "warning": a warning; false (default): it may be absent.'),
  requiredFrom: state.optional().describe('Required from this state on only.'),
  kind: z
    .enum([
      'text',
      'list',
      'tasks',
      'files',
      'command',
      'date',
      'timestamp',
      'instant',
      'enum',
      'person',
      'table',
      'code',
      'sentence',
      'arrow'
    ])
    .optional()
    .describe(
      'What the value must be. date: YYYY-MM-DD or written out; timestamp: a date with or without time; instant: date, time and zone; sentence: text of its own, not only boxes or labels below it.'
    ),
  values: names.optional().describe('The accepted values of an enum.'),
  none: z.boolean().optional().describe('"None" is an answer and needs no reason.'),
  group: z.string().optional().describe('Of the fields with the same group, one is enough.'),
  hint: z.string().optional().describe('What to write there; goes into help texts and skeletons.'),
  paths: z.boolean().optional().describe('Holds paths of files that the plan touches.'),
  max: z.number().int().min(1).optional().describe('At most so many sentences.'),
  anywhere: z.boolean().optional().describe('A section of that name elsewhere in the plan will do as well.'),
  tests: z.boolean().optional().describe('A label that names a test file will do as well: "Code (add to `tests/…`)".'),
  each: z
    .enum(['path', 'description', 'mark'])
    .optional()
    .describe(
      'mark: what is done to the file, as "(new)". What every item of the value must say; of a value without items, the value itself.'
    ),
  mark: z.enum(['new', 'modified', 'deleted']).optional().describe('What the plan does to the files named here.'),
  actions: z
    .record(z.string(), z.enum(['new', 'modified', 'deleted', 'any']))
    .optional()
    .describe('Words before a colon that say what the plan does to the files behind it: "- Create: `a.ts`".'),
  where: whereSchema.optional(),
  otherwise: otherwise.optional(),
  refs: refsSchema.optional(),
  ticked: z.number().int().min(1).optional().describe('How many boxes of the value are ticked at least.'),
  checklist: checklistSchema.optional().describe('The boxes of the value are a checklist about the plan as a whole.')
}
interface FieldShape extends z.infer<z.ZodObject<typeof fieldBase>> {
  fields?: FieldShape[] | undefined
}
export const fieldSchema: z.ZodType<FieldShape> = z
  .strictObject({
    ...fieldBase,
    fields: z
      .array(z.lazy(() => fieldSchema))
      .optional()
      .describe('Fields inside this one.')
  })
  .describe('A labelled value: **Label**: value.')

export const verificationSchema = z
  .strictObject({
    fields: names.optional().describe('Labels under which a step says how it is verified.'),
    run: names.optional().describe('Labels that a command stands behind: "Run: `npm test`".'),
    expected: names
      .optional()
      .describe('Labels that say what the command shows; each of the "run" labels is followed by one of them.'),
    fold: z
      .boolean()
      .optional()
      .describe('Where no unit is verified, that is told once, at the title, and not of each.'),
    command: z.enum(['required', 'preferred', 'optional']).describe('Whether a verification must hold a command.'),
    required: z
      .literal(false)
      .optional()
      .describe('false: a unit may do without; judged where it gives one, as in a plan that is verified as a whole.'),
    severity: demandSeverity.optional()
  })
  .describe('How a step is verified.')

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
interface UnitShape extends z.infer<z.ZodObject<typeof unitBase>> {
  units?: UnitShape | UnitShape[] | undefined
}
export const unitSchema: z.ZodType<UnitShape> = z
  .strictObject({
    ...unitBase,
    units: z
      .lazy(() => unitsSchema)
      .optional()
      .describe('Units inside each unit: the commits of a phase.')
  })
  .describe('Something that a document, a section or a unit repeats: steps, phases, alternatives.')
const unitsSchema = z.union([unitSchema, z.array(unitSchema)])

const choiceSchema = z
  .strictObject({
    options: z
      .array(
        z.strictObject({ text: names, branch: z.string().describe('id of the section that this option leads to') })
      )
      .min(2)
  })
  .describe('Exactly one box is ticked, and only its branch is filled in.')

const treeSchema = z
  .strictObject({
    marks: z
      .enum(['required', 'optional', 'none'])
      .describe('Whether every file carries <new>, <modified>, <deleted> or <renamed: old>.'),
    label: z.string().optional().describe('The label that the tree usually stands under.')
  })
  .describe('A file tree in a fence.')

const filesRole = z
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
  phase: z.number().int().optional().describe('The phase of the plan that fills this section in.'),
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
  recommendation: z
    .strictObject({
      field: z.string(),
      aliases: names.optional(),
      names: z.string().describe('Role of the units it must name.'),
      rationale: z.string().optional()
    })
    .optional(),
  chosen: z
    .strictObject({ words: names, fields: names })
    .optional()
    .describe('Each unit has exactly one chosen option: marked with one of the words, or given by one of the fields.'),
  tree: treeSchema.optional(),
  files: filesRole.optional(),
  diagrams: z.literal('explained').optional().describe('A diagram needs prose beside it.'),
  acyclic: z.boolean().optional().describe('The arrows of its drawing must not form a cycle.'),
  checklist: checklistSchema.optional(),
  choice: choiceSchema.optional(),
  openBoxesUntil: state.optional().describe('An open box here blocks every later state.'),
  complete: z.boolean().optional().describe('Ticked boxes here count as the plan being done.'),
  vague: z.boolean().optional().describe('Vague words are reported here.'),
  code: z.enum(['forbidden', 'allowed']).optional().describe('forbidden: signatures only, no bodies.'),
  quality: z.boolean().optional().describe('Commands here are verification commands.'),
  expected: z.boolean().optional().describe('Each command here says what to expect of it.'),
  skeleton: z
    .string()
    .optional()
    .describe('What init and the fix of a missing section write, if it cannot be told from the demands.')
}
interface SectionShape extends z.infer<z.ZodObject<typeof sectionBase>> {
  sections?: SectionShape[] | undefined
}
export const sectionSchema: z.ZodType<SectionShape> = z
  .strictObject({ ...sectionBase, sections: z.array(z.lazy(() => sectionSchema)).optional() })
  .describe('A section, found by its heading at any level.')

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
    document: z
      .strictObject({
        title: z.strictObject({ endsWith: names.optional(), required: z.boolean().optional() }).optional(),
        dated: z.boolean().optional().describe('The opening gives a date.'),
        link: z
          .strictObject({
            label: z.string(),
            aliases: names.optional(),
            to: z.string().describe('What it links to, in words.')
          })
          .optional()
      })
      .optional(),
    fields: z.array(fieldSchema).optional().describe('Fields above the first section.'),
    content: z.array(demandSchema).optional().describe('What the document as a whole holds.'),
    units: unitsSchema.optional().describe('Units that stand right under the document, in no section of their own.'),
    tree: treeSchema.optional(),
    checklist: checklistSchema.optional(),
    files: filesRole.optional(),
    status: z
      .strictObject({
        field: z.string().optional().describe('Label of the field that says how far the plan is.'),
        states: z.record(z.string(), state).optional().describe('Its values and what they mean.'),
        fromChecklist: z.string().optional().describe('id of the checklist that, fully ticked, makes the plan done.')
      })
      .optional(),
    progress: z
      .strictObject({
        field: z.string(),
        values: names.describe('Phases in order.'),
        allowed: z.record(z.string(), names).describe('Phases that go with each status value.')
      })
      .optional()
      .describe('A field that says which phase the plan is in; sections before it are complete.'),
    approval: z.strictObject({ field: z.string(), from: state }).optional(),
    numbered: z.boolean().optional().describe('Numbers in headings must agree with their order.'),
    sections: z.array(sectionSchema),
    coverage: z
      .array(
        z.strictObject({
          from: z.enum(['inventory', 'overview', 'table', 'context', 'roadmap', 'map', 'steps', 'commits']),
          in: z.enum(['inventory', 'overview', 'table', 'context', 'roadmap', 'map', 'steps', 'commits']),
          severity: demandSeverity.optional(),
          ignore: z.array(z.enum(['tests', 'docs', 'unmarked', 'globs', 'directories', 'config'])).optional(),
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

export type State = z.infer<typeof state>
export type Demand = z.infer<typeof demandSchema>
export type FieldSpec = FieldShape
export type UnitSpec = UnitShape
export type VerificationSpec = z.infer<typeof verificationSchema>
export type SectionSpec = SectionShape
export type Profile = z.infer<typeof profileSchema>
export type Where = z.infer<typeof whereSchema>
export type Checklist = z.infer<typeof checklistSchema>
export type RuleSeverity = z.infer<typeof severity>
