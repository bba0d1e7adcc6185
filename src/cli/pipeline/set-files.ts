/** What disagrees with a plan that was named, in the other files of its set: it stands in the file that can be fixed. */
import path from 'node:path'
import type { FileReport } from '../../types.ts'
import { createSiblings, type Siblings } from '../../sets/siblings.ts'
import type { ConfiguredLinter } from '../linters/configured.ts'
import type { LintRun } from './run.ts'

/** With these, the run looks at other files on purpose, or has looked at those of the set already. */
const choosing = ['shard', 'since', 'staged']

/** Lints the files that were only read beside others, and keeps what they disagree with those about. Stages look at it as at the rest. */
export async function lintSetFiles(run: LintRun): Promise<void> {
  const { settings, files, linters, services, io, given } = run
  if (choosing.some(stage => settings.stages.has(stage))) return
  const known = new Set(files.map(file => file.path))
  const beside = new Map<string, string>()
  for (const file of files)
    for (const each of file.beside ?? [])
      if (each.hash !== null && !known.has(each.path)) beside.set(each.path, file.path)
  if (beside.size === 0) return
  const readPlan = await services.readPlan()
  for (const [name, from] of beside) {
    const linter = await linters.of(path.resolve(io.cwd, name)).catch(() => undefined)
    // What may not be read beside a plan is not read here, either.
    const found = linter?.config.enabled ? linter.beside.read(name, from) : undefined
    if (!linter || !found || !('text' in found)) continue
    const read = await readPlan(path.resolve(io.cwd, name), linter.limits)
    if (!read.ok) continue
    const report = await linter.lint(read.text, name, given && siblingsWith(given, linter))
    const findings = report.findings.filter(({ related = [] }) => related.some(other => known.has(other.path ?? '')))
    if (report.state === 'judged' && findings.length > 0) files.push(kept({ ...report, findings, notes: [] }, run))
  }
}

/** What came by standard input is newer than the file of that name. */
function siblingsWith(given: NonNullable<LintRun['given']>, linter: ConfiguredLinter): Siblings {
  return createSiblings((name, from) => (name === given.path ? { text: given.text } : linter.beside.read(name, from)))
}

function kept({ source, ...report }: FileReport, { showsSource }: LintRun): FileReport {
  return showsSource && source !== undefined ? { ...report, source } : report
}
