/** Numbers in the text that may stand for a unit, though nothing says so: whoever renumbers can't know. */
import type { List, Node, Table } from 'mdast'
import { spanOf, textOf } from '../../outline/nodes.ts'
import { normalise } from '../../outline/text.ts'
import type { Span } from '../../outline/types.ts'
import type { Plan } from '../../plan/bind-types.ts'
import { countingWords, namesFor, type Numbered } from './callings.ts'
import { idNumbers } from './id-numbers.ts'
import { isAmount, isMeasure, isNumbered, isOtherWord, isShare } from './amounts.ts'

/** A number where it stands. */
export interface LooseNumber extends Span {
  number: number
  /** The identifier that it stands in. */
  id?: Span
}

/** What is looked at on each side of a number, in UTF-16 units. */
const reach = 60

const parted = /[\s()[\]{}"“”„«»*~|<>`→…;]/

/**
 * All numbers of running text, lists and tables that are not surely something else: a date, a version, a path, an amount ("4 hours"), the number of a figure.
 *
 * @param spans Where running text stands, HTML included.
 * @param own The units' words, lower case: "step", "steps".
 * @param isRead Does a number at an offset belong to a reference, or to a unit's own title?
 */
export function looseNumbers(
  plan: Plan,
  units: readonly Numbered[],
  spans: readonly Span[],
  own: ReadonlySet<string>,
  isRead: (offset: number) => boolean
): LooseNumber[] {
  const { source, nodes } = plan.outline
  const others = countingWords(plan, own)
  const called = namesFor(plan, units, own, others)
  const isPadded = units.some(({ part: { ordinal } }) => ordinal?.raw.startsWith('0'))
  const isTitled = titleNumbers(plan, units, own)
  const inIds = idNumbers(plan, units)
  const columns = measuredCells(nodes.tables, called)
  const found: LooseNumber[] = nodes.lists.flatMap(list => [...oddMarkers(list, source)])
  for (const span of spans) {
    const text = source.slice(span.start, span.end)
    for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
      const start = span.start + index
      const end = start + digits.length
      if (digits.length > 6 || isRead(start) || isTitled(start) || columns.has(span.start)) continue
      const id = inIds.get(start)
      if (id === 'none') continue
      if (id) found.push({ start, end, number: Number(digits), id })
      if (id || (digits.length > 1 && digits.startsWith('0') && !isPadded)) continue
      const before = blockBefore(source.slice(Math.max(0, start - reach), start))
      const after = blockAfter(source.slice(end, end + reach))
      if (!isElse(before, digits, after, { own, called, others })) found.push({ start, end, number: Number(digits) })
    }
  }
  for (const span of spans) found.push(...spelledNumbers(source.slice(span.start, span.end), span.start, called))
  return found.sort((a, b) => a.start - b.start)
}

const spelled = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const numberWord = new RegExp(`\\b(?:${spelled.join('|')})\\b`, 'gi')

/** "Steps one and four", "steps two to four": numbers in words behind the units' own. */
function* spelledNumbers(text: string, offset: number, own: ReadonlySet<string>): Iterable<LooseNumber> {
  for (const { 0: word, index } of text.matchAll(numberWord)) {
    const before = text.slice(Math.max(0, index - reach), index).toLowerCase()
    // "Step 1: One" is a title, and the step's own.
    const words = before
      .slice(Math.max(0, before.search(/[^\p{L}\s,][\p{L}\s,]*$/u) + 1))
      .split(/[\s,]+/)
      .filter(each => each !== '')
    const at = words.findLastIndex(each => own.has(each))
    const between = at < 0 ? [] : words.slice(at + 1)
    if (at < 0 || !between.every(each => spelled.includes(each) || joining.has(each))) continue
    const start = offset + index
    yield { start, end: start + word.length, number: spelled.indexOf(word.toLowerCase()) + 1 }
  }
}

const joining = new Set(['and', 'or', 'to', 'through', 'until', 'up'])

/** Words that stand before numbers, lower case, and plurals too. */
interface Words {
  /** The units' own. */
  own: ReadonlySet<string>
  /** Those, and what else somebody may call the units. */
  called: ReadonlySet<string>
  /** Of other parts that are counted. */
  others: ReadonlySet<string>
}

function isElse(before: string, digits: string, after: string, words: Words): boolean {
  const { called, others } = words
  const left = tokenBefore(before)
  const right = tokenAfter(after)
  if (isShare(before, after)) return true
  if (/^[~≈±]?$/.test(left) && (right === '' || /^[-–]\d+$/.test(right)))
    return isAmount(before, after) || isNumbered(before.slice(0, before.length - left.length), called, others)
  if (/^\d+[-–]$/.test(left) && right === '')
    return isAmount(before, after) || isNumbered(before.slice(0, before.length - left.length), called, others)
  // "Step 2a" of a plan of commits is a section's.
  if (left === '' && /^[a-z]$/.test(right)) return isOtherWord(before, called)
  return isToken(left, digits, right, words, after)
}

