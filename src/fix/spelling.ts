import { normalise } from '../plan/text.ts'
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
  const typed = wordsOf(text)
  const right = wordsOf(meant)
  const first = typed[0]
  const last = typed.at(-1)
  if (!first || !last) return []
  const lead = typed.length - right.length
  // Words that were joined or torn apart leave nothing to hold on to, except a number in front.
  if (lead !== 0 && !(lead > 0 && typed.slice(0, lead).every(({ word }) => /^\d+$/.test(word)))) {
    const from = typed.find(({ word }) => !/^\d+$/.test(word)) ?? first
    return [{ start: offset + from.at, end: offset + last.at + last.word.length, text: meant }]
  }
  return typed.slice(lead).flatMap(({ word, at }, index) => {
    const other = right[index]!.word
    return normalise(word) === normalise(other) ? [] : [{ start: offset + at, end: offset + at + word.length, text: inCaseOf(word, other) }]
  })
}

function wordsOf(text: string): { word: string; at: number }[] {
  return [...text.matchAll(words)].map(match => ({ word: match[0], at: match.index })).filter(({ word }) => !joins.has(word.toLowerCase()))
}

function inCaseOf(typed: string, meant: string): string {
  if (typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase()) return meant.toUpperCase()
  return typed === typed.toLowerCase() ? meant.toLowerCase() : meant
}
