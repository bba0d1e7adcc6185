import { plural } from '../../report/text/words.ts'
import type { PlanComparison, DiffReport, Discrepancy } from './types.ts'

type UnplannedChange = PlanComparison['unplanned'][number]

/** `added`, `renamed from src/old.ts`, `added (untracked)`. */
export function happenedWords({ happened, from, untracked }: UnplannedChange): string {
  return `${happened}${happened === 'renamed' && from !== undefined ? ` from ${from}` : ''}${untracked ? ' (untracked)' : ''}`
}

/** How many deviations fail the run. */
export function failures(report: DiffReport): number {
  return report.failOn.reduce((sum, group) => sum + sizeOf(report, group), 0)
}

export function sizeOf(report: PlanComparison, group: Discrepancy): number {
  return group === 'contradiction' ? report.contradictions.length : report[group].length
}

/** Nothing of the plan met anything of a change: no result. */
export function hasNothingInCommon(report: PlanComparison): boolean {
  const { unplanned, untouched, contradictions, planned } = report
  return unplanned.length + untouched.length + contradictions.length + planned.length === 0
}

/** `2 unplanned, 1 untouched, 1 not as planned`, `3 files changed as planned`, or that there was nothing to compare; then how many were not. */
export function resultWords(report: PlanComparison): string {
  const { unplanned, untouched, contradictions, planned } = report
  const parts = [
    ...(contradictions.length > 0 ? [`${contradictions.length} not as planned`] : []),
    ...(unplanned.length > 0 ? [`${unplanned.length} unplanned`] : []),
    ...(untouched.length > 0 ? [`${untouched.length} untouched`] : [])
  ]
  const rest = report.notCompared.length > 0 ? `; ${report.notCompared.length} not compared` : ''
  if (hasNothingInCommon(report)) return `nothing to compare${rest}`
  return `${parts.length > 0 ? parts.join(', ') : `${plural(planned.length, 'file')} changed as planned`}${rest}`
}
