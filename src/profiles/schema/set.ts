import { z } from 'zod'
import { filesRole } from './section.ts'
import { names, warning } from './words.ts'

export const memberSchema = z
  .strictObject({
    paths: names
      .min(1)
      .describe(
        'Where it lies, from the folder of the document; of several, the first that is there. With {names} as in "at", from where that begins: "specs/{area}/spec.md"; a name that the document\'s own path does not give stands for any, so that there are many of them.'
      ),
    files: filesRole
      .optional()
      .describe('What the paths in its trees are: a step that names a file in a folder that is not drawn is told.'),
    required: warning.optional().describe('"warning": where it is not there, that is told.'),
    units: z
      .string()
      .min(1)
      .optional()
      .describe('Role of the units that name each of its many files, once the document has any.'),
    after: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Of plans of the same kind: the field that lists those that come before it, by what their files are called or by what "*" stands for.'
      ),
    order: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Of plans of the same kind: the field that says in which wave it is done, behind those that come before it, and at once with the others of the wave.'
      )
  })
  .describe(
    'Another file of the same plan, by the profile that it is read by. By its own profile: plans of the same kind in the folder of the document, whose files are called so, "*" standing for anything: "*-PLAN.md".'
  )
