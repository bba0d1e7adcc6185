import { namesFiles } from '../../profiles/fields.ts'
import { onceEach } from '../../util/once.ts'
import type { Plan } from '../bind-types.ts'
import { stepsOf } from '../examined.ts'
import type { MentionRole } from './mention.ts'
import { filesOf } from './mentions.ts'

const work = new Set<MentionRole>(['steps', 'commits', 'context'])

/**
 * From where on a plan may make files that it does not tell of: its files stand in its steps alone, and a step does without, which is told as such. An
 * offset in UTF-16 units; undefined where each step says what it makes. Memoised per plan.
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
