import { idNumber } from '../../plan/units/numbers.ts'

/**
 * May a number be that of a unit whose own can't be read? It fills a hole of the numbers that can be, or goes on behind the last of them: T005, where T004 is
 * the last and one task has none, but not T999.
 *
 * @param known the identifiers that can be read
 * @param hidden how many units have none, or one that is another's
 */
export function mayBeHidden(known: readonly string[], hidden: number): (number: string) => boolean {
  if (hidden === 0) return () => false
  const last = new Map<string, number>()
  for (const id of known) for (const [head, own] of levelsOf(id)) last.set(head, Math.max(last.get(head) ?? 0, own))
  // Of "2.1", below which nothing can be read, the 2 alone is asked.
  return number => levelsOf(number).every(([head, own]) => !(own > (last.get(head) ?? Infinity) + hidden))
}

/** "2.3": 2 at the top, and 3 below "2."; what is no number is passed over. */
function levelsOf(id: string): [head: string, own: number][] {
  const parts = idNumber(id).split('.')
  return parts.map((part, level) => [parts.slice(0, level).map(Number).join('.'), Number.parseInt(part, 10)])
}
