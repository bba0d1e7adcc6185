/** A lint run, stage by stage: discover → select → read → judge → post → report → exit code. Texts and trees are dropped once judged. */
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { FileReport, RunReport, Trouble } from '../types.ts'
import type { Format } from '../report/types.ts'
import { prove } from '../fix/prove.ts'
import { excludedFile, unjudged, unjudgedFor } from '../lint/report.ts'
import { createSiblings } from '../sets/siblings.ts'
import type { Siblings } from '../sets/siblings.ts'
import { now } from './runtime/clock.ts'
import type { Config, ConfigFinder } from './config/config.ts'
import { ConfigError } from './config/error.ts'
import { discover, shown } from './discover/discover.ts'
import type { Candidate, Discovery } from './discover/discover.ts'
import type { ExitCode, Io } from './io.ts'
import { createLinters } from './linters.ts'
import type { Judge, Linters } from './linters.ts'
import { nothingJudged, unmatched } from './output/nothing-judged.ts'
import type { Outcome } from './output/nothing-judged.ts'
import { createProgress } from './output/progress.ts'
import type { Progress } from './output/progress.ts'
import { writeReports } from './output/reports.ts'
import type { PlanRead, Services } from './runtime/services.ts'
import type { LintSettings } from './args/settings.ts'
import { stages } from './stages/stages.ts'
import type { JudgeText, Stage, StageContext } from './stages/stage.ts'
import { readStdin } from './files/read.ts'
import { sayTroubles, troubleLine } from './output/trouble.ts'

/** After so many files, whoever else waits in this process is heard: signals, a terminal that went away. */
const batchSize = 32

/** After so many plans, what judging takes has been compiled; a run of more than the second number goes on for so long that V8 drops some of it again. */
const fewPlans = 4
const manyFiles = 50

/** Files whose verdicts are being reached at once, where threads share the work. */
const mostUnderWay = 64

/** A run under way. */
interface Run extends Outcome {
  settings: LintSettings
  io: Io
  services: Services
  finder: ConfigFinder
  stages: Stage[]
  context: StageContext
  linters: Linters
  /** The files beside plans, where they are others than those on disk. */
  siblings?: Siblings
  files: FileReport[]
  troubles: Trouble[]
  /** Some format shows lines of the plans: for others no text is kept. */
  showsSource: boolean
  /** Texts that were judged: not remembered ones. */
  linted: number
  isLong: boolean
  /** Markdown files elsewhere, where the usual places alone are looked at. */
  elsewhere: readonly Candidate[]
  progress: Progress
}

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

async function newRun(
  loaded: Stage[],
  settings: LintSettings,
  finder: ConfigFinder,
  io: Io,
  services: Services
): Promise<Run> {
  const formats = await formatsOf(settings, services)
  const linters = createLinters(settings, finder, io, services)
  const lint: StageContext['lint'] = async (text, file, siblings) =>
    (await linters.of(file.file)).lint(text, file.path, siblings)
  return {
    settings,
    io,
    services,
    finder,
    context: { settings, io, lint, setOf: linters.setOf, formats },
    showsSource: [...formats.values()].some(format => format.showsSource),
    stages: loaded,
    linters,
    files: [],
    troubles: [],
    linted: 0,
    isLong: false,
    isNarrowed: false,
    ignoredPlans: [],
    elsewhere: [],
    progress: createProgress(io)
  }
}

/** The formats that the run's report is written in; commands that write none of their own name others. */
async function formatsOf({ outputs }: LintSettings, services: Services): Promise<Map<string, Format>> {
  const all = await services.formats()
  const loaded = new Map<string, Format>()
  for (const { format } of outputs) if (Object.hasOwn(all, format)) loaded.set(format, await all[format]!())
  return loaded
}

/** Judges without a report: for commands that have one of their own. */
export async function judgePlans(
  settings: LintSettings,
  finder: ConfigFinder,
  io: Io,
  services: Services
): Promise<RunReport> {
  return judgeRun(await newRun(await loadStages(settings, io), settings, finder, io, services))
}

async function lintOnce(run: Run): Promise<ExitCode> {
  const { settings, io, services } = run
  const report = await judgeRun(run)
  try {
    await writeReports(report, settings, isMendingStdin(settings) ? { ...io, stdout: io.stderr } : io, services)
  } finally {
    sayTroubles(report, io)
  }
  return exitCode(report, settings)
}

