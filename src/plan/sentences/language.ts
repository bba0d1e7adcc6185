import { onceEach } from '../../util/once.ts'
import { textOf } from '../../outline/nodes.ts'
import type { FieldSpec } from '../../profiles/schema.ts'
import type { Outline } from '../../outline/types.ts'
import type { BoundSection, Plan } from '../bind-types.ts'
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

/** May a section that is only wished for stand there under a name in the plan's own language? */
export function mayBeNamedOtherwise({ spec, part, hidden }: BoundSection, plan: Plan): boolean {
  return part === undefined && !hidden && spec.required === 'warning' && areTitlesTranslated(plan)
}

/** Are fewer than half of the sections of a plan in another language known by name? */
const areTitlesTranslated: (plan: Plan) => boolean = onceEach(
  plan =>
    isInOtherLanguage(plan.outline) &&
    plan.sections.filter(({ part }) => part !== undefined).length * 2 < plan.sections.length
)
