import { z } from 'zod'

/** "warn", as configuration has it, is understood wherever "warning" is. */
const usual = <Word extends string>(word: Word | 'warn'): Exclude<Word, 'warn'> | 'warning' =>
  (word === 'warn' ? 'warning' : word) as Exclude<Word, 'warn'> | 'warning'

/** What the keys of several things say. */
export const severity = z.enum(['error', 'warning', 'warn', 'off']).transform(usual)
const demandSeverity = z.enum(['error', 'warning', 'warn']).transform(usual)
export const warning = z.enum(['warning', 'warn']).transform(usual)
export const stateNames = ['draft', 'approved', 'active', 'done'] as const
export const state = z
  .enum(stateNames)
  .describe('How far a plan is: draft, approved, active (being implemented), done.')
export const from = z
  .string()
  .min(1)
  .describe('Demanded from here on: a state, or a value of the field that says which phase the plan is in.')
/** How much something is demanded. */
export const demanded = z
  .union([z.boolean(), warning])
  .describe('true: its absence is an error; "warning": a warning; false: it may be absent.')
/** What profiles, sections and roles are called: a digit may come first, but of a role. */
export const slug = (first: 'letter' | 'digit' = 'digit'): z.ZodString =>
  z.string().regex(first === 'letter' ? /^[a-z][a-z0-9-]*$/ : /^[a-z0-9][a-z0-9-]*$/, {
    error: ({ input }) =>
      `expected lowercase words joined by hyphens, as "${asSlug(input)}", not ${JSON.stringify(input)}`
  })

/** The same in such words, else a sample. */
function asSlug(input: unknown): string {
  const words =
    String(input)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return /^[a-z]/.test(words[0] ?? '') ? words.join('-') : 'data-set'
}

export const names = z.array(z.string().min(1))

export const shapes = z.union([z.string().min(1), names.min(1)])
const meant = {
  title: names.optional().describe('Those whose title has one of these words, or a number so: "US#".'),
  ticked: z.boolean().optional().describe('Those whose box is ticked (true), or open (false).'),
  fields: z
    .record(z.string(), names)
    .optional()
    .describe(
      'Those of which a field says one of these, in its first line and in any case, a remark behind it aside: {"type": ["auto"], "tdd": ["true"]} is either of the two.'
    ),
  markers: names.optional().describe('Those that carry one of these markers, by the names that the profile gives them.')
}
export const meantSchema = z
  .strictObject({ ...meant, not: z.strictObject(meant).optional().describe('But none of these.') })
  .describe('Units that a demand is made of.')
export const whereSchema = z
  .union([z.enum(['first', 'last', 'middle', 'some']), meantSchema])
  .describe(
    'Which of the units it is demanded of: the first, the last, all between, one of them at least (some); those of a title, a box, a marker ("not": but none of a title, a box, a marker).'
  )
export const otherwise = demandSeverity.describe(
  'How much it is demanded of the units that "where" leaves out (not at all).'
)
export const refsSchema = z
  .record(z.string(), shapes)
  .describe(
    'Identifiers that refer to units, by their role: {"story": "[US#]"}, in another file of the set {"my-spec.story": "[US#]"}; "#" stands for a number, "###" for one of at least three digits. They are sought in the title of a unit with a heading, else in all of its text; ranges and "All" are understood. In a bracket that the identifier opens and does not close, a list may stand: "(AC: #" is each of "(AC: 1, 3-5)", in capitals or not.'
  )

export type State = z.infer<typeof state>
export type Where = z.infer<typeof whereSchema>
export type RuleSeverity = z.infer<typeof severity>
