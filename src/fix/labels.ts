import type { Plan } from '../plan/bind-types.ts'
import type { Part } from '../plan/types.ts'
import type { Fix } from '../types.ts'

/** Writes a label as its profile spells it; what marks it as a label stays. */
export function renameLabel(part: Part, label: string, { outline: { source } }: Plan): Fix[] {
  const { start, end } = part.place
  const at = source.slice(start.offset, end.offset).indexOf(part.title)
  if (at < 0) return []
  const from = start.offset + at
  return [{ title: `Rename to "${label}"`, safe: true, edits: [{ start: from, end: from + part.title.length, text: label }] }]
}
