/** Rows of files that are one plan, joined: a spec-kit feature is one plan of three files. */
import type { FileReport } from '../../types.ts'
import { groupBy } from '../../util/group.ts'
import { folderOf } from '../../util/path.ts'
import type { LastChange, StatusRow } from './types.ts'

/**
 * @param rows in the order of the files
 * @param files what the rows were made of: where one was judged by what lies beside it, they are one plan
 * @returns in the order of their first files
 */
export function joinSets(rows: readonly StatusRow[], files: readonly FileReport[]): StatusRow[] {
  const judged = new Set(rows.filter(row => row.unjudged === null).map(row => row.path))
  const heads = new Map<string, string>()
  const headOf = (path: string): string => {
    let head = path
    for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next
    return head
  }
  const unite = (path: string, other: string): void => {
    const [own, head] = [headOf(path), headOf(other)]
    if (own !== head) heads.set(own < head ? head : own, own < head ? own : head)
  }
  for (const { path, beside = [] } of files)
    for (const other of beside)
      if (judged.has(path) && judged.has(other.path) && areTogether(path, other.path)) unite(path, other.path)
  for (const kin of kinOf(rows, files)) for (const { path } of kin.slice(1)) unite(kin[0]!.path, path)
  return [...groupBy(rows, row => headOf(row.path)).values()].map(same => (same.length > 1 ? joinRows(same) : same[0]!))
}

/**
 * Files of a folder whose kinds belong to one set, though none of them reads the other: a design and its tasks without the requirements that both are compared
 * with. Two of a kind are two plans, and nobody can say whose the others are.
 */
function kinOf(rows: readonly StatusRow[], files: readonly FileReport[]): StatusRow[][] {
  const kinds = new Map(files.map(({ path, summary }) => [path, summary?.set]))
  const inSets = rows.filter(row => row.unjudged === null && kinds.get(row.path) !== undefined)
  return [...groupBy(inSets, row => folderOf(row.path)).values()].flatMap(same => {
    const found: StatusRow[][] = []
    for (const row of same) {
      const own = kinds.get(row.path)!
      const kin = found.find(others => others.some(other => kinds.get(other.path)!.some(kind => own.includes(kind))))
      if (kin) kin.push(row)
      else found.push([row])
    }
    return found.filter(kin => kin.length > 1 && new Set(kin.map(row => row.profile)).size === kin.length)
  })
}

/** Do two files lie in one folder, or one of them below the other's? What is read from elsewhere is compared with many plans, and part of none. */
function areTogether(path: string, other: string): boolean {
  const [one, two] = [`${folderOf(path)}/`, `${folderOf(other)}/`]
  return one.startsWith(two) || two.startsWith(one)
}

/** The folder that all lie in: that of the first, where the others lie below it. */
function homeOf(rows: readonly StatusRow[]): string | undefined {
  const folders = rows.map(row => folderOf(row.path))
  const home = folders.reduce((a, b) => (b.length < a.length ? b : a))
  return folders.every(each => each === home || each.startsWith(`${home}/`)) ? home || '.' : undefined
}

/** One row of several, at least one. */
export function joinRows(rows: readonly StatusRow[]): StatusRow {
  const first = rows[0]!
  const named = rows.find(row => row.stories !== undefined) ?? first
  const sum = (of: (row: StatusRow) => number): number => rows.reduce((total, row) => total + of(row), 0)
  // Boxes of a specification are its reviewer's; what is to be done are the boxes of the tasks.
  const tracked = rows.filter(row => row.steps.total > 0)
  const counted = tracked.length > 0 ? tracked : rows
  const optional = rows.flatMap(row => row.steps.optional ?? [])
  return {
    ...named,
    path: homeOf(rows) ?? first.path,
    files: rows.map(row => row.path),
    profile: [...new Set(rows.map(row => row.profile))].join(', '),
    status: rows.find(row => row.status !== null)?.status ?? null,
    state: rows.find(row => row.state !== null)?.state ?? null,
    steps: {
      total: sum(row => row.steps.total),
      tracked: sum(row => row.steps.tracked),
      done: sum(row => row.steps.done),
      ...(optional.length > 0 ? { optional: totalOf(optional) } : {})
    },
    boxes: totalOf(counted.map(row => row.boxes)),
    questions: { total: sum(row => row.questions.total), open: sum(row => row.questions.open) },
    changes: [...new Map(rows.flatMap(row => row.changes).map(change => [change.path, change])).values()],
    errors: sum(row => row.errors),
    warnings: sum(row => row.warnings),
    findings: rows.flatMap(row => row.findings.map(finding => ({ ...finding, path: row.path }))),
    changed: newest(rows.map(row => row.changed)),
    fatalErrors: rows.flatMap(row => row.fatalErrors)
  }
}

function totalOf(counts: readonly { total: number; done: number }[]): { total: number; done: number } {
  return {
    total: counts.reduce((sum, { total }) => sum + total, 0),
    done: counts.reduce((sum, { done }) => sum + done, 0)
  }
}

function newest(changes: readonly (LastChange | null)[]): LastChange | null {
  return changes.reduce((last, each) => (last && each && last.time >= each.time ? last : (each ?? last)), null)
}