/** A word with a number in it that says what it is: a date, a version, a path, "4px", "ADR-7". */
function isToken(left: string, digits: string, right: string, { own, called }: Words, after: string): boolean {
  const token = left + digits + right
  if (
    /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.]{1,20}(?:Z|[+-][\d:]{2,5})?)?$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d{1,2}:\d{2}(?::\d{2})?$/.test(
      token
    )
  )
    return true
  if (/^[~^=v]{0,3}\d{1,6}(?:\.\d{1,6}){1,4}(?:[-+][\w.]{1,30}|\p{L}{0,3}|%)$/u.test(token)) return true
  if (isPath(token, called)) return true
  if (/^[$€£¥]/.test(left)) return true
  const word = /^(\p{L}[\p{L}-]*?)[-_]?$/u.exec(left)?.[1]?.toLowerCase()
  if (word !== undefined) return !called.has(word) && (word.length > 1 || ![...own].some(each => each.startsWith(word)))
  const key = /^([\p{L}_][\p{L}\d_.-]{0,40})=$/u.exec(left)?.[1]?.toLowerCase()
  if (key !== undefined) return !called.has(key)
  if (left !== '') return false
  if (/^(?:st|nd|rd|th)$/.test(right)) {
    const next = /^\p{L}+\s+(\p{L}+)/u.exec(after)?.[1]?.toLowerCase()
    return next !== undefined && !own.has(next)
  }
  return /^(?:%|‰|°[CF]?|px|r?em|pt|[kmgt]?i?b|[kmg]hz|ms|[smhdwkx×]|cm|mm|km|kg|fps|rpm|min|hrs?|bit|-\p{L}[\p{L}-]{0,40})$/iu.test(
    right
  )
}

function isPath(token: string, own: ReadonlySet<string>): boolean {
  const end = Math.max(token.lastIndexOf('/'), token.search(/\.\p{L}[\p{L}\d]{0,9}$/u))
  return end > 0 && /\p{L}/u.test(token.slice(0, end)) && !token.split('/').some(each => own.has(each.toLowerCase()))
}

function tokenBefore(text: string): string {
  let at = text.length
  while (at > 0 && !parted.test(text[at - 1]!) && !isStop(text, at - 1)) at--
  return text.slice(at)
}

/** Punctuation that ends a word; the colon of a time does not. */
function isStop(text: string, at: number): boolean {
  return ',!?'.includes(text[at]!) || (text[at] === ':' && !/\d/.test(text[at - 1] ?? ''))
}

function tokenAfter(text: string): string {
  let end = 0
  while (end < text.length && !parted.test(text[end]!)) end++
  return text.slice(0, end).replace(/[.,:!?’']{1,5}$/, '')
}

function blockBefore(text: string): string {
  return text.slice(Math.max(text.search(/\n[ \t>]*\n[^]*$/), text.lastIndexOf('|')) + 1)
}

function blockAfter(text: string): string {
  return text.slice(0, text.search(/\n[ \t>]*\n|\||$/))
}

/** The numbers that begin other headings ("4. Testing"), by where they stand. */
function titleNumbers(
  { outline: { parts, source } }: Plan,
  units: readonly Numbered[],
  own: ReadonlySet<string>
): (offset: number) => boolean {
  const mine = new Set(units.map(({ part }) => part))
  const offsets = new Set<number>()
  for (const part of parts) {
    const { form, ordinal, place } = part
    if ((form !== 'heading' && form !== 'bold') || !ordinal || mine.has(part)) continue
    if (ordinal.word !== undefined && own.has(ordinal.word)) continue
    const at = source.slice(place.start.offset, place.end.offset).indexOf(ordinal.raw)
    if (at < 0) continue
    for (const { index } of ordinal.raw.matchAll(/\d+/g)) offsets.add(place.start.offset + at + index)
  }
  return offset => offsets.has(offset)
}

/** Where the text of cells begins whose column says what is counted there: "Days". */
function measuredCells(tables: readonly Table[], called: ReadonlySet<string>): ReadonlySet<number> {
  const cells = new Set<number>()
  for (const {
    children: [head, ...rows]
  } of tables) {
    const isMeasured = head?.children.map(cell =>
      normalise(textOf(cell))
        .split(' ')
        .every(word => isMeasure(word) && !called.has(word))
    )
    for (const row of rows)
      for (const [at, cell] of row.children.entries())
        if (isMeasured?.[at]) for (const node of cell.children) cells.add(spanOf(node as Node).start)
  }
  return cells
}

/** The markers of a list that is not numbered through from its beginning: they repeat the numbers of something. */
function* oddMarkers({ ordered, children }: List, source: string): Iterable<LooseNumber> {
  if (!ordered) return
  const markers = children.flatMap(item => {
    const { start } = spanOf(item)
    const digits = /^\d{1,9}/.exec(source.slice(start, start + 10))?.[0]
    return digits === undefined ? [] : [{ start, end: start + digits.length, number: Number(digits) }]
  })
  const first = markers[0]?.number ?? 1
  const isThrough = first <= 1 && markers.every(({ number }, index) => number === first + index)
  if (!isThrough && markers.some(({ number }) => number !== first)) yield* markers
}
