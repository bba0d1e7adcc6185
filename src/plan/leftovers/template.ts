import type { ListItem, Node } from 'mdast'
import type { Place } from '../../types.ts'
import { hash, shortHash, shortOf } from '../../util/hash.ts'
import { once } from '../../util/once.ts'
import { remember } from '../../util/remember.ts'
import type { Profile } from '../../profiles/schema.ts'
import { normalise } from '../../outline/text.ts'
import type { Outline } from '../../outline/types.ts'

/** Template text that was left in a plan. */
export interface Leftover {
  kind: 'leftover' | 'word' | 'sentence' | 'row'
  text: string
  place: Place
}

/** A profile's template, as far as its text may be left in a plan. A sentence or a bracket is known as it is, or by `#` and the hash of its normalised text. */
export interface Template {
  isCode: (code: string) => boolean
  hasCode: boolean
  brackets: ReadonlySet<string>
  hasHashedBrackets: boolean
  phrases: readonly string[]
  hasSentences: boolean
  /** What it has of a text. */
  known: (text: string) => TemplateText
  /** The letters and digits that rows start with, and the code of the first of each. */
  leads: ReadonlySet<string>
  initials: ReadonlySet<number>
}

/** What of a text is a template's. */
interface TemplateText {
  /** It is the first cell of an example row, or an example item. */
  isRow: boolean
  /** It is what one of its headings says. */
  isTitle: boolean
  /** It is an instruction, and nothing else. */
  isSentence: boolean
  /** The longest instruction that it begins with, where it goes on. */
  opening: string | undefined
}

/** How a template writes a field in brackets, code, an example cell or item, a heading, an instruction. */
const notations = {
  brackets: ['[', ']'],
  code: ['`', '`'],
  rows: ['| ', ' |'],
  titles: ['# ', ''],
  sentences: ['*', '*']
} as const
type Notation = keyof typeof notations

/** What stands in the marks of a notation; undefined where a text is written otherwise. */
function inside(text: string, notation: Notation): string | undefined {
  const [open, close] = notations[notation]
  if (text.length <= open.length + close.length || !text.startsWith(open) || !text.endsWith(close)) return undefined
  const inner = text.slice(open.length, text.length - close.length)
  // "[X]/[X]" are two.
  return notation === 'brackets' && /[[\]]/.test(inner) ? undefined : inner
}

function given(placeholders: readonly string[], notation: Notation): string[] {
  return placeholders.flatMap(text => inside(text, notation) ?? [])
}

/** `#` and a hash: "[###-feature-name]" is what it says. */
const isHash = (text: string): boolean => /^#[\da-f]{16}$/.test(text)

const isPhrase = (text: string): boolean =>
  Object.keys(notations).every(notation => inside(text, notation as Notation) === undefined)

/** Reads a profile's template once. */
export const templateOf: (profile: Profile) => Template = once(({ placeholders = [] }: Profile) => {
  const rows = given(placeholders, 'rows').map(normalise)
  const brackets = given(placeholders, 'brackets').map(name => (isHash(name) ? name : normalise(name)))
  const leads = rows.map(row => /^[a-z0-9]*/.exec(row)![0])
  const codes = given(placeholders, 'code')
  const sentences = given(placeholders, 'sentences').map(sentence =>
    isHash(sentence) ? sentence.slice(1) : sentenceHash(sentence)
  )
  return {
    isCode: codesOf(codes),
    hasCode: codes.length > 0,
    brackets: new Set(brackets),
    hasHashedBrackets: brackets.some(isHash),
    phrases: placeholders.filter(isPhrase),
    leads: new Set(leads),
    initials: new Set(leads.map(lead => lead.charCodeAt(0))),
    hasSentences: sentences.length > 0,
    known: remember(knownBy(rows, given(placeholders, 'titles').map(normalise), sentences), 1000, longestRemembered)
  }
})

const longestRemembered = 400

/** @param sentences - hashes; their short forms tell of nearly every text that it is none of them */
function knownBy(
  rows: readonly string[],
  titles: readonly string[],
  sentences: readonly string[]
): (text: string) => TemplateText {
  const [itsRows, itsTitles] = [new Set(rows), new Set(titles)]
  const [hashes, shortHashes] = [new Set(sentences), new Set(sentences.map(shortOf))]
  const isOne = (text: string): boolean => shortHashes.has(shortHash(normalise(text))) && hashes.has(sentenceHash(text))
  return text => {
    const key = normalise(text)
    return {
      isRow: itsRows.has(key),
      isTitle: itsTitles.has(key),
      isSentence: sentences.length > 0 && isOne(text),
      opening: sentences.length > 0 ? sentenceOpenings(text).findLast(isOne) : undefined
    }
  }
}

