import type { RunReport } from '../types.ts'

/** What a reporter may know besides the results. */
export interface ReportOptions {
  /** Emit ANSI colour. */
  color: boolean
  /** Emit OSC 8 links. */
  hyperlinks: boolean
  /** Terminal width in columns. */
  width: number
  /** Only errors are shown. */
  quiet: boolean
  /** The findings of each rule are counted. */
  statistics?: boolean
  /** `--max-warnings`; Infinity where unlimited. */
  maxWarnings: number
  /** Facts of every rule that ran, for formats that carry them. */
  rules: RuleMeta[]
  /** When the run began, ISO 8601 in UTC, for formats that carry it; a fixed date where absent, so that equal runs give equal bytes. */
  startedAt?: string
}

/** What formats such as SARIF say of a rule. */
export interface RuleMeta {
  id: string
  summary: string
  why: string
  url: string
  markdown: string
  severity: 'error' | 'warning'
}

/** A format of the report: all that is to be known of it stands in its one file, `index.ts` names it. */
export interface Format {
  /** The line that `--help` says of it. */
  summary: string
  /** For a person at a terminal: silent where there is nothing but fatal errors, which standard error tells. */
  isForPeople?: true
  /** Shows lines of the plans: their texts are kept until the report is written. */
  showsSource?: true
  /** Counts the findings of each rule where that is asked for. */
  hasStatistics?: true
  /** Carries what is to be known of every rule. */
  carriesRules?: true
  render: Reporter
}

/** Pure, no I/O. The result ends in a newline where it is not empty. */
type Reporter = (report: RunReport, options: ReportOptions) => string
