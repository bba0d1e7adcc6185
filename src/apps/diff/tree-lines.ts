/** Lines of a file tree: where new files stand in it, and how they are drawn there. */
import type { Plan } from '../../plan/bind-types.ts'
import type { PlacedTree } from '../../plan/files/mentions.ts'
import type { TreeEntry } from '../../files/tree.ts'
import { commonestOf, mostly, ownMark } from '../../fix/files/own-marks.ts'
import type { Edit } from '../../types.ts'
import { groupBy } from '../../util/group.ts'
import type { PlanComparison } from './types.ts'

type Changed = PlanComparison['unplanned'][number]

/** A file to be written into a plan. */
export interface AmendedFile {
  change: Changed
  /** As the plan would write it. */
  path: string
}

/** A new line of the tree. */
interface Drawn {
  text: string
  /** Before the line that it belongs to, or behind it. */
  before: boolean
  depth: number
}

/**
 * The edits that draw files into a tree, each beside its siblings.
 *
 * @param files with their paths as the tree has them
 */
export function drawn(files: readonly AmendedFile[], placed: PlacedTree, plan: Plan): Edit[] {
  const all = files.map(({ path, change }) => {
    const spot = spotFor(path, placed)
    const { line, before, sibling } = spot
    return { line, before, depth: sibling.depth, text: lineFor(path, spot, change, placed, plan) }
  })
  return [...groupBy(all, ({ line }) => line)]
    .sort(([a], [b]) => a - b)
    .flatMap(([line, texts]) => editsAt(line, texts, placed, plan))
}

/** Where a line goes: beside a sibling, below the deepest folder that is drawn. */
interface Spot {
  line: number
  before: boolean
  sibling: TreeEntry
  folder: string
}

function spotFor(path: string, placed: PlacedTree): Spot {
  const { entries } = placed.tree!
  const folders = groupBy(entries, ({ depth, path: drawnPath, name }) =>
    depth === 0 ? '' : drawnPath.slice(0, Math.max(0, drawnPath.length - name.replace(/^\.\/|\/$/g, '').length - 1))
  )
  for (
    let folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
  ) {
    const siblings = folders.get(folder)
    const drawn = folder === '' || siblings?.[0]?.depth !== 0 ? siblings : undefined
    const last = drawn?.at(-1)
    // The last branch has a drawing of its own: a new one before it leaves all others as they are.
    if (last && placed.tree!.style !== 'indent' && placed.tree!.style !== 'flat' && isDrawn(last, placed))
      return { line: last.line, before: true, sibling: last, folder }
    if (last) return { line: lastLineOf(last, entries), before: false, sibling: last, folder }
    if (folder === '') return { line: entries.at(-1)!.line, before: false, sibling: entries[0]!, folder: '' }
  }
}

function isDrawn(entry: TreeEntry, placed: PlacedTree): boolean {
  return /[^\s]/.test(lineText(entry.line, placed).slice(0, entry.column))
}

function lastLineOf(entry: TreeEntry, entries: readonly TreeEntry[]): number {
  let line = entry.line
  for (const other of entries) if (other.path.startsWith(`${entry.path}/`)) line = Math.max(line, other.line)
  return line
}

function lineText(line: number, placed: PlacedTree): string {
  return placed.node.value.split('\n')[line] ?? ''
}

function lineFor(
  path: string,
  { sibling, folder, before }: Spot,
  change: Changed,
  placed: PlacedTree,
  plan: Plan
): string {
  const { outline } = plan
  const start = outline.lines.startOf(placed.placeOfEntry(sibling).start.line)
  const own = outline.source.slice(start, placed.placeOfEntry(sibling).start.offset)
  const prefix = before
    ? own.replace(/[└╰╚┗`\\](?=[─━═-])/u, branch => ({ '└': '├', '╰': '├', '╚': '╠', '┗': '┣' })[branch] ?? '|')
    : own
  const name = folder === '' ? path : path.slice(folder.length + 1)
  const column = markColumn(placed)
  const led = leadWith(prefix, sibling, change, placed)
  if (led !== undefined) return `${led}${name}`
  const width = prefix.length - own.length + sibling.column + name.length
  return `${prefix}${name}${' '.repeat(Math.max(1, column - width))}${markOf(change, placed)}`
}

/** The column in which most marks stand behind names of several widths, with the sign before them, so that the new one stands there, too. */
function markColumn(placed: PlacedTree): number {
  const marked = placed.tree!.entries.flatMap(entry => {
    const column = entry.mark && entry.mark.column - signBefore(entry, placed).length
    return column !== undefined && column > entry.column ? [{ column, width: entry.endColumn }] : []
  })
  const [column] = commonestOf(
    marked.map(each => each.column),
    each => each
  ) ?? [0]
  const widths = new Set(marked.filter(each => each.column === column).map(({ width }) => width))
  return widths.size > 1 ? column : 0
}

/** `# `, `← `: what stands between a name and the mark that is said in a comment. */
function signBefore({ endColumn, line, mark }: TreeEntry, placed: PlacedTree): string {
  return mark && mark.column > endColumn ? lineText(line, placed).slice(endColumn, mark.column).trimStart() : ''
}

/** The kind of change that git tells, as plans have it. */
export const changeKinds = { added: 'new', modified: 'modified', deleted: 'deleted', renamed: 'renamed' } as const

/** As the tree's other marks are written; `<new>` where it has none. */
function markOf({ happened, from }: Changed, placed: PlacedTree): string {
  const marked = placed.tree!.entries.flatMap(({ mark, ...entry }) => (mark ? [{ ...entry, mark }] : []))
  const written = marked.map(({ mark }) => mark)
  const deed = { kind: changeKinds[happened], ...(from === undefined ? {} : { from }) }
  const text = ownMark(deed, written, 'angle')
  const like = marked.find(({ mark }) => mark.raw === text) ?? marked.find(({ mark }) => mark.form === mostly(written))
  return like ? signBefore(like, placed) + text : text
}

/** Before the path, where the tree has its marks there: what stands there for the sibling gives way. */
function leadWith(own: string, sibling: TreeEntry, change: Changed, placed: PlacedTree): string | undefined {
  const { mark } = sibling
  if (!mark || mark.column >= sibling.column) return undefined
  const at = own.length - sibling.column + mark.column
  return own.slice(0, at) + markOf(change, placed) + own.slice(at + mark.raw.length)
}

function editsAt(line: number, texts: readonly Drawn[], placed: PlacedTree, plan: Plan): Edit[] {
  const { lines, source } = plan.outline
  const newline = source.includes('\r\n') ? '\r\n' : '\n'
  const start = lines.startOf(placed.placeOfLine(line).start.line)
  const after = source.indexOf('\n', start) + 1 || source.length
  const place = (at: number, chosen: readonly { text: string }[]): Edit[] =>
    chosen.length === 0 ? [] : [{ start: at, end: at, text: chosen.map(({ text }) => text + newline).join('') }]
  return [
    ...place(
      start,
      texts.filter(each => each.before)
    ),
    // What lies deeper belongs to the folder that the line stands in, and a line further out would end that folder.
    ...place(
      after,
      texts.filter(each => !each.before).toSorted((a, b) => b.depth - a.depth)
    )
  ]
}
