import { onceEach } from '../../util/once.ts'
import { textOf } from '../../outline/nodes.ts'
import type { FieldSpec } from '../../profiles/schema.ts'
import type { Outline } from '../../outline/types.ts'
import type { Plan } from '../bind-types.ts'
import { allFields, allMetadata } from '../every.ts'
import { isForeign } from './english.ts'

const enough = 60

/** Is a plan written in another language than English, by its paragraphs and items? Memoised per outline. */
export const isInOtherLanguage: (outline: Outline) => boolean = onceEach(({ nodes }) =>
  isForeign(nodes.paragraphs.slice(0, enough).map(textOf).join('\n'))
)

const fieldsFound: (plan: Plan) => ReadonlySet<FieldSpec> = onceEach(
  plan =>
    new Set(
      [...allFields(plan), ...allMetadata(plan)].flatMap(({ spec, state }) => (state === 'missing' ? [] : [spec]))
    )
)

/** May a field stand there under a name in the plan's own language: none of that name is in the plan? */
export function mayBeTranslated(spec: FieldSpec, plan: Plan): boolean {
  return isInOtherLanguage(plan.outline) && !fieldsFound(plan).has(spec)
}

/** May sections stand there under names in the plan's own language: fewer than half are known by name? */
export const areTitlesTranslated: (plan: Plan) => boolean = onceEach(
  plan =>
    isInOtherLanguage(plan.outline) &&
    plan.sections.filter(({ part }) => part !== undefined).length * 2 < plan.sections.length
)
