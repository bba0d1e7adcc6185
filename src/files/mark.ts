/** A change mark: what it says of a file, and which two contradict each other. */
import type { MarkKind, MarkForm } from './change-vocabulary.ts'
import type { Phrase } from './change-words.ts'

export interface Mark {
  kind: MarkKind | 'unknown'
  /** The mark as written: with its brackets, without a comment sign or dash before it. */
  raw: string
  /** Offsets in the given text, UTF-16 units, end exclusive. */
  start: number
  end: number
  /** Old path of a rename. */
  from?: string
  form: MarkForm
  /** Spelt exactly `<new>`, `<modified>`, `<deleted>` or `<renamed: old>`. */
  canonical: boolean
  /** Canonical spelling, where an angle mark has another one and what it means is clear or near. */
  suggestion?: string
}

export function markOf(phrase: Phrase, raw: string, start: number, form: MarkForm): Mark {
  const mark: Mark = { kind: phrase.kind, raw, start, end: start + raw.length, form, canonical: false }
  if (phrase.from) mark.from = phrase.from
  return mark
}

/**
 * A mark with more that is known of it.
 *
 * Spelt out: each line of a tree has one, and V8 is slow to spread objects that have some properties only now and then.
 */
export function markWith<More extends object>(mark: Mark, more: More): Mark & More {
  const copy: Mark = {
    kind: mark.kind,
    raw: mark.raw,
    start: mark.start,
    end: mark.end,
    form: mark.form,
    canonical: mark.canonical
  }
  if (mark.from !== undefined) copy.from = mark.from
  if (mark.suggestion !== undefined) copy.suggestion = mark.suggestion
  return Object.assign(copy, more)
}

/** Kinds that can both be true of one file: a file that exists is modified or renamed, or stays as it is; a renamed one is modified as well, or only moved. */
const compatible = new Set([
  'existing modified',
  'existing renamed',
  'existing unchanged',
  'modified renamed',
  'renamed unchanged'
])

/**
 * Do two marks contradict? An absent or unknown one never does.
 */
export function marksConflict(a: MarkKind | 'unknown' | undefined, b: MarkKind | 'unknown' | undefined): boolean {
  if (!a || !b || a === 'unknown' || b === 'unknown' || a === b) return false
  return !compatible.has([a, b].sort().join(' '))
}
