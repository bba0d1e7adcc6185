/** Numbers that may stand for a unit without its word: whoever renumbers can't know. */
import type { Table } from 'mdast'
import { textOf } from '../outline/nodes.ts'
import { normalise } from '../outline/text.ts'
import type { Span } from '../outline/types.ts'
import type { Plan } from '../plan/bind-types.ts'

/** "1, 2 and 4", "1 → 2 → 4", "1 before 3". */
const run =
  /(?<![\p{L}\p{N}.,:/-])\d{1,3}(?:(?:, (?:and |or )?| and | or | ?(?:→|->|–) ?| before | after | then )\d{1,3}){1,20}(?![\p{L}\p{N}]|[.,:/-]\d)/gu

/** "the 4th step". */
const nth = /(?<![\p{L}\p{N}])\d{1,3}(?=(?:st|nd|rd|th)(?![\p{L}\p{N}]))/gu

/** What the column of numbers is headed by, besides the units' own words. */
const columns = new Set(['#', 'no', 'no.', 'nr', 'nr.', 'number', ''])

/**
 * @param spans Where running text stands.
 * @param words The units' words, lower case: "step", "steps".
 * @param isRead Does a number at an offset belong to a word already?
 */
export function bareNumbers(
  plan: Plan,
  spans: readonly Span[],
  words: ReadonlySet<string>,
  isRead: (offset: number) => boolean
): number[] {
  const found: string[] = []
  const { source } = plan.outline
  for (const { start, end } of spans) {
    const text = source.slice(start, end)
    for (const match of [...text.matchAll(run), ...text.matchAll(nth)])
      if (!isRead(start + match.index)) found.push(match[0])
  }
  for (const table of plan.outline.nodes.tables) found.push(...cellsOf(table, words))
  return found.flatMap(text => (text.match(/\d+/g) ?? []).map(Number))
}

/** Numbers alone in their cells, below a word for the units or in the first column. */
function* cellsOf({ children: [head, ...rows] }: Table, words: ReadonlySet<string>): Iterable<string> {
  const names = head?.children.map(cell => normalise(textOf(cell))) ?? []
  for (const row of rows)
    for (const [at, cell] of row.children.entries()) {
      const text = textOf(cell).trim()
      const isNumbered = at === 0 || columns.has(names[at] ?? '') || words.has(names[at] ?? '')
      if (isNumbered && /^\d{1,3}(?:[ ,–-]{1,3}\d{1,3}){0,20}$/.test(text)) yield text
    }
}
