/** Where another text names units by word and number: "Step 4", "items 2–5", "B-7", "the fourth step", "第4步". */
import type { Fix } from '../../types.ts'
import type { Span } from '../../outline/types.ts'
import { romanValue } from '../../outline/numbers/roman.ts'
import { isNumbered } from '../renumber/amounts.ts'

/** Numbers that mean another unit then, and the words that one is called by. */
type Renumbered = NonNullable<Fix['renumbers']>

/** A number where it stands, with the part of one: 4 and 2 of "4.2". */
interface SaidNumber extends Span {
  parts: readonly number[]
}

const numerals = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const nth = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

/** What may stand between a word and its number: "Step 4", "step-4", "**Step** #4", "Step (4)". */
const between = /^[\s\u00a0*_~`"'#:([.-]{0,6}$/
/** What joins numbers that one word names: "2, 3 and 5". */
const joining =
  /^\s{0,2}(?:[,;&+/]|[-–—]|,?\s(?:and|or|to|through|until|und|oder|bis|et|à|y|a)\s)\s{0,2}(?:(?:and|or|#)\s?)?$/i
const ranging = /^\s{0,2}(?:[-–—]|(?:to|through|until|bis|à|a))\s{0,2}$/i

/**
 * The first place of a text that names one of the numbers.
 *
 * @param isAbout The text is about the plan as a whole: numbers at the beginning of a heading or a row stand for units, too.
 */
export function firstUnitNamed(text: string, { numbers, words }: Renumbered, isAbout: boolean): Span | undefined {
  const wanted = numbers.map(number => number.split('.').map(Number))
  const isWanted = ({ parts }: SaidNumber): boolean =>
    wanted.some(number => number.every((each, index) => each === parts[index]))
  const known = new Set(words.flatMap(word => [word, `${word}s`]))
  const spread = [...known].filter(word => word > '~')
  const isWord = (word: string): boolean => known.has(word) || spread.some(each => word.endsWith(each))
  let last: (Span & { text: string }) | undefined
  let named: SaidNumber | undefined
  for (const match of text.matchAll(/\p{L}+|\d{1,9}(?:\.\d{1,9}){0,4}/gu)) {
    const token = { text: match[0], start: match.index, end: match.index + match[0].length }
    const number = numberIn(token)
    if (number) {
      const isJoined = named !== undefined && joining.test(text.slice(named.end, token.start))
      const isNamed = isJoined || isNamedBy(last, token, text, isWord, words) || (isAbout && isLeading(token, text))
      const reaches = isJoined && ranging.test(text.slice(named!.end, token.start))
      if (isNamed && (isWanted(number) || (reaches && wanted.some(each => isWithin(each, named!, number)))))
        return { start: number.start, end: number.end }
      named = isNamed ? number : undefined
    } else if (nth.includes(token.text.toLowerCase())) {
      const next = /^[\s\u00a0*_`]{1,4}(\p{L}{1,20})/u.exec(text.slice(token.end, token.end + 30))?.[1]?.toLowerCase()
      const parts = [nth.indexOf(token.text.toLowerCase())]
      if (next !== undefined && isWord(next) && isWanted({ ...token, parts })) return token
    }
    last = token
  }
  return undefined
}

/** Of digits, of a numeral, or of a Roman one. */
function numberIn({ text, start, end }: Span & { text: string }): SaidNumber | undefined {
  if (/^\d/.test(text)) return { start, end, parts: text.split('.').map(Number) }
  const spelled = numerals.indexOf(text.toLowerCase())
  // "In this step I wait."
  const value = spelled < 0 && text !== 'I' ? (romanValue(text) ?? 0) : spelled
  return value > 0 || spelled === 0 ? { start, end, parts: [value] } : undefined
}

function isNamedBy(
  word: (Span & { text: string }) | undefined,
  number: Span & { text: string },
  text: string,
  isWord: (word: string) => boolean,
  words: readonly string[]
): boolean {
  const after = text.slice(number.end, number.end + 30)
  if (isMarked(text.slice(Math.max(0, number.start - 2), number.start), after)) return true
  if (/^\d/.test(number.text) && /^(?:st|nd|rd|th)\b/.test(after)) {
    const next = /^\p{L}{2}[\s\u00a0]{1,2}(\p{L}{1,20})/u.exec(after)?.[1]
    return next !== undefined && isWord(next.toLowerCase())
  }
  if (!word || number.start - word.end > 6) return false
  const gap = text.slice(word.end, number.start)
  if (!between.test(gap)) return false
  if (isWord(word.text.toLowerCase()) || word.text.endsWith('第')) return true
  // "B-7" of a backlog, "S4" of steps; "ADR-7" is somebody else's.
  return (
    /^-?$/.test(gap) &&
    /^\p{Lu}{1,4}$/u.test(word.text) &&
    !isNumbered(word.text, new Set(), new Set()) &&
    words.some(each => each.startsWith(word.text.toLowerCase()))
  )
}

/** "§ 4", "#4", "4단계": what stands at it says that it is one of several. */
function isMarked(before: string, after: string): boolean {
  return /[§№]\s?$/.test(before) || /(?:^|[^\p{L}\p{N}\])/])#$/u.test(before) || /^(?:단계|番目)/.test(after)
}

/** What may stand before it is no longer than this, in UTF-16 units. */
const longestLead = 16

/** Does a heading or a row begin with it: "## 4. Sort", "| 4 | done |"? */
function isLeading({ start, text: number }: Span & { text: string }, text: string): boolean {
  // A table of plans has their numbers: "| 004 | open |".
  if (/^0\d/.test(number)) return false
  const lead = text.slice(Math.max(0, start - longestLead), start)
  const line = lead.lastIndexOf('\n') + 1
  return (line > 0 || lead.length < longestLead) && /^ {0,3}(?:#{1,6}[ \t]|\|)[ \t]{0,4}$/.test(lead.slice(line))
}

/** Is a whole number between two others? */
function isWithin([number, ...deeper]: readonly number[], from: SaidNumber, until: SaidNumber): boolean {
  return deeper.length === 0 && from.parts[0]! < number! && number! < until.parts[0]!
}
