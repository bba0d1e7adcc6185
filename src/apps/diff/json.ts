import { jsonText } from '../../report/text/json-text.ts'
import type { PlanComparison, DiffReport } from './types.ts'
import { failures } from './words.ts'

/** For programs: version 1, stable. */
export function diffJson(report: DiffReport): string {
  const {
    plan,
    base,
    planned,
    untouched,
    unplanned,
    contradictions,
    allowed,
    notCompared,
    failOn,
    notes,
    profile,
    recognised
  } = report
  return jsonText({
    version: 1,
    plan,
    profile,
    recognised,
    base,
    planned: planned.map(each => ({ ...changeJson(each), ...plannedJson(each.planned) })),
    untouched: untouched.map(each => ({ path: each.path, ...plannedJson(each) })),
    unplanned: unplanned.map(changeJson),
    contradictions: contradictions.map(each => ({
      ...changeJson(each),
      ...plannedJson(each.planned),
      message: each.message
    })),
    allowed: allowed.map(each => ({ ...changeJson(each), why: each.why })),
    notCompared: notCompared.map(each => ({ path: each.path, ...plannedJson(each), why: each.why })),
    summary: {
      planned: planned.length,
      untouched: untouched.length,
      unplanned: unplanned.length,
      contradictions: contradictions.length,
      allowed: allowed.length,
      notCompared: notCompared.length,
      failures: failures(report)
    },
    failOn,
    ...(notes.length > 0 && { notes })
  })
}

function changeJson({ path, happened, from, untracked }: PlanComparison['unplanned'][number]) {
  return { path, change: happened, ...(from !== undefined && { from }), ...(untracked && { untracked }) }
}

function plannedJson({ path, mark, place }: PlanComparison['untouched'][number]) {
  return { written: path, mark: mark ?? null, line: place.start.line, column: place.start.column }
}
