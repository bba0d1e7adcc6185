import { distance } from '../util/distance.ts'
import { remember } from '../util/remember.ts'
import type { Span } from './types.ts'

/** The only normaliser of titles and labels: every comparison of the two goes through here. */

const quotes = /[\u2018\u2019\u201B\u02BC\u2032]/g
const doubleQuotes = /[\u201C\u201D\u201F]/g
const edgeNoise = /^[^\p{L}\p{N}[<(`"'/.$@#_-]+/u
const spaces = /\s+/g

const dashes = /[\u2010-\u2015]/g
const ascii = /^[\x20-\x7e]*$/
/** Besides ASCII nothing but the dashes and quotes that people type: they have one form alone. */
const signs = /^[\x20-\x7e\u2013\u2014\u2018\u2019\u201c\u201d]*$/
/** Folds case, quotes, dashes, emoji at the edges, trailing punctuation and white space. */
export const normalise: (text: string) => string = remember(fold, 4000, 80)

function fold(text: string): string {
  let out = text.toLowerCase()
  if (!ascii.test(out) && signs.test(out))
    out = out.replace(quotes, "'").replace(doubleQuotes, '"').replace(dashes, '-')
  else if (!ascii.test(out)) {
    out = out
      .normalize('NFKC')
      .toLowerCase()
      .replace(quotes, "'")
      .replace(doubleQuotes, '"')
      .replace(dashes, '-')
      .replace(/[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
      .replace(/[\p{Extended_Pictographic}\uFE0E\uFE0F\u200D]/gu, ' ')
  }
  out = collapse((out.includes('&') ? out.replace(/&/g, ' and ') : out).replace(edgeNoise, ''))
  return trimChars(out, ':.*_# ', ':.*_#').trim()
}

const uneven = /[^\S ]| {2}/

/** Trims a text, and makes each run of white space in it one space. */
export function collapse(text: string): string {
  return (uneven.test(text) ? text.replace(spaces, ' ') : text).trim()
}

/** The words of a text as titles are compared, one space between them and no signs. */
export function plainWords(text: string): string {
  return normalise(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A text as a pattern, or a part of one, that matches it alone. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Drops any of `end` from the end of `text`, and any of `start` from its start. */
export function trimChars(text: string, start: string, end: string): string {
  let from = 0
  let to = text.length
  while (from < to && start.includes(text[from]!)) from++
  while (to > from && end.includes(text[to - 1]!)) to--
  return text.slice(from, to)
}

/** Without a trailing parenthesis: "Implementation Notes (for Sonnet)" -> "Implementation Notes". */
export function withoutQualifier(text: string): string {
  const trimmed = text.trimEnd()
  if (!trimmed.endsWith(')')) return text
  const open = trimmed.lastIndexOf('(')
  return open > 0 ? trimmed.slice(0, open).trimEnd() : text
}

/**
 * Where the bracket ends that a text has at an offset, others inside of it included.
 *
 * @param most - how long it may be, in UTF-16 units
 * @returns the offset behind it; undefined where it is not closed
 */
export function bracketEnd(text: string, at: number, most: number): number | undefined {
  let depth = 0
  for (let i = at; i < text.length && i - at < most; i++) {
    const sign = text[i]!
    if (sign === '(' || sign === '[') depth++
    else if ((sign === ')' || sign === ']') && --depth === 0) return i + 1
  }
  return undefined
}

/** Is `typed` a slip of `meant`: a typo or two in words that otherwise agree one by one, or a space or hyphen lost? Both normalised. */
export function isNearMiss(typed: string, meant: string): boolean {
  if (typed === meant || (typed.length < 4 && meant.length !== 3) || Math.abs(typed.length - meant.length) > 4)
    return false
  const [own, other] = [wordsOf(typed), wordsOf(meant)]
  if (own.joined === other.joined) return true
  const [a, b] = [own.words, other.words]
  if (a.length !== b.length) return other.joined.length >= 8 && distance(own.joined, other.joined, 1) <= 1
  return a.every((word, i) => word === b[i] || isSlip(word, b[i]!))
}

/** The words of a title, and what they are without spaces and hyphens: each title is compared with many. */
const wordsOf = remember((text: string): { words: readonly string[]; joined: string } => ({
  words: text.split(/[\s-]+/),
  joined: text.replace(/[\s-]/g, '')
}))

/** Of three letters, two may have changed places: with another letter it is another word. */
function isSlip(word: string, meant: string): boolean {
  const most = slips(meant)
  if (most > 0) return distance(word, meant, most) <= most && !isOtherForm(word, meant) && !isPrefixed(word, meant)
  const [x, y, z] = meant
  return meant.length === 3 && (word === `${y}${x}${z}` || word === `${x}${z}${y}`)
}

const forms = /(?:ion|ive|ing|ed|able|al|ment)$/

/** "Execution" and "executive" are two words of one stem. */
function isOtherForm(word: string, meant: string): boolean {
  if (!forms.test(word) || !forms.test(meant)) return false
  return word.replace(forms, '') === meant.replace(forms, '')
}

/** "Unmodified" and "modified", "independencies" and "dependencies" say the opposite of each other. */
function isPrefixed(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word]
  return long.length >= short.length + 2 && long.endsWith(short)
}

/** How many slips a word of this length may have and still be itself. */
function slips(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
}

/** The closest of `candidates` that `typed` could be a slip of. */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  const want = normalise(typed)
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const key = normalise(candidate)
    if (!isNearMiss(want, key)) continue
    const d = distance(want, key, 3)
    if (d < least) {
      least = d
      best = candidate
    }
  }
  return best
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Words of a text: runs of letters, digits and apostrophes; each CJK ideograph counts as one. */
export function countWords(text: string): number {
  if (ascii.test(text)) return text.match(/[\w'-]+/g)?.length ?? 0
  const cjk = text.match(ideograph)?.length ?? 0
  const rest = text.replace(ideograph, ' ').match(/[\p{L}\p{N}'’_-]+/gu)?.length ?? 0
  return rest + Math.ceil(cjk / 2)
}

/** What ends a sentence: a full stop, a question or an exclamation mark that a capital follows. */
const sentenceEnd =
  /(?<!\b(?:e\.g|i\.e|vs|cf|approx|incl|resp|No|St|Dr|Mr|Ms))[.!?。！？]["”’)]?\s(?=[\p{Lu}\p{Lo}"“(])/gu

/** Sentences of a text. */
export function countSentences(text: string): number {
  const flat = collapse(text)
  return flat === '' ? 0 : 1 + (flat.match(sentenceEnd)?.length ?? 0)
}

/** Where the sentences of a text stand in it, in order, without a gap. */
export function sentencesIn(text: string): Span[] {
  const ends = [...Array.from(text.matchAll(sentenceEnd), ({ 0: end, index }) => index + end.length), text.length]
  return ends.map((end, at) => ({ start: ends[at - 1] ?? 0, end }))
}

/** Shortens a quoted piece of the user's text for a one-line message. */
export function quote(text: string, max = 60): string {
  const flat = collapse(text)
  const cut = flat.length > max ? `${flat.slice(0, max - 1).trimEnd()}…` : flat
  return `"${cut}"`
}
