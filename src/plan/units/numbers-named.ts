import { numberIn, numbersTo } from './ids.ts'
import { findShapes } from './shapes.ts'

/** What joins one more number to those before it: "1 & 2", "1, 2 and 3", "1–3". */
const joined =
  /[ \t]*(?:(?<range>[-–—]|to\b)|,?[ \t]*(?:&|\+|\/|and\b|or\b)|,)[ \t]*(?<number>\d{1,8})(?![\p{L}\p{N}]|[.]\d)/uy

/** The numbers that a text names in one of the shapes, with those joined to them: 1 and 2 in "User Story 1 & 2". */
export function numbersNamed(shapes: readonly string[], text: string): string[] {
  const found = new Set<string>()
  for (const { start, end } of findShapes(shapes, text)) {
    let last = numberIn(text.slice(start, end))
    found.add(last)
    joined.lastIndex = end
    for (let next = joined.exec(text)?.groups; next; next = joined.exec(text)?.groups) {
      const number = next['number']!
      for (const each of next['range'] === undefined ? [number] : numbersTo(last, number)) found.add(each)
      last = number
    }
  }
  return [...found]
}
