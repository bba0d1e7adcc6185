import type { Node } from 'mdast'
import { coverOf } from '../outline/cover.ts'
import { isParent, spanOf } from '../outline/nodes.ts'
import { bareNumbers } from './bare-numbers.ts'
import type { Plan, Unit } from '../plan/bind-types.ts'

/** A node of the text with what it stands in. */
export interface Context {
  node: Node
  /** What holds it; undefined for the document. */
  outer: Context | undefined
}

/** A number in the text that stands for a unit: the 4 of "see Step 4", each of "steps 2–4". */
export interface Reference {
  /** Of the number, in UTF-16 units. */
  start: number
  end: number
  number: number
  /** Of the words that name it: "steps 2–4". */
  phrase: { start: number; end: number }
  context: Context
}

/** Where a plan speaks of its units. */
export interface References {
  named: Reference[]
  /** Numbers of what reads like a reference, but stands in code or comments, names a part ("Step 4.1"), is written across markup, or does without the word: "1 before 3". */
  unread: number[]
}

/**
 * Finds where the running text names units by word and number. The units' own titles are no references.
 *
 * @param words The units' words, in any case: "step".
 */
export function referencesTo(words: readonly string[], units: readonly Unit[], plan: Plan): References {
  const known = new Set(words.flatMap(word => [word.toLowerCase(), `${word.toLowerCase()}s`]))
  if (known.size === 0) return { named: [], unread: [] }
  const { source } = plan.outline
  const isTitle = titleCheck(units, source)
  const found: Reference[] = []
  const unread: number[] = []
  const texts = [...textsOf(plan)]
  for (const context of texts) {
    const { start, end } = spanOf(context.node)
    for (const match of source.slice(start, end).matchAll(named)) {
      const at = start + match.index
      const word = match[1]!.toLowerCase()
      if (!known.has(word) || isTitle(at)) continue
      const numbers = numbersIn(match[2]!, at + match[0].length - match[2]!.length)
      const phrase = { start: at, end: at + match[0].length }
      // "In Step 3, 4 files change": one step takes one number.
      const isOne = words.some(each => each.toLowerCase() === word)
      if (isOne && numbers.length > 1) phrase.end = numbers[0]!.end
      for (const [index, number] of numbers.entries())
        if (isOne && index > 0) unread.push(number.number)
        else found.push({ ...number, phrase, context })
    }
  }
  const isRead = coverOf(found.map(({ phrase }) => ({ start: phrase.start - 1, end: phrase.end })))
  const spans = texts.map(({ node }) => spanOf(node))
  const bare = bareNumbers(plan, spans, known, offset => isRead(offset) || isTitle(offset))
  return { named: found, unread: [...unread, ...bare, ...unreadIn(source, known, isTitle, isRead)] }
}

/** A word and the numbers that follow it: "Step 4", "Steps 2, 3 and 5", "steps 2–4". Not "Step 4.1" or "Step 4b", which are parts of one. */
const named =
  /(?<![\p{L}\p{N}])(\p{L}{1,20})[ \u00a0]#?(\d{1,6}(?:(?:, (?:and |or )?| and | or | ?& ?| ?[-–—] ?| to | through )\d{1,6}){0,20})(?![\p{L}\p{N}]|[.,/-]\d)/gu

const numerals = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve'
]

/** What may stand between a word and its number where a reader still takes them for one. */
const between = /^[\s\u00a0*_#~`"'[(:]{1,5}$/

function unreadIn(
  source: string,
  known: ReadonlySet<string>,
  isTitle: (offset: number) => boolean,
  isRead: (offset: number) => boolean
): number[] {
  const unread: number[] = []
  let word: { start: number; end: number } | undefined
  for (const match of source.matchAll(/\p{L}+|\p{N}+/gu)) {
    const [text] = match
    const lower = text.toLowerCase()
    const number = /^\d{1,6}$/.test(text) ? Number(text) : numerals.indexOf(lower)
    if (word && number >= 0 && between.test(source.slice(word.end, Math.min(match.index, word.end + 6))))
      if (!isRead(word.start) && !isTitle(word.start)) unread.push(number)
    word = known.has(lower) ? { start: match.index, end: match.index + text.length } : undefined
  }
  return unread
}

function numbersIn(text: string, at: number): { start: number; end: number; number: number }[] {
  return [...text.matchAll(/\d+/g)].map(match => ({
    start: at + match.index,
    end: at + match.index + match[0].length,
    number: Number(match[0])
  }))
}

/** Does the title of one of the units itself begin here? */
function titleCheck(units: readonly Unit[], source: string): (offset: number) => boolean {
  const titles = new Set(units.map(unit => unit.part.place.start.offset))
  return offset => {
    let start = offset
    while (start > 0 && '#*_ \t'.includes(source[start - 1]!)) start--
    for (let i = start; i <= offset; i++) if (titles.has(i)) return true
    return false
  }
}

function* textsOf({ outline: { root } }: Plan): Iterable<Context> {
  const stack: Context[] = [{ node: root, outer: undefined }]
  while (stack.length > 0) {
    const context = stack.pop()!
    const { node } = context
    if (node.type === 'text') yield context
    if (isParent(node))
      for (let i = node.children.length - 1; i >= 0; i--)
        stack.push({ node: node.children[i]! as Node, outer: context })
  }
}
