import type { ListItem, Node } from 'mdast'
import { lineEnd } from '../outline/lines.ts'
import { spanOf, textOf } from '../outline/nodes.ts'
import { isStruckOut } from '../outline/struck.ts'
import type { Span } from '../outline/types.ts'
import type { Plan } from '../plan/bind-types.ts'
import { isSetAside } from '../plan/asides/put-off.ts'
import { countBy } from '../util/group.ts'
import type { Place } from '../types.ts'

/** An item of a checklist that has no box where those beside it have one. */
export interface UnboxedItem {
  /** Its first line, without markup. */
  text: string
  /** Of that line. */
  place: Place
  start: number
}

/** The items of a span that lost their box: in a list most of whose items have one, and saying nothing of being put off. */
export function unboxedItems(span: Span, plan: Plan): UnboxedItem[] {
  const { content, outline } = plan
  const { parents } = outline.nodes
  const boxes = content.checkboxes(span)
  if (boxes.length < 2) return []
  const boxed = new Set<Node>(boxes.map(({ node }) => node))
  const listOf = (node: Node): Node | undefined => parents.get(node)
  const lists = countBy(boxes, ({ node }) => listOf(node))
  const bare = content.items(span).filter(item => !boxed.has(item) && lists.has(listOf(item)))
  const bareIn = countBy(bare, listOf)
  return bare.flatMap(item => {
    const isFew = bareIn.get(listOf(item))! < lists.get(listOf(item))!
    // What holds boxes is their title.
    const said = isFew && content.checkboxes(spanOf(item)).length === 0 ? unboxedItem(item, plan) : undefined
    return said ? [said] : []
  })
}

function unboxedItem(item: ListItem, { outline: { source, lines } }: Plan): UnboxedItem | undefined {
  const [first] = item.children
  if (first?.type !== 'paragraph') return undefined
  const text = textOf(first).split('\n', 1)[0]!.trim()
  const { start, end } = spanOf(first)
  const line = { start, end: Math.min(end, lineEnd(source, start)) }
  if (text === '' || text.endsWith(':') || isSetAside(text)) return undefined
  if (isStruckOut({ start: start + 2, end: start + 3 }, source)) return undefined
  return { text, place: lines.placeOf(line), start }
}
