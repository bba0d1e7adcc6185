/** Front matter without the dashes that begin or end it, read as if they stood there: else its keys are prose, or the text up to the next rule is front matter. */
import type { Root, Yaml } from 'mdast'
import { Lines } from '../outline/nodes.ts'
import { matterBody } from '../outline/matter/shape.ts'
import { unclosedMatter } from '../outline/matter/unclosed.ts'
import { unopenedMatter } from '../outline/matter/unopened.ts'

const memo = new WeakMap<Root, { source: string; mended: Root }>()

/**
 * The tree of a document with its front matter read as such; the given one where nothing is wrong with it. Memoised per tree.
 *
 * @param source The text that the tree was parsed from.
 * @yields The text without its front matter, to be parsed; a string in answer says that it can't be, and the given tree is all there is.
 */
export function* withWholeMatter(tree: Root, source: string): Generator<string, Root, Root | string> {
  const span = unclosedMatter(source) ?? unopenedMatter(source)
  if (!span) return tree
  const known = memo.get(tree)
  if (known?.source === source) return known.mended
  const rest = yield withoutHead(source, span.end)
  if (typeof rest === 'string') return tree
  const { body } = matterBody(source, span)
  const yaml: Yaml = {
    type: 'yaml',
    value: source.slice(body.start, body.end).trim(),
    position: new Lines(source).placeOf(span)
  }
  const mended: Root = { ...rest, children: [yaml, ...rest.children] }
  memo.set(tree, { source, mended })
  return mended
}

/** A text with its front matter blank, so that all else stands where it stood. */
export function withoutHead(source: string, end: number): string {
  return source.slice(0, end).replace(/[^\r\n]/g, ' ') + source.slice(end)
}
