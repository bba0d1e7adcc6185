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
export function numberIn(text: string): string {
  let end = text.length
  while (end > 0 && !/[\da-z]/.test(text[end - 1]!)) end--
  const start = text.search(/\d/)
  return start < 0 ? '' : text.slice(start, end)
}
