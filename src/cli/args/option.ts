/** What an option is: parsing, help, completion and the manual are made from it. Each command and each stage holds its own. */

/** What a value is taken from, for completion. */
export type ValueSource = 'file' | 'format' | 'list-format' | 'status-format' | 'diff-format' | 'profile' | 'rule'

export interface OptionSpec {
  name: string
  alias?: string
  /** `count`: a whole number from 0. `negative`: known only as `--no-<name>`. */
  kind: 'boolean' | 'string' | 'count' | 'negative'
  /** The value's name in help; in capitals. */
  value?: string
  source?: ValueSource
  /** May be given several times. */
  isRepeatable?: boolean
  /** `--no-<name>` is known, too. */
  isNegatable?: boolean
  group: OptionGroup
  description: string
}

/** The titles under which help shows options, in the order in which it does. */
export const groups = [
  'Which plans',
  'What is judged',
  'Fixing',
  'Report',
  'Exit code',
  'Configuration',
  'Other'
] as const

/** Under which title help shows it. */
export type OptionGroup = (typeof groups)[number]
