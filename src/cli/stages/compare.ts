/** `--compare <ref>`: which findings are new, and which were mended, since the merge base with a commit. The exit code stays that of what is found now. */
import type { Comparison, FileReport, Finding } from '../../types.ts'
import { withRepository } from './git.ts'
import { readPast, reportThen } from './past.ts'
import type { Stage } from './stage.ts'

export const stage: Stage = {
  options: [
    {
      name: 'compare',
      kind: 'string',
      value: 'REF',
      group: 'Exit code',
      description: 'Say what was mended and what is new since the merge base with this commit'
    }
  ],
  async post(report, context) {
    const ref = context.settings.values.get('compare') as string
    return withRepository('--compare', context.io, async repository => {
      const past = await readPast(ref, report.files, repository, context)
      const compare: Comparison = { ref, fixed: 0, new: 0, persisting: 0, mended: [] }
      const files: FileReport[] = []
      for (const file of report.files)
        files.push(compareFile(file, (await reportThen(file, past, context))?.findings ?? [], compare))
      return { ...report, files, compare }
    })
  }
}

function compareFile(file: FileReport, then: readonly Finding[], compare: Comparison): FileReport {
  const before = new Map(then.map(finding => [keyOf(finding), finding]))
  const findings = file.findings.map(finding => ({ ...finding, isNew: !before.delete(keyOf(finding)) }))
  const fresh = findings.filter(finding => finding.isNew).length
  compare.new += fresh
  compare.persisting += findings.length - fresh
  compare.fixed += before.size
  for (const { rule, severity, message } of before.values())
    compare.mended.push({ path: file.path, rule, severity, message })
  return { ...file, findings }
}

function keyOf({ rule, fingerprint }: Finding): string {
  return `${rule}\n${fingerprint}`
}
