/** The checked settings of a lint run. */
import type { Output } from '../output/outputs.ts'

export interface LintSettings {
  /** Paths, folders, globs; empty: the usual places. `-` stands for standard input. */
  patterns: string[]
  outputs: Output[]
  profile: string | undefined
  quiet: boolean
  /** `--statistics`; not asked for unless given. */
  statistics?: boolean
  /** Infinity where unlimited. */
  maxWarnings: number
  config: string | false | undefined
  /** `--no-config-js`. */
  dataOnly: boolean
  color: boolean | undefined
  stdinFilename: string | undefined
  errorOnUnmatched: boolean
  /** Names of the stages that the given options ask for. */
  stages: ReadonlySet<string>
  /** Every option's value by its long name, for stages. */
  values: ReadonlyMap<string, boolean | number | string | string[]>
}
