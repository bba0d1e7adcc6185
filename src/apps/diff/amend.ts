import type { Plan } from '../../plan/bind-types.ts'
import type { PlacedTree } from '../../plan/files/mentions.ts'
import { filesOf } from '../../plan/files/mentions.ts'
import type { TreeEntry } from '../../files/tree.ts'
import { addFile } from '../../fix/files/add-file.ts'
import { commonestOf, mostly, ownMark } from '../../fix/files/own-marks.ts'
import type { Edit } from '../../types.ts'
import type { PlanComparison } from './types.ts'

type Changed = PlanComparison['unplanned'][number]

/** The edits that write changed files into a plan. */
interface Amendment {
  edits: Edit[]
  /** Files whose names can't stand there. */
  skipped: string[]
  /** What was written into: `tree`, `overview`, `table`. */
  into: string[]
}

/**
 * Writes files into the plan's file tree, its overview and its table of files, each with its mark as the plan writes it, drawn as the tree is drawn.
 *
 * @param cut What the tree leaves out at the start of paths, and puts before them: see `shiftOf`.
 * @returns Nothing where the plan has none of these.
 */
export function amend(plan: Plan, unplanned: readonly Changed[], cut: Shift): Amendment | undefined {
  const files = unplanned.map(change => ({ change, path: shifted(change.path, cut) }))
  const [fine, skipped] = [files.filter(({ path }) => canStand(path)), files.filter(({ path }) => !canStand(path))]
  const placed = treeOf(plan)
  const lists = listed(fine, plan)
  if (!placed && lists.length === 0 && fine.length > 0) return undefined
  const into = [...(placed ? ['tree'] : []), ...lists.map(({ role }) => role)]
  return {
    edits: together([...(placed ? drawn(fine, placed, plan) : []), ...lists.flatMap(({ edits }) => edits)]),
    skipped: skipped.map(({ change }) => change.path),
    into
  }
}

interface Named {
  change: Changed
  path: string
}

/** Controls would break the line, the rest would be read as something else. */
function canStand(path: string): boolean {
  return !/[\p{Cc}\p{Cf}`<>#*?{}\\|]|^\s|\s$|\s{2}|\s[-–—]\s/u.test(path)
}

function treeOf(plan: Plan): PlacedTree | undefined {
  return (
    filesOf(plan).trees.find(
      tree => tree.section.spec.files === 'inventory' && tree.tree && tree.tree.entries.length > 0
    ) ?? filesOf(plan).trees.find(tree => tree.tree && tree.tree.entries.length > 0)
  )
}

/** The files in the overview and in the table of files, where the plan has them. */
function listed(files: readonly Named[], plan: Plan): { role: string; edits: Edit[] }[] {
  return (['overview', 'table'] as const).flatMap(role => {
    const edits = files.flatMap(({ path, change: { happened, from } }) =>
      addFile(
        { path, mark: kinds[happened], ...(from === undefined ? {} : { written: { from } }) },
        role,
        plan
      ).flatMap(fix => fix.edits)
    )
    return edits.length > 0 ? [{ role, edits }] : []
  })
}

/** In the order of the text; what goes to one place in the order of the files. */
function together(edits: readonly Edit[]): Edit[] {
  const at = new Map<number, Edit>()
  for (const { start, end, text } of edits) {
    const known = at.get(start)
    at.set(start, { start, end, text: (known?.text ?? '') + text })
  }
  return [...at.values()].sort((a, b) => a.start - b.start)
}

function drawn(files: readonly Named[], placed: PlacedTree, plan: Plan): Edit[] {
  const lines = new Map<number, { text: string; before: boolean }[]>()
  for (const { path, change } of files) {
    const spot = spotFor(path, placed)
    const text = lineFor(path, spot, change, placed, plan)
    const list = lines.get(spot.line)
    if (list) list.push({ text, before: spot.before })
    else lines.set(spot.line, [{ text, before: spot.before }])
  }
  return [...lines].sort(([a], [b]) => a - b).flatMap(([line, texts]) => editsAt(line, texts, placed, plan))
}

/** How paths in a tree differ from those of the repository: `client/` before them, or `packages/mail/` taken off. */
interface Shift {
  before: string
  off: string
}

/** Tells the shift from files that are in both. */
export function folderShift(planned: PlanComparison['planned']): Shift {
  for (const {
    path,
    planned: { path: written }
  } of planned) {
    if (written === path || (!written.includes('/') && !path.includes('/'))) continue
    if (written.endsWith(`/${path}`)) return { before: written.slice(0, -path.length), off: '' }
    if (written.includes('/') && path.endsWith(`/${written}`))
      return { before: '', off: path.slice(0, -written.length) }
  }
  return { before: '', off: '' }
}

function shifted(path: string, { before, off }: Shift): string {
  return off !== '' && path.startsWith(off) ? path.slice(off.length) : before + path
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
  const folders = new Map<string, TreeEntry[]>()
  for (const entry of entries) {
    const folder =
      entry.depth === 0
        ? ''
        : entry.path.slice(0, Math.max(0, entry.path.length - entry.name.replace(/^\.\/|\/$/g, '').length - 1))
    const list = folders.get(folder)
    if (list) list.push(entry)
    else folders.set(folder, [entry])
  }
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

/** The column in which most marks stand, with the sign before them, so that the new one stands there, too. */
function markColumn(placed: PlacedTree): number {
  const columns = placed.tree!.entries.flatMap(entry => {
    const column = entry.mark && entry.mark.column - signBefore(entry, placed).length
    return column !== undefined && column > entry.column ? [column] : []
  })
  const [column, count] = commonestOf(columns, each => each) ?? [0, 0]
  return count > 1 ? column : 0
}

/** `# `, `← `: what stands between a name and the mark that is said in a comment. */
function signBefore({ endColumn, line, mark }: TreeEntry, placed: PlacedTree): string {
  return mark && mark.column > endColumn ? lineText(line, placed).slice(endColumn, mark.column).trimStart() : ''
}

const kinds = { added: 'new', modified: 'modified', deleted: 'deleted', renamed: 'renamed' } as const

/** As the tree's other marks are written; `<new>` where it has none. */
function markOf({ happened, from }: Changed, placed: PlacedTree): string {
  const marked = placed.tree!.entries.flatMap(({ mark, ...entry }) => (mark ? [{ ...entry, mark }] : []))
  const written = marked.map(({ mark }) => mark)
  const deed = { kind: kinds[happened], ...(from === undefined ? {} : { from }) }
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

function editsAt(
  line: number,
  texts: readonly { text: string; before: boolean }[],
  placed: PlacedTree,
  plan: Plan
): Edit[] {
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
    ...place(
      after,
      texts.filter(each => !each.before)
    )
  ]
}
