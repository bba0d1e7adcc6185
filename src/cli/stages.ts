/**
 * Parts of a lint run that are loaded only when their option is given. Registering a stage here makes its options known;
 * an option without its stage is unknown, and not in the help.
 */
import type {FileReport, RunReport} from '../types.ts'
import type {Candidate} from './discover.ts'
import type {ExitCode, Io} from './io.ts'
import type {LintSettings} from './settings.ts'
import type {PlanRead} from './services.ts'

export interface StageContext { settings: LintSettings; io: Io }

/** What a stage may do; each is optional, and each acts only where its option was given. */
export interface Stage {
  /** Repeats the whole run: `--watch`. */
  around?(once: () => Promise<ExitCode>, context: StageContext): Promise<ExitCode>
  /** Narrows the files down: `--since`, `--staged`, `--shard`. */
  select?(files: Candidate[], context: StageContext): Promise<Candidate[]>
  /** Reads another text than the file's: `--staged`. */
  read?(file: Candidate, context: StageContext): Promise<PlanRead>
  /** Stands around the judging of one text: `--cache`, `--fix`. */
  judge?(text: string, file: Candidate, next: (text: string) => FileReport, context: StageContext): Promise<FileReport> | FileReport
  /** Changes the report as a whole: `--baseline`, `--compare`. */
  post?(report: RunReport, context: StageContext): Promise<RunReport>
}

/** By the `stage` of the option table, in the order in which they act. */
export const stages: Record<string, () => Promise<Stage>> = {}
