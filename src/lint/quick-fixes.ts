/** Fixes as an editor offers them: another text for the place of a message. */
import type { VFile } from 'vfile'
import { applyEdits } from '../fix/edits.ts'
import type { Fix, Place } from '../types.ts'

/**
 * An editor replaces the text of a message's place by one of `expected`: fixes whose edits all lie inside it, each as the new text of the whole place. Other
 * fixes (a section to insert, numbers here and there) travel as `fixes`, for editors that know planlint.
 */
export function quickFixes(fixes: readonly Fix[], { start, end }: Place, source: string): string[] {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  return fixes
    .filter(
      fix => fix.edits.length > 0 && fix.edits.every(edit => edit.start >= start.offset && edit.end <= end.offset)
    )
    .map(
      fix =>
        applyEdits(
          text.slice(start.offset, end.offset),
          fix.edits.map(edit => ({ start: edit.start - start.offset, end: edit.end - start.offset, text: edit.text }))
        ).text
    )
}

/**
 * Whoever applies what is `expected` without looking must only meet safe fixes. An editor shows each before it is applied: suggestions are offered there as well.
 * The language server prefers what stands alone in the list, so beside a suggestion stands something that is no text, which it passes over.
 */
export function offerSuggestions(file: VFile): void {
  for (const message of file.messages) {
    const { fixes, place } = message as { fixes?: readonly Fix[]; place?: unknown }
    if (!fixes || !isPlace(place)) continue
    const suggested = quickFixes(
      fixes.filter(fix => !fix.safe),
      place,
      String(file)
    )
    if (suggested.length === 0) continue
    Object.assign(message, { expected: [...(message.expected ?? []), ...suggested, null] })
  }
}

function isPlace(place: unknown): place is Place {
  return typeof place === 'object' && place !== null && 'start' in place && 'end' in place
}
