import { z } from 'zod'
import { unitKinds } from '../kinds.ts'
import { checklistSchema } from './checklist.ts'
import { demandSchema } from './demand.ts'
import { compared } from './compared.ts'
import { coveredSchema, idSchema } from './identifier.ts'
import { verificationSchema } from './verification.ts'
import { demanded, from, names, otherwise, refsSchema, shapes, slug, state, whereSchema } from './words.ts'

/** Fields and units: each may hold the other. */
const fieldBase = {
  label: z.string().min(1).describe('The label as it is usually written, without a colon.'),
  aliases: names.optional().describe('Other accepted labels.'),
  required: demanded
    .optional()
    .describe('true: its absence is an error; "warning": a warning; false (default): it may be absent.'),
  from: from.optional(),
  form: z
    .enum(['label', 'front-matter', 'tag', 'attribute'])
    .optional()
    .describe(
      'How it is written. label (default): "**Label**: value"; front-matter: a key of the front matter, or of an object in one of its lists; tag: "<label>value</label>", one of the kind "command" without any Markdown; attribute: label="value" in the tag that a unit is.'
    ),
  kind: z
    .enum([
      'text',
      'list',
      'tasks',
      'choice',
      'files',
      'command',
      'commit',
      'date',
      'timestamp',
      'instant',
      'enum',
      'number',
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
      'What the value must be. choice: boxes, of which one is ticked at least; commit: the commit that the plan starts from; date: YYYY-MM-DD or written out; timestamp: a date with or without time; instant: date, time and zone; a day has come where the label speaks of what has happened, as Created, Last updated, or Date of the plan itself; person: who it is, in any words; approver: whoever approved the plan, once its status says so; link: a note with a link to another document; number: a whole number, or one with a point; sentence: text of its own, not only boxes or labels below it.'
    ),
  values: z
    .union([names, z.record(z.string(), z.union([state, z.array(state)]))])
    .optional()
    .describe(
      'The accepted values of an enum, in any case of the letters; "#" in one stands for a number: "superseded by ADR-#". With a state for each ({"Draft": "draft"}) the field says how far the plan is, and of a plan that is at the first of those that mean "draft" not every unit is ticked; with a list of states for each it says which phase the plan is in, and what goes with which state: {"Design": ["draft"], "Build": ["approved", "active"], "Live": ["done"]}. Then "from" may name a phase ("from": "Build").'
    ),
  or: z
    .union([z.string().min(1), names])
    .optional()
    .describe(
      'What will do as well: labels of other fields beside it, of which one is enough; "section": a section of that name elsewhere; "tests": a label that names a test file, as "Code (add to `tests/…`)"; "title": the title of the unit ("### Issue 1: The clock jumps" says what the problem is); "remark": what a unit of one line says behind its title; "reason": a sentence that gives a reason; "column": a column of that name in a table of the unit; "none": "None", a dash and "not needed" are answers, and need no reason.'
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
      z.enum(['new', 'modified', 'deleted', 'written', 'untouched']),
      z.record(z.string(), z.enum(['new', 'modified', 'deleted', 'renamed', 'written', 'any']))
    ])
    .optional()
    .describe(
      'It names files that the plan touches (true; what is of the kind "files" does anyway), and what is done to them: "new", "modified", "deleted", "written" (new where it is not there, else modified), "untouched" (it names files that the plan leaves alone), or by the word before a colon: {"Create": "new"} in "- Create: `a.ts`", {"Move": "renamed"} in "- Move: `a.ts` → `b.ts`".'
    ),
  where: whereSchema.optional(),
  otherwise: otherwise.optional(),
  refs: refsSchema.optional(),
  choice: z
    .string()
    .optional()
    .describe(
      'It names exactly one of the units of this role, in its section or elsewhere: the choice between them. With an inner field (the first counts) the choice says why, under that label or by a "because".'
    ),
  words: names.optional().describe('Marks that say the same beside the unit itself: "✅ CHOSEN".'),
  content: z.array(demandSchema).optional().describe('What the value holds.'),
  checklist: checklistSchema.optional().describe('The boxes of the value are a checklist about the plan as a whole.')
}
export interface FieldSpec extends z.infer<z.ZodObject<typeof fieldBase>> {
  fields?: FieldSpec[] | undefined
  units?: UnitSpec | UnitSpec[] | undefined
}
export const fieldSchema: z.ZodType<FieldSpec> = z
  .strictObject({
    ...fieldBase,
    fields: z
      .array(z.lazy(() => fieldSchema))
      .optional()
      .describe('Fields inside this one.'),
    units: z
      .lazy(() => unitsSchema)
      .optional()
      .describe('What its value repeats.')
  })
  .describe('A labelled value: **Label**: value.')

