/** Reads the numbering at the start of a title, in any of its spellings. */
import type { Ordinal } from './ordinal.ts'
import {
  mayCount,
  number,
  bracketed,
  slashed,
  spelled,
  spelledNumbers,
  letterBehind,
  mayStandBare,
  bareLetter,
  prefixed,
  romanBehind,
  placeholder,
  elsewhere,
  circled,
  countable,
  decimal,
  dotted,
  letter,
  romanLead,
  keycap,
  code,
  rangeEnd,
  separator,
  asciiWord,
  closeNumber,
  ownNumber
} from './spellings.ts'
import { knownWords } from './unit-words.ts'
import { romanValue } from './roman.ts'
import { once } from '../../util/once.ts'

function toNumbers(text: string): number[] {
  return text.includes('.') ? text.split('.').map(Number) : [Number(text)]
}

/**
 * Reads the numbering at the start of a title.
 *
 * @param title A title as plain text.
 * @param words Unit words of the profile, lower case, besides the usual ones.
 */
export function readOrdinal(title: string, words: readonly string[] = noWords): Ordinal | undefined {
  const text = title.trimStart()
  const lead = title.length - text.length
  const make = (length: number, raw: string, numbers: number[], word?: string, letterOf?: string): Ordinal =>
    makeOrdinal(text, lead, { length, raw, numbers, word, letter: letterOf })
  const head = headOf(text)
  const behind = (pattern: RegExp): RegExpExecArray | null => execAt(pattern, text, head.length)
  const isCounted = behind(mayCount) !== null && knownWords.has(head.toLowerCase())
  const named = isCounted ? (behind(number) ?? behind(bracketed)) : null
  if (named)
    return ranged(
      text,
      lead,
      make(head.length + named[0].length, named[1]! + (named[2] ?? ''), toNumbers(named[1]!), head, named[2])
    )
  // "Steps 2-3"; "Steps 2" is a number of steps.
  const plural = head.endsWith('s') && knownWords.has(head.slice(0, -1).toLowerCase()) ? behind(number) : null
  const several =
    plural &&
    ranged(
      text,
      lead,
      make(head.length + plural[0].length, plural[1]!, toNumbers(plural[1]!), head.slice(0, -1)),
      slashed
    )
  if (several?.until) return several
  const own = ownWord(text, ownWordsOf(words))
  if (own) return make(own.length, own.raw, own.numbers, own.word, own.letter)
  const word = isCounted ? behind(spelled) : null
  if (word) {
    const value = spelledNumbers.indexOf(word[1]!.toLowerCase()) + 1
    return { ...make(head.length + word[0].length, word[1]!, [value], head), spelled: true }
  }
  const lettered = isCounted ? (behind(letterBehind) ?? (mayStandBare.test(head) ? behind(bareLetter) : null)) : null
  if (lettered) return make(head.length + lettered[0].length, lettered[1]!, [], head, lettered[1]!.toUpperCase())
  const coded = isCounted ? (behind(prefixed) ?? undefined) : undefined
  if (coded) return make(head.length + coded[0].length, coded[1]!, toNumbers(coded[2]!), head)
  const roman = isCounted ? behind(romanBehind) : null
  const worth = roman && romanValue(roman[1]!)
  if (worth) return { ...make(head.length + roman[0].length, roman[1]!, [worth], head), roman: true }
  const open = isCounted ? behind(placeholder) : null
  if (open) return make(head.length + open[0].length, open[1]!, [], head)
  const foreign = head === '' && text.charCodeAt(0) > 127 ? elsewhere.exec(text) : null
  const count = foreign && Number(foreign[2] ?? foreign[4])
  if (count) return make(foreign[0].length, String(count), [count], (foreign[1] ?? foreign[3])!)
  const circle = circled.exec(text)
  if (circle) return make(1, circle[0], [circle[0].charCodeAt(0) - 0x245f])
  // "FEAT-": four letters and a hyphen.
  if (head.length > 5 || !countable.test(text)) return undefined
  const bare = head === '' ? (decimal.exec(text) ?? dotted.exec(text)) : null
  if (bare) return make(bare[0].length, bare[1]! + (bare[2] ?? ''), toNumbers(bare[1]!), undefined, bare[2])
  const alpha = head.length === 1 ? letter.exec(text) : null
  if (alpha) return make(alpha[0].length, alpha[1]!, [], undefined, alpha[1])
  const numeral = romanLead.exec(text)
  const value = numeral && romanValue(numeral[1]!)
  if (value) return { ...make(numeral[0].length, numeral[1]!, [value]), roman: true }
  const key = keycap.exec(text)
  if (key) return make(key[0].length, key[0], [Number(key[1])])
  const id = code.exec(text)
  if (id) return make(id[0].length, (id[1] ?? '') + id[2]!, toNumbers(id[2]!), id[1]?.toLowerCase(), id[3])
  return undefined
}

