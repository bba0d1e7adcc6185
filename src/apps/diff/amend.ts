import type { Plan } from '../../plan/bind-types.ts'
import type { PlacedTree } from '../../plan/files/mentions.ts'
import { filesOf } from '../../plan/files/mentions.ts'
import type { TreeEntry } from '../../files/tree.ts'
import type { Edit } from '../../types.ts'
import type { Comparison } from './types.ts'

type Changed = Comparison['unplanned'][number]

/** The edits that write changed files into a plan's tree. */
interface Amendment {
  edits: Edit[]
  /** Files whose names can't stand in a tree. */
  skipped: string[]
}

/**
 * Writes files into the plan's file tree, each with its mark, drawn as the tree is drawn.
 *
 * @param cut What the tree leaves out at the start of paths, and puts before them: see `shiftOf`.
 * @returns Nothing where the plan has no tree.
 */
export function amend(plan: Plan, unplanned: readonly Changed[], cut: Shift): Amendment | undefined {
  const placed =
    filesOf(plan).trees.find(
      tree => tree.section.spec.files === 'inventory' && tree.tree && tree.tree.entries.length > 0
    ) ?? filesOf(plan).trees.find(tree => tree.tree && tree.tree.entries.length > 0)
  if (!placed) return undefined
  const lines = new Map<number, { text: string; before: boolean }[]>()
  const skipped: string[] = []
  for (const change of unplanned) {
    const path = shifted(change.path, cut)
    // Controls would break the line, the rest would be read as something else.
    if (/[\p{Cc}\p{Cf}`<>#*?{}\\|]|^\s|\s$|\s{2}|\s[-–—]\s/u.test(path)) skipped.push(change.path)
    else {
      const spot = spotFor(path, placed)
      const text = lineFor(path, spot, change, placed, plan)
      const list = lines.get(spot.line)
      if (list) list.push({ text, before: spot.before })
      else lines.set(spot.line, [{ text, before: spot.before }])
    }
  }
  return {
    edits: [...lines].sort(([a], [b]) => a - b).flatMap(([line, texts]) => editsAt(line, texts, placed, plan)),
    skipped
  }
}

/** How paths in a tree differ from those of the repository: `client/` before them, or `packages/mail/` taken off. */
export interface Shift {
  before: string
  off: string
}

/** Tells the shift from files that are in both. */
export function shiftOf(planned: Comparison['planned']): Shift {
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
  const width = prefix.length - own.length + sibling.column + name.length
  return `${prefix}${name}${' '.repeat(Math.max(1, column - width))}${markOf(change, placed)}`
}

/** The column in which most marks stand, so that the new one stands there, too. */
function markColumn({ tree }: PlacedTree): number {
  const counts = new Map<number, number>()
  for (const { mark } of tree!.entries) if (mark) counts.set(mark.column, (counts.get(mark.column) ?? 0) + 1)
  const [column, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return count > 1 ? column : 0
}

const kinds = { added: 'new', modified: 'modified', deleted: 'deleted', renamed: 'renamed' } as const

/** In the form of the tree's other marks; `<new>` unless most are written otherwise. */
function markOf({ happened, from }: Changed, { tree }: PlacedTree): string {
  const forms = tree!.entries.flatMap(entry => (entry.mark ? [entry.mark.form] : []))
  const word = happened === 'renamed' ? `renamed: ${from}` : kinds[happened]
  const isMostly = (form: string): boolean =>
    forms.length > 0 && forms.filter(each => each === form).length * 2 > forms.length
  if (isMostly('paren')) return `(${word})`
  if (isMostly('bracket')) return happened === 'renamed' ? `(${word})` : `[${word}]`
  if (isMostly('comment') || isMostly('suffix')) return `# ${happened === 'renamed' ? word : word.toUpperCase()}`
  return `<${word}>`
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
