import { hash } from '../../util/hash.ts'
import type { RuleMeta } from '../../report/types.ts'
import type { FileReport, Finding, Place, RunReport } from '../../types.ts'
import type { DiffReport, Discrepancy } from './types.ts'
import { happenedWords } from './words.ts'

const page = 'https://github.com/planlint/planlint/blob/main/docs/diff.md'

const metas: Record<Discrepancy, Pick<RuleMeta, 'summary' | 'why'>> = {
  contradiction: {
    summary: 'A file changed in another way than the plan says.',
    why: 'Whoever reviewed the plan agreed to something else.'
  },
  unplanned: {
    summary: 'A file changed that the plan does not name.',
    why: 'What is not in the plan has not been reviewed with it.'
  },
  untouched: {
    summary: 'A file that the plan names did not change.',
    why: 'The work may not be complete, or the plan is out of date.'
  }
}

/** What formats such as SARIF say of the groups. */
export const groupRules: RuleMeta[] = (Object.keys(metas) as Discrepancy[]).map(group => ({
  id: `plan-diff/${group}`,
  ...metas[group],
  url: page,
  markdown: `${metas[group].summary} ${metas[group].why}`,
  severity: 'warning'
}))

/** A comparison as findings: in the plan where it speaks of the file, in the changed file where it does not. */
export function asRunReport(report: DiffReport): RunReport {
  const files = new Map<string, Finding[]>()
  const add = (file: string, finding: Finding): void => {
    const list = files.get(file)
    if (list) list.push(finding)
    else files.set(file, [finding])
  }
  for (const { planned, path, message } of report.contradictions)
    add(
      report.plan,
      finding(
        'contradiction',
        report,
        planned.place,
        `Conflicting change of "${path}": ${message}`,
        'Correct the plan, or the change'
      )
    )
  for (const { path, place } of report.untouched)
    add(
      report.plan,
      finding('untouched', report, place, `Missing change of "${path}"`, 'Carry it out, or take it out of the plan')
    )
  for (const change of report.unplanned)
    add(
      change.path,
      finding(
        'unplanned',
        report,
        top,
        `Missing in the plan: "${change.path}" was ${happenedWords(change)}`,
        `Add it to ${report.plan}, or take the change back`
      )
    )
  if (!files.has(report.plan)) files.set(report.plan, [])
  return {
    version: report.version,
    files: [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, findings]) => fileReport(path, findings, path === report.plan ? notesOf(report) : [])),
    fatalErrors: [],
    elapsed: 0
  }
}

const top: Place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } }

function finding(group: Discrepancy, { failOn }: DiffReport, place: Place, message: string, help: string): Finding {
  const rule = `plan-diff/${group}`
  return {
    rule,
    messageId: group,
    severity: failOn.includes(group) ? 'error' : 'warning',
    message,
    help,
    place,
    url: page,
    fingerprint: hash(`${rule}\n${message}`).slice(0, 16)
  }
}

function notesOf({ notes, notCompared }: DiffReport): string[] {
  return [...notes, ...notCompared.map(({ path, why }) => `Not compared: "${path}" ${why}`)]
}

function fileReport(path: string, findings: Finding[], notes: string[]): FileReport {
  return {
    path,
    state: 'judged',
    profile: 'plan-diff',
    recognised: 'named',
    profileScore: 1,
    status: null,
    examined: { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 },
    findings,
    fatalErrors: [],
    notes,
    skipped: []
  }
}
