import { jsonText } from '../../report/text/json-text.ts'
import type { PassedOver, StatusReport, StatusRow } from './types.ts'

/** The stable machine format, version 1. */
export function statusJson(report: StatusReport): string {
  const { rows, passedOver, shared, since, now, staleDays, notes } = report
  const sum = (of: (row: StatusRow) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const count = (state: PassedOver['state']): number => passedOver.filter(file => file.state === state).length
  return jsonText({
    version: 1,
    generated: new Date(now).toISOString(),
    staleDays,
    ...(since !== undefined && { since }),
    plans: rows.map(planJson),
    passedOver,
    sharedPaths: shared,
    summary: {
      plans: rows.length,
      stuck: sum(row => Number(row.standing === 'stuck')),
      open: sum(row => Number(row.standing === 'open')),
      draft: sum(row => Number(row.standing === 'draft')),
      done: sum(row => Number(row.standing === 'done')),
      errors: sum(row => row.errors),
      judged: sum(row => Number(row.unjudged === null)),
      notJudged: sum(row => Number(row.unjudged !== null)) + count('not-judged'),
      excluded: count('excluded'),
      warnings: sum(row => row.warnings),
      openQuestions: sum(row => row.questions.open)
    },
    ...(notes.length > 0 && { notes })
  })
}

function planJson(row: StatusRow): object {
  const {
    path,
    files,
    title,
    profile,
    recognised,
    unjudged,
    status,
    state,
    standing,
    reasons,
    steps,
    stories,
    boxes,
    questions,
    errors,
    warnings,
    findings,
    changed,
    fatalErrors,
    before
  } = row
  return {
    path,
    ...(files && { files }),
    title,
    profile,
    recognised,
    unjudged,
    status,
    state,
    standing,
    reasons,
    steps,
    ...(stories !== undefined && { stories }),
    boxes,
    questions,
    errors,
    warnings,
    findings: findings.map(({ rule, severity, message, line, column, url, path: file }) => ({
      ...(file !== undefined && { path: file }),
      rule,
      severity,
      message,
      line,
      column,
      url
    })),
    changed: changed && { time: new Date(changed.time).toISOString(), from: changed.from },
    ...(before !== undefined && { before }),
    ...(fatalErrors.length > 0 && { troubles: fatalErrors })
  }
}
