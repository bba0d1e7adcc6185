import { plural } from '../../report/words.ts'
import type { Comparison, DiffReport, Group } from './types.ts'

type Change = Comparison['unplanned'][number]

/** `added`, `renamed from src/old.ts`, `added (untracked)`. */
export function happenedWords({ happened, from, untracked }: Change): string {
  return `${happened}${happened === 'renamed' && from !== undefined ? ` from ${from}` : ''}${untracked ? ' (untracked)' : ''}`
}

/** How many deviations fail the run. */
export function failures(report: DiffReport): number {
  return report.failOn.reduce((sum, group) => sum + sizeOf(report, group), 0)
}

export function sizeOf(report: Comparison, group: Group): number {
  return group === 'contradiction' ? report.contradictions.length : report[group].length
}

/** `2 unplanned, 1 untouched, 1 not as planned`, or `as planned`. */
export function verdictWords(report: Comparison): string {
  const { unplanned, untouched, contradictions, planned } = report
  const parts = [
    ...(contradictions.length > 0 ? [`${contradictions.length} not as planned`] : []),
    ...(unplanned.length > 0 ? [`${unplanned.length} unplanned`] : []),
    ...(untouched.length > 0 ? [`${untouched.length} untouched`] : [])
  ]
  return parts.length > 0 ? parts.join(', ') : `${plural(planned.length, 'file')} changed as planned`
}
