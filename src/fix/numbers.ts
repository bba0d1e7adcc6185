import type { Unit } from '../plan/bind-types.ts'
import type { UnitSpec } from '../profiles/schema.ts'
import type { Edit, Fix } from '../types.ts'

/** Renumbers a sequence of units from its first number on, each title's number replaced in place. */
export function renumber(units: readonly Unit[], spec: UnitSpec): Fix[] {
  if (spec.ordinal !== 'number') return []
  const edits: Edit[] = []
  let next = spec.startAlso?.includes(units[0]?.part.ordinal?.numbers[0] ?? -1) ? units[0]!.part.ordinal!.numbers[0]! : spec.start ?? 1
  for (const unit of units) {
    const edit = numberEdit(unit, next)
    if (edit === undefined) return []
    if (edit) edits.push(edit)
    next++
  }
  return edits.length === 0 ? [] : [{ title: `Number the ${spec.name}s through`, safe: true, edits }]
}

/** null where the number is right already; undefined where it cannot be replaced safely. */
function numberEdit(unit: Unit, number: number): Edit | null | undefined {
  const { ordinal, node } = unit.part
  if (!ordinal || ordinal.numbers.length !== 1 || ordinal.letter !== undefined) return undefined
  if (ordinal.numbers[0] === number) return null
  const start = node.position?.start.offset
  if (start === undefined || unit.part.form !== 'heading') return undefined
  const text = 'children' in node ? (node.children as { type: string; value?: string; position?: { start: { offset?: number } } }[])[0] : undefined
  if (text?.type !== 'text' || text.position?.start.offset === undefined) return undefined
  const at = (text.value ?? '').indexOf(ordinal.raw, ordinal.start)
  if (at < 0 || at > ordinal.end) return undefined
  return { start: text.position.start.offset + at, end: text.position.start.offset + at + ordinal.raw.length, text: String(number) }
}
