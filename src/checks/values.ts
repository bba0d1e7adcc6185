import type { BoundField, Plan } from '../plan/bind-types.ts'
import { hasLeftover } from '../plan/leftovers/placeholders.ts'
import { normalise } from '../outline/text.ts'

/** Words that stand where a name should. */
const nobody =
  /^(?:tb[dac]|todo|pending|awaiting|waiting|none|nobody|no[ -]?one|not yet|not approved|unapproved|unassigned|unknown|n ?\/ ?a|to be|yet|open|yes|no|approved)(?![\p{L}\p{N}])/iu

/**
 * The accepted values that a text names: its first line, read from the start; what follows in parentheses or behind a dash is a remark. Several where they
 * are joined by a bar, a comma, an arrow, "and" or "or".
 */
export function valuesIn(text: string, values: readonly string[]): string[] {
  const known = values
    .map(value => ({ value, key: fold(value), pieces: value.split(/#+/).map(fold) }))
    .sort((a, b) => b.key.length - a.key.length)
  const found: string[] = []
  let rest = fold(text.split('\n', 1)[0]!)
  for (let more = true; more;) {
    const read = rest
    const hit = known
      .map(({ value, key, pieces }) => ({ value, end: pieces.length > 1 ? endOf(pieces, read) : startOf(key, read) }))
      .find(({ end }) => end !== undefined && !/^(?:[\p{L}\p{N}]|[-.]\p{N})/u.test(read.slice(end)))
    if (!hit) break
    found.push(hit.value)
    const after = rest.slice(hit.end)
    const joined = /^[ ]?(?:[|/,;&→>]|->|and |or )[ ]?/.exec(after)
    more = joined !== null
    rest = after.slice(joined?.[0].length ?? 0)
  }
  return [...new Set(found)]
}

function startOf(key: string, text: string): number | undefined {
  return text.startsWith(key) ? key.length : undefined
}

/** Where a value ends in which "#" stands for a number: "superseded by ADR-#". */
function endOf(pieces: readonly string[], text: string): number | undefined {
  let end = 0
  for (const [i, piece] of pieces.entries()) {
    const number = i === 0 ? '' : (/^[ -]?\d{1,8}/.exec(text.slice(end))?.[0] ?? undefined)
    if (number === undefined) return undefined
    end += number.length
    const gap = text[end] === ' ' && i > 0 ? 1 : 0
    if (!text.startsWith(piece, end + (piece === '' ? 0 : gap))) return undefined
    end += piece.length + (piece === '' ? 0 : gap)
  }
  return end
}

function fold(text: string): string {
  return normalise(text.replace(/_/g, ' ')).replace(/^[^\p{L}\p{N}]+/u, '')
}

/** Does a value name someone: not "pending", not a dash? */
export function namesPerson(text: string): boolean {
  const clean = text.replace(/^[\s*_`"'([]+/, '')
  return /\p{L}/u.test(clean) && !nobody.test(clean)
}

/**
 * Does template text stand where a field says its value? Then that is all there is to say of it. Where something stands behind the label, that is the value:
 * of a label that comes last, all that follows is below it, and what is left there speaks of something else.
 */
export function isPlaceholder({ part, span }: BoundField, plan: Plan): boolean {
  const value = part?.value && part.value.text !== '' ? part.value : span
  return value !== undefined && hasLeftover(value, plan)
}
