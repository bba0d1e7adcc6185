/** `planlint status [paths]`: how far the plans are, and which need a look. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { commitDates } from '../../repo/past/dates.ts'
import { statusFormats } from '../../apps/status/index.ts'
import type { StatusReport } from '../../apps/status/types.ts'
import type { Formats } from '../../report/index.ts'
import { statusReport } from '../../apps/status/rows.ts'
import type { LastChange } from '../../apps/status/types.ts'
import { didYouMean } from '../../util/suggest.ts'
import type { FileReport } from '../../types.ts'
import type { OptionSpec } from '../args/option.ts'
import { commonOptions, configOptions, outputFileOption, unmatchedOption } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { createConfigFinder } from '../config/config.ts'
import { UsageError } from '../io.ts'
import type { ExitCode, Io } from '../io.ts'
import { pairOutputs } from '../output/outputs.ts'
import { exitCode, lintSilently } from '../pipeline/pipeline.ts'
import { writeReports } from '../output/reports.ts'
import { scan } from '../args/scan.ts'
import type { Services } from '../runtime/services.ts'
import type { LintSettings } from '../args/settings.ts'
import { withRepository } from '../stages/git.ts'
import { readPast, reportThen } from '../stages/past.ts'
import type { Stage } from '../stages/stage.ts'
import { reportFatalErrors } from '../output/fatal.ts'

const defaultStaleDays = 14

const options: readonly OptionSpec[] = [
  ...configOptions,
  {
    name: 'format',
    alias: 'f',
    kind: 'string',
    value: 'NAME',
    source: 'status-format',
    isRepeatable: true,
    group: 'Report',
    description: 'text, json, markdown or html; repeatable'
  },
  {
    name: 'stale-days',
    kind: 'count',
    value: 'N',
    group: 'Report',
    description: 'An open plan without a change for more than N days needs a look (14)'
  },
  {
    name: 'since',
    kind: 'string',
    value: 'REF',
    group: 'Report',
    description: 'Say besides how far each plan has come since the merge base with this commit, branch or tag'
  },
  outputFileOption,
  unmatchedOption,
  ...commonOptions
]

export const status: Command = {
  usage: 'planlint status [paths…]',
  description: 'Show how far the plans are, and which need a look',
  examples: [
    ['planlint status', 'a table of the plans at their usual places'],
    ['planlint status --since main', 'and how far each has come since'],
    ['planlint status -f html -o plans.html', 'one page to pass on']
  ],
  words: 'file',
  options,
  run
}

async function run(call: Call): Promise<ExitCode> {
  const { io, parsed } = call
  const settings = toSettings(call)
  for (const { format } of settings.outputs) {
    const known = Object.keys(statusFormats)
    if (!known.includes(format))
      throw new UsageError(`Unknown format "${format}"${didYouMean(format, known)}; known: ${known.join(', ')}`)
  }
  const finder = createConfigFinder({
    cwd: io.cwd,
    given: settings.config,
    dataOnly: settings.dataOnly,
    ruleIds: call.services.ruleIds
  })
  const made: { status?: StatusReport } = {}
  const services = { ...summarising(call.services), formats: async () => formatsOf(() => made.status!) }
  const ref = parsed.values.get('since') as string | undefined
  const before = new Map<string, FileReport | null>()
  const report = await lintSilently(settings, finder, io, services, ref === undefined ? [] : [lookingBack(ref, before)])
  const { changed, notes } = await changesOf(report.files, io)
  made.status = statusReport({
    version: report.version,
    files: report.files,
    changed,
    notes,
    ...(ref === undefined ? {} : { since: { ref, before } }),
    now: Date.now(),
    staleDays: (parsed.values.get('stale-days') as number | undefined) ?? defaultStaleDays
  })
  await writeReports(report, settings, io, services)
  reportFatalErrors(report, io)
  return exitCode(report, settings) === 2 ? 2 : 0
}

/** The formats as those of a report, which show the status in its place. */
function formatsOf(status: () => StatusReport): Formats {
  const adapted = Object.entries(statusFormats).map(([name, load]): [string, Formats[string]] => [
    name,
    async () => {
      const { showsSource, render } = await load()
      return { summary: '', ...(showsSource ? { showsSource } : {}), render: () => render(status()) }
    }
  ])
  return Object.fromEntries(adapted)
}

function toSettings({ parsed, argv }: Call): LintSettings {
  const { values, words } = parsed
  if (words.includes('-')) throw new UsageError('Unexpected "-": planlint status reads files')
  return {
    patterns: words,
    outputs: pairOutputs(scan(argv, options), 'text'),
    profile: values.get('profile') as string | undefined,
    quiet: false,
    maxWarnings: Infinity,
    config: values.get('config') as string | false | undefined,
    dataOnly: values.get('config-js') === false,
    color: values.get('color') as boolean | undefined,
    stdinFilename: undefined,
    errorOnUnmatched: values.get('error-on-unmatched-pattern') !== false,
    stages: new Set(),
    values
  }
}

/** planlint's own linter, told to say how far each plan is. */
function summarising(services: Services): Services {
  return {
    ...services,
    async createLinter() {
      const create = await services.createLinter()
      return (options, env) => create(options, { ...env, summary: true })
    }
  }
}

/** Judges each plan as it was, too. */
function lookingBack(ref: string, before: Map<string, FileReport | null>): Stage {
  return {
    options: [],
    post: (report, context) =>
      withRepository('--since', context.io, async repository => {
        const past = await readPast(ref, report.files, repository, context)
        for (const file of report.files) before.set(file.path, (await reportThen(file, past, context)) ?? null)
        return report
      })
  }
}

/** The last commit of each file; its own time where it was never committed. */
async function changesOf(
  files: readonly FileReport[],
  io: Io
): Promise<{ changed: Map<string, LastChange>; notes: string[] }> {
  const { dates, isShallow } = await commitDates(
    files.map(file => file.path),
    io.cwd
  )
  const changed = new Map<string, LastChange>()
  for (const { path: file } of files) {
    const date = dates.get(file)
    const time = date ?? (await timeOf(path.resolve(io.cwd, file)))
    if (time !== undefined) changed.set(file, { time, from: date === undefined ? 'file' : 'git' })
  }
  return {
    changed,
    notes: isShallow ? ['the history is cut off (shallow clone): plans may have been changed earlier than shown'] : []
  }
}

async function timeOf(file: string): Promise<number | undefined> {
  try {
    return (await fs.stat(file)).mtimeMs
  } catch {
    return undefined
  }
}
