import type { Plan } from './bind-types.ts'
import { keysOf } from './fields.ts'
import { isNearMiss } from './text.ts'
import type { Part, Span } from './types.ts'

interface Labelled { label: string; aliases?: string[] | undefined }

/**
 * The label in a span that is a slip of a missing one: `**Verfy**:`.
 *
 * @param others What else may stand there: a label of these is none's slip.
 */
export function nearLabel(wanted: Labelled, others: readonly Labelled[], span: Span, plan: Plan): Part | undefined {
  const keys = [...keysOf(wanted)]
  const known = new Set([...keys, ...others.flatMap(other => [...keysOf(other)])])
  return plan.content.parts(span).find(part => part.form === 'label' && part.span.start > span.start && !known.has(part.key) && keys.some(key => isNearMiss(part.key, key)))
}
