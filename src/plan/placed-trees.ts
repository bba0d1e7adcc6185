import type { Code } from 'mdast'
import type { Place } from '../types.ts'
import { bodySpan } from './bind.ts'
import type { BoundSection, Plan } from './bind-types.ts'
import { placeOf, spanOf, startOf } from './nodes.ts'
import type { FileTree, TreeEntry } from './tree.ts'
import { parseTree } from './tree.ts'

/** A file tree with the fence it stands in. */
export interface PlacedTree {
  section: BoundSection
  node: Code
  place: Place
  tree?: FileTree
  placeOfEntry(entry: TreeEntry): Place
  /** Of its mark, if it has one. */
  placeOfMark(entry: TreeEntry): Place
  placeOfLine(line: number): Place
}

/** Offset at which the content of a fence starts. */
export function fenceStart(node: Code, source: string): number {
  const span = spanOf(node)
  const end = source.indexOf('\n', span.start)
  return end < 0 || end > span.end ? span.end : end + 1
}

/** The file trees of a section; where none of its fences holds one, the first fence. */
export function treesIn(section: BoundSection, plan: Plan): PlacedTree[] {
  const fences = plan.content.fences(bodySpan(section))
  const placed = fences.map(node => placeTree(section, node, plan, fences.length === 1))
  const trees = placed.filter(candidate => candidate.tree !== undefined)
  return trees.length > 0 ? trees : placed.slice(0, 1)
}

function placeTree(section: BoundSection, node: Code, plan: Plan, expected: boolean): PlacedTree {
  const { outline } = plan
  const tree = parseTree(node.value, expected)
  const fenced = /^[`~]{3}/.test(outline.source.slice(startOf(node), startOf(node) + 3))
  const first = placeOf(node).start.line + (fenced ? 1 : 0)
  let texts: string[] | undefined
  const textOf = (line: number): string => (texts ??= node.value.split(/\r\n|\r|\n/))[line] ?? ''
  // Markdown takes indentation off, of which a part of a tab may have been left as spaces: so the line is measured from its end.
  const at = (line: number, from: number, to: number): Place => {
    const start = endOfLine(first + line, plan) - textOf(line).length
    return outline.lines.placeOf({ start: start + from, end: start + Math.max(from + 1, to) })
  }
  return {
    section, node, place: placeOf(node), ...(tree ? { tree } : {}),
    placeOfEntry: entry => at(entry.line, entry.column, entry.endColumn),
    placeOfMark: ({ line, column, endColumn, mark }) => at(line, mark?.column ?? column, mark?.endColumn ?? endColumn),
    placeOfLine: line => {
      const text = textOf(line)
      return at(line, text.length - text.trimStart().length, text.trimEnd().length)
    }
  }
}

function endOfLine(line: number, { outline: { lines, source } }: Plan): number {
  let end = line < lines.count ? lines.startOf(line + 1) : source.length
  while ('\r\n'.includes(source[end - 1]!)) end--
  return end
}
