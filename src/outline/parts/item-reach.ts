import type { List, ListItem, Root, RootContent } from 'mdast'
import { placeOf, spanOf, startOf } from '../nodes.ts'
import type { Outline } from '../types.ts'
import type { TitleReading } from './titles.ts'
import { holdsTitle, leadsTo } from './titles.ts'

/**
 * How far the last items of lists reach that a block cut short. Markdown ends a list before a fence that is not indented; to its author the item goes on with
 * the fence, and with what follows it, up to the item where the list goes on. A title ends it.
 *
 * @param reading What titles and labels are read by.
 */
export function itemReaches(root: Root, reading: TitleReading): ReadonlyMap<ListItem, number> {
  const found = new Map<ListItem, number>()
  let last: List | undefined
  let between: RootContent[] = []
  // Lists that one item after the other is cut from do so to their end.
  let isCut = false
  const close = (next?: List): void => {
    const item = last?.children.at(-1)
    if (!last || !item || between.length === 0) return
    const wasCut = isCut
    isCut = false
    // Only then it matters what stands between, which takes longer to read.
    if (!isFence(between[0]!) && !next?.ordered) return
    const title = between.findIndex(block => holdsTitle(block, reading))
    const behind = title < 0 ? between : between.slice(0, title)
    if (behind.length === 0) return
    if (next !== undefined && title < 0 && continues(last, next, behind, reading)) {
      found.set(item, startOf(next))
      isCut = true
      return
    }
    const end = ownEnd(item, behind, wasCut, reading)
    if (end !== undefined) found.set(item, end)
  }
  for (const block of root.children) {
    if (block.type === 'list') {
      close(block)
      if (between.length === 0) isCut = false
      last = block
      between = []
    } else if (block.type === 'thematicBreak' || block.type === 'heading') {
      close()
      last = undefined
      between = []
      isCut = false
    } else if (last) between.push(block)
  }
  close()
  return found
}

/** Where an item of a list ends to its author. */
export function reachOfItem(item: ListItem, { itemReaches: reaches }: Outline): number {
  return reaches.get(item) ?? spanOf(item).end
}

const isFence = ({ type }: RootContent): boolean => type === 'code'
const columnOf = (node: RootContent): number => placeOf(node).start.column

/**
 * Does a list go on with another: with the next number, or, behind a fence, with the same bullet? A list that the text right above it leads to is that text's.
 */
function continues(one: List, next: List, between: readonly RootContent[], reading: TitleReading): boolean {
  if (one.ordered !== next.ordered || columnOf(one) !== columnOf(next)) return false
  const last = (one.start ?? 1) + one.children.length - 1
  if (one.ordered && next.start === last + 1) return true
  if (!isFence(between[0]!) || leadsTo(between.at(-1)!, next, reading)) return false
  if (one.ordered) return last === 1 && next.start === 1
  return reading.source[startOf(one)] === reading.source[startOf(next)]
}

/** The last item of all has the fences behind it where its text leads to them, the items before it had theirs, or what follows is indented as it is. */
function ownEnd(
  item: ListItem,
  behind: readonly RootContent[],
  isCut: boolean,
  { source }: TitleReading
): number | undefined {
  const fences = behind.findIndex(block => !isFence(block))
  const many = fences < 0 ? behind.length : fences
  if (many === 0) return undefined
  const inset = columnOf(item)
  const beside = behind.slice(many).findIndex(block => columnOf(block) <= inset)
  const further = beside < 0 ? behind.length - many : beside
  const leads = /[:：]\**\s*$/.test(source.slice(startOf(item), spanOf(item).end))
  return leads || isCut || further > 0 ? spanOf(behind[many + further - 1]!).end : undefined
}
