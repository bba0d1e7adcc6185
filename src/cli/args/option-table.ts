/** Every option of every command as data: parsing, help, completion and checks are made from it. */

/** What a value is taken from, for completion. */
export type Source = 'file' | 'format' | 'list-format' | 'status-format' | 'diff-format' | 'profile' | 'rule'

export interface OptionSpec {
  name: string
  alias?: string
  /** `count`: a whole number from 0. `negative`: known only as `--no-<name>`. */
  kind: 'boolean' | 'string' | 'count' | 'negative'
  /** The value's name in help; in capitals. */
  value?: string
  source?: Source
  /** May be given several times. */
  isRepeatable?: boolean
  /** `--no-<name>` is known, too. */
  isNegatable?: boolean
  /** The stage that carries it out; the option is known only where that stage is. */
  stage?: string
  group: string
  description: string
}

const basic = 'What is judged'
const report = 'Report'
const gate = 'Exit code'
const configuration = 'Configuration'
const fixing = 'Fixing'
const selection = 'Which plans'
const other = 'Other'

/** Options of every command. */
export const commonOptions: readonly OptionSpec[] = [
  {
    name: 'color',
    kind: 'boolean',
    isNegatable: true,
    group: report,
    description: 'Force colour on or off (else FORCE_COLOR, NO_COLOR, the terminal)'
  },
  { name: 'help', alias: 'h', kind: 'boolean', group: other, description: 'Show this help' },
  { name: 'version', alias: 'v', kind: 'boolean', group: other, description: 'Show the version' }
]

export const configJsOption: OptionSpec = {
  name: 'config-js',
  kind: 'negative',
  group: configuration,
  description: "Read JSON and YAML configuration alone, import nothing: for checking strangers' changes"
}

/** How configuration is found: shared by the commands that judge. */
export const configOptions: readonly OptionSpec[] = [
  {
    name: 'profile',
    alias: 'p',
    kind: 'string',
    value: 'NAME',
    source: 'profile',
    group: basic,
    description: 'Judge every file by this profile instead of detecting one'
  },
  {
    name: 'config',
    alias: 'c',
    kind: 'string',
    value: 'FILE',
    source: 'file',
    isNegatable: true,
    group: configuration,
    description: 'Use this configuration file alone; --no-config uses none'
  },
  configJsOption
]

/** Options of the default command. */
export const lintOptions: readonly OptionSpec[] = [
  ...configOptions,
  {
    name: 'stdin-filename',
    kind: 'string',
    value: 'FILE',
    source: 'file',
    group: basic,
    description: 'The path that the text from "-" belongs to'
  },
  {
    name: 'print-config',
    kind: 'string',
    value: 'FILE',
    source: 'file',
    group: configuration,
    description: 'Print the options that hold for a file, as JSON, and judge nothing'
  },
  {
    name: 'list-files',
    kind: 'boolean',
    group: basic,
    description:
      'List each file with its profile, or why there is none, and by whose word (--format text or json); judge nothing'
  },
  {
    name: 'format',
    alias: 'f',
    kind: 'string',
    value: 'NAME',
    source: 'format',
    isRepeatable: true,
    group: report,
    description: 'Format of the report; repeatable'
  },
  {
    name: 'output-file',
    alias: 'o',
    kind: 'string',
    value: 'FILE',
    source: 'file',
    isRepeatable: true,
    group: report,
    description:
      'Write the report of the --format before it (or else of the next one without a file) to FILE; a format without a file goes to standard output'
  },
  { name: 'quiet', alias: 'q', kind: 'boolean', group: report, description: 'Report errors alone' },
  {
    name: 'max-warnings',
    kind: 'count',
    value: 'N',
    group: gate,
    description: 'Fail when there are more than N warnings'
  },
  {
    name: 'error-on-unmatched-pattern',
    kind: 'negative',
    group: gate,
    description: 'Do not fail when a path matches nothing, or no plan is found'
  },
  { name: 'fix', kind: 'boolean', stage: 'fix', group: fixing, description: 'Mend what can be mended safely' },
  {
    name: 'scaffold',
    kind: 'boolean',
    stage: 'fix',
    group: fixing,
    description: 'With --fix: also insert skeletons of what is missing, to be filled in'
  },
  {
    name: 'fix-dry-run',
    kind: 'boolean',
    stage: 'fix',
    group: fixing,
    description: 'Show what --fix would change, as a diff, and write nothing'
  },
  {
    name: 'since',
    kind: 'string',
    value: 'REF',
    stage: 'since',
    group: selection,
    description: 'Only plans that changed since the merge base with this commit'
  },
  {
    name: 'staged',
    kind: 'boolean',
    stage: 'staged',
    group: selection,
    description: 'Only staged plans, as the index has them'
  },
  {
    name: 'shard',
    kind: 'string',
    value: 'I/N',
    stage: 'shard',
    group: selection,
    description: 'Only part I of N parts of the plans'
  },
  {
    name: 'baseline',
    kind: 'string',
    value: 'FILE',
    source: 'file',
    stage: 'baseline',
    group: gate,
    description: 'Do not fail on the findings that this file lists'
  },
  {
    name: 'update-baseline',
    kind: 'boolean',
    stage: 'baseline',
    group: gate,
    description: 'Take mended findings out of the baseline, or begin one'
  },
  {
    name: 'compare',
    kind: 'string',
    value: 'REF',
    stage: 'compare',
    group: gate,
    description: 'Say what was mended and what is new since the merge base with this commit'
  },
  { name: 'cache', kind: 'boolean', stage: 'cache', group: other, description: 'Remember verdicts between runs' },
  {
    name: 'cache-location',
    kind: 'string',
    value: 'FILE',
    source: 'file',
    stage: 'cache',
    group: other,
    description: 'Remember them in FILE (.planlintcache)'
  },
  { name: 'watch', kind: 'boolean', stage: 'watch', group: other, description: 'Judge again whenever a plan changes' },
  ...commonOptions
]

