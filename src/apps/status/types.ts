import type { FileReport, FileState, PlanSummary, Recognised, Severity } from '../../types.ts'

/** When a plan was last changed: by its last commit, or by the file's own time where it was never committed. */
export interface LastChange {
  time: number
  from: 'git' | 'file'
}

/** Why a plan needs a look. */
export type Reason = 'unreadable' | 'unjudged' | 'errors' | 'questions' | 'stale' | 'shared'

/** How a plan stands: `stuck` has a reason to look at it, `open` is to be carried out and has none. */
export type Standing = 'stuck' | 'open' | 'draft' | 'done'

/** A finding as the table shows it. */
export interface StatusFinding {
  rule: string
  severity: Severity
  message: string
  help: string | null
  url: string
  line: number
  column: number
  /** The file, where the plan has several. */
  path?: string
  /** The line that it points at, and the part meant, as indices into it; only where the text was kept. */
  excerpt?: { text: string; start: number; end: number }
}

/** How far a plan was. */
export type Progress = Pick<StatusRow, 'boxes' | 'questions' | 'errors' | 'warnings' | 'status'>

/** One plan in the table: a file that was judged, or should have been. */
export interface StatusRow extends Pick<
  PlanSummary,
  'steps' | 'boxes' | 'questions' | 'changes' | 'state' | 'stories'
> {
  /** Of a plan that is several files their folder. */
  path: string
  /** Its files, where there are several. */
  files?: string[]
  title: string | null
  profile: string | null
  recognised: Recognised | null
  /** Why there is no verdict; null where there is one. */
  unjudged: string | null
  /** As the plan writes it. */
  status: string | null
  standing: Standing
  reasons: Reason[]
  errors: number
  warnings: number
  findings: StatusFinding[]
  changed: LastChange | null
  fatalErrors: string[]
  /** How far it was at the commit that was asked for: null where there was no such plan; absent where nobody asked. */
  before?: Progress | null
}

/** A path that two or more open plans change. */
export interface SharedPath {
  path: string
  plans: { path: string; mark: string }[]
}

/** A file of the run that is no row: nobody said that it is a plan, or somebody said that it is none. */
export interface PassedOver {
  path: string
  state: Exclude<FileState, 'judged'>
  reason: string
}

/** All that the formats show. */
export interface StatusReport {
  version: string
  /** When it was made, in milliseconds since the epoch. */
  now: number
  /** After how many days without a change an open plan counts as stuck. */
  staleDays: number
  rows: StatusRow[]
  passedOver: PassedOver[]
  shared: SharedPath[]
  /** The commit that the plans are held against, as the user named it. */
  since?: string
  notes: string[]
}

/** What the rows are made of. */
export interface StatusInput {
  version: string
  files: readonly FileReport[]
  changed: ReadonlyMap<string, LastChange>
  now: number
  staleDays: number
  /** The plans as they were at a commit; null for those that were not there. */
  since?: { ref: string; before: ReadonlyMap<string, FileReport | null> }
  notes?: string[]
}
