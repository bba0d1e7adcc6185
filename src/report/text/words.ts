import { countBy } from '../../util/group.ts'
import type { JudgedFile, RunReport } from '../../types.ts'
import { clean } from './clean.ts'
import { hasTooManyWarnings, sumExamined, tally, type Tally } from '../tally.ts'
import type { ReportOptions } from '../types.ts'

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
export function summaryLine(report: RunReport, options: ReportOptions, show = clean): string {
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
  // No problem was found where not everything was looked at: that is no verdict yet.
  const rest = [
    ...(counts.fatalErrors > 0 && counts.sound > 0 ? ['not everything could be checked'] : []),
    ...(counts.silenced > 0 ? [`${plural(counts.silenced, 'finding')} silenced`] : []),
    restWords(report)
  ]
    .filter(words => words !== '')
    .join('; ')
  if (problems === 0 && counts.sound === 0) return `nothing was judged${rest === '' ? '' : `: ${rest}`}`
  return `${problems === 0 ? `no problems in ${plural(counts.sound, 'plan')}` : problemWords(counts, options)}${rest === '' ? '' : `; ${rest}`}`
}

function problemWords(counts: Tally, options: ReportOptions): string {
  const hidden = options.quiet && counts.warnings > 0 ? ' hidden by --quiet' : ''
  const where = counts.plans === 1 ? 'in 1 plan' : `in ${counts.affected} of ${counts.plans} plans`
  const fixable = counts.fixable > 0 ? `, ${counts.fixable} fixable with --fix` : ''
  return `${plural(counts.errors + counts.warnings, 'problem')} (${severities(counts)}${hidden}) ${where}${fixable}`
}

/** `2 files not judged, 1 excluded`: those that the user meant; what else lies in a folder is no plan's loss. */
function restWords({ files }: RunReport): string {
  const meant = files.filter(file => file.expected === true || file.fatalErrors.length > 0)
  const [unjudged, excluded] = (['not-judged', 'excluded'] as const).map(
    state => meant.filter(file => file.state === state).length
  ) as [number, number]
  return [
    ...(unjudged > 0 ? [`${plural(unjudged, 'file')} not judged`] : []),
    ...(excluded > 0 ? [unjudged > 0 ? `${excluded} excluded` : `${plural(excluded, 'file')} excluded`] : [])
  ].join(', ')
}

/** Why warnings alone fail the run, where they do: `--quiet` may show none of them. */
export function tooManyWarnings(counts: Tally, options: ReportOptions): string[] {
  return hasTooManyWarnings(counts, options)
    ? [`too many warnings: ${counts.warnings} where --max-warnings allows ${options.maxWarnings}`]
    : []
}

/** What keeps the run from passing besides errors, one sentence each. */
export function caveats(counts: Tally, options: ReportOptions): string[] {
  const lines = tooManyWarnings(counts, options)
  if (counts.fatalErrors > 0) {
    lines.push(`planlint could not finish its work: ${plural(counts.fatalErrors, 'failure')}`)
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

/** Profiles with how many plans each judged, the most frequent first: `design-plan ×3, task-plan (likely)`. */
export function profileWords(report: RunReport): string {
  return [
    ...countBy(
      report.files.filter(file => file.state === 'judged'),
      profileLabel
    )
  ]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => (count === 1 ? name : `${name} ×${count}`))
    .join(', ')
}

/** A file's profile, and how sure that is where it is not: `task-plan (likely)`. */
export function profileLabel({ profile, recognised }: JudgedFile): string {
  return recognised === 'likely' ? `${clean(profile)} (likely)` : clean(profile)
}

/** `34 ms`, `1.2 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

/** `a.md, b.md and 4 more`: the first ones, and how many there are besides. */
export function andMore(words: readonly string[], most: number, between = ', '): string {
  const left = words.length - most
  return `${words.slice(0, most).join(between)}${left > 0 ? ` and ${left} more` : ''}`
}
