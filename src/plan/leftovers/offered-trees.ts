/** Trees that a template offers to choose from: where several are drawn, nobody chose. */
import type { Code } from 'mdast'
import { onceEach } from '../../util/once.ts'
import type { TreeEntry } from '../../files/tree.ts'
import { parseTree } from '../../files/tree.ts'
import { firstCodeLine } from '../../outline/lines.ts'
import type { Span } from '../../outline/types.ts'
import type { Plan } from '../bind-types.ts'

/** Where the trees begin that the profile's template offers and the plan draws with all their folders; the first of them was chosen, maybe. */
export const unchosenTrees: (plan: Plan) => readonly Span[] = onceEach(
  ({ outline, profile: { choice: offers = [] } }) => {
    if (offers.length === 0) return []
    const drawn = outline.nodes.fences.flatMap(fence => {
      const folders = foldersOf(fence)
      return offers.flatMap(offer =>
        offer.every(path => folders.has(path)) ? { fence, entry: folders.get(offer[0]!)! } : []
      )
    })
    return drawn.slice(1).map(({ fence, entry: { line, name } }) => {
      const from = outline.lines.startOf(firstCodeLine(fence, outline.source) + line)
      const start = outline.source.indexOf(name, from)
      return { start, end: start + name.length }
    })
  }
)

/** The folders that a fence draws, by their paths. */
function foldersOf(fence: Code): ReadonlyMap<string, TreeEntry> {
  const entries = parseTree(fence.value, false)?.entries ?? []
  return new Map(entries.flatMap(entry => (entry.directory ? [[entry.path, entry]] : [])))
}
