import type { MarkKind } from '../../files/marks.ts'
import type { Place, Recognised } from '../../types.ts'
import type { Allowance } from './allowed.ts'

/** What happened to a file. */
export type Happened = 'added' | 'modified' | 'deleted' | 'renamed'

/** A file that the plan names. */
interface Planned {
  /** As the plan writes it. */
  path: string
  /** What the plan says of it; absent where it names the file alone. */
  mark?: MarkKind
  place: Place
}

/** A file that changed. */
interface Changed {
  /** Relative to the repository's top. */
  path: string
  happened: Happened
  /** Old path of a rename. */
  from?: string
  untracked?: true
}

/** A plan and the change that carries it out, side by side. Each group in path order. */
export interface PlanComparison {
  /** Planned and changed, as planned. */
  planned: (Changed & { planned: Planned })[]
  /** Planned and not changed. */
  untouched: Planned[]
  /** Changed and not planned. */
  unplanned: Changed[]
  /** Planned and changed, but not as planned. */
  contradictions: (Changed & { planned: Planned; message: string })[]
  /** Changed, not planned, and no matter. */
  allowed: (Changed & { why: Allowance })[]
  /** Planned, and not looked for. */
  notCompared: NotCompared[]
}

/** A file that the plan names and that nothing was compared with. */
interface NotCompared extends Planned {
  /** Why not, as the end of a sentence. */
  why: string
}

/** The groups that may fail a run. */
export type Discrepancy = 'unplanned' | 'untouched' | 'contradiction'

/** What a report of a comparison is made of. */
export interface DiffReport extends PlanComparison {
  version: string
  /** The plan, as the user names it. */
  plan: string
  /** What it was compared with. */
  base: { ref: string; commit: string }
  failOn: readonly Discrepancy[]
  /** By which profile the plan was read, and how sure that is. */
  profile: string
  recognised: Recognised
  notes: readonly string[]
}
