import { trimChars } from '../../outline/text.ts'
import { remember } from '../../util/remember.ts'

/**
 * What stands where a value belongs and is none: `(TBD)`, "to be decided", `[owner name]`, "?". A whole value – a cell, a field, an item, a title – is judged
 * more strictly than a word in prose, which may only be spoken of.
 */

/** First words of values that stand for what is still to be written. */
const firstWords =
  'tbd tba tbc tbw todo to fixme xxx placeholder lorem not needs need requires require undecided undetermined undefined clarify decide decision still it this fill insert add write details description content your coming yyyy dd mm name'.split(
    ' '
  )
const knownFirst = new Set(firstWords)

const longest = 100
/** "Todo (typed tasks)" and "todo → done" speak of what is to be done. */
const unwritten = /^(?:to-?do|fixme|xxx+)(?:$|[,;:.](?:\s.{0,60})?$)/i
const abbreviated =
  /^tb[dacw](?:$|[,;:.](?:\s.{0,60})?$|\s*[–—(→].{0,60}$|\s-\s.{0,60}$| (?:by|after|with|until|once|when|if|later|soon|in|from|at|on)\b.{0,60}$)/i
/** Nobody has thought of it yet. */
const undecided =
  /^(?:(?:still|yet|it|this|is|are|remains?|needs?) )*to be (?:decided|determined|defined|discussed|announced|confirmed|clarified|specified|agreed(?: upon)?|figured out|settled|filled(?: in| out)?)(?:$|[\s,;:.–—(-].{0,40}$)/i
/** Of these an end or "later" alone is a stand-in: "to be added by the migration" says something. */
const undone =
  /^(?:(?:still|yet|it|this|is|are|remains?|needs?) )*to be (?:done|written(?: up| down)?|added|completed|assigned|chosen|provided|named|found|documented|detailed|supplied|resolved|finali[sz]ed|listed|described|designed)(?: (?:later(?: on)?|soon|yet|here|below))?$/i
const unknown =
  /^(?:undecided|undetermined|(?:still )?not (?:yet )?(?:decided|determined|defined|specified|written|clear)(?: yet)?|not (?:yet known|known yet))$/i
const needed =
  /^(?:still )?(?:needs?|requires?) (?:clarification|clarifying|a decision|decision|discussion|more (?:detail|details|thought|information))(?:$|[:,;–—(-].{0,80}$)/i
const asked =
  /^(?:clarify|decide|fill (?:me |this |it )?(?:in|out)(?: later)?|(?:insert|add|write|enter) (?:your |some |more )?(?:text|content|details?|description|name|owner|date|value)(?: here)?|(?:details|description|content|more) (?:to come|to follow|tbd|here|follows?|coming soon)|your (?:text|name|answer|content|description) here|placeholder(?: text)?|lorem ipsum\b.{0,80}|coming soon)$/i
/** Forms of dates, where a date belongs. */
const dateForm = /^(?:y{4}-m{2}-d{2}|d{2}\.m{2}\.y{4}|m{2}\/d{2}\/y{4}|y{4}\/m{2}\/d{2})(?:[t ]h{2}:m{2}.{0,12})?$/i
const nothingWritten = /^(?:\?+|\.{3}|…|_{3,}|x{3,})$/i
/** What each of those begins with: most texts begin otherwise, and are tried on none of them. */
const opening =
  /^(?:[?._…]|x{3}|to|tb[dacw]|fixme|still|yet|it|this|is|are|remain|need|un|not|require|clarify|decide|fill|insert|add|write|enter|details|description|content|more|your|placeholder|lorem|coming|y{4}|dd|mm)/i

/** A field of a template that nobody filled in: `[owner name]`, `{{owner}}`. */
const bracketed = /^\[([^[\]\n]{3,80})\]$/
const braced = /^\{\{ ?[\p{L}][\p{L}\p{N} _.-]{1,40}\}\}$|^\{[\p{L}][\p{L} _-]{2,40}\}$/u
const angled =
  /^<(?:(?:your|insert|enter|add|fill|the)[ _-][\w -]{2,40}|my [\w -]{2,40}|(?:name|owner|person|date|team|value|description|reason|command|tb[dac]|todo|placeholder)(?:[ _-][\w-]{1,20})?|[a-z]+[ _-](?:name|here|date|path|id|command|owner))>$/i
/** Names that stand in tags of HTML without a value: `<details open>`. */
const attributes =
  /^(?:open|disabled|checked|controls|async|defer|hidden|required|readonly|selected|multiple|auto(?:focus|play)|loop|muted|novalidate|reversed|inert|default|exact)$/i
const angledWords = /^<(\p{L}[\p{L}\p{N}'’-]*(?:[ ,;:/&()?!.…|]{1,3}[\p{L}\p{N}'’-]+){1,14}[)?!.…]{0,3})>$/u
const asking =
  /^<(?:(?:your|insert|enter|fill(?: in)?|brief|short|describe|briefly|one[- ]line|to be) [^<>]*|(?:todo|tbd|tba|fixme|placeholder|fill in)(?:[ :][^<>]*)?)>$/i

/** Is a text one field in angle brackets: several words that are no tag of HTML, a form of dates, a word that asks for a value? */
export function isAngledField(text: string): boolean {
  if (angled.test(text) || dateForm.test(text.slice(1, -1))) return true
  const words = angledWords.exec(text)?.[1]?.split(' ')
  // "<Route exact>", "<userName id>": components and tags.
  return (
    words !== undefined &&
    words.length > 1 &&
    !words.slice(1).every(word => attributes.test(word)) &&
    !/\p{Ll}\p{Lu}|^\p{Lu}\p{L}*[.:]/u.test(words[0]!)
  )
}

/** Does what stands in angle brackets say by itself that it is to be filled in, wherever it stands? */
export function asksInAngles(text: string): boolean {
  return asking.test(text)
}

/** Words in brackets that say something of their own. */
const said =
  /^(?:optional|done|skip(?:ped)?|blocked|none|new|modif(?:y|ied)|deleted?|renamed?|removed?|existing|unchanged|wip|draft|open|closed|deferred|later|see .*|ref.*|sources?: .*|sic|n\/a|all|any|warn(?:ing)?|error|info|note|tip|important|caution|high|medium|low)$/i
const field = /^[\p{L}@][\p{L}\p{N} ,'’?!:;/&()|_–—-]*$/u
/** "[RFC 7231]", "[ADR-12]": where something is from. */
const source = /^[\p{Lu}][\p{L}]*[ -]?[\d.]+$/u

/** By the first word or sign at an offset: may a whole value that begins there stand for another? Most begin with a word that none of those begins with. */
export function mayStandIn(text: string, offset: number): boolean {
  let at = offset
  // Most begin with a letter.
  if (!isLetter(text.charCodeAt(at))) while (at < text.length && openers.includes(text[at]!)) at++
  if (!isLetter(text.charCodeAt(at))) return '[<{?.…_→'.includes(text[at] ?? 'a') || at > offset
  let end = at + 1
  while (end < at + 13 && isLetter(text.charCodeAt(end))) end++
  return knownFirst.has(text.slice(at, end).toLowerCase())
}

const openers = '#| *_`"\'“‘('
const isLetter = (unit: number): boolean => (unit > 96 && unit < 123) || (unit > 64 && unit < 91)

/** May a title stand for another from some word on? Its number may be any, and is not read for that. */
export function mayStandBehind(text: string): boolean {
  return signOrWord.test(text)
}

const signOrWord = new RegExp(`[[<{?…]|\\.{3}|_{3}|x{3}|(?<![a-z])(?:${firstWords.join('|')}|enter|more)(?![a-z])`, 'i')

/**
 * Is a text nothing but a stand-in for a value?
 *
 * @param text Plain text of a whole cell, field, item, paragraph or title.
 * @param isCode It is set as code, where one word in brackets is a name as often.
 */
export function standsIn(text: string, isCode = false): boolean {
  const whole = text.trim()
  if (whole === '' || whole.length > longest) return false
  return isCode ? codeStandsIn(whole) : textStandsIn(whole)
}

const codeStandsIn = remember(text => isWholeStandIn(text, true))
const textStandsIn = remember(text => isWholeStandIn(text, false))

function isWholeStandIn(whole: string, isCode: boolean): boolean {
  if (nothingWritten.test(whole)) return true
  // In capitals it marks an open question, which is told as one.
  if (/^[*_ ]*NEEDS CLARIFICATION[*_.! ]*$/.test(whole)) return false
  // What introduces a list: "To do:".
  if (/[:：]$/.test(whole)) return /^\W*tb[dac]\W*$/i.test(whole)
  const open = bracketed.exec(unquoted(whole))
  if (open) return isOpenField(open[1]!, isCode)
  if ((!isCode && braced.test(whole)) || angled.test(unquoted(whole))) return true
  if (!isCode && isAngledField(unquoted(whole))) return true
  const bare = unwrapped(whole)
  if (!opening.test(bare)) return false
  return (
    nothingWritten.test(bare) ||
    abbreviated.test(bare) ||
    unwritten.test(bare) ||
    undecided.test(bare) ||
    undone.test(bare) ||
    unknown.test(bare) ||
    needed.test(bare) ||
    asked.test(bare) ||
    dateForm.test(bare)
  )
}

function isOpenField(inner: string, isCode: boolean): boolean {
  // "[Say what may be run again.]"
  const name = inner.trim().replace(/(?<=\p{L}) *[.…]$/u, '')
  return (
    field.test(name) &&
    !said.test(name) &&
    !source.test(name) &&
    (name.match(/\p{L}/gu)?.length ?? 0) >= 3 &&
    (!isCode || /\p{L} \p{L}/u.test(name))
  )
}

const quotes = '*_`"\'“”‘’'

function unquoted(text: string): string {
  return trimChars(text, quotes, `${quotes}.:;`)
}

function unwrapped(text: string): string {
  return trimChars(text, `${quotes}([{<→ `, `${quotes})]}>.!:; `)
}
