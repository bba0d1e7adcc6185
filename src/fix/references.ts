import type { Plan, Unit } from '../plan/bind-types.ts'
import { isParent, spanOf } from '../outline/nodes.ts'
import type { Node } from 'mdast'

/** A number in the text that stands for a unit: the 4 of "see Step 4", each of "steps 2–4". */
export interface Reference {
  start: number
  end: number
  number: number
}

/**
 * Finds where the running text names units by word and number. Code is no running text, nor are the units' own titles.
 *
 * @param words The units' words, in any case: "step".
 */
export function referencesTo(words: readonly string[], units: readonly Unit[], plan: Plan): Reference[] {
  if (words.length === 0) return []
  const titles = new Set(units.map(unit => unit.part.place.start.offset))
  const found: Reference[] = []
  for (const node of textNodes(plan)) {
    const { start, end } = spanOf(node)
    const text = plan.outline.source.slice(start, end)
    for (const match of text.matchAll(named)) {
      if (!isWord(match[1]!, words) || isTitle(start + match.index, titles, plan)) continue
      found.push(...numbersIn(match[2]!, start + match.index + match[0].length - match[2]!.length))
    }
  }
  return found
}

/** A word and the numbers that follow it: "Step 4", "Steps 2, 3 and 5", "steps 2–4". Not "Step 4.1" or "Step 4b", which are parts of one. */
const named =
  /(?<![\p{L}\p{N}])(\p{L}{1,20})[ \u00a0]#?(\d{1,6}(?:(?:, (?:and |or )?| and | or | ?& ?| ?[-–—] ?| to | through )\d{1,6}){0,20})(?![\p{L}\p{N}]|[.,-]\d)/gu

function isWord(word: string, words: readonly string[]): boolean {
  const key = word.toLowerCase()
  return words.some(each => key === each.toLowerCase() || key === `${each.toLowerCase()}s`)
}

function numbersIn(text: string, at: number): Reference[] {
  return [...text.matchAll(/\d+/g)].map(match => ({
    start: at + match.index,
    end: at + match.index + match[0].length,
    number: Number(match[0])
  }))
}

/** Is this the title of one of the units itself? */
function isTitle(offset: number, titles: ReadonlySet<number>, { outline: { source } }: Plan): boolean {
  let start = offset
  while (start > 0 && '#*_ \t'.includes(source[start - 1]!)) start--
  for (let i = start; i <= offset; i++) if (titles.has(i)) return true
  return false
}

function* textNodes({ outline: { root } }: Plan): Iterable<Node> {
  const stack: Node[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (node.type === 'text') yield node
    if (isParent(node)) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]! as Node)
  }
}
