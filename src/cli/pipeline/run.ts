import type { Siblings } from '../../sets/siblings.ts'
import type { Format } from '../../report/types.ts'
import type { FileReport, FatalError } from '../../types.ts'
import type { LintSettings } from '../args/settings.ts'
import type { ConfigFinder } from '../config/config.ts'
import type { Candidate } from '../discover/discovery.ts'
import { withoutRenamesIn } from '../files/beside.ts'
import type { Io } from '../io.ts'
import { createLinters } from '../linters/linters.ts'
import type { Linters } from '../linters/linters.ts'
import type { RunResult } from '../output/nothing-judged.ts'
import { createProgress } from '../output/progress.ts'
import type { ProgressLine } from '../output/progress.ts'
import type { Services } from '../runtime/services.ts'
import type { Stage, StageContext } from '../stages/stage.ts'
import { stages } from '../stages/stages.ts'

/** A run under way. */
export interface LintRun extends RunResult {
  settings: LintSettings
  io: Io
  services: Services
  finder: ConfigFinder
  stages: Stage[]
  context: StageContext
  linters: Linters
  /** The files beside plans, where they are others than those on disk. */
  siblings?: Siblings
  /** What came by standard input, under the name that it was given. */
  given?: { path: string; text: string }
  files: FileReport[]
  fatalErrors: FatalError[]
  /** Some format shows lines of the plans: for others no text is kept. */
  showsSource: boolean
  /** Texts that were judged: not remembered ones. */
  linted: number
  isLong: boolean
  /** What is said where a stage has left no plan. */
  none?: string
  /** Markdown files elsewhere, where the usual places alone are looked at. */
  elsewhere: readonly Candidate[]
  progress: ProgressLine
}

export async function newRun(
  loaded: Stage[],
  settings: LintSettings,
  finder: ConfigFinder,
  io: Io,
  services: Services
): Promise<LintRun> {
  const formats = await formatsOf(settings, services)
  const linters = createLinters(settings, finder, io, services)
  const lint: StageContext['lint'] = async (text, file, siblings) =>
    (await linters.of(file.file)).lint(text, file.path, siblings)
  return {
    settings,
    io,
    services,
    finder,
    context: { settings, io, lint, setOf: linters.setOf, formats, withoutRenames: withoutRenamesIn(io.cwd) },
    showsSource: [...formats.values()].some(format => format.showsSource),
    stages: loaded,
    linters,
    files: [],
    fatalErrors: [],
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

export async function loadStages(settings: LintSettings, io: Io): Promise<Stage[]> {
  const wanted = Object.entries(stages).filter(([name]) => settings.stages.has(name))
  const loaded = await Promise.all(wanted.map(([, load]) => load()))
  for (const stage of loaded) await stage.check?.(settings, io)
  return loaded
}

/** Every file that is looked at is in the report. */
export function keep(report: FileReport, { expected }: Candidate, run: LintRun): void {
  if (expected) report.expected = true
  run.files.push(report)
}
