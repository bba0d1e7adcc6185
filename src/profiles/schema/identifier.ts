import { z } from 'zod'
import { names, shapes, warning } from './words.ts'

/** Identifiers of units, and that each unit is referred to by its own. */
export const idSchema = z
  .strictObject({
    shape: shapes
      .optional()
      .describe(
        'How it is written: "T###", "FR-###", "#.#"; a letter may follow it. Of units in units the outer number is that of the unit around: 1.2 stands below 1, or, where its shape is "#.0", below 1.0. Without a "#" it is a name, of which several are listed: ["DBA", "SRE"]; with "required": true each of those is there, unless "min" says how many. The first cell of a row that is nearly one (D2, for "D-##") is told. A field, or a name, may say anything.'
      ),
    required: z
      .union([z.boolean(), warning, z.enum(['once-used', 'some'])])
      .optional()
      .describe(
        'Whether each unit has one (false); "once-used": a warning, once any of them has one; "some": besides, once, where none has one: an error, or a warning where any has a field.'
      ),
    from: z
      .union([z.enum(['position', 'number', 'name', 'code']), z.strictObject({ label: z.string().min(1) })])
      .optional()
      .describe(
        'position: it is its place, whatever is written; "#.#" is the number of the unit around, and the place among those in it: the third criterion of requirement 2 is 2.3. number: the number in it, else that of the item in its list: "AC3: …" and "3. …" are both 3. name: what stands behind the word and its colon, as written: "### Requirement: Search by word". code: the code that its text begins with: "- `search`: find by word". {"label": "id"}: what that field of the unit says.'
      ),
    in: names
      .optional()
      .describe(
        'What it is there once in; units of several kinds may share such a list. Without it, in those of its role.'
      )
  })
  .describe('An identifier at the head of the title, by which the unit is referred to; none is there twice.')

export const coveredSchema = z
  .strictObject({
    in: z.string().min(1).optional().describe('The file, by its profile; absent: the document itself.'),
    required: warning.optional().describe('How much one is that is not referred to (an error).'),
    min: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe(
        'Told once so large a part of them is referred to (any at all): before that, the plan does without. 0: that the other file refers to none of them is told there, as a warning.'
      )
  })
  .describe(
    'Each is referred to, in the document itself ({}: by the "refs" of a unit or field there) or in another file of the set ({"in": "my-tasks"}).'
  )
