import type { BoundSection, Plan } from '../plan/bind-types.ts'
import type { Fix } from '../types.ts'
import { sectionSkeleton } from './skeleton.ts'

/** Inserts a missing section behind the one before the gap, with a skeleton that says what to write. */
export function insertSection(section: BoundSection, before: BoundSection | undefined, parent: BoundSection | undefined, plan: Plan): Fix[] {
  const { source } = plan.outline
  const anchor = before ?? parent
  const level = before?.part?.form === 'heading' ? before.part.level : parent?.part?.form === 'heading' ? parent.part.level + 1 : 2
  const at = before ? before.span.end : parent?.part ? parent.part.place.end.offset : plan.title ? plan.title.place.end.offset : 0
  if (anchor && anchor.part?.form !== 'heading') return []
  const newline = source.includes('\r\n') ? '\r\n' : '\n'
  const lead = /\n[ \t]*\r?\n$/.test(source.slice(0, at).slice(-6)) || at === 0 ? '' : source.slice(0, at).endsWith('\n') ? newline : newline + newline
  const body = sectionSkeleton(section.spec, level).replaceAll('\n', newline)
  const tail = at >= source.length ? '' : newline
  return [{ title: `Insert section "${section.spec.title}"`, safe: true, edits: [{ start: at, end: at, text: `${lead}${body}${tail}` }] }]
}

/** Replaces a misspelt title, the heading's marks and number kept. */
export function renameHeading(section: BoundSection): Fix[] {
  const part = section.part!
  if (part.form !== 'heading' || !('children' in part.node)) return []
  const children = part.node.children as { type: string; value?: string; position?: { start: { offset?: number }; end: { offset?: number } } }[]
  const only = children.length === 1 ? children[0] : undefined
  if (only?.type !== 'text' || only.position?.start.offset === undefined || only.position.end.offset === undefined) return []
  const skip = part.ordinal && part.ordinal.word === undefined ? (only.value ?? '').length - (only.value ?? '').replace(/^[^\p{L}]+/u, '').length : 0
  return [{ title: `Rename to "${section.spec.title}"`, safe: true, edits: [{ start: only.position.start.offset + skip, end: only.position.end.offset, text: section.spec.title }] }]
}
