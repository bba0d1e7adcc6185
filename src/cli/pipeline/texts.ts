/** Reads texts and lints them, by the stages around each; several at once where threads share the work. */
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { prove } from '../../fix/prove.ts'
import { excludedFile, unjudged, unjudgedFor } from '../../lint/report.ts'
import { createSiblings } from '../../sets/siblings.ts'
import type { FileReport } from '../../types.ts'
import type { LoadedConfig } from '../config/config.ts'
import { ConfigError, inWords } from '../config/error.ts'
import { whyTemplate } from '../config/templates.ts'
import { relativePath } from '../discover/relative-path.ts'
import type { Candidate } from '../discover/discovery.ts'
import { readStdin } from '../files/read.ts'
import type { ConfiguredLinter } from '../linters/configured.ts'
import { fatalLine } from '../output/fatal.ts'
import type { PlanRead } from '../runtime/services.ts'
import type { LintText } from '../stages/stage.ts'
import { keep } from './run.ts'
import type { LintRun } from './run.ts'

/** After so many files, whoever else waits in this process is heard: signals, a terminal that went away. */
const batchSize = 32

/** After so many plans, what linting takes has been compiled; a run of more than the second number goes on for so long that V8 drops some of it again. */
const fewPlans = 4
const manyFiles = 50

/** Files whose results are being reached at once, where threads share the work. */
const mostUnderWay = 64

export async function lintFiles(files: Candidate[], run: LintRun): Promise<void> {
  if (files.length === 0) return
  run.isLong = files.length > manyFiles
  const usual = await run.services.readPlan()
  const besides = run.stages.find(stage => stage.readBeside)
  if (besides) run.siblings = createSiblings(each => besides.readBeside!(each))
  const reader = run.stages.find(stage => stage.read)
  const read = async (file: Candidate, { limits }: ConfiguredLinter): Promise<PlanRead> =>
    reader?.read ? reader.read(file, run.context) : usual(file.file, limits, file.isRegular)
  // What is done with a result is done for one file after the other; to remember it is not.
  const isShared =
    run.stages.every(stage => !stage.lint || stage.cached) &&
    ((await run.services.expect?.(files.length, !run.stages.some(stage => stage.cached), run.io.env)) ?? false)
  const underWay: UnderWay[] = []
  let lintedBefore = 0
  for (const [index, file] of files.entries()) {
    const linter = await linterFor(file, run)
    if (linter) underWay.push(begin(file, await read(file, linter), linter, run))
    // In the order of the files, whoever is ready first.
    while (underWay.length > (isShared ? mostUnderWay : 0)) await finish(underWay.shift()!, run)
    run.progress.at(index + 1, files.length)
    if (index % batchSize !== batchSize - 1 && (!isShared || run.linted === lintedBefore)) continue
    lintedBefore = run.linted
    await setImmediate()
  }
  for (const each of underWay) await finish(each, run)
}

export async function lintStdin(run: LintRun): Promise<void> {
  const name = run.settings.stdinFilename
  const file = path.resolve(run.io.cwd, name ?? 'stdin.md')
  const shownPath = name === undefined ? '<stdin>' : relativePath(file, run.io.cwd)
  const candidate: Candidate = { file, path: shownPath, expected: true, isStdin: true }
  const linter = await linterFor(candidate, run)
  if (!linter) return
  const text = await readStdin(run.io.stdin, linter.limits)
  if (text.ok && name !== undefined) run.given = { path: shownPath, text: text.text }
  // Whoever pipes nothing in, or has closed the input, has not handed in an empty plan.
  if (text.ok && text.text.trim() === '') keep(unjudgedFor(shownPath, 'standard input holds no text'), candidate, run)
  else await finish(begin(candidate, text, linter, run), run)
}

/** A file whose result is being reached. */
interface UnderWay {
  file: Candidate
  text: PlanRead
  report: Promise<FileReport>
}

