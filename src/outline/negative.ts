import { collapse, trimChars } from './text.ts'

/** A statement that something does not apply ("N/A — no users yet") or that there is none ("None"). */
export interface Negative {
  kind: 'na' | 'none'
  /** What is given as the reason; undefined where there is none. */
  reason?: string
  /** A reason is given but says nothing: "N/A because it is not applicable". */
  hollow: boolean
}

const na =
  /^(?:n ?[/.\\] ?a\b|na(?= ?(?:[-–—:(.]|$))|not applicable\b|does not apply\b|doesn'?t apply\b|not relevant(?= ?(?:[-–—:(.,;]|$)))/i
const none = /^(?:nothing|nil|no)(?= ?(?:[-–—:(.,;]|$))|^none\b|^[-–—]$/i
/** How a text must begin that `na` or `none` reads. */
const mayBegin = /^\s*[*_`"'([]*(?:n[\s/.\\aoi]|does|[–—-])/i
const joiner = /^[\s:;,.()[\]–—*_-]+/
const because = /^(?:because|since|as|due to|for now)\b[ :,]*/i
/** Words that only say again that it does not apply. */
const empties = new Set([
  'not',
  'applicable',
  'relevant',
  'needed',
  'required',
  'necessary',
  'this',
  'that',
  'it',
  'is',
  'does',
  "doesn't",
  "isn't",
  'apply',
  'n',
  'a',
  'na',
  'none',
  'nothing',
  'no',
  'here',
  'for',
  'to',
  'the',
  'plan',
  'section',
  'change',
  'task',
  'project',
  'at',
  'time',
  'moment',
  'now',
  'currently',
  'reason',
  'because',
  'since',
  'so',
  'just',
  'simply',
  'obvious',
  'obviously',
  'reasons',
  'yet',
  'and',
  'there',
  'are',
  'we',
  'do',
  "don't",
  'need',
  'doesn’t',
  'isn’t',
  'don’t',
  'tbd',
  'todo',
  'etc'
])

/** By how it begins: may a text be one that `readNegative` reads? */
export function mayBeNegative(text: string): boolean {
  return mayBegin.test(text)
}

/**
 * Reads a text as a negative statement.
 *
 * @param text Plain text of a section's whole body, a field's value or a cell.
 */
export function readNegative(text: string): Negative | undefined {
  if (!mayBeNegative(text)) return undefined
  const clean = collapse(text).replace(/^[*_`"'([]+/, '')
  const match = na.exec(clean)
  const kind = match ? 'na' : 'none'
  const found = match ?? none.exec(clean)
  if (!found) return undefined
  const rest = clean.slice(found[0].length).replace(joiner, '').replace(because, '')
  const reason = trimChars(rest, '', '*_`"\')].').trim()
  if (reason === '') return { kind, hollow: false }
  return { kind, reason, hollow: isHollow(reason) }
}

function isHollow(reason: string): boolean {
  const words = reason.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []
  return words.every(word => empties.has(word))
}
