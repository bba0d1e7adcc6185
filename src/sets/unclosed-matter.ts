/** Front matter that nobody closed, read as if it were: else its keys are prose, or the text up to the next rule is front matter. */
import type { Root, Yaml } from 'mdast'
import { Lines } from '../outline/nodes.ts'
import { unclosedMatter } from '../outline/matter/unclosed.ts'

const memo = new WeakMap<Root, { source: string; closed: Root }>()

/**
 * The tree of a document with its front matter closed; the given one where there is nothing to close. Memoised per tree.
 *
 * @param source The text that the tree was parsed from.
 * @yields The text without its front matter, to be parsed; a string in answer says that it can't be, and the given tree is all there is.
 */
export function* withClosedMatter(tree: Root, source: string): Generator<string, Root, Root | string> {
  const span = unclosedMatter(source)
  if (!span) return tree
  const known = memo.get(tree)
  if (known?.source === source) return known.closed
  const rest = yield withoutHead(source, span.end)
  if (typeof rest === 'string') return tree
  const head = source.slice(0, span.end)
  const yaml: Yaml = {
    type: 'yaml',
    value: head.slice(head.search(/[\r\n]/)).trim(),
    position: new Lines(source).placeOf(span)
  }
  const closed: Root = { ...rest, children: [yaml, ...rest.children] }
  memo.set(tree, { source, closed })
  return closed
}

/** A text with its front matter blank, so that all else stands where it stood. */
export function withoutHead(source: string, end: number): string {
  return source.slice(0, end).replace(/[^\r\n]/g, ' ') + source.slice(end)
}
