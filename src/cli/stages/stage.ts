import type { FoundFile, Siblings } from '../../sets/siblings.ts'
import type { FileReport, RunReport } from '../../types.ts'
import type { Format } from '../../report/types.ts'
import type { Candidate, Discovery } from '../discover/discovery.ts'
import type { ExitCode, Io } from '../io.ts'
import type { OptionSpec } from '../args/option.ts'
import type { LintSettings } from '../args/settings.ts'
import type { WithoutRenames } from '../files/beside.ts'
import type { PlanRead } from '../runtime/services.ts'

export interface StageContext {
  settings: LintSettings
  io: Io
  /** Of the report, by name. */
  formats: ReadonlyMap<string, Format>
  /**
   * Lints a text as if it were that file's, without any stage.
   *
   * @throws {ConfigError | UsageError} when the file's configuration can't be used
   */
  lint(text: string, file: Pick<Candidate, 'file' | 'path'>, siblings?: Siblings): Promise<FileReport>
  /** The files that are one plan with this one where its place says so, be they there or not: absolute paths. */
  setOf(file: Pick<Candidate, 'file' | 'path'>): Promise<string[]>
  withoutRenames: WithoutRenames
}

/** What stands around one text's result knows, besides, what the result depends on. */
export interface LintContext extends StageContext {
  /** Stands for the configuration, planlint and its profiles: two texts with the same key and path get the same result. */
  key(): Promise<string>
  /** The files beside plans, as this run sees them. */
  beside: Siblings
}

export type LintText = (text: string) => Promise<FileReport>

/** A stage of a lint run: its options, and what it does, each of which is optional. */
export interface Stage {
  /** It acts where one of them is given. */
  options: readonly OptionSpec[]
  /**
   * Looks at the options before anything else is done.
   *
   * @throws {UsageError}
   */
  check?(settings: LintSettings, io: Io): Promise<void> | void
  /** Repeats the whole run: `--watch`. */
  around?(once: () => Promise<ExitCode>, settings: LintSettings, io: Io): Promise<ExitCode>
  /** Narrows the files down: `--since`, `--staged`, `--shard`. */
  select?(found: Discovery, context: StageContext): Promise<Discovery> | Discovery
  /** Its choice may be empty, from the beginning on: that no plan is left is no error. */
  isChoosy?: boolean
  /** Why no plan is left where it leaves none, in a line. */
  none?(settings: LintSettings): string
  /** Reads another text than the file's: `--staged`. */
  read?(file: Candidate, context: StageContext): Promise<PlanRead>
  /** Reads the files beside a plan, where they are others than those on disk. */
  readBeside?(path: string): FoundFile
  /** Answers by a text's bytes, which costs less than the text. Only asked where no other stage stands around the linting. */
  cached?(body: Uint8Array, file: Candidate, context: LintContext): Promise<FileReport | undefined>
  /** Stands around the linting of one text: `--fix`, `--cache`. */
  lint?(text: string, file: Candidate, next: LintText, context: LintContext): Promise<FileReport>
  /** Changes the report as a whole: `--baseline`, `--compare`. */
  post?(report: RunReport, context: StageContext): Promise<RunReport>
}
