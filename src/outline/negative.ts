import { collapse, normalise, trimChars } from './text.ts'

/** A statement that something does not apply ("N/A — no users yet", "Not needed"), that there is none ("None"), or that it is put off ("Coming soon"). */
export interface Negative {
  kind: 'na' | 'none' | 'later'
  /** What is given as the reason; undefined where there is none. */
  reason?: string
  /** A reason is given that only says it again, "N/A because it is not applicable", or says nothing at all. */
  hollow: boolean
}

const na =
  /^(?:n ?[/.\\] ?a\b|na(?= ?(?:[-–—:(.]|$))|not applicable\b|does not apply\b|doesn'?t apply\b|not relevant(?= ?(?:[-–—:(.,;]|$))|(?:not (?:needed|required|necessary)|unnecessary|irrelevant|no need)(?= ?(?:[-–—:(.,;!*_`]|$| (?:because|since|as|for|here|in this|at this|yet|due|so)\b)))/i
/** Of these it may be said as well that there is none: "**Migration**: not needed". */
const needless = /^\W*(?:not (?:needed|required|necessary)|unnecessary|no need)\b/i
/** Nothing but a promise, as `normalise` leaves it. */
const promise =
  /^(?:(?:will |to )?(?:come|follow|be (?:done|written(?: up)?|added|completed|filled(?: in)?|documented|detailed|described|provided|designed))(?: in)?(?: (?:later(?: on)?|soon|here|shortly))?|(?:(?:is|are) )?(?:coming|done|added|written|documented|filled in|completed|follows?)(?: (?:soon|later(?: on)?|shortly))|w\.?i\.?p|work in progress|in progress|in the works|pending|under (?:construction|development)|(?:later|soon)|not (?:yet )?(?:done|written|started|ready|finished)(?: yet)?|(?:in )?(?:the )?next (?:iteration|version|release|sprint)|stay tuned|details (?:to come|to follow|follow|later))$/
const putOff =
  /^(?:(?:the|these|unit|all|tests?|they|it) )*(?:will )?(?:follow|come|(?:be|are|is) (?:added|written|done))\b[^.;]{0,60}\b(?:later|last|next|final|end|afterwards|separate|follow-?up|another|step \d+)\b[^.;]{0,30}\.?$/i
const none = /^(?:nothing|nil|no)(?= ?(?:[-–—:(.,;]|$))|^none\b|^[-–—]$/i
/** How a text must begin that `na` or `none` reads. */
const mayBegin =
  /^\s*[*_`"'([]*(?:n[\s/.\\aoi]|does|unn|irr|\p{Extended_Pictographic}|(?:to|in|is|are|will|next|coming|wip|w\.i\.p|work|pending|under|later|soon|added|written|stay|details|follows?)\b|[–—-])/iu
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
  'don’t'
])
/** Words in place of a reason. */
const fillers = new Set(['tbd', 'todo', 'etc'])
/** "No data flow" says that there is none, which "data flow" does not. */
const denials = new Set(['no', 'none', 'nothing'])

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
  if (text.length < 60 && promise.test(normalise(text.replace(/[!()[\]]/g, ' '))))
    return { kind: 'later', hollow: false }
  const clean = collapse(text).replace(/^[*_`"'([]+/, '')
  const match = na.exec(clean)
  const kind = match ? 'na' : 'none'
  const found = match ?? none.exec(clean)
  if (!found) return undefined
  const rest = clean.slice(found[0].length).replace(joiner, '').replace(because, '')
  const reason = trimChars(rest, '', '*_`"\')].').trim()
  if (reason === '') return { kind, hollow: false }
  return { kind, reason, hollow: wordsOf(reason).every(word => empties.has(word) || fillers.has(word)) }
}

/** Is a text "N/A" and no more? */
export function isBareDenial(text: string): boolean {
  const negative = readNegative(text)
  return negative?.kind === 'na' && negative.reason === undefined
}

/** Is a reason made of words that only keep its place? */
export function isFiller(reason: string): boolean {
  return wordsOf(reason).every(word => fillers.has(word))
}

/** Does a reason only repeat what it is said of, or say beside it that it does not apply? "Security: N/A, security is not relevant here". */
export function repeatsTitle(reason: string, title: string): boolean {
  const own = new Set(wordsOf(title))
  const words = wordsOf(reason)
  return words.every(word => !denials.has(word) && (own.has(word) || empties.has(word)))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []
}

/** "Not needed" says of what may be absent that it is. */
export function saysNotNeeded(text: string): boolean {
  return needless.test(text)
}

/** "They follow in the last step": what was asked for is put off. */
export function isPutOff(text: string): boolean {
  return text.length < 120 && (putOff.test(collapse(text)) || readNegative(text)?.kind === 'later')
}

/** A dash, or several: nothing is written. */
export function isDash(text: string): boolean {
  return /^[\s–—−-]+$/.test(text)
}
