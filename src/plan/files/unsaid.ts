import { namesFiles } from '../../profiles/fields.ts'
import { onceEach } from '../../util/once.ts'
import type { Plan } from '../bind-types.ts'
import { stepsOf } from '../steps.ts'
import type { MentionRole } from './mention.ts'
import { filesOf } from './mentions.ts'

const work = new Set<MentionRole>(['steps', 'commits', 'context'])

/**
 * Offset, in UTF-16 units, of the first step that should list its files and lists none; only where the plan names files nowhere but in steps (that lack
 * is its own finding). Memoised per plan.
 */
const unsaidFrom: (plan: Plan) => { at: number | undefined } = onceEach(plan => ({
  at: filesOf(plan).mentions.every(({ role }) => work.has(role))
    ? stepsOf(plan).find(({ fields }) => {
        const own = fields.filter(({ spec }) => namesFiles(spec))
        return (
          own.some(({ spec }) => spec.required) && own.every(({ state }) => state === 'missing' || state === 'empty')
        )
      })?.span.start
    : undefined
}))

/** May a file that is used at a place have been made by a step that does not say what it makes? */
export function mayBeMadeBefore(offset: number, plan: Plan): boolean {
  const { at } = unsaidFrom(plan)
  return at !== undefined && at <= offset
}
