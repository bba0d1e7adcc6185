import type { Code, ListItem, Table } from 'mdast'
import { parseTree } from '../files/tree.ts'
import type { Content } from '../outline/content.ts'
import { diagramLanguages } from '../outline/code/diagram-languages.ts'
import type { Checkbox, Span } from '../outline/types.ts'
import { writtenOf } from '../outline/written.ts'
import type { Demand, SectionSpec } from '../profiles/schema.ts'
import { blanksIn, isBlankToFill } from './blanks.ts'

/** Is there something whose form says what a plan has there, whatever is in it: a table, boxes, a tree, a diagram? */
export function hasForm(span: Span, content: Content): boolean {
  return (
    content.has('tables', span) ||
    content.checkboxes(span).length > 0 ||
    content.fences(span).some(fence => isTree(fence) || isDiagram(fence))
  )
}

const isTree = ({ value }: Code): boolean => value.trim() !== '' && parseTree(value, false) !== undefined
const isDiagram = ({ lang }: Code): boolean => diagramLanguages.includes(lang ?? '')

/** What a section's own content asks for, the most telling thing first. */
export function draftDemands(span: Span, content: Content): Partial<SectionSpec> {
  const [table] = content.tables(span)
  if (table) return { content: [tableDemand(table)] }
  const fences = content.fences(span)
  if (fences.some(isTree)) return { files: 'context', content: [{ kind: 'tree' }] }
  if (fences.some(isDiagram)) return { content: [{ kind: 'diagram' }] }
  const boxes = content.checkboxes(span)
  if (boxes.length > 0)
    return boxes.map(writtenBehind).some(text => blanksIn(text).length > 0 || text === '')
      ? { content: [{ kind: 'tasks' }] }
      : { checklist: { items: boxes.map(box => box.text.trim()) } }
  if (content.items(span).some(item => isSample(writtenOf(item))))
    return { content: [{ kind: 'list', or: ['text', 'table'] }] }
  return fences.length > 0 ? { content: [{ kind: 'code', or: ['text'] }] } : {}
}

/** What stands behind a box, tags included. */
function writtenBehind({ node, text }: Checkbox): string {
  const first =
    node.type === 'listItem' && typeof node.checked === 'boolean' ? (node as ListItem).children[0] : undefined
  return first === undefined ? text.trim() : writtenOf(first)
}

/** An item that shows how items are written; one with a whole sentence of its own says what to write. */
function isSample(text: string): boolean {
  return isBlankToFill(text) || blanksIn(text).length > 0
}

function tableDemand(table: Table): Demand {
  const columns = (table.children[0]?.children ?? []).map(cell => writtenOf(cell)).filter(column => column !== '')
  const isPlain = columns.every(column => blanksIn(column).length === 0)
  return { kind: 'table', ...(columns.length > 0 && isPlain ? { columns } : {}) }
}
