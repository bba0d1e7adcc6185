import { once } from '../../util/once.ts'

/** How an identifier is written: text as it stands, `#` for a number, `###` for one of at least three digits. */
export type IdShape = string

const longest = 8
const isDigit = (text: string, at: number): boolean => text[at] !== undefined && text[at]! >= '0' && text[at]! <= '9'

/** The shapes of a profile's key: it names one, or lists several. */
export const shapesOf = (shapes: string | readonly string[] | undefined): readonly IdShape[] =>
  shapes === undefined ? [] : typeof shapes === 'string' ? [shapes] : shapes

/**
 * Reads what has a shape at an offset of a text. A letter may follow a number at the end: `T014a`.
 *
 * @param isRange A dash and a number may follow: "1.1-1.4".
 * @returns Where it ends; undefined where something else stands there, or more than the shape says.
 */
export function matchShape(shape: IdShape, text: string, at: number, isRange = false): number | undefined {
  let end = at
  for (const piece of piecesOf(shape)) {
    if (typeof piece === 'string') {
      if (!text.startsWith(piece, end)) return undefined
      end += piece.length
      continue
    }
    const start = end
    while (end - start < longest && isDigit(text, end)) end++
    if (end - start < piece) return undefined
  }
  if (isDigit(text, end - 1) && /^[a-zA-Z](?![\p{L}\p{N}])/u.test(text.slice(end, end + 2))) end++
  // "1.2.3" is no "#.#", "T001x5" no "T###".
  const isWord = /[\p{L}\p{N}]/u.test(text[end - 1] ?? '')
  const more = isRange ? /^(?:[\p{L}\p{N}]|\.\d)/u : /^(?:[\p{L}\p{N}]|[.-]\d)/u
  return isWord && more.test(text.slice(end, end + 2)) ? undefined : end
}

/**
 * What a text that begins with nearly an identifier was meant to be: D-02 of "D2", "D 2" or "d-02".
 *
 * @returns undefined where it has the shape, or none that is near: other letters, no number, more than one in the shape
 */
export function nearShape(shape: IdShape, text: string): string | undefined {
  const [letters, digits, ...others] = piecesOf(shape)
  const word = typeof letters === 'string' ? letters.replace(/[^\p{L}]/gu, '') : ''
  if (typeof digits !== 'number' || word === '' || others.length > 0) return undefined
  const [, found = '', number = ''] = /^(\p{L}{1,12})[-_. ]{0,2}(\d{1,8})(?![\p{L}\p{N}]|\.\d)/u.exec(text) ?? []
  const meant = `${letters}${number.replace(/^0+(?=\d)/, '').padStart(digits, '0')}`
  return found.toLowerCase() === word.toLowerCase() && matchShape(shape, text, 0) === undefined ? meant : undefined
}

/** Runs of text, and for runs of `#` how many digits there are at least. */
const pieces = new Map<IdShape, readonly (string | number)[]>()
function piecesOf(shape: IdShape): readonly (string | number)[] {
  let read = pieces.get(shape)
  if (!read) {
    read = (shape.match(/#+|[^#]+/g) ?? []).map(piece => (piece.startsWith('#') ? piece.length : piece))
    pieces.set(shape, read)
  }
  return read
}

/**
 * Everything in a text that has one of the shapes, in order.
 *
 * @param how ranges: "1.1-1.4" begins with one
 */
export function* findShapes(
  shapes: readonly IdShape[],
  text: string,
  how?: 'ranges'
): Iterable<{ start: number; end: number }> {
  const starts = startsOf(shapes)
  for (let at = 0; at < text.length; at++) {
    if (!starts.has(isDigit(text, at) ? '#' : text[at]!) || /[\p{L}\p{N}.-]/u.test(text[at - 1] ?? '')) continue
    const end = shapes.map(shape => matchShape(shape, text, at, how === 'ranges')).find(found => found !== undefined)
    if (end === undefined) continue
    yield { start: at, end }
    at = end - 1
  }
}

/** An identifier, or the two ends of a range, as they are written, with where it stands in the text. */
interface FoundRange {
  first: string
  last?: string
  start: number
  end: number
}

/** What stands between the two ends of a range. */
const link = /^\s{0,2}(?:-|–|—|to|through|\.\.\.?)\s{0,2}/

/** Everything in a text that has one of the shapes, in order; the two ends of "T012–T015" together. */
export function* findRanges(shapes: readonly IdShape[], text: string): Iterable<FoundRange> {
  let read = -1
  for (const { start, end } of findShapes(shapes, text, 'ranges')) {
    if (start < read) continue
    const between = link.exec(text.slice(end, end + 12))?.[0]
    const next = end + (between?.length ?? 0)
    const last =
      between === undefined
        ? undefined
        : shapes.map(shape => matchShape(shape, text, next)).find(to => to !== undefined)
    read = last ?? end
    const first = text.slice(start, end)
    yield last === undefined ? { first, start, end } : { first, last: text.slice(next, last), start, end: last }
  }
}

const startsOf = once((shapes: readonly IdShape[]): ReadonlySet<string> => new Set(shapes.map(shape => shape[0]!)))
