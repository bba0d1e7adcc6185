/** Fixes as an editor offers them: another text for the place of a message. */
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
