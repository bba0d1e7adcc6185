import { weightAt } from './where.ts'
import type { BoundField, Plan, Unit } from '../plan/bind-types.ts'
import { fieldDefects, gives } from './expect.ts'
import { nearLabel } from './near-label.ts'
import type { Span } from '../outline/types.ts'
import type { Fix, Place, Severity } from '../types.ts'
import { renameLabel } from '../fix/labels.ts'

/** What is wrong with a field, where, and the remedy; rules add what they call it. */
export interface FieldProblem {
  kind: 'missing' | 'misspelt' | 'empty' | 'form'
  field: BoundField
  /** The label meant. */
  label: string
  /** For `misspelt`: what stands there. */
  found?: string
  /** For `form`: what was expected, in words. */
  expected?: string
  at: Place
  help: string
  fixes?: Fix[]
  severity?: Severity
}

/** Whose fields are looked at. */
export interface FieldHolder {
  fields: readonly BoundField[]
  /** Where a missing field is told of. */
  at: Place
  span: Span
  /** Every label that may stand there: what a misspelt one is not taken for. */
  labels: () => readonly { label: string; aliases?: string[] | undefined }[]
  /** The unit, where it is one. */
  unit?: Unit
  /** Labels that may be absent here. */
  skip?: readonly string[]
}

/** Missing, misspelt, empty and misshapen fields of a section or a unit. */
export function* fieldProblems(holder: FieldHolder, plan: Plan): Iterable<FieldProblem> {
  for (const defect of fieldDefects(holder.fields, plan, holder.skip)) {
    const { field } = defect
    const { label, hint, none } = field.spec
    const weight = holder.unit ? weightAt(field.spec, holder.unit, other => gives(other, field.spec)) : undefined
    const isWarning = weight === 'warning' || (weight === undefined && defect.severity === 'warning')
    const base = { field, label, ...(isWarning ? { severity: 'warning' as const } : {}) }
    const near = defect.kind === 'missing' ? nearLabel(field.spec, holder.labels(), holder.span, plan) : undefined
    if (near)
      yield {
        ...base,
        kind: 'misspelt',
        label: near.label,
        found: near.part.title,
        at: near.part.place,
        help: `Write **${near.label}**`,
        fixes: renameLabel(near.part, near.label, plan)
      }
    else if (defect.kind === 'missing')
      yield { ...base, kind: 'missing', at: holder.at, help: `Add **${label}**: ${hint ?? '…'}` }
    else if (defect.kind === 'empty')
      yield {
        ...base,
        kind: 'empty',
        at: field.part!.place,
        help: `Write ${hint ?? 'it out'}${none ? ', or "None"' : ''}`
      }
    else
      yield {
        ...base,
        kind: 'form',
        expected: defect.expected!,
        at: defect.place ?? field.part!.place,
        help: defect.help ?? `Write ${defect.expected} there`
      }
  }
}
