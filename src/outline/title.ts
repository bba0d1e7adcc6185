import { once, onceEach } from '../util/once.ts'
import { remember } from '../util/remember.ts'
import type { Ordinal } from './numbers/ordinal.ts'
import { readOrdinal } from './numbers/read-ordinal.ts'
import { normalise } from './text.ts'
import type { Part } from './types.ts'

/**
 * A title is decoration, number, name and qualifiers: `## 🎯 1. Goal (draft) — why`. Whether a title goes by a name is answered here and nowhere else, for
 * sections, fields and recognition alike.
 */
export interface Title {
  ordinal?: Ordinal
  /** The normalised name; of a number the word that it counts belongs to it ("step 2: sort"). */
  key: string
}

/** Emoji, ticks, arrows, characters without width; `:dart:`; a task box: what people set before a title. */
const decoration =
  /^(?:[\s\u00ad\u200b-\u200f\u2060\ufeff]|[\ufe0e\ufe0f]|[\p{Extended_Pictographic}\u2190-\u21ff\u2500-\u27bf•·–—-]|[\u{1f3fb}-\u{1f3ff}]|:[a-z][a-z0-9_+-]{1,30}:(?=\s)|\[[ xX✓✔~/*-]?\](?=\s))+/u
const plainStart = /^[A-Za-z0-9]/
const nameless: readonly string[] = []

/** How much of a text is decoration before what it says, in UTF-16 units. */
export function decorationOf(text: string): number {
  return plainStart.test(text) ? 0 : (decoration.exec(text)?.[0].length ?? 0)
}

/**
 * Reads a title: decoration and number are taken off in turn until nothing changes.
 *
 * @param title As plain text.
 * @param words Words that titles count with besides the usual ones, lower case.
 */
export function readTitle(title: string, words: readonly string[] = nameless): Title {
  return plainTitles(words)(title.includes('~~') ? title.replaceAll('~~', '  ') : title)
}

/** Labels are the same few in every unit, and titles those of the version before. */
const plainTitles = once((words: readonly string[]) => remember(title => readPlainTitle(title, words)))

/** Is a title struck out, or its number, or does it end by saying so: "~~Step 2: Sort~~", "Step ~~2~~: dropped", "Step 2: Sort (Skipped)"? */
export function isStruck(title: string): boolean {
  return (title.includes('~~') && /^[^\p{L}\p{N}]{0,8}~~|^[\p{L}]{2,16} ?~~\d/u.test(title)) || given.test(title)
}

/** What was given up. */
const given = /[([](?:skipped|dropped|cancell?ed|withdrawn|abandoned|superseded|obsolete)[)\]]\W{0,4}$/i

/** A title of which nothing is struck out. */
function readPlainTitle(title: string, words: readonly string[]): Title {
  let at = 0
  let ordinal: Ordinal | undefined
  for (;;) {
    const rest = title.slice(at)
    const bare = decorationOf(rest)
    const found = ordinal ? undefined : readOrdinal(rest.slice(bare), words)
    // Before a keycap there is no decoration: "1️⃣" begins with a digit.
    if (found) {
      ordinal = { ...found, start: at + bare + found.start, end: at + bare + found.end }
      if (found.word !== undefined) return { ordinal, key: normalise(rest.slice(bare)) }
      at = title.length - found.rest.length
    } else if (bare > 0) at += bare
    else return ordinal ? { ordinal, key: normalise(rest) } : { key: normalise(rest) }
  }
}

/** Is there neither number nor qualifier nor subtitle: has the title one name? */
function isPlain({ ordinal, title }: Part): boolean {
  return ordinal === undefined && !/[()[\]{}:–—|~✓✔✅☑❌⏳🚧]| - |^\d|^[^\x00-\x7f]/u.test(title)
}

/** Every name that a title goes by as it stands: whatever its number and what is set behind it in brackets. */
export const titleNames: (part: Part) => readonly string[] = onceEach(part => {
  if (isPlain(part)) return [part.key]
  const { title, ordinal, key } = part
  const names = [key, normalise(withoutSuffixes(title)), normalise(title)]
  if (ordinal) names.push(normalise(ordinal.rest), normalise(withoutSuffixes(ordinal.rest)))
  else {
    const counted = /^\(?\d{1,2}(?:\.\d{1,2}){0,2}\)? (?=\D)/.exec(key)
    if (counted) names.push(normalise(withoutSuffixes(key.slice(counted[0].length))))
  }
  return [...new Set(names)]
})

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
const trailing = /[\s:\p{Extended_Pictographic}\u2713-\u2718]|\ufe0f|\u200d/u
const shortcode = /:[a-z][a-z0-9_+-]{1,30}:$/

/** Without anything behind the name, however much that is: a remark in brackets, an anchor, a shortcode, decoration. */
function withoutSuffixes(title: string): string {
  let name = title.trim()
  for (;;) {
    const next = withoutSuffix(name).trimEnd()
    if (next === name || next === '') return name
    name = next
  }
}

function withoutSuffix(name: string): string {
  const last = name.at(-1) ?? ''
  const opener = openers[last]
  if (opener !== undefined) {
    const open = name.lastIndexOf(opener)
    return open > 0 && (opener === '{' || name[open - 1] === ' ') ? name.slice(0, open) : name
  }
  const code = last === ':' ? shortcode.exec(name.slice(-34)) : null
  if (code) return name.slice(0, -code[0].length)
  const point = String.fromCodePoint(
    name.codePointAt(name.length - (/[\ud800-\udbff]/.test(name.at(-2) ?? '') ? 2 : 1)) ?? 32
  )
  return trailing.test(point) ? name.slice(0, -point.length) : name
}

/** A dash, a colon, or a sign of how far it is: "Success criteria ✅ ACHIEVED". */
const subtitle = /\s(?:[-–—|✓✔✅☑❌⏳🚧]|--)\ufe0f?\s|:\s|\s?—/u

/** The names that a title has in front of a subtitle: `Goal — why we do it`, `Goal: faster`, `Goal ✅ REACHED`. */
export const shortNamesOf: (part: Part) => readonly string[] = onceEach(part => {
  if (isPlain(part)) return nameless
  const bare = withoutSuffixes(part.ordinal?.rest ?? part.title)
  const cut = subtitle.exec(bare)
  if (!cut || cut.index === 0) return nameless
  const name = normalise(withoutSuffixes(bare.slice(0, cut.index)))
  return titleNames(part).includes(name) ? nameless : [name]
})

const joint = /(?:,? (?:and|or|and\/or) |, | ?\/ ?| \+ )/

/** Names that are joined in a title: "Problem and Goal". */
export function joinedNames(key: string): readonly string[] {
  const pieces = key.split(joint)
  return pieces.length > 1 ? pieces : nameless
}

/** One key for all the ways to join the same words: "Files Created and Modified", "Files modified/created". */
export const jointKey: (key: string) => string | undefined = remember(readJointKey)

function readJointKey(key: string): string | undefined {
  return joint.test(key) ? key.split(joint).join(' ').split(' ').sort().join(' ') : undefined
}

/** Words that make another thing of the noun behind them. */
const estranging =
  /(?:^|[ -])(?:next|future|later|previous|past|former|closed|answered|resolved|settled|non|no|not|anti|other|open|unrelated|follow-up|old|sub|out of)[ -]/

/** Nouns that say nothing without what they are of: "Test summary" and "Summary" are two things. */
const relational = new Set(['summary', 'overview', 'checklist', 'design', 'discovery', 'tree'])
/** Of these it is the whole plan. */
const whole = new Set(
  'a the our this plan project feature task solution system product executive management brief short quick general overall final full detailed initial proposed technical high-level'.split(
    ' '
  )
)

/** The noun that a name ends in, with fewer and fewer of the words before it: "rejected alternatives" is about "alternatives". */
export const headNouns: (key: string) => readonly string[] = remember(readHeadNouns)

function readHeadNouns(key: string): readonly string[] {
  const words = key.split(' ')
  if (words.length < 2 || words.length > 5) return nameless
  return words
    .slice(1)
    .map((_, i) => i + 1)
    .filter(i => !estranging.test(`${words.slice(0, i).join(' ')} `))
    .filter(i => !relational.has(words.slice(i).join(' ')) || words.slice(0, i).every(word => whole.has(word)))
    .map(i => words.slice(i).join(' '))
}

/** What may follow a name without making another of it: "Open questions still worth asking", "Plan review record". */
const addition =
  /^(?:records?|notes|log|list|section|details|results?|(?:still|to be|to|that|which|for|in|of|before|after|during|with|from|we|left|so far) .*)$/

/** The names of two words and more that a title begins with, where what follows only says more of it. */
export const leadingNames: (key: string) => readonly string[] = remember(readLeadingNames)

function readLeadingNames(key: string): readonly string[] {
  const words = key.split(' ')
  if (words.length < 3 || words.length > 10) return nameless
  return words
    .slice(2)
    .map((_, i) => i + 2)
    .filter(i => addition.test(words.slice(i).join(' ')))
    .map(i => words.slice(0, i).join(' '))
}
