/** Counts as people write them in a sentence: "three new phases", "12 files". */
import { spelledNumbers } from '../../outline/numbers/spellings.ts'
import { remember } from '../../util/remember.ts'
import type { Span } from '../../outline/types.ts'

/** A number with what it counts, by its place in the text. */
export interface CountPhrase extends Span {
  number: number
  /** What is counted, as written: "phases". */
  noun: string
}

interface Word extends Span {
  text: string
}

/** What lists, tables and titles of a plan stand for, each a thing of its own. */
const countables = new Set(
  (
    'things items entries steps phases tasks subtasks stages milestones sprints batches waves tracks workstreams streams parts pieces halves changes edits places spots sites files ' +
    'modules packages components layers reasons ways options alternatives approaches paths modes kinds types classes categories groups questions decisions rules principles ' +
    'goals objectives requirements constraints criteria conditions risks issues problems gaps findings bugs defects facts points cases scenarios checks endpoints routes ' +
    'commands columns fields keys tables tools skills events states surfaces sections commits deliverables improvements fixes features optimizations strategies variants ' +
    'levels tiers blockers dependencies assumptions prerequisites gates invariants interfaces functions methods services scripts screens views pages flags settings tests ' +
    'configurations languages sources patterns metrics roles migrations models entities hooks providers adapters variables parameters properties values operations actions cards tabs'
  ).split(' ')
)

/** Before a number, these leave open how many there are, or say that they are not all. */
const loosening = new Set(
  'least most to than over under about around roughly approximately nearly almost some of one or another other others next last first top every each within after before no version'.split(
    ' '
  )
)
/** Between a number and what it counts, these begin something else. */
const breaking = new Set(
  'of in on at to for from by with and or the a an per as is are was were be more other others additional further extra than that which across over through plus into within between'.split(
    ' '
  )
)
/** A digit behind a name may be its version ("JUnit 5 tests") or its number ("Phase 2 tasks"); behind these it is none. */
const orders = new Set(
  'add create write implement define update modify support provide fix build use has have includes introduce remove delete make cover run answer address the these those all our its total'.split(
    ' '
  )
)
const most = 60
const spelled = new Map(spelledNumbers.map((word, i) => [word, i + 1]))
const anyNumber = new RegExp(`\\d|\\b(?:${spelledNumbers.slice(1).join('|')})`, 'i')
const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu
/** What may stand between two words of a phrase. */
const gap = /^[\s*_`]{1,6}$/

/** Does a word name what a plan has several of? */
export function isCountable(noun: string): boolean {
  return countables.has(noun.toLowerCase())
}

/** "three" and "3" are 3; from two on, since one of a kind is seldom counted. */
function numberOf(text: string): number | undefined {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : (spelled.get(text.toLowerCase()) ?? 0)
  return value >= 2 && value <= most ? value : undefined
}

/** What says no number counts nothing, which is sooner seen. */
export function saysNumber(text: string): boolean {
  return anyNumber.test(text)
}

/**
 * The counts in a text.
 *
 * @param counts - is a word one for what may be counted here?
 */
export function countPhrases(text: string, counts: (noun: string) => boolean = isCountable): CountPhrase[] {
  if (!saysNumber(text)) return []
  const { words, numbers } = wordsOf(text)
  return numbers.flatMap(({ number, at }) => {
    const noun = nounBehind(words, at, text, counts)
    return noun ? [{ number, noun: noun.text, start: words[at]!.start, end: noun.end }] : []
  })
}

/** The words of a text, and which of them are a number that counts what follows. */
const wordsOf: (text: string) => { words: readonly Word[]; numbers: readonly { number: number; at: number }[] } =
  remember(
    text => {
      const words: Word[] = [...text.matchAll(word)].map(match => ({
        text: match[0],
        start: match.index,
        end: match.index + match[0].length
      }))
      const numbers = words.flatMap((each, at) => {
        const number = numberOf(each.text)
        return number !== undefined && standsAlone(words, at, text) ? [{ number, at }] : []
      })
      return { words: numbers.length > 0 ? words : noWords, numbers }
    },
    1000,
    200
  )
const noWords: readonly Word[] = []

/** No part of a decimal, a range, a version, or of "at least three". */
function standsAlone(words: readonly Word[], i: number, text: string): boolean {
  const { start, text: own } = words[i]!
  if (/[\p{N}.,/~≈<>≤≥+#$€–—:-]$/u.test(text.slice(Math.max(0, start - 1), start))) return false
  const before = words[i - 1]
  if (!before) return true
  const between = text.slice(before.end, start)
  if (/[~≈<>≤≥]/.test(between)) return false
  if (!gap.test(between)) return true
  const lower = before.text.toLowerCase()
  if (loosening.has(lower)) return false
  return !/^\d/.test(own) || orders.has(lower) || /^\p{Ll}/u.test(before.text)
}

function isPlural(noun: string): boolean {
  return /[^s]s$|criteria$|halves$/i.test(noun)
}

function nounBehind(
  words: readonly Word[],
  i: number,
  text: string,
  counts: (noun: string) => boolean
): Word | undefined {
  let found: Word | undefined
  for (let j = i + 1; j <= i + 4 && j < words.length; j++) {
    const next = words[j]!
    if (!gap.test(text.slice(words[j - 1]!.end, next.start)) || breaking.has(next.text.toLowerCase())) break
    // Of "two test files" the last one is counted.
    if (isPlural(next.text) && counts(next.text)) found = next
    else if (found) break
  }
  return found
}
