/** The mark beside an option that says it is the one: "✅ CHOSEN", "(chosen)", "← chosen", "**Chosen**", "(our choice)". */
import type { Node } from 'mdast'
import { lineEnd } from '../../../outline/lines.ts'
import { isParent, textOf } from '../../../outline/nodes.ts'
import { normalise } from '../../../outline/text.ts'

/** Stands where emphasis begins. */
const emphasis = '\u0000'
/** What sets a mark apart: a bracket, an arrow, a tick or another sign, a dash, the end of a sentence. */
const apart = /[\p{S}\p{Ps}\p{Pe}\u0000–—]|\uFE0F|\s-{1,2}(?=\s)|[.!?](?=\s|$)/u
/** Where a mark gives its reason. */
const more = /[,;:]|\b(?:because|since)\b/i
const before: ReadonlySet<string> = new Set(['the', 'our', 'is', 'was'])
const behind: ReadonlySet<string> = new Set(['option', 'approach', 'choice', 'one', 'solution', 'alternative'])

/**
 * Does the first line of a text carry one of the words as a mark? "Chosen" within a sentence is none.
 *
 * @param said - a paragraph, a heading, a cell, or the title of a part
 * @param words - signs, or words in any case
 */
export function isMarkedAsChosen(said: Node | string, words: readonly string[]): boolean {
  const text = typeof said === 'string' ? said : withEmphasis(said)
  const line = text.slice(0, lineEnd(text, 0))
  return words.some(word => (isSign(word) ? line.includes(word) : isShouted(line, word) || isSetApart(line, word)))
}

function withEmphasis(node: Node): string {
  const children = isParent(node) ? node.children : []
  return children
    .map(child => (child.type === 'strong' || child.type === 'emphasis' ? emphasis : '') + textOf(child))
    .join('')
}

const isSign = (word: string): boolean => /^\p{Extended_Pictographic}/u.test(word)

/** In capitals it is a mark wherever it stands. */
function isShouted(line: string, word: string): boolean {
  const [start, ...rest] = line.split(word.toUpperCase())
  return rest.length > 0 && !/\bnot\s+$/i.test(start!)
}

/** Between two signs stands nothing but the word, and perhaps why. */
function isSetApart(line: string, word: string): boolean {
  const own = lettersOf(word)
  return line.split(apart).some((piece, i) => {
    const said = lettersOf(i === 0 ? piece : piece.slice(0, more.exec(piece)?.index))
    return said === own || bareOf(said) === own
  })
}

const lettersOf = (text: string): string => normalise(text.replace(/[^\p{L}\p{N}\s]/gu, ''))

/** "Our chosen option": without what may stand around the word. */
function bareOf(said: string): string {
  const words = said.split(' ')
  if (words.length > 1 && before.has(words[0]!)) words.shift()
  if (words.length > 1 && behind.has(words.at(-1)!)) words.pop()
  return words.join(' ')
}
