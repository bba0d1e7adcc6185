import type { Plan } from '../../plan/bind-types.ts'
import type { PlacedTree } from '../../plan/files/mentions.ts'
import { filesOf } from '../../plan/files/mentions.ts'
import { addFile } from '../../fix/files/add-file.ts'
import type { Edit } from '../../types.ts'
import { changeKinds, drawn } from './tree-lines.ts'
import type { AmendedFile } from './tree-lines.ts'
import type { PlanComparison } from './types.ts'

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
export function amend(plan: Plan, unplanned: PlanComparison['unplanned'], cut: Shift): Amendment | undefined {
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
function listed(files: readonly AmendedFile[], plan: Plan): { role: string; edits: Edit[] }[] {
  return (['overview', 'table'] as const).flatMap(role => {
    const edits = files.flatMap(({ path, change: { happened, from } }) =>
      addFile(
        { path, mark: changeKinds[happened], ...(from === undefined ? {} : { written: { from } }) },
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
