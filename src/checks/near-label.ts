import type { Plan } from '../plan/bind-types.ts'
import { keysOf } from '../plan/fields.ts'
import { nearest } from '../outline/text.ts'
import type { Part, Span } from '../outline/types.ts'

interface Labelled {
  label: string
  aliases?: string[] | undefined
}

/**
 * The label in a span that is a slip of a missing one (`**Verfy**:`), and the name that it is nearest to.
 *
 * @param others What else may stand there: a label of these is none's slip.
 */
export function nearLabel(
  wanted: Labelled,
  others: readonly Labelled[],
  span: Span,
  plan: Plan
): { part: Part; label: string } | undefined {
  const names = [wanted.label, ...(wanted.aliases ?? [])]
  const isKnown = (key: string): boolean => keysOf(wanted).has(key) || others.some(other => keysOf(other).has(key))
  for (const part of plan.content.parts(span)) {
    if (part.form !== 'label' || part.span.start <= span.start || isKnown(part.key)) continue
    const label = nearest(part.key, names)
    if (label !== undefined) return { part, label }
  }
  return undefined
}
