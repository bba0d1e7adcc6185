/** Values that a template offers to choose from: `Draft | In Review`, `todo/doing/done`, `one of core, web`. */

import { trimChars } from '../outline/text.ts'
import { blanksIn, insideOf, isBlankToFill } from './blanks.ts'

/** What values are set in. */
const marks = '"\'`*'
/** Values that are a choice of some words. */
export const mostWords = 4
/** `Low (pick one)`, `[issue] (optional)`: what stands in parentheses behind a value speaks of it. */
const remark = /^(.*\S)\s{1,4}\(([^()]{1,80})\)$/s
/** No value that anybody chooses is as long, in UTF-16 units. */
const longestValue = 200
const announced = /^(?:one of|either|any of|(?:choose|pick|select)(?: one)?(?: (?:of|from))?):?\s{1,4}/i
/** A number or a link behind a value stands for any: "superseded by ADR-0123". */
const example = /^(.*\p{L}.*?)\s{1,4}(?:[A-Z]{2,8}-[\dNX#]+|#\d+|\[[^\]]*\]\([^)]*\)|[[{<][^[\]{}<>]*[\]}>])$/su

/** Words that answer a question: two of them are a choice, where `src/app` is a path, `name/team` asks for either, and `N/A` is neither. */
const answers = new Set(
  (
    'yes no y n true false on off pass fail passed failed go no-go open closed done todo started finished ' +
    'high medium low major minor small large internal external public private required optional mandatory ' +
    'allowed denied accepted approved rejected enabled disabled blocking non-blocking manual automatic automated'
  ).split(' ')
)

/** A value, and what stands in parentheses behind it. */
export function withoutRemark(value: string): { said: string; about: string } {
  const [, said, about] = remark.exec(value) ?? []
  return said === undefined ? { said: value, about: '' } : { said, about: about! }
}

/**
 * The values that a text offers to choose from, also in brackets. A list that goes on ("…"), or has blanks among its words, is no choice.
 *
 * @param value what stands behind a label or in a cell, as written
 * @returns undefined where it is something else
 */
export function choicesIn(value: string): string[] | undefined {
  const bare = trimChars(withoutRemark(value.replaceAll('\\|', '|')).said, marks, marks)
  const isOpen = /^[[{<(][^[\]{}<>]*[\]}>)]$/.test(bare)
  const said = isOpen ? insideOf(bare) : bare
  const parts = partsOf(said, isOpen).map(each => valueIn(trimChars(each.trim(), marks, marks).trim()))
  return parts.length >= 2 && parts.every(isValue) ? [...new Set(parts)] : undefined
}

/** @param isOpen does it stand in brackets? Then words alone may as well say what to write: "[name or team]" */
function partsOf(said: string, isOpen: boolean): string[] {
  if (said.includes('|')) return said.split('|')
  const list = said.replace(announced, '')
  if (list !== said) return list.split(/,\s*(?:or\s)?|\s\/\s|\s(?:or|\|)\s/)
  const spaced = said.split(' / ')
  if (spaced.length > 2 || (spaced.length === 2 && (!isOpen || spaced.every(isNamed)))) return spaced
  if (isAnswerPair(said)) return said.split('/')
  const tight = said.split('/')
  if (tight.length > 2 && tight.every(each => /^[\p{L}\p{N}][\p{L}\p{N} -]*$/u.test(each))) return tight
  const listed = said.split(/,\s(?:or\s)?|\sor\s/)
  const isFull = listed.length > 2 && /\sor\s/.test(said)
  return isFull && listed.every(each => (isOpen ? /^\d+$/.test(each) : isNamed(each))) ? listed : []
}

/** `yes/no`, without spaces: such a pair may as well be spoken of in a sentence. */
export function isAnswerPair(said: string): boolean {
  const pair = said.toLowerCase().split('/')
  return pair.length === 2 && pair.every(word => answers.has(word))
}

/** With a capital, a digit or as code: a value by its name. */
const isNamed = (each: string): boolean => /^[\p{Lu}\p{N}`"']/u.test(each.trim())

function valueIn(part: string): string {
  return part.length > longestValue ? part : (example.exec(part)?.[1] ?? part)
}

function isValue(part: string): boolean {
  return (
    part !== '' &&
    !isBlankToFill(part) &&
    blanksIn(part).length === 0 &&
    part.split(/\s+/).length <= mostWords &&
    !/…|\.\.\.|\betc\b/.test(part)
  )
}
