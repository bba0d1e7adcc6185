/** Edits to texts: choosing those that do not get into each other's way, and applying them. Pure. */
import type { Edit, Fix } from '../types.ts'

/** A span of the new text that was inserted where nothing had stood. */
export interface Inserted {
  start: number
  end: number
}

/** Are a fix's edits inside the text, each right way round, and apart from each other? */
export function isSound(fix: Fix, length: number): boolean {
  const edits = sorted(fix.edits)
  return (
    edits.length > 0 &&
    edits.every(
      (edit, i) =>
        edit.start >= 0 && edit.start <= edit.end && edit.end <= length && (i === 0 || !collide(edits[i - 1]!, edit))
    )
  )
}

/** The edits chosen so far, in text order: tells quickly whether another fix gets into their way. */
export class Chosen {
  readonly #taken: { edit: Edit; kind: string }[] = []

  /**
   * Takes a fix in unless it gets into the way of one taken before. An insertion at the border of another edit does, since their order would matter; not
   * so insertions at one point that are of one kind: they go in as they were named.
   */
  take(fix: Fix, kind: string): boolean {
    if (fix.edits.some(edit => this.#isTaken(edit, kind))) return false
    for (const edit of fix.edits) this.#taken.splice(this.#at(edit.start), 0, { edit, kind })
    return true
  }

  #isTaken(edit: Edit, kind: string): boolean {
    const at = this.#at(edit.start)
    // What begins before: only the last can reach here, apart from insertions at its end.
    for (let i = at - 1; i >= 0; i--) {
      const other = this.#taken[i]!
      if (collide(other.edit, edit) && !(other.kind === kind && isInsertion(other.edit) && isInsertion(edit)))
        return true
      if (other.edit.end < edit.start) break
    }
    const next = this.#taken[at]
    return next !== undefined && collide(edit, next.edit)
  }

  /** Behind everything that begins at `offset` or before. */
  #at(offset: number): number {
    let low = 0
    let high = this.#taken.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#taken[middle]!.edit.start <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Replacements collide where they overlap, insertions already where they touch. */
function collide(a: Edit, b: Edit): boolean {
  if (isInsertion(a) || isInsertion(b)) return a.start <= b.end && b.start <= a.end
  return a.start < b.end && b.start < a.end
}

function isInsertion(edit: Edit): boolean {
  return edit.start === edit.end
}

function sorted(edits: readonly Edit[]): Edit[] {
  // Stable: insertions at one point stay in the order in which they were named.
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
}

/**
 * Applies edits that do not overlap.
 *
 * @returns The new text, and what was inserted in it.
 */
export function applyEdits(text: string, edits: readonly Edit[]): { text: string; inserted: Inserted[] } {
  const pieces: string[] = []
  const inserted: Inserted[] = []
  let from = 0
  let length = 0
  const add = (piece: string): void => {
    pieces.push(piece)
    length += piece.length
  }
  for (const edit of sorted(edits)) {
    add(text.slice(from, edit.start))
    if (isInsertion(edit)) inserted.push({ start: length, end: length + edit.text.length })
    add(edit.text)
    from = edit.end
  }
  add(text.slice(from))
  return { text: pieces.join(''), inserted }
}