const shared = new Set(['format', 'output-file', 'quiet', 'max-warnings'])

/** Options of `merge`: how a report is written, and when it fails. */
export const mergeOptions: readonly OptionSpec[] = [
  ...lintOptions.filter(option => shared.has(option.name)),
  ...commonOptions
]

/** Options of `init`. */
export const initOptions: readonly OptionSpec[] = [
  ...configOptions.filter(option => option.name !== 'profile'),
  { name: 'force', kind: 'boolean', group: other, description: 'Overwrite a file that exists' },
  ...commonOptions
]

const ofStatus = new Set(['output-file', 'error-on-unmatched-pattern'])

/** Options of `diff`. */
export const diffOptions: readonly OptionSpec[] = [
  {
    name: 'base',
    kind: 'string',
    value: 'REF',
    group: selection,
    description: "The commit, branch or tag that the change starts from (the plan's own base commit, if it states one)"
  },
  {
    name: 'committed',
    kind: 'boolean',
    group: selection,
    description: 'Compare what is committed alone, as a pull request would'
  },
  {
    name: 'allow',
    kind: 'string',
    value: 'GLOB',
    isRepeatable: true,
    group: selection,
    description: 'Changes that need no plan, besides lockfiles and generated files; repeatable'
  },
  {
    name: 'fail-on',
    kind: 'string',
    value: 'GROUPS',
    group: gate,
    description:
      'What fails the run: unplanned, untouched, contradiction, separated by commas, or none (unplanned,contradiction)'
  },
  {
    name: 'amend',
    kind: 'boolean',
    group: fixing,
    description: "Write unplanned files into the plan's tree, with their marks"
  },
  {
    name: 'format',
    alias: 'f',
    kind: 'string',
    value: 'NAME',
    source: 'diff-format',
    isRepeatable: true,
    group: report,
    description: 'text, json, markdown or sarif; repeatable'
  },
  ...lintOptions.filter(option => option.name === 'output-file'),
  ...configOptions,
  ...commonOptions
]

/** Options of `status`. */
export const statusOptions: readonly OptionSpec[] = [
  ...configOptions,
  {
    name: 'format',
    alias: 'f',
    kind: 'string',
    value: 'NAME',
    source: 'status-format',
    isRepeatable: true,
    group: report,
    description: 'text, json, markdown or html; repeatable'
  },
  {
    name: 'stale-days',
    kind: 'count',
    value: 'N',
    group: report,
    description: 'An open plan without a change for more than N days needs a look (14)'
  },
  ...lintOptions.filter(option => ofStatus.has(option.name)),
  ...commonOptions
]
