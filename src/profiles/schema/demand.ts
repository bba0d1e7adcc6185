import { z } from 'zod'
import { demanded, from, names, otherwise, whereSchema } from './words.ts'

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
  'diagram',
  'title',
  'normative',
  'scenario',
  'question',
  'gate',
  'sections'
])
export const demandSchema = z
  .strictObject({
    kind: demandKinds.describe(
      'text: any text; prose: text outside of lists; list: a bulleted or numbered list; tasks: a task list; table: a table; command: a command in inline code or a fence, which nothing looks up in the repository as it does what a "verification" runs; path: a file path; code: a fence; tree: a file tree; date: a date; stamp: a date at the head of an item, in parentheses or not; diagram: a picture or drawing; title: words of a title: of the document, at its end (no shapes with "#"); of units, with a "where"; normative: English text of a unit with one of the words that bind, as SHALL; scenario: English text of a unit with each of the words, as When and Then, or of a section that has the first of them; of words with strokes between them one will do; question: of the document: questions are marked where they come up, as [NEEDS CLARIFICATION: which one?], also in place of a whole value, where elsewhere that is one that nobody filled in; gate: rows, items and titles say pass or fail, and what fails is justified in the section that the label names; sections: of the document: something stands below each heading that the profile does not name.'
    ),
    label: z.string().optional().describe('The label that it usually stands under: of a tree, a gate, a date.'),
    words: names
      .optional()
      .describe(
        'Of title, normative and scenario: what a title must have; what a normative text or a scenario says, in any case, or, where the word itself is in capitals, in capitals alone: "SHALL", but "SHALL/shall" in any.'
      ),
    min: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe(
        'How many at least (1): items of a list, rows of a table, boxes, else of what the kind is; 0: it is judged where it is there. Not with date, stamp, title and the like.'
      ),
    columns: z
      .array(z.union([z.string().min(1), names.min(1)]))
      .min(1)
      .optional()
      .describe(
        'Of a table (or of one where a list would do): columns that it must have; an array gives alternatives, the first being the name.'
      ),
    values: z
      .record(z.string(), z.union([names.min(1), z.literal('date')]))
      .optional()
      .describe(
        'Values that the cells of one of the columns may have, in any case of the letters; "date": dates, YYYY-MM-DD or written out, where a cell does not say that there is none.'
      ),
    each: z
      .enum([
        'rationale',
        'context',
        'person',
        'mitigation',
        'date',
        'stamp',
        'path',
        'arrow',
        'outcome',
        'description',
        'mark'
      ])
      .optional()
      .describe(
        'Of list, tasks, table and tree: what every item or row must say besides its name (of a table in whose place a list will do, the items: rows are asked by their columns); date: a date, wherever it stands, as "The trial begins on 2026-05-18"; stamp: one that has come, at its head; outcome: what is done in a case, and what comes of it; mark: what happens to a file, as "<new>" in a tree.'
      ),
    or: z
      .union([demandKinds, z.array(demandKinds)])
      .optional()
      .describe('Other kinds that will do as well.'),
    required: demanded.optional().describe('true (default): an error; "warning"; false: judged where it is there.'),
    from: from.optional(),
    where: whereSchema.optional(),
    otherwise: otherwise.optional(),
    hint: z.string().optional().describe('What to write; goes into help texts and skeletons.')
  })
  .describe('Something that must stand in a section, unit or field.')

export type Demand = z.infer<typeof demandSchema>
