import { joinedTo, idNumber } from './numbers.ts'
import { findShapes } from './shapes.ts'

/** The numbers that a text names in one of the shapes, with those joined to them: 1 and 2 in "User Story 1 & 2". */
export function numbersNamed(shapes: readonly string[], text: string): string[] {
  const found = new Set<string>()
  for (const { start, end } of findShapes(shapes, text)) {
    const first = idNumber(text.slice(start, end))
    for (const each of [first, ...joinedTo(first, text, end)]) found.add(each)
  }
  return [...found]
}
