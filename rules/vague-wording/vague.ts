import type { Node } from 'mdast'
import { escapePattern } from '../../src/outline/text.ts'
import { once } from '../../src/util/once.ts'
import type { Place } from '../../src/types.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { isParent, spanOf } from '../../src/outline/nodes.ts'
import { isQuoted } from '../../src/outline/quotations.ts'
import type { Span } from '../../src/outline/types.ts'

/** A word that leaves the decision to the reader. */
export interface VagueWord {
  text: string
  place: Place
}

/** What is vague in any plan; a profile may name others. */
export const vagueWords: readonly string[] = [
  'etc',
  'et cetera',
  'and so on',
  'and so forth',
  'and the like',
  'and others',
  'and more',
  'as needed',
  'when needed',
  'where needed',
  'if needed',
  'as appropriate',
  'where appropriate',
  'when appropriate',
  'if appropriate',
  'as necessary',
  'if necessary',
  'where necessary',
  'when necessary',
  'as required',
  'as applicable',
  'where applicable',
  'if applicable',
  'as the case may be',
  'handle edge cases',
  'handle errors appropriately',
  'handle errors properly',
  'handle errors gracefully',
  'various',
  'some kind of',
  'some sort of',
  'some form of',
  'somehow',
  'or something',
  'or similar',
  'or whatever',
  'if possible',
  'where possible',
  'as far as possible',
  'in some way',
  'should probably',
  'might need to',
  'may need to',
  'to some extent',
  'and related',
  'appropriately',
  'und so weiter',
  'usw',
  'и т. д',
  'и т.д',
  'и так далее',
  '等等',
  'など'
]

/** One pattern for a list of words: whole words, any white space between them. */
const patternOf = once((words: readonly string[]): RegExp => {
  const parts = [...words]
    .sort((a, b) => b.length - a.length)
    .map(word => escapePattern(word).replace(/ /g, '\\s+').replace(/#/g, '\\d+').replace(/^etc$/, 'etc\\.?'))
  const latin = parts.filter(part => !unspaced.test(part)).join('|')
  const dense = parts.filter(part => unspaced.test(part)).join('|')
  return new RegExp(
    [latin && `(?<![\\p{L}\\p{N}_/-])(?:${latin})(?![\\p{L}\\p{N}_/-])`, dense].filter(Boolean).join('|'),
    'giu'
  )
})

/** What is written without spaces between words. */
const unspaced = /[\u3040-\u9fff]/

/** Words before it that take it back: "no etc.", "never as needed", "without and so on". */
const negated = /\b(?:no|not|never|without|avoid|avoids|nor|than|word|words|say|says|instead of)\s+(?:\p{L}+\s+)?$/iu

/**
 * Vague words in the running text of a span; code, links, quotations and negations are none.
 *
 * @param words - what counts as vague; `#` in them stands for a number
 */
export function vagueIn(span: Span, words: readonly string[], plan: Plan): VagueWord[] {
  const pattern = patternOf(words)
  const { source, lines } = plan.outline
  const cells = plan.content.tables(span).flatMap(table => table.children.slice(1).flatMap(row => row.children))
  const blocks: Node[] = [...plan.content.paragraphs(span).filter(node => !isQuoted(node, plan.outline)), ...cells]
  const found: VagueWord[] = []
  for (const block of blocks) {
    const own = spanOf(block)
    const text = masked(block, source)
    for (const match of text.matchAll(pattern)) {
      if (
        negated.test(text.slice(Math.max(0, match.index - 40), match.index)) ||
        isInQuotes(text, match.index, match.index + match[0].length)
      )
        continue
      const start = own.start + match.index
      found.push({ text: match[0].replace(/\s+/g, ' '), place: lines.placeOf({ start, end: start + match[0].length }) })
    }
  }
  return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
}

/** A block's source with everything that is no running text blanked out, so that offsets stay. */
function masked(block: Node, source: string): string {
  const own = spanOf(block)
  const pieces: string[] = []
  let at = own.start
  const stack: Node[] = [block]
  while (stack.length > 0) {
    const node = stack.pop()!
    const span = spanOf(node)
    if (node.type === 'text') {
      pieces.push(' '.repeat(Math.max(0, span.start - at)), source.slice(Math.max(at, span.start), span.end))
      at = Math.max(at, span.end)
    } else if (node.type !== 'link' && node.type !== 'linkReference' && isParent(node)) {
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]! as Node)
    }
  }
  return pieces.join('')
}

/** Does it stand between quotation marks on its own? */
function isInQuotes(text: string, start: number, end: number): boolean {
  // No quotation that matters is longer: the look back stays short, however long the paragraph is.
  const before = text.slice(Math.max(0, start - 400), start)
  const after = text.slice(end, end + 80)
  if (/["“‘«「`][^"“”‘’«»「」`]{0,40}$/.test(before.slice(-42)) && /^[^"“”‘’«»「」`]{0,40}["”’»」`]/.test(after))
    return before.split('"').length % 2 === 0 || /[“‘«「][^”’»」]*$/.test(before.slice(-42))
  return false
}