function begin(file: Candidate, text: PlanRead, linter: ConfiguredLinter, run: LintRun): UnderWay {
  sayWarnings(linter.config, run)
  const report = text.ok
    ? lintByStages(text, text.bom ? { ...file, bom: true } : file, linter, run)
    : Promise.resolve(unjudged('', { path: file.path }, text.fatal))
  // What it throws is told to who waits for it, later.
  report.catch(() => undefined)
  return { file, text, report }
}

/** @returns undefined where the configuration can't be used (said once for each) or switches planlint off: then that is the file's report */
async function linterFor(file: Candidate, run: LintRun): Promise<ConfiguredLinter | undefined> {
  try {
    const linter = await run.linters.of(file.file)
    const { config } = linter
    const template = whyTemplate(file.file, config.drafted)
    if (config.enabled && template === undefined) return linter
    const reason = template ?? `planlint is switched off by ${relativePath(config.file ?? '', run.io.cwd)}`
    keep(excludedFile(file.path, reason), file, run)
  } catch (error) {
    tellTrouble(error, run)
    keep(unjudgedFor(file.path, "its configuration can't be used"), file, run)
  }
  return undefined
}

/** @throws what is no trouble of a configuration */
function tellTrouble(error: unknown, { fatalErrors, io }: LintRun): void {
  if (!(error instanceof ConfigError)) throw error
  for (const message of inWords(error, io.cwd))
    if (!fatalErrors.some(fatal => fatal.message === message)) fatalErrors.push({ code: 'config', message })
}

/** Of a run that has no file: that may come of a configuration that can't be used, which is told here alone. */
export async function checkConfiguration(run: LintRun): Promise<void> {
  const file = path.join(run.io.cwd, 'PLAN.md')
  try {
    const config = await run.finder.of(file)
    if (config.file !== undefined) await run.linters.of(file)
  } catch (error) {
    tellTrouble(error, run)
  }
}

async function finish({ file, text, report: underWay }: UnderWay, run: LintRun): Promise<void> {
  const report = await underWay
  // What only lies beside plans is no plan of anybody's, unless it says so itself.
  if (report.state !== 'judged' && !file.expected)
    report.findings = report.findings.filter(finding => finding.severity === 'error')
  if (report.findings.length === 0 || !run.showsSource) delete report.source
  else if (text.ok) report.source ??= text.text
  keep(report, file, run)
}

/** Once for each configuration. */
function sayWarnings(config: LoadedConfig, { io }: LintRun): void {
  for (const message of config.warnings.splice(0))
    io.stderr.write(fatalLine({ code: 'config', message }, relativePath(config.file ?? '', io.cwd)))
}

/** The first stage is the outermost: `--fix` asks for results, `--cache` remembers them. */
async function lintByStages(
  read: Extract<PlanRead, { ok: true }>,
  file: Candidate,
  linter: ConfiguredLinter,
  run: LintRun
): Promise<FileReport> {
  let lintNext: LintText = each => lintOnce(each, file, linter, run)
  const around = run.stages.filter(stage => stage.lint)
  if (around.length === 0) return lintNext(read.text)
  const context = { ...run.context, key: await linter.keyOf(file.file), beside: run.siblings ?? linter.beside }
  const known = around.length === 1 && read.body ? await around[0]!.cached?.(read.body, file, context) : undefined
  if (known) return known
  for (const stage of around.toReversed()) {
    const next = lintNext
    lintNext = async each => stage.lint!(each, file, next, context)
  }
  return lintNext(read.text)
}

async function lintOnce(text: string, file: Candidate, linter: ConfiguredLinter, run: LintRun): Promise<FileReport> {
  const once = async (each: string): Promise<FileReport> =>
    run.context.withoutRenames(await linter.lint(each, file.path, run.siblings), file.file)
  const first = await once(text)
  // Whoever fixes sees for itself what comes of it.
  const report = run.settings.stages.has('fix') ? first : await prove(text, first, once)
  run.linted++
  run.io.linted = true
  if (run.isLong && run.linted === fewPlans) run.io.onWarm?.()
  return report
}
