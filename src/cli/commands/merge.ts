/** `planlint merge <reports…>`: JSON reports of several runs as one, in any format, with the exit code that one run would have had. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { didYouMean } from '../../util/suggest.ts'
import type { FileReport, RunReport } from '../../types.ts'
import { now } from '../runtime/clock.ts'
import type { OptionSpec } from '../args/option.ts'
import { commonOptions, reportOptions } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { UsageError } from '../io.ts'
import type { ExitCode, Io } from '../io.ts'
import { mergeReports } from '../output/merge-reports.ts'
import { pairOutputs } from '../output/outputs.ts'
import { exitCode } from '../pipeline/pipeline.ts'
import { readPlan } from '../files/read.ts'
import { parseReport } from '../output/read-report.ts'
import { writeReports } from '../output/reports.ts'
import { scan } from '../args/scan.ts'
import { reportFatalErrors } from '../output/fatal.ts'
import { version } from '../version.ts'

const options: readonly OptionSpec[] = [...reportOptions, ...commonOptions]

export const merge: Command = {
  usage: 'planlint merge <reports…>',
  description: 'Make one report of several JSON reports',
  minWords: 1,
  words: 'file',
  options,
  run
}

async function run({ parsed: { values, words }, argv, io, services }: Call): Promise<ExitCode> {
  const maxWarnings = values.get('max-warnings')
  const settings = {
    outputs: pairOutputs(scan(argv, options), 'stylish'),
    quiet: values.get('quiet') === true,
    maxWarnings: typeof maxWarnings === 'number' ? maxWarnings : Infinity,
    color: values.get('color') as boolean | undefined
  }
  const formats = Object.keys(await services.formats())
  for (const { format } of settings.outputs) {
    if (!formats.includes(format))
      throw new UsageError(`Unknown format "${format}"${didYouMean(format, formats)}; known: ${formats.join(', ')}`)
  }
  const start = now()
  const merged = mergeReports(
    words.map(word => ({ name: word, report: read(word, io) })),
    version
  )
  const report: RunReport = {
    ...merged,
    files: await Promise.all(merged.files.map(file => withSource(file, io))),
    elapsed: now() - start
  }
  await writeReports(report, settings, io, services, words)
  reportFatalErrors(report, io)
  return exitCode(report, settings)
}

function read(name: string, { cwd }: Io): RunReport {
  let text: string
  try {
    text = readFileSync(path.resolve(cwd, name), 'utf8')
  } catch (error) {
    throw new UsageError(`Report "${name}" can't be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
  }
  const report = parseReport(text)
  if (typeof report === 'string') throw new UsageError(`Report "${name}" can't be used: ${report}`)
  return report
}

/** Code frames need the text; a report does not carry it, but the plan mostly lies where it lay. */
async function withSource(file: FileReport, { cwd }: Io): Promise<FileReport> {
  if (file.findings.length === 0) return file
  const plan = await readPlan(path.resolve(cwd, file.path))
  return plan.ok ? { ...file, source: plan.text } : file
}
