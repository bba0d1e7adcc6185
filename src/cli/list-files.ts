/** `--list-files`: what becomes of each file and by whose word, without judging any; and what a search passed over. */
import { clean, cleanPath } from '../report/text/clean.ts'
import { jsonText } from '../report/text/json-text.ts'
import { stateWords } from '../report/remarks.ts'
import { textWidth } from '../report/text/width.ts'
import { isMdx, isWellKnown } from '../detect/places.ts'
import { placesInWords } from '../detect/place-words.ts'
import type { FileReport, FileState, SelectedBy, RunReport } from '../types.ts'
import { didYouMean } from '../util/suggest.ts'
import type { LintSettings } from './args/settings.ts'
import type { Call } from './call.ts'
import type { ConfigFinder } from './config/config.ts'
import { whyTemplate } from './config/templates.ts'
import { discover } from './discover/discover.ts'
import { UsageError } from './io.ts'
import type { ExitCode } from './io.ts'
import { nothingJudgedCode } from './output/nothing-judged.ts'
import { writeOutput } from './output/reports.ts'
import { reportFatalErrors } from './output/fatal.ts'
import { exitCode, lintSilently } from './pipeline/pipeline.ts'
import { withoutRules } from './quiet.ts'

const known = ['text', 'json']

/** Stages that choose among the files: others have nothing to do. */
const narrow = new Set(['since', 'staged', 'shard'])

interface Listed {
  path: string
  state: FileState | 'passed-over'
  profile: string | null
  recognised: string | null
  by: SelectedBy | null
  /** Why there is no result; null where there would be one. */
  reason: string | null
}

/** @throws {UsageError} for a format that is none of lists */
export async function listFiles(settings: LintSettings, finder: ConfigFinder, call: Call): Promise<ExitCode> {
  const { io, parsed } = call
  for (const output of settings.outputs) {
    if (!parsed.values.has('format')) output.format = 'text'
    if (!known.includes(output.format))
      throw new UsageError(
        `Unknown format "${output.format}" of a list${didYouMean(output.format, known)}; known: ${known.join(', ')}`
      )
  }
  const narrowing = new Set([...settings.stages].filter(stage => narrow.has(stage)))
  const judged = await lintSilently({ ...settings, stages: narrowing }, finder, io, withoutRules(call.services))
  // That no plan is among the files is told by the list.
  const report = { ...judged, fatalErrors: judged.fatalErrors.filter(({ code }) => code !== nothingJudgedCode) }
  const files = [
    ...report.files.map(listed),
    ...(await passedOver(report, settings.patterns, narrowing, { cwd: io.cwd, finder }))
  ]
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  for (const output of settings.outputs)
    writeOutput(output.format === 'json' ? jsonText({ version: 1, files }) : asText(files), output, io)
  reportFatalErrors(report, io)
  return exitCode(report, settings) === 2 ? 2 : 0
}

function listed(file: FileReport): Listed {
  const { path, state } = file
  if (file.state !== 'judged') return { path, state, profile: null, recognised: null, by: null, reason: file.reason }
  return { path, state, profile: file.profile, recognised: file.recognised, by: file.by ?? null, reason: null }
}

/** Without words the usual places alone are looked at: the other Markdown files, and what is ignored there. */
async function passedOver(
  { files }: RunReport,
  patterns: readonly string[],
  stages: ReadonlySet<string>,
  { cwd, finder }: { cwd: string; finder: ConfigFinder }
): Promise<Listed[]> {
  if (patterns.length > 0 || stages.size > 0) return []
  const { elsewhere, ignoredPlans } = await discover([], cwd)
  const seen = new Set(files.map(file => file.path))
  const rest = { state: 'passed-over', profile: null, recognised: null, by: null } as const
  const others: Listed[] = []
  for (const { file, path } of elsewhere) {
    if (seen.has(path)) continue
    // What is wrong with a configuration is told where it is used.
    const template = whyTemplate(file, (await finder.of(file).catch(() => undefined))?.drafted ?? [])
    others.push(
      template === undefined
        ? { path, ...rest, reason: whyPassedOver(path) }
        : { path, ...rest, state: 'excluded', reason: template }
    )
  }
  return [...others, ...ignoredPlans.map(path => ({ path, ...rest, reason: 'ignored by git or .remarkignore' }))]
}

function whyPassedOver(path: string): string {
  if (isMdx(path)) return 'MDX is judged where it is named'
  return isWellKnown(path) ? 'no plan by its name' : 'not at a usual place of plans'
}

const words: Record<SelectedBy, string> = {
  option: 'by the option --profile',
  configuration: 'by the configuration',
  declaration: 'by its front matter',
  content: 'by its content',
  place: 'by its place'
}

function asText(files: readonly Listed[]): string {
  if (files.length === 0) return `no Markdown files in the usual places (${placesInWords})\n`
  const rows = files.map(cellsOf)
  const widths = [0, 1].map(column => Math.max(...rows.map(row => textWidth(row[column]!))))
  return rows
    .map(
      row =>
        `${row
          .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - textWidth(cell))))
          .join('  ')
          .trimEnd()}\n`
    )
    .join('')
}

function cellsOf({ path, state, profile, recognised, by, reason }: Listed): string[] {
  if (profile === null)
    return [cleanPath(path), state === 'passed-over' ? 'passed over' : stateWords[state], clean(reason ?? '')]
  const sure = recognised === 'named' || recognised === 'generic' ? '' : `${recognised}, `
  return [cleanPath(path), clean(profile), `${sure}${by === null ? '' : words[by]}`]
}
