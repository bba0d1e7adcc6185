import type { IdShape } from './shapes.ts'

/** A range is no longer than this: what else is written so is none. */
const longestRange = 200

/** What joins one more number to those before it: "1 & 2", "1, 2 and 3", "1–3". */
const joined =
  /[ \t]*(?:(?<range>[-–—]|to\b)|(?:,[ \t]*)?(?:&|\+|\/|and\b|or\b)|,)[ \t]*(?<number>\d{1,8})(?![\p{L}\p{N}]|[.]\d)/uy

/** The numbers that stand joined behind one that ends at an offset of a text. */
export function joinedTo(first: string, text: string, end: number): string[] {
  const found: string[] = []
  let last = first
  joined.lastIndex = end
  for (let next = joined.exec(text)?.groups; next; next = joined.exec(text)?.groups) {
    const number = next['number']!
    found.push(...(next['range'] === undefined ? [number] : numbersTo(last, number)))
    last = number
  }
  return found
}

/** `1.2` to `1.4`: each of them; where it is no range, both ends. */
export function numbersTo(first: string, last: string): string[] {
  const head = first.slice(0, first.lastIndexOf('.') + 1)
  const [from, to] = [first.slice(head.length), last.startsWith(head) ? last.slice(head.length) : '']
  const [start, end] = [Number.parseInt(from, 10), Number.parseInt(to, 10)]
  if (!(end > start) || end - start > longestRange) return [first, last]
  return Array.from({ length: end - start + 1 }, (_, i) => head + String(start + i).padStart(from.length, '0'))
}

/** The `001a` of `[FR-001a]`; empty where there is no digit. */
export function idNumber(text: string): string {
  let end = text.length
  while (end > 0 && !/[\da-z]/.test(text[end - 1]!)) end--
  const start = text.search(/\d/)
  return start < 0 ? '' : text.slice(start, end)
}

/** `1` of `01`: however wide a number is written, it is the same. */
export const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, '')

/** A number in a list of them, with where it stands in the text: UTF-16 units `[start, end)`. */
interface Listed {
  /** `3`; of a range each on its own; `all`. */
  number: string
  start: number
  end: number
}

/** Does a shape open a bracket that it does not close: "(AC: #"? A list stands there then. */
export function opensList(shape: IdShape): boolean {
  return shape.startsWith('(') && !shape.includes(')')
}

const joint = /(?:\s{0,3}(?:[,;&+/]|and\b)){0,2}\s{0,3}/iuy
/** A number or two ends of a range, each with a hash, or with a word that must be the shape's. */
const number =
  /(?:(?<all>all)(?![\p{L}\p{N}])|(?<word>\p{L}{1,8}[ -]?)?#?(?<first>\d{1,8})(?![\p{L}\p{N}]|\.\d)(?:\s{0,2}(?:[-–—]|to\b)\s{0,2}(?:\p{L}{1,8}[ -]?)?#?(?<last>\d{1,8})(?![\p{L}\p{N}]|\.\d))?)/iuy

/**
 * Every number of the lists that the shapes open, up to what is none. A hash may stand before a number, or the word of the shape again: "(AC: #1, AC 3)".
 *
 * @param shapes those that open none are passed over
 * @param written a text in which signs may be full-width
 */
export function* listedIn(shapes: readonly IdShape[], written: string): Iterable<Listed> {
  const text = narrowed(written)
  const low = text.toLowerCase()
  const read = new Set<number>()
  for (const shape of shapes.filter(opensList)) {
    const head = shape.slice(0, shape.indexOf('#')).trimEnd().toLowerCase()
    for (let at = low.indexOf(head); at >= 0; at = low.indexOf(head, at + head.length)) {
      const found = read.has(at) ? [] : numbersFrom(text, at + head.length, head.replace(/[^\p{L}]/gu, ''))
      if (found.length > 0) read.add(at)
      yield* found
    }
  }
}

/** Signs and digits as wide as an ideograph, "（AC：1、2）", as the usual ones: each stays in its place. */
function narrowed(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3001', ',')
}

function numbersFrom(text: string, from: number, own: string): Listed[] {
  const found: Listed[] = []
  for (let end = from; ;) {
    joint.lastIndex = end
    joint.exec(text)
    const start = joint.lastIndex
    number.lastIndex = start
    const { all, word, first, last } = number.exec(text)?.groups ?? {}
    end = number.lastIndex
    if (all === undefined && first === undefined) return found
    if (word !== undefined && word.replace(/[ -]$/, '').toLowerCase() !== own) return found
    const numbers = all === undefined ? (last === undefined ? [first!] : numbersTo(first!, last)) : ['all']
    found.push(...numbers.map(each => ({ number: each, start, end })))
  }
}
