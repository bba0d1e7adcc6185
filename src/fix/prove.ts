/** Whether fixes keep what they promise: one that would bring a finding is not done by `--fix`, and must not be advertised. */
import type { FileReport, Finding } from '../types.ts'
import { applyFixes } from './apply.ts'

/**
 * The report with only such fixes called safe as `--fix` will do.
 *
 * @param lint Lints a text without a byte order mark.
 */
export async function prove(
  text: string,
  report: FileReport,
  lint: (text: string) => Promise<FileReport>
): Promise<FileReport> {
  if (report.fatalErrors.length > 0 || !report.findings.some(isClaimed)) return report
  let first: FileReport | undefined = report
  const outcome = await applyFixes(text, async each => {
    const known = first
    first = undefined
    return known ?? lint(each)
  })
  return withoutClaims(report, outcome.report.findings)
}

/** A report whose fixes of these findings are only offered. */
export function withoutClaims(report: FileReport, left: readonly Finding[]): FileReport {
  const refused = new Set(left.filter(isClaimed).map(({ fingerprint }) => fingerprint))
  if (refused.size === 0) return report
  return {
    ...report,
    findings: report.findings.map(finding =>
      refused.has(finding.fingerprint)
        ? { ...finding, fixes: finding.fixes!.map(fix => ({ ...fix, safe: false })) }
        : finding
    )
  }
}

function isClaimed({ fixes = [] }: Finding): boolean {
  return fixes.some(fix => fix.safe)
}
