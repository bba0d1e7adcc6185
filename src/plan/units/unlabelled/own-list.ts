import type { List, ListItem } from 'mdast'
import type { Content } from '../../../outline/content.ts'
import { readPath } from '../../../files/paths.ts'
import { spanOf, startOf, textOf } from '../../../outline/nodes.ts'
import { countWords } from '../../../outline/text.ts'
import { titleNames } from '../../../outline/title.ts'
import type { Part, Span } from '../../../outline/types.ts'
import type { UnitSpec } from '../../../profiles/schema.ts'
import type { BoundField, Unit } from '../../bind-types.ts'
import { labelledNodes, fieldLabels, unitLabels } from '../labels.ts'

/** The items that a unit lists without a label. */
interface OwnList extends Span {
  items: readonly ListItem[]
}

/** An item that tells to check what was done: it is no work of its own. */
const checks = /^[*_]{0,3}(?:verify|verification|check|confirm|ensure|validate|assert|expected)\b/i

/**
 * The list that stands in a unit under no label of its own: where the unit has Files and Verify, it is the actions. Items beside labelled ones
 * ("- **Files:** …", "- Create the table") are a list as well.
 *
 * @param own - the parts of the unit
 */
export function ownList(unit: Unit, own: readonly Part[], content: Content): OwnList | undefined {
  const labelled = labelledNodes(own)
  const fields = labelledNodes(own, unitLabels(unit.spec))
  for (const items of listsOf(unit, content)) {
    const free = items.filter(item => !fields.has(item))
    const isMixed = free.length < items.length
    const meant = isMixed ? free.filter(item => !labelled.has(item)) : free
    if (meant.length === 0 || !isFree(meant, own, unit.spec) || !meant.some(isWork)) continue
    return { start: startOf(meant[0]!), end: spanOf(meant.at(-1)!).end, items: meant }
  }
  return undefined
}

/** The field that such a list stands for, if there is just one: a list that is demanded and not there. */
export function listField(fields: readonly BoundField[]): BoundField | undefined {
  const lists = fields.filter(({ spec }) => spec.kind === 'list' && spec.required)
  return lists.length === 1 && lists[0]!.state === 'missing' ? lists[0] : undefined
}

/** The outermost lists of a unit, those of what it repeats left out. */
function listsOf(unit: Unit, content: Content): ListItem[][] {
  const { parents } = content.outline.nodes
  const lists = new Map<List, ListItem[]>()
  for (const item of content.topItems({ start: unit.part.place.end.offset, end: unit.span.end })) {
    const list = parents.get(item) as List | undefined
    if (!list || parents.get(list)?.type === 'blockquote' || isInside(startOf(item), unit.units)) continue
    const same = lists.get(list)
    if (same) same.push(item)
    else lists.set(list, [item])
  }
  return [...lists.values()]
}

function isInside(at: number, units: readonly Unit[]): boolean {
  return units.some(({ span }) => at >= span.start && at < span.end)
}

/** Stand items below no label, or below that of a field which has its value already? */
function isFree(items: readonly ListItem[], own: readonly Part[], spec: UnitSpec): boolean {
  const at = startOf(items[0]!)
  const holder = own.findLast(part => part.span.start < at && part.span.end >= at + 1)
  return holder === undefined || (allNames(holder, spec) && isGiven(holder, at))
}

function allNames(part: Part, spec: UnitSpec): boolean {
  return part.form !== 'heading' && titleNames(part).some(name => fieldLabels(spec).has(name))
}

/** Has a label its value before an offset: behind it, or as a list of its own? */
function isGiven({ value, blocks }: Part, at: number): boolean {
  const inline = value?.text ?? ''
  if (inline !== '') return !/[:：]$/.test(inline)
  return blocks.some(block => spanOf(block).end <= at && (block.type === 'list' || block.type === 'code'))
}

/** Is something to be done, other than checking it? What begins with a path names a file. */
function isWork(item: ListItem): boolean {
  const [first] = item.children
  if (first?.type !== 'paragraph' || checks.test(textOf(first))) return false
  const [head] = first.children
  if (head?.type === 'inlineCode' && readPath(head.value, { lenient: false })) return false
  const said = first.children.filter(({ type }) => type !== 'inlineCode').map(textOf)
  return countWords(said.join(' ').replace(/\([^()]{0,80}\)/g, ' ')) >= 1
}
