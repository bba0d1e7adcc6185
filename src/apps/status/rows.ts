/** Verdicts to rows: what the table says of each plan, and which plans are in each other's way. Pure. */
import { splitLines } from '../../report/text/frame.ts'
import { isMeant, noteWords, remarksOf } from '../../report/remarks.ts'
import type { FileReport, Finding, PlanSummary } from '../../types.ts'
import { joinRows, joinSets } from './sets.ts'
import { sharedPaths } from './shared.ts'
import type {
  LastChange,
  PassedOver,
  Progress,
  Reason,
  SharedPath,
  Standing,
  StatusFinding,
  StatusInput,
  StatusReport,
  StatusRow
} from './types.ts'

const day = 24 * 60 * 60 * 1000
const nothing = {
  title: null,
  state: null,
  steps: { total: 0, tracked: 0, done: 0 },
  boxes: { total: 0, done: 0 },
  questions: { total: 0, open: 0 },
  changes: []
}
/** Longer lines are cut around what is meant. */
const longestExcerpt = 240

/** @returns rows in the order of the files */
export function statusReport(input: StatusInput): StatusReport {
  const { version, now, staleDays, files, since, notes = [] } = input
  const each = files.filter(isRow).map(file => toRow(file, input.changed.get(file.path) ?? null))
  const rows = joinSets(each, files)
  if (since) for (const row of rows) row.before = progressBefore(row, since.before)
  const shared = sharedPaths(rows.filter(isOpen))
  const inTheWay = new Set(shared.flatMap(each => each.plans.map(plan => plan.path)))
  for (const row of rows) findReasons(row, inTheWay, input)
  const said = remarksOf({ files }).filter(({ kind }) => kind === 'note')
  const own = said.map(remark => noteWords(remark, text => text))
  return {
    version,
    now,
    staleDays,
    rows,
    passedOver: files.flatMap(passedOver),
    shared,
    ...(since ? { since: since.ref } : {}),
    notes: [...notes, ...own]
  }
}

/** Plans, and what should have been one: a file that the user meant, or that there is something to say of. */
function isRow(file: FileReport): boolean {
  const { state, findings, fatalErrors } = file
  return state === 'judged' || (state === 'not-judged' && (isMeant(file) || findings.length + fatalErrors.length > 0))
}

function passedOver(file: FileReport): PassedOver[] {
  if (file.state === 'judged' || isRow(file)) return []
  return [{ path: file.path, state: file.state, reason: file.reason }]
}

/** Is the plan still to be carried out? One whose boxes are all ticked, and which says nothing else, is done. */
export function isOpen({ state, boxes }: Pick<StatusRow, 'state' | 'boxes'>): boolean {
  return state === null ? boxes.total === 0 || boxes.done < boxes.total : state !== 'done'
}

function toRow(file: FileReport, changed: LastChange | null): StatusRow {
  const { title, state, steps, boxes, questions, changes, stories }: PlanSummary = file.summary ?? nothing
  const lines = file.source === undefined || file.findings.length === 0 ? undefined : splitLines(file.source)
  const errors = file.findings.filter(finding => finding.severity === 'error').length
  return {
    path: file.path,
    title,
    profile: file.profile,
    recognised: file.state === 'judged' ? file.recognised : null,
    unjudged: file.state === 'judged' ? null : file.reason,
    status: file.status,
    state,
    standing: 'open',
    reasons: [],
    steps,
    ...(stories === undefined ? {} : { stories }),
    boxes,
    questions,
    changes,
    errors,
    warnings: file.findings.length - errors,
    findings: file.findings.map(finding => toFinding(finding, lines)),
    changed,
    fatalErrors: file.fatalErrors.map(fatal => fatal.message)
  }
}

/** Of a plan that is several files: of those that were there. */
function progressBefore(
  { path, files = [path] }: StatusRow,
  before: ReadonlyMap<string, FileReport | null>
): Progress | null {
  const rows = files.flatMap(file => {
    const report = before.get(file) ?? null
    return report === null || report.state === 'excluded' ? [] : [toRow(report, null)]
  })
  if (rows.length === 0) return null
  const { boxes, questions, errors, warnings, status } = joinRows(rows)
  return { boxes, questions, errors, warnings, status }
}

function findReasons(
  row: StatusRow,
  inTheWay: ReadonlySet<string>,
  { now, staleDays }: Pick<StatusInput, 'now' | 'staleDays'>
): void {
  row.reasons = reasonsOf(row, inTheWay.has(row.path), now - staleDays * day)
  row.standing = standingOf(row)
}

function reasonsOf(row: StatusRow, isShared: boolean, staleSince: number): Reason[] {
  const reasons: Reason[] = []
  if (row.fatalErrors.length > 0) reasons.push('unreadable')
  else if (row.unjudged !== null) reasons.push('unjudged')
  if (row.errors > 0) reasons.push('errors')
  if (!isOpen(row)) return reasons
  if (row.questions.open > 0 && (row.state === 'approved' || row.state === 'active')) reasons.push('questions')
  if (saysHowFar(row) && row.changed !== null && row.changed.time < staleSince) reasons.push('stale')
  if (isShared) reasons.push('shared')
  return reasons
}

/** Age says nothing of a plan that could not say that it is done. */
function saysHowFar({ state, boxes }: StatusRow): boolean {
  return state !== null || boxes.total > 0
}

function standingOf({ reasons, state, boxes }: StatusRow): Standing {
  if (reasons.length > 0) return 'stuck'
  if (!isOpen({ state, boxes })) return 'done'
  return state === 'draft' ? 'draft' : 'open'
}

function toFinding(finding: Finding, lines: string[] | undefined): StatusFinding {
  const { rule, severity, message, help = null, url, place } = finding
  const line = lines?.[place.start.line - 1]
  return {
    rule,
    severity,
    message,
    help,
    url,
    line: place.start.line,
    column: place.start.column,
    ...(line === undefined
      ? {}
      : {
          excerpt: excerptOf(
            line,
            place.start.column - 1,
            place.end.line > place.start.line ? line.length : place.end.column - 1
          )
        })
  }
}

function excerptOf(line: string, start: number, end: number): { text: string; start: number; end: number } {
  const from = line.length <= longestExcerpt ? 0 : Math.min(Math.max(0, start - 40), line.length - longestExcerpt)
  const text = line.slice(from, from + longestExcerpt)
  return {
    text,
    start: Math.min(Math.max(0, start - from), text.length),
    end: Math.min(Math.max(0, end - from), text.length)
  }
}

/** Days since a plan was changed, rounded down. */
export function daysSince(changed: LastChange, now: number): number {
  return Math.max(0, Math.floor((now - changed.time) / day))
}

export type { SharedPath }
