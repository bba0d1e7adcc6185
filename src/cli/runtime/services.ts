/** The parts that the command line puts to work, each loaded when it is first needed; tests hand in others. */
import type { PlanlintOptions } from '../../options.ts'
import type { Surroundings } from '../../lint/tree-types.ts'
import type { RepoData } from '../../repo/facts.ts'
import type { Pool } from '../../repo/pool.ts'
import type { Formats } from '../../report/index.ts'
import type { RuleMeta } from '../../report/types.ts'
import type { FileReport, FatalError } from '../../types.ts'

/** A plan's text, or why there is none. */
export type PlanRead =
  | {
      ok: true
      readonly text: string
      /** A byte order mark stood before the text. */
      bom?: boolean
      /** The bytes that the text is made of, where it comes from a file. */
      body?: Uint8Array
    }
  | { ok: false; fatal: FatalError }

/** What lies around a plan, and what its repository's facts are made of: plain data, that may cross to a thread. */
export interface PortableSurroundings extends Surroundings {
  repoData?: RepoData
}

/** Lints texts; total. */
export interface TextLinter {
  lint(text: string, path: string | undefined, around?: PortableSurroundings): FileReport | Promise<FileReport>
}

/** What a linter may use besides its options. */
export interface LinterEnv {
  /** Custom profiles, as data. */
  profiles?: Record<string, unknown>[]
  /** `--profile`: above everything that a plan or a configuration says. */
  forced?: string
  /** Reports say how far a plan is. */
  summary?: boolean
  /** What becomes of each document is asked, and not what rules say of it: none runs. */
  isUnasked?: boolean
  /** Absolute path of the folder that paths are relative to: files of a set are read below it. None are read without. */
  cwd?: string
  /** `PLANLINT_PARSER`: for whoever doubts the fast parser. */
  parser?: 'reference'
  /** This is the worker: nothing is passed on to another. */
  isAlone?: boolean
  /** This is a thread of the pool: what may take long is handed back. */
  isHelping?: boolean
  /** Called with the rule that is about to run. */
  onRule?: (id: string) => void
}

/** A profile as listings show it. */
export interface ProfileInfo {
  name: string
  title: string
  summary: string
  data: unknown
}

export interface Services {
  /**
   * So many files are to be judged, soon.
   *
   * @param isSure none of their results is remembered
   * @returns whether several are judged at once
   */
  expect?(files: number, isSure: boolean, env: Record<string, string | undefined>): Promise<boolean>
  createLinter(): Promise<(options: PlanlintOptions, env: LinterEnv) => TextLinter>
  /** Looks for the repositories that hold the plans; without it, rules that ask one are skipped. */
  repositories?(cwd: string, env: Record<string, string | undefined>): Promise<Pool>
  readPlan(): Promise<
    (path: string, limits: Record<string, number>, isRegular?: boolean) => PlanRead | Promise<PlanRead>
  >
  formats(): Promise<Formats>
  ruleIds(): Promise<readonly string[]>
  rules(): Promise<RuleMeta[]>
  profiles(): Promise<ProfileInfo[]>
  /** Custom profiles with what they extend, checked; throws a `ConfigError`. */
  completeProfiles(profiles: readonly Record<string, unknown>[], configFile: string): Promise<Record<string, unknown>[]>
}
