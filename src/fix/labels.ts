import type { Plan } from '../plan/bind-types.ts'
import type { Part } from '../outline/types.ts'
import type { Fix } from '../types.ts'
import { correctTitle } from './spelling.ts'

/** Corrects the spelling of a label, or of a column's title; what marks it as a label stays. */
export function renameLabel(part: Pick<Part, 'place' | 'title'>, label: string, { outline: { source } }: Plan): Fix[] {
  const { start, end } = part.place
  const at = source.slice(start.offset, end.offset).indexOf(part.title)
  if (at < 0) return []
  const found = correctTitle(part.title, start.offset + at, [label])
  return found && found.edits.length > 0
    ? [{ title: `Rename to "${label}"`, safe: found.isSure, edits: found.edits }]
    : []
}
