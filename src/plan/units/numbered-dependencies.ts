/** What titles that count with a word ("Task 2.1") say that they depend on: others of that word, by their numbers. */
import type { Plan } from '../bind-types.ts'
import type { Part, Span } from '../../outline/types.ts'
import type { Place } from '../../types.ts'
import { groupBy } from '../../util/group.ts'
import { lazy } from '../../util/lazy.ts'
import { isOfOtherPlan, turn } from './dependence-words.ts'
import { singularOf } from '../../util/plural.ts'

/** Titles that count with one word, in document order. */
interface NumberedTitles {
  /** Lower case: "task". */
  word: string
  parts: readonly Part[]
  /** Undefined where there is none; those that hold the number count, too: 3 where there is 3.1. */
  find(number: string): Part | undefined
  has(number: string): boolean
}

/** One number that a title names as what must be done before it. */
export interface NumberedDependency {
  titles: NumberedTitles
  /** What depends. */
  own: Part
  number: string
  place: Place
  /** It stands in a field for dependencies, so that order is meant. */
  isField: boolean
}

const field = /^(?:depends(?: up)?on|depends on|depends|dependencies|dependency|blocked by|requires|prerequisites?)$/
/** In a sentence, right before what is named. */
const dependence =
  /\b(?:depends? (?:up)?on|dependent on|blocked by|requires?|builds? on|prerequisites?:|after|see|as in)\s[*_`[]{0,3}$/iu
/** " 2.1" of "Task 2.1": begun by its word, it would be tried at every word of the text, which takes fifteen times as long. */
const reference =
  / (?=#?\d)(?<=(?<![\p{L}\p{N}`/-])(\p{L}{3,20}) )#?(\d{1,3}(?:\.\d{1,3}){0,3})(?![\p{L}\p{N}%]|\.\d)/gu
const joined =
  /^(\s?[,&/+–-]\s?|,? (?:and|or|to|through) )(?:(\p{L}{3,20}) )?(\d{1,3}(?:\.\d{1,3}){0,3})(?![\p{L}\p{N}%]|\.\d)/u

/** A word behind a number that is of no title: "2 days". */
const measured = /^ (?!(?:and|or|to|through|is|are|must|has|have|first)\b)\p{Ll}/u

/** Titles that count, by their word; those that repeat a number cannot be told from each other. */
function numberedTitles({ outline }: Plan): NumberedTitles[] {
  const counted = outline.parts.filter(
    ({ form, ordinal }) => (form === 'heading' || form === 'bold') && ordinal?.word !== undefined
  )
  return [...groupBy(counted, ({ ordinal }) => ordinal!.word!)].flatMap(([word, parts]) => {
    const byNumber = new Map(parts.map(part => [numberOf(part), part] as const))
    const isWhole = parts.every(({ ordinal }) => ordinal!.numbers.length > 0 && ordinal!.until === undefined)
    return parts.length > 1 && isWhole && byNumber.size === parts.length ? [titlesOf(word, parts, byNumber)] : []
  })
}

function titlesOf(word: string, parts: readonly Part[], byNumber: ReadonlyMap<string, Part>): NumberedTitles {
  const numbers = parts.map(numberOf)
  const most = Math.max(...parts.map(({ ordinal }) => ordinal!.numbers.length))
  const known = new Set(numbers.flatMap(withOuter))
  return {
    word,
    parts,
    find: number => byNumber.get(number),
    // "Step 3.2" is the second item of the third step, "Task 3" all of 3.1, 3.2 and 3a.
    has: number => number.split('.').length > most || known.has(number)
  }
}

/** 3.1.2 and what holds it: 3.1 and 3. */
function withOuter(number: string): string[] {
  const pieces = number.split('.')
  return pieces.map((_, i) => pieces.slice(0, i + 1).join('.'))
}

function numberOf({ ordinal }: Part): string {
  return ordinal!.numbers.join('.')
}

/** Everything that such titles say they depend on. */
export function numberedDependencies(plan: Plan): NumberedDependency[] {
  return numberedTitles(plan).flatMap(titles => titles.parts.flatMap(own => [...dependenciesOf(own, titles, plan)]))
}

function* dependenciesOf(own: Part, titles: NumberedTitles, plan: Plan): Iterable<NumberedDependency> {
  const { content, outline } = plan
  const inner = own.children.filter(({ form }) => form === 'heading' || form === 'bold')
  const end = Math.min(own.span.end, ...inner.map(({ span }) => span.start))
  const fields = lazy(() =>
    content
      .parts({ start: own.span.start, end }, own)
      .filter(({ form, key, value }) => (form === 'label' || form === 'row') && value && field.test(key))
      .map(({ value }) => value!)
  )
  const text = content.own({ start: own.place.end.offset, end })
  for (const named of namedIn(text, titles.word)) {
    const span = { start: own.place.end.offset + named.start, end: own.place.end.offset + named.end }
    const value = fields().find(each => each.start <= span.start && span.end <= each.end)
    const before = sentenceBefore(text, value ? Math.max(0, value.start - own.place.end.offset) : 0, named.first)
    if (isOfOtherPlan(text.slice(named.end, named.end + 80)) || turn.test(before)) continue
    if (!value && !dependence.test(before)) continue
    yield { titles, own, number: named.number, place: outline.lines.placeOf(span), isField: value !== undefined }
  }
}

function sentenceBefore(text: string, from: number, to: number): string {
  const piece = text.slice(Math.max(from, to - 120), to)
  return piece.slice(Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('. '), piece.lastIndexOf(';')) + 1)
}

interface Named extends Span {
  number: string
  /** Where the first of those stands that it is joined to: "Tasks 1, 2 and 4". */
  first: number
}

function* namedIn(text: string, word: string): Iterable<Named> {
  // Of a name of several words ("Task Group 2") the last stands before the number.
  const outer = word.slice(0, word.lastIndexOf(' ') + 1)
  const last = word.slice(outer.length)
  for (const { 0: said, 1: name = '', 2: number = '', index } of text.matchAll(reference)) {
    const from = index - name.length
    const first = from - outer.length
    if (singularOf(name) !== last || text.slice(Math.max(0, first), from).toLowerCase() !== outer) continue
    let end = index + said.length
    yield { number: plain(number), start: first, end, first }
    for (let next = joined.exec(text.slice(end, end + 40)); next; next = joined.exec(text.slice(end, end + 40))) {
      const [all, , other, further = ''] = next
      // Of "Tasks 1 and 4 hours" the second is none; what has its own word is found by itself.
      if (other !== undefined || measured.test(text.slice(end + all.length, end + all.length + 12))) break
      end += all.length
      yield { number: plain(further), start: end - further.length, end, first }
    }
  }
}

/** "02" is 2. */
function plain(number: string): string {
  return number.split('.').map(Number).join('.')
}
