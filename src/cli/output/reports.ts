/** The report stage: every format to its place. */
import path from 'node:path'
import type { Format, ReportOptions, RuleMeta } from '../../report/types.ts'
import { pleaseReport } from '../../lint/rule.ts'
import type { RunReport } from '../../types.ts'
import { wantsColor, wantsLinks } from './color.ts'
import { UsageError } from '../io.ts'
import type { Io } from '../io.ts'
import type { Output } from './outputs.ts'
import type { Services } from '../runtime/services.ts'
import type { LintSettings } from '../args/settings.ts'
import { refuseInputs, storeReport } from './store-report.ts'

/** What of the settings concerns reports. */
type ReportSettings = Pick<LintSettings, 'outputs' | 'quiet' | 'statistics' | 'maxWarnings' | 'color'>

/**
 * A format that crashes keeps none of the others back; where it stood for standard output, the findings are printed as `compact`.
 *
 * @throws {UsageError} when a file can't be written, or a format crashed
 */
export async function writeReports(
  report: RunReport,
  settings: ReportSettings,
  io: Io,
  services: Services,
  inputs: readonly string[] = []
): Promise<void> {
  refuseInputs(
    settings.outputs.flatMap(({ file }) => file ?? []),
    [...inputs, ...plansOf(report)].map(file => path.resolve(io.cwd, file)),
    io.cwd
  )
  const crashed: string[] = []
  const formats = await services.formats()
  for (const output of settings.outputs) {
    const format = Object.hasOwn(formats, output.format) ? await formats[output.format]!() : undefined
    if (report.files.length === 0 && format?.isForPeople && output.file === undefined) continue
    const options = reportOptions(output, settings, io, format?.carriesRules ? await services.rules() : [])
    const made = makeReport(format, report, options)
    if ('text' in made) writeOutput(made.text, output, io)
    else {
      crashed.push(`Format "${output.format}" crashed: ${made.reason}; ${pleaseReport}`)
      const instead =
        output.file === undefined && output.format !== 'compact'
          ? makeReport(await formats['compact']?.(), report, options)
          : made
      if ('text' in instead) writeOutput(instead.text, output, io)
    }
  }
  if (crashed.length > 0) throw new UsageError(crashed.join('; '))
}

/** What lies in a folder besides plans may be an earlier report. */
function plansOf({ files }: RunReport): string[] {
  return files.filter(file => file.state === 'judged' || file.expected === true).map(file => file.path)
}

function makeReport(
  format: Format | undefined,
  report: RunReport,
  options: ReportOptions
): { text: string } | { reason: string } {
  if (!format) return { reason: 'it is unknown' }
  try {
    return { text: format.render(report, options) }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

/** @throws {UsageError} when the file can't be written */
export function writeOutput(text: string, output: Output, io: Io): void {
  if (output.file === undefined) io.stdout.write(text)
  else storeReport(output.file, text, io.cwd)
}

function reportOptions(output: Output, settings: ReportSettings, io: Io, rules: RuleMeta[]): ReportOptions {
  const toFile = output.file !== undefined
  const color = wantsColor(settings.color, io, toFile)
  return {
    color,
    hyperlinks: color && !toFile && wantsLinks(io),
    width: toFile ? 100 : io.columns,
    quiet: settings.quiet,
    ...(settings.statistics ? { statistics: true } : {}),
    maxWarnings: settings.maxWarnings,
    rules
  }
}
