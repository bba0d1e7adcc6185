import { isNearMiss, normalise } from '../outline/text.ts'
import { distance } from '../util/distance.ts'
import type { Edit } from '../types.ts'

const words = /[\p{L}\p{N}'’]+/gu
const joins = new Set(['and', 'und'])

/** How a misspelt title becomes the one that was meant. */
interface Correction {
  /** What was meant. */
  name: string
  edits: Edit[]
  /** May it be done unseen? */
  isSure: boolean
}

/**
 * Corrects the misspelt words of a title where they stand, in the case in which they are written. Whatever else is in it stays: numbers, pictures, marks,
 * dashes, and what the author wrote in front of it or behind.
 *
 * @param text The source of the title.
 * @param offset Where it starts in the document.
 * @param names What may be meant, the first rather than another that is as near.
 * @returns undefined where no name is near enough to know which words are it
 */
export function correctTitle(text: string, offset: number, names: readonly string[]): Correction | undefined {
  const typed = wordsOf(text)
  let best: (WordMatch & { name: string }) | undefined
  for (const name of names) {
    const match = matchOf(typed, name)
    if (match && (!best || match.weight < best.weight)) best = { ...match, name }
  }
  if (!best) return undefined
  const { name, pairs } = best
  const edits = pairs.flatMap(({ from, to, right }) => {
    const [start, end] = [from.at, to.at + to.word.length]
    const written = text.slice(start, end)
    if (normalise(written) === normalise(right)) return []
    return [{ start: offset + start, end: offset + end, text: from === to ? inCaseOf(written, right) : right }]
  })
  return { name, edits, isSure: pairs.every(({ own, other }) => isSlipOnly(own, other)) }
}

interface Word {
  word: string
  at: number
}

/** The words of a title that stand for one, or for all, of a name. */
interface Pair {
  from: Word
  to: Word
  /** What is to stand there. */
  right: string
  /** Both without spaces, normalised. */
  own: string
  other: string
}

interface WordMatch {
  pairs: Pair[]
  weight: number
}

/** The words of a title that are a name's, slips forgiven: one by one, or, where a space came or went, all of them at once. */
function matchOf(typed: readonly Word[], name: string): WordMatch | undefined {
  const right = wordsOf(name)
  for (const some of runsOf(typed, right.length)) {
    const [own, other] = [spaced(some), spaced(right)]
    if (own === other || isNearMiss(own, other))
      return weighed(
        some.map((found, index) => pairOf([found], right[index]!.word)),
        typed.length - some.length
      )
  }
  for (const length of [right.length - 1, right.length + 1])
    for (const some of runsOf(typed, length)) {
      const pair = { ...pairOf(some, name), other: joined(right) }
      if (distance(pair.own, pair.other, 1) <= (pair.other.length >= 8 ? 1 : 0))
        return weighed([pair], typed.length - length)
    }
  return undefined
}

/** Each run of so many words that stand side by side. */
function* runsOf(all: readonly Word[], length: number): Iterable<Word[]> {
  if (length > 0) for (let at = 0; at + length <= all.length; at++) yield all.slice(at, at + length)
}

function pairOf(some: readonly Word[], right: string): Pair {
  return { from: some[0]!, to: some.at(-1)!, right, own: joined(some), other: normalise(right) }
}

function joined(some: readonly Word[]): string {
  return normalise(some.map(({ word }) => word).join(''))
}

function spaced(some: readonly Word[]): string {
  return normalise(some.map(({ word }) => word).join(' '))
}

/** @param others how many words of the title are none of the name's: a slip is likelier than one of these */
function weighed(pairs: Pair[], others: number): WordMatch {
  return { pairs, weight: 4 * others + pairs.reduce((sum, { own, other }) => sum + distance(own, other, 3), 0) }
}

/**
 * Is a word so surely a slip of another that it may be corrected unseen? Letters doubled or swapped make no other word, nor does a letter lost inside of one.
 * A letter more may (`Preview`, `Auctions`), or another one in the place of it (`Fixes`, `Files`), in short words above all.
 */
function isSlipOnly(own: string, other: string): boolean {
  if (own === other || undoubled(own) === undoubled(other) || sorted(own) === sorted(other)) return true
  if (own[0] !== other[0]) return false
  return own.length < other.length || (other.length >= 8 && distance(own, other, 1) <= 1)
}

function undoubled(word: string): string {
  return word.replace(/(.)\1+/gu, '$1')
}

function sorted(word: string): string {
  return [...word].toSorted().join('')
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(words)]
    .map(match => ({ word: match[0], at: match.index }))
    .filter(({ word }) => !joins.has(word.toLowerCase()))
}

function inCaseOf(typed: string, meant: string): string {
  if (typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase()) return meant.toUpperCase()
  return typed === typed.toLowerCase() ? meant.toLowerCase() : meant
}
