import type { Comparison, FileReport, Finding, FatalError, RunReport } from '../types.ts'
import { jsonText } from './text/json-text.ts'
import { countByRule, isFixable, shownFindings, tally } from './tally.ts'
import type { Format, ReportOptions } from './types.ts'

/** The stable machine format, version 1: keys, their order and their meaning are a promise (schema/report.schema.json). */
export const json: Format = {
  summary: 'The whole result, stable and with a published schema',
  hasStatistics: true,
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const { files, judged, excluded, notJudged, errors, warnings, fixable, fixed } = tally(report)
  return jsonText({
    version: 1,
    files: report.files.map(file => fileJson(file, options)),
    summary: {
      files,
      judged,
      excluded,
      notJudged,
      errors,
      warnings,
      fixable,
      ...(fixed && { fixed: fixed.count }),
      ...(Number.isFinite(options.maxWarnings) && { maxWarnings: options.maxWarnings })
    },
    ...(options.statistics && { statistics: countByRule(report, options) }),
    ...(report.compare && { compare: compareJson(report.compare) }),
    ...(report.shard && { shard: { part: report.shard.part, of: report.shard.of } }),
    ...(report.fatalErrors.length > 0 && { troubles: report.fatalErrors.map(fatalJson) })
  })
}

function compareJson({ ref, fixed, new: fresh, persisting, mended }: Comparison) {
  return {
    ref,
    fixed,
    new: fresh,
    persisting,
    mended: mended.map(({ path, rule, severity, message }) => ({ path, rule, severity, message }))
  }
}

export function fileJson(file: FileReport, options: ReportOptions) {
  const { sections, steps, commands, files, checkboxes } = file.examined
  return {
    path: file.path,
    ...(file.expected === true && { expected: true }),
    state: file.state,
    reason: file.state === 'judged' ? null : file.reason,
    profile: file.profile,
    recognised: file.state === 'judged' ? file.recognised : null,
    profileScore: file.profileScore,
    status: file.status,
    examined: { sections, steps, commands, files, checkboxes },
    notes: file.notes,
    skipped: file.skipped,
    findings: shownFindings(file, options).map(findingJson),
    ...(file.silenced && { silenced: file.silenced }),
    ...(file.fixed && { fixed: file.fixed.count }),
    ...(file.fatalErrors.length > 0 && { troubles: file.fatalErrors.map(fatalJson) })
  }
}

function findingJson(finding: Finding) {
  const { start, end } = finding.place
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    help: finding.help ?? null,
    url: finding.url,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    fixable: isFixable(finding),
    fingerprint: finding.fingerprint,
    ...(finding.isNew !== undefined && { new: finding.isNew }),
    related: (finding.related ?? []).map(({ path, place, message }) => ({
      ...(path !== undefined && { path }),
      line: place.start.line,
      column: place.start.column,
      message
    }))
  }
}

function fatalJson({ code, message, line, column, rule }: FatalError) {
  return { code, message, line, column, rule }
}