const unitForm = z.enum([
  'heading',
  'bold',
  'label',
  'item',
  'box',
  'row',
  'entry',
  'tag',
  'any-heading',
  'heading-with-fields'
])

const unitBase = {
  role: slug('letter').describe(
    'What messages call it, in the singular: "step", "task", "data-set": lowercase words joined by hyphens.'
  ),
  counts: z
    .enum(unitKinds)
    .optional()
    .describe(
      'What it is to the rules, where its role is not one of these words: with {"role": "task", "counts": "step"} a task is a step to them. No other role is taken for one of these by itself.'
    ),
  words: z
    .array(z.union([z.string().min(1), names]))
    .optional()
    .describe(
      'Words its titles start with, a number behind, or, of headings of which none has a number nor needs one, a colon: "Step" in "### Step 1: …", "Risk" in "### Risk: Two clocks" (for titles of one word, as "### Alpha", there is the form any-heading); those in a list of their own will do where none of the others is used.'
    ),
  form: z
    .union([unitForm, z.array(unitForm)])
    .optional()
    .describe(
      'How it may be written, in one way or several (headings and bold paragraphs); item: a list item, or, of units with an identifier, a line that begins with one; box: a list item with a box; row: a row of a table, whose first cell begins with an identifier ("T###", or names that are listed: {"shape": ["DBA", "SRE"]}), and whose columns are its fields: of those that each has, all; entry: an object in a list of the front matter; tag: between tags called like one of its words; any-heading: every heading right below the section, numbered or not; heading-with-fields: such a heading, if it has one of the fields, or one of the markers in its title.'
    ),
  reach: z
    .enum(['own', 'next'])
    .optional()
    .describe(
      'Where it ends. own (default): with the block that its title opens; next: where the next unit of its kind begins, or what holds them ends.'
    ),
  title: z.string().min(1).optional().describe('The field that holds its title, where it has no line of its own.'),
  ticked: z
    .string()
    .min(1)
    .optional()
    .describe('The field that is its box: "✅" or "Yes" there says that it is done, nothing that it is open.'),
  level: z
    .number()
    .int()
    .min(2)
    .max(6)
    .optional()
    .describe(
      'The level of its headings: what has its word with a number, or its identifier, and stands at another, or in a list behind the one before it, is lost to tools, and told.'
    ),
  id: idSchema.optional(),
  ...compared,
  markers: z
    .record(z.string(), z.union([shapes, z.strictObject({ shape: shapes, in: names })]))
    .optional()
    .describe(
      'What may stand between box, identifier and text: {"parallel": "[P]", "optional": "*"}. With the number that the title of the unit around has: {"story": {"shape": "[US#]", "in": ["User Story #"]}} wants [US2] below "Phase 4: User Story 2"; "!Setup": none below a title that begins so.'
    ),
  refs: refsSchema.optional(),
  coverage: coveredSchema.optional(),
  number: z
    .union([
      z.int().min(0),
      z.array(z.union([z.int().min(0), z.literal('plain')])).min(1),
      z.enum(['A', 'through', 'siblings', 'plain']),
      z.literal(false)
    ])
    .optional()
    .describe(
      'How it is numbered (without it, numbers are not looked at): from 1, or from 0; [1, 0]: from either, 1 being usual; "through": from 1, and on through all that hold it; "siblings": anew below each heading, whatever it is, where a unit is one by its word alone, or, without words, by its number; "A": by letters; false: not at all. "plain", alone or in a list: nothing but a plain number will do, since what hands units out by number loses "Task A" and "Task 1.1"; of a box, "- [ ] **1. Title**" and "* [ ] 1. Title".'
    ),
  order: z
    .literal('warning')
    .optional()
    .describe(
      'How much a number out of its sequence is, or an identifier that is there twice (an error); of units that are not numbered (false), a number that two of them have (nothing); of boxes and tags, also a hole in the numbers behind one word ("Task 2").'
    ),
  min: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe(
      'How many there are at least; without it there may be none, but for names that are listed and required, alternatives, and for steps, phases, commits and items that are no boxes with an identifier: of those one.'
    ),
  max: z.number().int().min(1).optional().describe('How many at most: more are a warning, of alternatives.'),
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