async function judgeRun(run: Run): Promise<RunReport> {
  const { settings } = run
  const start = now()
  try {
    await judgeAll(await find(run), run)
    if (settings.patterns.includes('-')) await judgeStdin(run)
    run.troubles.push(...run.linters.troubles())
    await lookElsewhere(run)
    if (settings.errorOnUnmatched) run.troubles.push(...nothingJudged(run))
  } finally {
    run.progress.end()
  }
  let report: RunReport = {
    version: await version(),
    files: run.files.sort(byPath),
    troubles: run.troubles,
    elapsed: now() - start
  }
  for (const stage of run.stages) if (stage.post) report = await stage.post(report, run.context)
  return report
}

/** The mended text takes standard output. */
function isMendingStdin({ patterns, values }: LintSettings): boolean {
  return patterns.includes('-') && values.get('fix') === true
}

/** @returns 2 before 1: a run that could not do its work says nothing about the plans */
export function exitCode(report: RunReport, settings: Pick<LintSettings, 'maxWarnings'>): ExitCode {
  if (report.troubles.length > 0 || report.files.some(file => file.troubles.length > 0)) return 2
  const findings = report.files.flatMap(file => file.findings)
  const warnings = findings.filter(finding => finding.severity === 'warning').length
  return findings.length > warnings || warnings > settings.maxWarnings ? 1 : 0
}

async function loadStages(settings: LintSettings, io: Io): Promise<Stage[]> {
  const wanted = Object.entries(stages).filter(([name]) => settings.stages.has(name))
  const loaded = await Promise.all(wanted.map(([, load]) => load()))
  for (const stage of loaded) await stage.check?.(settings, io)
  return loaded
}

async function find(run: Run): Promise<Candidate[]> {
  const { settings, io } = run
  const patterns = settings.patterns.filter(pattern => pattern !== '-')
  if (patterns.length === 0 && settings.patterns.length > 0) return []
  let found: Discovery = await discover(patterns, io.cwd)
  for (const stage of run.stages) {
    if (!stage.select) continue
    const before = found.files.length
    found = await stage.select(found, run.context)
    run.isNarrowed ||= stage.isChoosy === true || found.files.length < before
  }
  for (const { path: file, by } of found.ignored)
    run.files.push({ ...excludedFile(file, `ignored by ${by}`), expected: true })
  run.troubles.push(...found.troubles)
  run.ignoredPlans = found.ignoredPlans
  // Who narrows the files down, or judges again and again, knows where the plans are.
  if (!run.stages.some(stage => stage.select || stage.around)) run.elsewhere = found.elsewhere
  if (settings.errorOnUnmatched) run.troubles.push(...found.unmatched.map(unmatched))
  return found.files
}

async function lookElsewhere({ elsewhere, settings, finder, services, io, files }: Run): Promise<void> {
  if (elsewhere.length === 0) return
  const [{ lookAlikes }, { withoutRules }] = await Promise.all([import('./look-alikes.ts'), import('./quiet.ts')])
  const quiet = withoutRules(services, false)
  files.push(...(await lookAlikes(elsewhere, createLinters(settings, finder, io, quiet), quiet)))
}

async function judgeAll(files: Candidate[], run: Run): Promise<void> {
  if (files.length === 0) return
  run.isLong = files.length > manyFiles
  const usual = await run.services.readPlan()
  const besides = run.stages.find(stage => stage.readBeside)
  if (besides) run.siblings = createSiblings(each => besides.readBeside!(each))
  const reader = run.stages.find(stage => stage.read)
  const read = async (file: Candidate, { limits }: Judge): Promise<PlanRead> =>
    reader?.read ? reader.read(file, run.context) : usual(file.file, limits, file.isRegular)
  // What is done with a verdict is done for one file after the other; to remember it is not.
  const isShared =
    run.stages.every(stage => !stage.judge || stage.recall) &&
    ((await run.services.expect?.(files.length, !run.stages.some(stage => stage.recall), run.io.env)) ?? false)
  const underWay: UnderWay[] = []
  let heard = 0
  for (const [index, file] of files.entries()) {
    const judge = await judgeFor(file, run)
    if (judge) underWay.push(begin(file, await read(file, judge), judge, run))
    // In the order of the files, whoever is ready first.
    while (underWay.length > (isShared ? mostUnderWay : 0)) await finish(underWay.shift()!, run)
    run.progress.at(index + 1, files.length)
    if (index % batchSize !== batchSize - 1 && (!isShared || run.linted === heard)) continue
    heard = run.linted
    await setImmediate()
  }
  for (const each of underWay) await finish(each, run)
}