/** Code as the template has it; `*` in it stands for anything. */
function codesOf(codes: readonly string[]): Template['isCode'] {
  const exact = new Set(codes.filter(code => !code.includes('*')))
  const patterns = codes.filter(code => code.includes('*'))
  return code => exact.has(code) || patterns.some(pattern => isLike(code, pattern.split('*')))
}

/** Does it begin with the first piece, end with the last, and hold the others between them, in order? */
function isLike(code: string, pieces: readonly string[]): boolean {
  const last = pieces.at(-1)!
  let at = 0
  for (const [index, piece] of pieces.slice(0, -1).entries()) {
    const found = code.indexOf(piece, at)
    if (found < 0 || (index === 0 && found > 0)) return false
    at = found + piece.length
  }
  return code.length - last.length >= at && code.endsWith(last)
}

/** The hash by which a template's instruction sentence is known. */
export function sentenceHash(sentence: string): string {
  return hash(normalise(sentence)).slice(0, 16)
}

/** What a text begins with, up to the end of each of its first sentences but the last: an instruction that was kept may be gone on with. */
export function sentenceOpenings(text: string): string[] {
  const openings: string[] = []
  for (const { index } of text.matchAll(/[.!?](?=\s)/g)) {
    openings.push(text.slice(0, index + 1))
    if (openings.length === mostOpenings) break
  }
  return openings.filter(opening => opening.length >= fewestLetters)
}

const mostOpenings = 6
/** Shorter ones, "Input validation", may be the author's own words. */
export const fewestLetters = 20

export function isKnownBracket(text: string, { brackets, hasHashedBrackets }: Template): boolean {
  return brackets.has(normalise(text)) || (hasHashedBrackets && brackets.has(`#${sentenceHash(text)}`))
}

/** Is it the head of an item with more below it? The words of the template are its title then. */
export function hasDetails(block: Node, { nodes }: Outline): boolean {
  const item = nodes.parents.get(block)
  return item?.type === 'listItem' && (item as ListItem).children.length > 1
}

export function isEllipsis(text: string): boolean {
  return text === '...' || text === '…'
}

/** `#`, `|` and the space. */
const isOpener = (unit: number): boolean => unit === 35 || unit === 124 || unit === 32
/** `*` and `_`. */
const isMarkup = (unit: number): boolean => unit === 42 || unit === 95
const isLetter = (unit: number): boolean => (unit > 96 && unit < 123) || (unit > 64 && unit < 91)

/** A first word that reads the same however it is set, and whatever follows; before it what opens headings and cells. */
const firstWord = /[#| ]*[*_]{0,3}([A-Za-z0-9]+)[*_]{0,3}[ :,.;()]/y

/** By the first word of a block, at an offset of the source: may it be one of the template's rows, or an ellipsis? In doubt it may. */
export function mayStartWhole(source: string, offset: number, { leads, initials }: Template): boolean {
  let at = offset
  while (isOpener(source.charCodeAt(at))) at++
  while (isMarkup(source.charCodeAt(at))) at++
  const first = source.charCodeAt(at)
  // Most blocks begin with a letter that no row begins with.
  if (isLetter(first) && !initials.has(first | 32)) return false
  firstWord.lastIndex = offset
  const match = firstWord.exec(source)
  return match === null || leads.has(match[1]!.toLowerCase())
}

/** Brackets but for links and boxes, and words that stand for what is still to be written. */
const start =
  /\[(?=[^[\]\n]{1,160}\](?!\())(?![ xX~-]?\])|TB[DC]|TODO|FIXME|XXX|YYYY|\?{3}|[:→=(–—] ?(?=\*{0,2}tb[dac]\b)/g

/** The offsets at which something may be left within running text, in order: where a block has none of them, nothing in it needs to be read. */
export function leftoverStarts(source: string, { phrases }: Template): number[] {
  const starts: number[] = []
  for (const match of source.matchAll(start)) starts.push(match.index)
  let isSorted = true
  for (const phrase of phrases) {
    for (let at = source.indexOf(phrase); at >= 0; at = source.indexOf(phrase, at + phrase.length)) {
      starts.push(at)
      isSorted = false
    }
  }
  return isSorted ? starts : starts.sort((a, b) => a - b)
}

/** What stands in brackets that are no link, no box and no index. */
export const bracket = /\[([^[\]\n]{1,160})\](?![([])/g