/** A range where one follows the number: "Step 2-3: Sort". */
function ranged(text: string, lead: number, ordinal: Ordinal, other?: RegExp): Ordinal {
  const at = ordinal.end - lead
  const isWhole = ordinal.numbers.length === 1 && ordinal.letter === undefined
  const more = isWhole ? (execAt(rangeEnd, text, at) ?? (other ? execAt(other, text, at) : null)) : null
  const until = Number(more?.[1])
  return more && until > ordinal.numbers[0]!
    ? {
        ...ordinal,
        raw: ordinal.raw + more[0],
        until,
        end: ordinal.end + more[0].length,
        rest: restOf(text, ordinal.end - lead + more[0].length)
      }
    : ordinal
}

/** What was read of a number, and how much of the text it takes up. */
interface NumberRead {
  length: number
  raw: string
  numbers: number[]
  word: string | undefined
  letter: string | undefined
}

/** @param lead what stands before the text in the title */
function makeOrdinal(text: string, lead: number, { length, raw, numbers, word, letter }: NumberRead): Ordinal {
  const ordinal: Ordinal = {
    raw,
    numbers,
    start: lead,
    end: lead + length,
    rest: restOf(text, length)
  }
  if (word !== undefined) ordinal.word = word.toLowerCase()
  if (letter !== undefined) ordinal.letter = letter
  return ordinal
}

function restOf(text: string, from: number): string {
  return text.slice(from).replace(separator, '').trim()
}

/** The word of ASCII letters that a title begins with; empty where it begins with none. */
function headOf(text: string): string {
  asciiWord.lastIndex = 0
  const word = asciiWord.test(text) ? text.slice(0, asciiWord.lastIndex) : ''
  // "Step-1"; of "T-1" the hyphen is a part.
  return word.length > 3 &&
    word.endsWith('-') &&
    /\d/.test(text[word.length] ?? '') &&
    knownWords.has(word.slice(0, -1).toLowerCase())
    ? word.slice(0, -1)
    : word
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A profile's words but for the usual ones. */
const noWords: readonly string[] = []
const ownWordsOf = once((words: readonly string[]): readonly string[] => words.filter(word => !knownWords.has(word)))

function ownWord(text: string, words: readonly string[]): NumberRead | undefined {
  if (words.length === 0) return undefined
  const low = text.toLowerCase()
  for (const word of words) {
    if (!low.startsWith(word)) continue
    const behind = (pattern: RegExp): RegExpExecArray | null => execAt(pattern, text, word.length)
    const found = behind(word > '~' ? closeNumber : ownNumber)
    if (found) {
      const [text, number, letter] = found
      return {
        word,
        raw: number! + (letter ?? ''),
        numbers: toNumbers(number!),
        letter,
        length: word.length + text.length
      }
    }
    const lettered = behind(letterBehind)
    if (lettered) {
      const [text, letter] = lettered
      return { word, raw: letter!, numbers: [], letter: letter!.toUpperCase(), length: word.length + text.length }
    }
  }
  return undefined
}
