import type { RunReport } from '../types.ts'
import { clean } from './clean.ts'
import { hasTooManyWarnings, sumExamined, tally, type Tally } from './tally.ts'
import type { ReportOptions } from './types.ts'

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string, plurals = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plurals}`
}

/** `2 errors, 1 warning`; only what there is, `no problems` where there is nothing. */
export function severities(counts: { errors: number; warnings: number }): string {
  const parts: string[] = []
  if (counts.errors > 0) parts.push(plural(counts.errors, 'error'))
  if (counts.warnings > 0) parts.push(plural(counts.warnings, 'warning'))
  return parts.join(', ') || 'no problems'
}

/** `3 problems (2 errors, 1 warning) in 1 of 4 plans, 2 fixable with --fix`, what was fixed, and what changed where that was asked; without a mark in front. `show` makes a user's word harmless. */
export function verdict(report: RunReport, options: ReportOptions, show = clean): string {
  const change = comparisonWords(report, show)
  return `${fixedWords(report)}${counted(report, options)}${change === '' ? '' : `; ${change}`}`
}

/** `since main: 2 mended, 1 new, 3 as before`; nothing where nothing was compared. */
export function comparisonWords({ compare }: RunReport, show = clean): string {
  return compare
    ? `since ${show(compare.ref)}: ${compare.fixed} mended, ${compare.new} new, ${compare.persisting} as before`
    : ''
}

/** `fixed 3, 2 left: `; nothing where nothing was to be fixed. */
function fixedWords(report: RunReport): string {
  const { fixed, errors, warnings } = tally(report)
  if (!fixed) return ''
  const left = errors + warnings
  return fixed.isDryRun ? `would fix ${fixed.count}, ${left} left: ` : `fixed ${fixed.count}, ${left} left: `
}

function counted(report: RunReport, options: ReportOptions): string {
  const counts = tally(report)
  const problems = counts.errors + counts.warnings
  if (counts.files === 0) return 'no plans were checked'
  const judged = report.files.filter(file => file.troubles.length === 0).length
  if (problems === 0 && judged === 0) return `${plural(counts.files, 'plan')} could not be judged`
  if (problems === 0) return `no problems in ${plural(judged, 'plan')}`
  const hidden = options.quiet && counts.warnings > 0 ? ' hidden by --quiet' : ''
  const where = counts.files === 1 ? 'in 1 plan' : `in ${counts.affected} of ${counts.files} plans`
  const fixable = counts.fixable > 0 ? `, ${counts.fixable} fixable with --fix` : ''
  return `${plural(problems, 'problem')} (${severities(counts)}${hidden}) ${where}${fixable}`
}

/** What keeps the run from passing besides errors, one sentence each. */
export function caveats(counts: Tally, options: ReportOptions): string[] {
  const lines: string[] = []
  if (hasTooManyWarnings(counts, options)) {
    lines.push(`too many warnings: ${counts.warnings} where --max-warnings allows ${options.maxWarnings}`)
  }
  if (counts.troubles > 0) {
    lines.push(`planlint could not finish its work: ${plural(counts.troubles, 'failure')}`)
  }
  return lines
}

/** `10 sections, 6 steps, 6 commands, 7 files, 12 boxes · design-plan`. */
export function examinedWords(report: RunReport): string {
  const sum = sumExamined(report.files)
  const things = [
    plural(sum.sections, 'section'),
    plural(sum.steps, 'step'),
    plural(sum.commands, 'command'),
    plural(sum.files, 'file'),
    plural(sum.checkboxes, 'box', 'boxes')
  ]
  const profiles = profileWords(report)
  return profiles === '' ? things.join(', ') : `${things.join(', ')} · ${profiles}`
}

/** Profiles with how many plans each judged, the most frequent first. */
function profileWords(report: RunReport): string {
  const counts = new Map<string, number>()
  for (const file of report.files) {
    const name = file.profile === null ? 'no profile' : clean(file.profile)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => (count === 1 ? name : `${name} ×${count}`))
    .join(', ')
}

/** `34 ms`, `1.2 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}
