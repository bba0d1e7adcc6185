import { groupBy } from '../util/group.ts'
import type { Examined, FileReport, Finding, RunReport } from '../types.ts'
import type { ReportOptions } from './types.ts'

/** What the formats count, the same in all of them. `--quiet` hides warnings but does not uncount them. */
export interface Tally {
  files: number
  judged: number
  excluded: number
  notJudged: number
  /** Plans without fatal errors: those that can be clean. */
  sound: number
  /** Plans, and other files with a finding. */
  plans: number
  /** Files with at least one finding. */
  affected: number
  errors: number
  warnings: number
  fixable: number
  fatalErrors: number
  /** Findings that comments or a baseline keep out. */
  silenced: number
  /** Where fixes were asked for: how many findings are gone, or would be. */
  fixed?: { count: number; isDryRun: boolean }
}

const counterOf = { judged: 'judged', excluded: 'excluded', 'not-judged': 'notJudged' } as const

/** Count a run. */
export function tally(report: RunReport): Tally {
  const total: Tally = {
    files: report.files.length,
    judged: 0,
    excluded: 0,
    notJudged: 0,
    sound: 0,
    plans: 0,
    affected: 0,
    errors: 0,
    warnings: 0,
    fixable: 0,
    fatalErrors: report.fatalErrors.length,
    silenced: 0
  }
  for (const file of report.files) {
    const part = tallyFindings(file.findings)
    total[counterOf[file.state]]++
    if (file.state === 'judged' && file.fatalErrors.length === 0) total.sound++
    if (file.state === 'judged' || file.findings.length > 0) total.plans++
    if (file.findings.length > 0) total.affected++
    total.errors += part.errors
    total.warnings += part.warnings
    total.fixable += part.fixable
    total.fatalErrors += file.fatalErrors.length
    total.silenced += file.silenced ?? 0
    if (file.fixed)
      total.fixed = { count: (total.fixed?.count ?? 0) + file.fixed.count, isDryRun: file.fixed.isDryRun === true }
  }
  return total
}

/** Count the findings of one file. */
export function tallyFindings(findings: readonly Finding[]): { errors: number; warnings: number; fixable: number } {
  const errors = findings.filter(finding => finding.severity === 'error').length
  return { errors, warnings: findings.length - errors, fixable: findings.filter(isFixable).length }
}

/** How many findings a rule has. */
interface RuleCount {
  rule: string
  errors: number
  warnings: number
  /** Of both. */
  fixable: number
}

/** The findings that are shown, counted by rule: most first. */
export function countByRule(report: RunReport, options: ReportOptions): RuleCount[] {
  const shown = report.files.flatMap(file => shownFindings(file, options))
  return [...groupBy(shown, ({ rule }) => rule)]
    .map(([rule, findings]) => ({ rule, ...tallyFindings(findings) }))
    .sort((a, b) => b.errors + b.warnings - a.errors - a.warnings || (a.rule < b.rule ? -1 : 1))
}

/** Whether `--fix` fixes it. */
export function isFixable(finding: Finding): boolean {
  return finding.fixes?.some(fix => fix.safe) ?? false
}

/** The findings to show: `--quiet` keeps errors only. */
export function shownFindings(file: FileReport, options: ReportOptions): Finding[] {
  return options.quiet ? file.findings.filter(finding => finding.severity === 'error') : file.findings
}

/** At most `limit` of the findings, errors first, in their own order again. */
export function capFindings(findings: Finding[], limit: number): Finding[] {
  if (findings.length <= limit) return findings
  const errors = findings.filter(finding => finding.severity === 'error')
  const warnings = findings.filter(finding => finding.severity === 'warning')
  const kept = new Set([...errors, ...warnings].slice(0, Math.max(0, limit)))
  return findings.filter(finding => kept.has(finding))
}

/** Whether warnings alone fail the run. */
export function hasTooManyWarnings(counts: Tally, options: ReportOptions): boolean {
  return counts.warnings > options.maxWarnings
}

/** Everything that was looked at, over all files. */
export function sumExamined(files: readonly FileReport[]): Examined {
  const sum: Examined = { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 }
  for (const { examined } of files) {
    sum.sections += examined.sections
    sum.steps += examined.steps
    sum.commands += examined.commands
    sum.files += examined.files
    sum.checkboxes += examined.checkboxes
  }
  return sum
}