/** A file whose verdict is being reached. */
interface UnderWay {
  file: Candidate
  text: PlanRead
  verdict: Promise<FileReport>
}

function begin(file: Candidate, text: PlanRead, judge: Judge, run: Run): UnderWay {
  sayWarnings(judge.config, run)
  const verdict = text.ok
    ? judgeText(text, text.bom ? { ...file, bom: true } : file, judge, run)
    : Promise.resolve(unjudged('', { path: file.path }, text.trouble))
  // What it throws is told to who waits for it, later.
  verdict.catch(() => undefined)
  return { file, text, verdict }
}

/** @returns undefined where the configuration can't be used (said once for each) or switches planlint off: then that is the file's report */
async function judgeFor(file: Candidate, run: Run): Promise<Judge | undefined> {
  try {
    const judge = await run.linters.of(file.file)
    if (judge.config.enabled) return judge
    const by = shown(judge.config.file ?? '', run.io.cwd)
    keep(excludedFile(file.path, `planlint is switched off by ${by}`), file, run)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const place = error.line === undefined ? '' : `:${error.line}:${error.column ?? 1}`
    const message = `${error.file ? `${shown(error.file, run.io.cwd)}${place}: ` : ''}${error.message}`
    if (!run.troubles.some(trouble => trouble.message === message)) run.troubles.push({ code: 'config', message })
    keep(unjudgedFor(file.path, "its configuration can't be used"), file, run)
  }
  return undefined
}

async function finish({ file, text, verdict }: UnderWay, run: Run): Promise<void> {
  const report = await verdict
  // What only lies beside plans is no plan of anybody's, unless it says so itself.
  if (report.state !== 'judged' && !file.expected)
    report.findings = report.findings.filter(finding => finding.severity === 'error')
  if (report.findings.length === 0 || !run.showsSource) delete report.source
  else if (text.ok) report.source ??= text.text
  keep(report, file, run)
}

/** Every file that is looked at is in the report. */
function keep(report: FileReport, { expected }: Candidate, run: Run): void {
  if (expected) report.expected = true
  run.files.push(report)
}

/** Once for each configuration. */
function sayWarnings(config: Config, { io }: Run): void {
  for (const message of config.warnings.splice(0))
    io.stderr.write(troubleLine({ code: 'config', message }, shown(config.file ?? '', io.cwd)))
}

/** The first stage is the outermost: `--fix` asks for verdicts, `--cache` remembers them. */
async function judgeText(
  read: Extract<PlanRead, { ok: true }>,
  file: Candidate,
  judge: Judge,
  run: Run
): Promise<FileReport> {
  let judgeNext: JudgeText = each => lint(each, file, judge, run)
  const around = run.stages.filter(stage => stage.judge)
  if (around.length === 0) return judgeNext(read.text)
  const context = { ...run.context, key: await judge.keyOf(file.file), beside: run.siblings ?? judge.beside }
  const known = around.length === 1 && read.body ? await around[0]!.recall?.(read.body, file, context) : undefined
  if (known) return known
  for (const stage of around.toReversed()) {
    const next = judgeNext
    judgeNext = async each => stage.judge!(each, file, next, context)
  }
  return judgeNext(read.text)
}

async function lint(text: string, file: Candidate, judge: Judge, run: Run): Promise<FileReport> {
  const once = (each: string): Promise<FileReport> => judge.lint(each, file.path, run.siblings)
  const first = await once(text)
  // Whoever fixes sees for itself what comes of it.
  const report = run.settings.stages.has('fix') ? first : await prove(text, first, once)
  run.linted++
  run.io.judged = true
  if (run.isLong && run.linted === fewPlans) run.io.onWarm?.()
  return report
}

async function judgeStdin(run: Run): Promise<void> {
  const name = run.settings.stdinFilename
  const file = path.resolve(run.io.cwd, name ?? 'stdin.md')
  const shownPath = name === undefined ? '<stdin>' : shown(file, run.io.cwd)
  const candidate: Candidate = { file, path: shownPath, expected: true, isStdin: true }
  const judge = await judgeFor(candidate, run)
  if (!judge) return
  const text = await readStdin(run.io.stdin, judge.limits)
  // Whoever pipes nothing in, or has closed the input, has not handed in an empty plan.
  if (text.ok && text.text.trim() === '') keep(unjudgedFor(shownPath, 'standard input holds no text'), candidate, run)
  else await finish(begin(candidate, text, judge, run), run)
}

function byPath(a: FileReport, b: FileReport): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

async function version(): Promise<string> {
  return (await import('./version.ts')).version
}
