import type { Node } from 'mdast'
import { coverOf } from '../../outline/cover.ts'
import { isParent, spanOf } from '../../outline/nodes.ts'
import { isMeasure, isVerbal } from './amounts.ts'
import type { NodeContext } from './context.ts'
import type { LooseNumber } from './loose-numbers.ts'
import { looseNumbers } from './loose-numbers.ts'
import type { Numbered } from './callings.ts'
import type { Span } from '../../outline/types.ts'
import type { Plan } from '../../plan/bind-types.ts'

/** A number in the text that stands for a unit: the 4 of "see Step 4", each of "steps 2–4". */
export interface NumberReference {
  /** Of the number, in UTF-16 units. */
  start: number
  end: number
  number: number
  /** Of the words that name it: "steps 2–4". */
  phrase: { start: number; end: number }
  context: NodeContext
}

/** Where a plan speaks of its units. */
interface References {
  named: NumberReference[]
  /** Numbers of what may be a reference: it stands in code or comments, names a part ("Step 4.1"), is written across markup, does without the word ("waits for 3"), or may be an amount. */
  unread: LooseNumber[]
}

/**
 * Finds where the running text names units by word and number. The units' own titles are no references.
 *
 * @param words The units' words, in any case: "step".
 */
export function referencesTo(words: readonly string[], units: readonly Numbered[], plan: Plan): References {
  const known = new Set(words.flatMap(word => [word.toLowerCase(), `${word.toLowerCase()}s`]))
  if (known.size === 0) return { named: [], unread: [] }
  const { source } = plan.outline
  const isTitle = titleCheck(units, source)
  const found: NumberReference[] = []
  const unread: LooseNumber[] = []
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
      const isClear = standsAlone(word, isOne && numbers.length > 1 ? 1 : numbers.length, match[1]!, phrase, source)
      for (const [index, number] of numbers.entries())
        if (!isClear || (isOne && index > 0)) unread.push(number)
        else found.push({ ...number, phrase, context })
    }
  }
  const isRead = coverOf(found.map(({ phrase }) => ({ start: phrase.start - 1, end: phrase.end })))
  const spans = [...texts.map(({ node }) => node), ...plan.outline.nodes.html].map(spanOf)
  const isOwn = coverOf(units.map(({ part: { place } }) => ({ start: place.start.offset, end: place.end.offset })))
  const loose = looseNumbers(plan, units, spans, known, offset => isRead(offset) || isOwn(offset))
  const all = [...unread, ...loose, ...unreadIn(source, known, isTitle, isRead)]
  return { named: found, unread: all.sort((a, b) => a.start - b.start) }
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

const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth'
]
const romans = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** Of digits, a numeral or a Roman one; -1 where it is none. */
function numberOf(text: string, lower: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  const roman = romans.indexOf(text)
  return roman > 0 ? roman : numerals.indexOf(lower)
}

/** What may stand between a word and its number where a reader still takes them for one. */
const between = /^[\s\u00a0*_#~`"'[(:]{1,5}$/

function unreadIn(
  source: string,
  known: ReadonlySet<string>,
  isTitle: (offset: number) => boolean,
  isRead: (offset: number) => boolean
): LooseNumber[] {
  const unread: LooseNumber[] = []
  let word: { start: number; end: number } | undefined
  let before: (Span & { text: string }) | undefined
  for (const match of source.matchAll(/\p{L}+|\p{N}+/gu)) {
    const [text] = match
    const lower = text.toLowerCase()
    const number = numberOf(text, lower)
    if (word && number >= 0 && between.test(source.slice(word.end, Math.min(match.index, word.end + 6))))
      if (!isRead(word.start) && !isTitle(word.start))
        unread.push({ start: match.index, end: match.index + text.length, number })
    const nth = ordinals.indexOf(before?.text ?? '')
    if (before && nth > 0 && known.has(lower) && /^[\s*_]{1,3}$/.test(source.slice(before.end, match.index)))
      unread.push({ start: before.start, end: before.end, number: nth })
    before = { start: match.index, end: match.index + text.length, text: lower }
    word = known.has(lower) ? { start: match.index, end: match.index + text.length } : undefined
  }
  return unread
}

/** Words that go on with a sentence in which a unit was named, and count nothing. */
const goesOn = new Set(
  'a above add adds after again all alone already also and are as asks at be because been before begin begins behind below both brings build builds but by calls can changes checks comes could cover covers create creates defines delivers depend depends did do does done during each ends exists expects fails finishes first follow follows for form from gets gives goes had happen happens has have here if in instead into is it its itself keeps land lands later leaves let like made make makes matter matters may mean means merges might moves must need needs no nor not now of on once one only onwards own or passes produces reads requires run runs said says sets shall share ship ships should show shows since so start starts stays stops take takes tells than that the them then there they this through to together too touch touches turns until unless up use uses via wait waits was we were what when where which while who will with without work works would writes yet'.split(
    ' '
  )
)

/** In front of a lower-case word these lead in to an amount ("a step 4 cm high"), or to somebody else's steps ("clicks through step 4"). */
const unsureLeads = /(?:^|[^\p{L}\p{N}])(?:an?|each|every|one|per|at|through|with)[ \u00a0]$/iu

/**
 * Is what follows a named number no part of it, and nothing that is counted: not "Step 4%", "step 4 cm", "Steps 4 and 5 people"?
 *
 * @param count How many numbers the word takes.
 */
function standsAlone(word: string, count: number, written: string, phrase: Span, source: string): boolean {
  const after = source.slice(phrase.end, phrase.end + 40)
  if (!/^(?:$|[\s.,;:!?)\]}"”’'*_~`|<—\\])/.test(after)) return false
  const isCapital = /^\p{Lu}/u.test(written)
  if (!isCapital && unsureLeads.test(source.slice(Math.max(0, phrase.start - 12), phrase.start))) return false
  // In the line, or in the next one of the paragraph.
  const next = /^[*_~]{0,3}[ \t\u00a0]*(?:\r?\n[ \t>]*(?![-*+#|>]|\d{1,9}[.)]))?([\p{L}\d]+)/u.exec(after)?.[1]
  if (next === undefined) return true
  const lower = next.toLowerCase()
  if (goesOn.has(lower)) return true
  if (/^\d/.test(next) || isMeasure(lower)) return false
  const isSingle = count === 1 && !word.endsWith('s')
  return isCapital && isSingle && (/\p{L}(?:s|ed)$/u.test(lower) || isVerbal(lower) || /^\p{Lu}/u.test(next))
}

function numbersIn(text: string, at: number): { start: number; end: number; number: number }[] {
  return [...text.matchAll(/\d+/g)].map(match => ({
    start: at + match.index,
    end: at + match.index + match[0].length,
    number: Number(match[0])
  }))
}

/** Does the title of one of the units itself begin here? */
function titleCheck(units: readonly Numbered[], source: string): (offset: number) => boolean {
  const titles = new Set(units.map(unit => unit.part.place.start.offset))
  return offset => {
    let start = offset
    while (start > 0 && '#*_ \t'.includes(source[start - 1]!)) start--
    for (let i = start; i <= offset; i++) if (titles.has(i)) return true
    return false
  }
}

function* textsOf({ outline: { root } }: Plan): Iterable<NodeContext> {
  const stack: NodeContext[] = [{ node: root, outer: undefined }]
  while (stack.length > 0) {
    const context = stack.pop()!
    const { node } = context
    if (node.type === 'text') yield context
    if (isParent(node))
      for (let i = node.children.length - 1; i >= 0; i--)
        stack.push({ node: node.children[i]! as Node, outer: context })
  }
}
