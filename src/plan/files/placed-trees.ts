import type { Code } from 'mdast'
import type { Place } from '../../types.ts'
import { treeDemand } from '../../profiles/fields.ts'
import { bodySpan } from '../bind.ts'
import type { BoundSection, Plan } from '../bind-types.ts'
import { firstCodeLine, lineEnd } from '../../outline/lines.ts'
import { placeOf } from '../../outline/nodes.ts'
import type { FileTree, TreeEntry } from '../../files/tree.ts'
import { parseTree } from '../../files/tree.ts'

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

/** The file trees of a section; where none of its fences holds one, the first fence. */
export function treesIn(section: BoundSection, plan: Plan): PlacedTree[] {
  const isOptional = treeDemand(section.spec)?.required === false
  const fences = plan.content.fences(bodySpan(section)).filter(({ lang }) => !isOptional || isForTrees(lang))
  const placed = fences.map(node => placeTree(section, node, plan, fences.length === 1 && !isOptional))
  const trees = placed.filter(candidate => candidate.tree !== undefined)
  return trees.length > 0 || isOptional ? trees : placed.slice(0, 1)
}

/** May a fence of this language hold a tree, where nothing says that it does? */
function isForTrees(lang: string | null | undefined): boolean {
  return !lang || /^(?:te?xt|plain(?:text)?|tree|diff)$/i.test(lang)
}

function placeTree(section: BoundSection, node: Code, plan: Plan, expected: boolean): PlacedTree {
  const { outline } = plan
  const tree = parseTree(node.value, expected)
  const first = firstCodeLine(node, outline.source)
  let texts: string[] | undefined
  const textOf = (line: number): string => (texts ??= node.value.split(/\r\n|\r|\n/))[line] ?? ''
  // Markdown takes indentation off, of which a part of a tab may have been left as spaces: so the line is measured from its end.
  const at = (line: number, from: number, to: number): Place => {
    const start = lineEnd(outline.source, outline.lines.startOf(first + line)) - textOf(line).length
    return outline.lines.placeOf({ start: start + from, end: start + Math.max(from + 1, to) })
  }
  return {
    section,
    node,
    place: placeOf(node),
    ...(tree ? { tree } : {}),
    placeOfEntry: entry => at(entry.line, entry.column, entry.endColumn),
    placeOfMark: ({ line, column, endColumn, mark }) => at(line, mark?.column ?? column, mark?.endColumn ?? endColumn),
    placeOfLine: line => {
      const text = textOf(line)
      return at(line, text.length - text.trimStart().length, text.trimEnd().length)
    }
  }
}
