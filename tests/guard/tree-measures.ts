/** What the parser itself finds in a document, to hold the guard's measures against. */
import type { Nodes } from 'mdast'
import { walk } from './walk.ts'
import { parsePlan } from '../../src/parse/parse.ts'

/** `markers`: the most in a paragraph, heading or table row; `nesting`: list items and block quotes in each other. */
export function treeMeasures(text: string): { nesting: number; markers: number; definitions: number } {
  const measures = { nesting: 0, markers: 0, definitions: 0 }
  let depth = 0
  walk<Nodes>(
    parsePlan(text),
    node => {
      if (isContainer(node)) measures.nesting = Math.max(measures.nesting, ++depth)
      if (node.type === 'definition') measures.definitions++
      if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableRow') return undefined
      const source = text.slice(node.position!.start.offset, node.position!.end.offset)
      measures.markers = Math.max(measures.markers, source.match(/[*_[\]<`]/g)?.length ?? 0)
      return 'skip'
    },
    node => {
      if (isContainer(node)) depth--
    }
  )
  return measures
}

function isContainer(node: Nodes): boolean {
  return node.type === 'listItem' || node.type === 'blockquote'
}
