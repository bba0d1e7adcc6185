/** Reads texts and lints them, by the stages around each; several at once where threads share the work. */
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { prove } from '../../fix/prove.ts'
import { excludedFile, unjudged, unjudgedFor } from '../../lint/report.ts'
import { createSiblings } from '../../sets/siblings.ts'
import type { FileReport } from '../../types.ts'
import type { Config } from '../config/config.ts'
import { ConfigError, inWords } from '../config/error.ts'
import { shown } from '../discover/discover.ts'
import type { Candidate } from '../discover/discover.ts'
import { readStdin } from '../files/read.ts'
import type { Judge } from '../linters.ts'
import { troubleLine } from '../output/trouble.ts'
import type { PlanRead } from '../runtime/services.ts'
import type { JudgeText } from '../stages/stage.ts'
import { keep } from './run.ts'
import type { Run } from './run.ts'

/** After so many files, whoever else waits in this process is heard: signals, a terminal that went away. */
const batchSize = 32

/** After so many plans, what judging takes has been compiled; a run of more than the second number goes on for so long that V8 drops some of it again. */
const fewPlans = 4
const manyFiles = 50

/** Files whose verdicts are being reached at once, where threads share the work. */
const mostUnderWay = 64

export async function lintFiles(files: Candidate[], run: Run): Promise<void> {
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
    const judge = await linterFor(file, run)
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

export async function lintStdin(run: Run): Promise<void> {
  const name = run.settings.stdinFilename
  const file = path.resolve(run.io.cwd, name ?? 'stdin.md')
  const shownPath = name === undefined ? '<stdin>' : shown(file, run.io.cwd)
  const candidate: Candidate = { file, path: shownPath, expected: true, isStdin: true }
  const judge = await linterFor(candidate, run)
  if (!judge) return
  const text = await readStdin(run.io.stdin, judge.limits)
  if (text.ok && name !== undefined) run.given = { path: shownPath, text: text.text }
  // Whoever pipes nothing in, or has closed the input, has not handed in an empty plan.
  if (text.ok && text.text.trim() === '') keep(unjudgedFor(shownPath, 'standard input holds no text'), candidate, run)
  else await finish(begin(candidate, text, judge, run), run)
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
    ? lintByStages(text, text.bom ? { ...file, bom: true } : file, judge, run)
    : Promise.resolve(unjudged('', { path: file.path }, text.trouble))
  // What it throws is told to who waits for it, later.
  verdict.catch(() => undefined)
  return { file, text, verdict }
}

/** @returns undefined where the configuration can't be used (said once for each) or switches planlint off: then that is the file's report */
async function linterFor(file: Candidate, run: Run): Promise<Judge | undefined> {
  try {
    const judge = await run.linters.of(file.file)
    const { config } = judge
    const template = config.drafted.find(each => each.file === file.file)
    if (config.enabled && !template) return judge
    const reason = template
      ? `it is the template of the profile "${String(template.profile['name'])}"`
      : `planlint is switched off by ${shown(config.file ?? '', run.io.cwd)}`
    keep(excludedFile(file.path, reason), file, run)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const message = inWords(error, error.file && shown(error.file, run.io.cwd))
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

/** Once for each configuration. */
function sayWarnings(config: Config, { io }: Run): void {
  for (const message of config.warnings.splice(0))
    io.stderr.write(troubleLine({ code: 'config', message }, shown(config.file ?? '', io.cwd)))
}

/** The first stage is the outermost: `--fix` asks for verdicts, `--cache` remembers them. */
async function lintByStages(
  read: Extract<PlanRead, { ok: true }>,
  file: Candidate,
  judge: Judge,
  run: Run
): Promise<FileReport> {
  let judgeNext: JudgeText = each => lintOnce(each, file, judge, run)
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

async function lintOnce(text: string, file: Candidate, judge: Judge, run: Run): Promise<FileReport> {
  const once = (each: string): Promise<FileReport> => judge.lint(each, file.path, run.siblings)
  const first = await once(text)
  // Whoever fixes sees for itself what comes of it.
  const report = run.settings.stages.has('fix') ? first : await prove(text, first, once)
  run.linted++
  run.io.judged = true
  if (run.isLong && run.linted === fewPlans) run.io.onWarm?.()
  return report
}
