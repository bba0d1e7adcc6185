/** A lint run, stage by stage: find → read and lint → post → report → exit code. Texts and trees are dropped once they are linted. */
import type { FileReport, RunReport } from '../../types.ts'
import type { LintSettings } from '../args/settings.ts'
import type { ConfigFinder } from '../config/config.ts'
import type { ExitCode, Io } from '../io.ts'
import { nothingJudged } from '../output/nothing-judged.ts'
import { writeReports } from '../output/reports.ts'
import { reportFatalErrors, fatalLine } from '../output/fatal.ts'
import { find, lookElsewhere } from './find.ts'
import { loadStages, newRun } from './run.ts'
import type { LintRun } from './run.ts'
import { checkConfiguration, lintFiles, lintStdin } from './texts.ts'
import { now } from '../runtime/clock.ts'
import type { Services } from '../runtime/services.ts'
import type { Stage } from '../stages/stage.ts'

/**
 * @param newFinder makes a finder of configurations; a run that is repeated looks at them anew
 * @throws {UsageError}
 */
export async function lintPlans(
  settings: LintSettings,
  newFinder: () => ConfigFinder,
  io: Io,
  services: Services
): Promise<ExitCode> {
  const loaded = await loadStages(settings, io)
  const once = async (): Promise<ExitCode> => lintOnce(await newRun(loaded, settings, newFinder(), io, services))
  const repeat = loaded.find(stage => stage.around)
  return repeat?.around ? repeat.around(once, settings, io) : once()
}

/**
 * Lints and writes no report: for commands that have one of their own.
 *
 * @param own stages of the command, after those of the settings
 */
export async function lintSilently(
  settings: LintSettings,
  finder: ConfigFinder,
  io: Io,
  services: Services,
  own: readonly Stage[] = []
): Promise<RunReport> {
  return reportOf(await newRun([...(await loadStages(settings, io)), ...own], settings, finder, io, services))
}

async function lintOnce(run: LintRun): Promise<ExitCode> {
  const { settings, io, services } = run
  const report = await reportOf(run, true)
  let isRead = false
  try {
    await writeReports(report, settings, isFixingStdin(settings) ? { ...io, stdout: io.stderr } : io, services)
    isRead = isOnScreen(settings, io)
  } finally {
    if (!isRead) reportFatalErrors(report, io)
    // Reports of nothing may be empty, and look as if nothing had been done.
    if (run.none !== undefined && report.files.length + report.fatalErrors.length === 0 && !settings.quiet)
      io.stderr.write(fatalLine({ code: 'none-chosen', message: run.none }))
  }
  return exitCode(report, settings)
}

/** @param withSets What disagrees with a plan, in files beside it that are none of the run's, is told too. */
async function reportOf(run: LintRun, withSets = false): Promise<RunReport> {
  const { settings } = run
  const start = now()
  try {
    const files = await find(run)
    await lintFiles(files, run)
    if (settings.patterns.includes('-')) await lintStdin(run)
    else if (files.length === 0) await checkConfiguration(run)
    if (withSets && run.files.some(file => file.beside)) await (await import('./set-files.ts')).lintSetFiles(run)
    run.fatalErrors.push(...run.linters.fatalErrors())
    await lookElsewhere(run)
  } finally {
    run.progress.end()
  }
  let report: RunReport = {
    version: await version(),
    files: run.files.sort(byPath),
    fatalErrors: run.fatalErrors,
    elapsed: now() - start
  }
  for (const stage of run.stages) if (stage.post) report = await stage.post(report, run.context)
  if (!settings.errorOnUnmatched) return report
  // Last: what a baseline leaves out decides nothing.
  const { files, fatalErrors } = report
  return { ...report, fatalErrors: [...fatalErrors, ...nothingJudged({ ...run, files, fatalErrors })] }
}

/** Whether whoever sees standard error has seen the report, too, which says what stood in the way. */
function isOnScreen({ outputs }: LintSettings, io: Io): boolean {
  return io.isTTY && io.isErrorTTY === true && outputs.some(({ file }) => file === undefined)
}

/** The fixed text takes standard output. */
function isFixingStdin({ patterns, values }: LintSettings): boolean {
  return patterns.includes('-') && values.get('fix') === true
}

/** @returns 2 before 1: a run that could not do its work says nothing about the plans */
export function exitCode(report: RunReport, settings: Pick<LintSettings, 'maxWarnings'>): ExitCode {
  if (report.fatalErrors.length > 0 || report.files.some(file => file.fatalErrors.length > 0)) return 2
  const findings = report.files.flatMap(file => file.findings)
  const warnings = findings.filter(finding => finding.severity === 'warning').length
  return findings.length > warnings || warnings > settings.maxWarnings ? 1 : 0
}

function byPath(a: FileReport, b: FileReport): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

async function version(): Promise<string> {
  return (await import('../version.ts')).version
}
