import { lacksColumn } from './demands/columns.ts'
import type { BoundField, Plan, Unit } from '../plan/bind-types.ts'
import type { Lack } from './expect.ts'
import { fieldDefects, severityIn } from './expect.ts'
import { nearLabel } from './near-label.ts'
import type { Span } from '../outline/types.ts'
import { isTagged, labelsOf } from '../profiles/fields.ts'
import type { FieldSpec } from '../profiles/schema.ts'
import type { Fix, Place, Severity } from '../types.ts'
import { renameLabel } from '../fix/labels.ts'

/** What is wrong with a field, and where; `label` is the one that is meant. */
export type FieldProblem = { field: BoundField; label: string; at: Place; severity?: Severity } & (
  | { kind: 'empty' }
  /** Of a row, its cell is blank, or the column is not there. */
  | { kind: 'missing'; isRow: boolean }
  /** `found` stands there. */
  | { kind: 'misspelt'; found: string; fixes: Fix[] }
  | { kind: 'form'; lack: Lack }
)

/** Whose fields are looked at. */
interface FieldHolder {
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

/** Has a tag lost the one that opens it? That is told, and nobody can say what stands in it. */
function isTagLost(spec: FieldSpec, { start, end }: Span, { outline: { tagFaults } }: Plan): boolean {
  return (
    spec.form === 'tag' &&
    tagFaults.some(
      ({ kind, name, place }) =>
        kind !== 'unclosed' && labelsOf(spec).includes(name) && place.start >= start && place.start < end
    )
  )
}

/** Missing, misspelt, empty and misshapen fields of a section or a unit. */
export function* fieldProblems(holder: FieldHolder, plan: Plan): Iterable<FieldProblem> {
  for (const defect of fieldDefects(holder.fields, plan, holder.skip)) {
    const { field } = defect
    const { label } = field.spec
    if (defect.kind === 'missing' && isTagLost(field.spec, holder.span, plan)) continue
    // A column that is not there is told of its table.
    if (defect.kind === 'missing' && holder.unit && lacksColumn(field.spec, holder.unit, plan)) continue
    const isWarning = severityIn(defect, holder.unit) === 'warning'
    const base = { field, label, ...(isWarning ? { severity: 'warning' as const } : {}) }
    const near =
      defect.kind === 'missing' && !isTagged(field.spec)
        ? nearLabel(field.spec, holder.labels(), holder.span, plan)
        : undefined
    if (near)
      yield {
        ...base,
        kind: 'misspelt',
        label: near.label,
        found: near.part.title,
        at: near.part.place,
        fixes: renameLabel(near.part, near.label, plan)
      }
    else if (defect.kind === 'form')
      yield { ...base, kind: 'form', lack: defect.lack, at: defect.place ?? field.part!.place }
    else if (defect.kind === 'missing')
      yield { ...base, kind: 'missing', isRow: holder.unit?.part.form === 'row', at: holder.at }
    else yield { ...base, kind: defect.kind, at: field.part!.place }
  }
}
