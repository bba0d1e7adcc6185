/** Labels without markup of their own: at the head of a text, or of what is emphasised. */
import type { Node, Parent } from 'mdast'
import type { Span } from '../types.ts'
import { endsWords } from '../lines.ts'
import { spanOf } from '../nodes.ts'
import { normalise } from '../text.ts'
import { closingOf, longestRemark, type Closing } from './label-end.ts'

/** Labels that are recognised without any markup: `Run:`, `Files:`. Keys are normalised. */
export type Vocabulary = ReadonlySet<string>

/** A label without markup, up to its remark or its colon. */
const plain = /^\p{L}[\p{L}\p{N} '’/&-]{0,48}(?=[([:：])/u

/** What stands behind the colon of a label without markup: "std::io" and "a:b" have none. */
const behindPlain = /^(?:\s|$|[^\p{L}\p{N}/\\:])/u

/** In an emphasis of its own with its value: "_Requirements:1.1_". */
const behindMarked = /^[^/\\:]/

/**
 * Most lines of prose have no colon at their head.
 *
 * @param behind What may stand behind the colon; behind one of full width no blank is written.
 */
export function readPlainHead(
  { start, end }: Span,
  source: string,
  behind = behindPlain
): (Closing & { name: string }) | undefined {
  const unit = source.charCodeAt(start)
  // A label begins with a letter; beyond ASCII the pattern knows.
  if (unit < 65 || (unit > 90 && unit < 97) || (unit > 122 && unit < 128) || !endsWords(source, start, end))
    return undefined
  const name = plain.exec(source.slice(start, Math.min(end, start + 60)))?.[0]
  if (name === undefined) return undefined
  const rest = source.slice(start + name.length, Math.min(end, start + name.length + longestRemark + 8))
  const closing = closingOf(rest)
  return closing && (rest[closing.length - 1] === '：' || behind.test(rest.slice(closing.length, closing.length + 2)))
    ? { name, length: name.length + closing.length, qualifier: closing.qualifier }
    : undefined
}

/** "**File: `a.ts`** (new)": a known label with its value in the same emphasis. */
export function labelInside(
  node: Node,
  source: string,
  vocabulary: Vocabulary
): { title: string; end: number } | undefined {
  const { start, end } = spanOf((node as Parent).children[0]!)
  const match = readPlainHead({ start, end }, source, behindMarked)
  return match && vocabulary.has(normalise(match.name)) ? { title: match.name, end: start + match.length } : undefined
}
