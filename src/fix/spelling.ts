import { normalise } from '../outline/text.ts'
import { distance } from '../util/distance.ts'
import type { Edit } from '../types.ts'

const words = /[\p{L}\p{N}'’]+/gu
const joins = new Set(['and', 'und'])

/**
 * Corrects words of a title: those that differ from what was meant are replaced where they stand, in the case in which they are written; numbers in front,
 * pictures, marks and the author's dashes stay.
 *
 * @param text The source of the title.
 * @param offset Where it starts in the document.
 * @param meant The title as it should be.
 */
export function correctWords(text: string, offset: number, meant: string): Edit[] {
  const right = wordsOf(meant)
  const typed = wordsOf(text)
  while (isNumber(typed[0]) && !isNumber(right[0])) typed.shift()
  const [first] = typed
  if (!first) return []
  // Words that were joined or torn apart leave nothing to hold on to.
  if (typed.length !== right.length)
    return [{ start: offset + first.at, end: offset + typed.at(-1)!.at + typed.at(-1)!.word.length, text: meant }]
  return typed.flatMap(({ word, at }, index) => {
    const other = right[index]!.word
    return normalise(word) === normalise(other)
      ? []
      : [{ start: offset + at, end: offset + at + word.length, text: inCaseOf(word, other) }]
  })
}

/**
 * Is a title so surely a slip that it may be corrected unseen? Letters lost, doubled or swapped make no other word; a letter in the place of another may
 * (`Fixes`, `Files`), in short words above all.
 */
export function isSurelyMeant(text: string, meant: string): boolean {
  const [typed, right] = [
    wordsOf(text).filter(found => !isNumber(found)),
    wordsOf(meant).filter(found => !isNumber(found))
  ]
  if (typed.length !== right.length) return true
  return typed.every(({ word }, index) => {
    const [own, other] = [normalise(word), normalise(right[index]!.word)]
    return (
      own.length !== other.length ||
      sorted(own) === sorted(other) ||
      (other.length >= 8 && distance(own, other, 1) <= 1)
    )
  })
}

function sorted(word: string): string {
  return [...word].toSorted().join('')
}

function isNumber(found: { word: string } | undefined): boolean {
  return found !== undefined && /^\d+$/.test(found.word)
}

function wordsOf(text: string): { word: string; at: number }[] {
  return [...text.matchAll(words)]
    .map(match => ({ word: match[0], at: match.index }))
    .filter(({ word }) => !joins.has(word.toLowerCase()))
}

function inCaseOf(typed: string, meant: string): string {
  if (typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase()) return meant.toUpperCase()
  return typed === typed.toLowerCase() ? meant.toLowerCase() : meant
}
