/** Options that several commands have. */
import type { OptionSpec } from './option.ts'

/** Options of every command. */
export const commonOptions: readonly OptionSpec[] = [
  {
    name: 'color',
    kind: 'boolean',
    isNegatable: true,
    group: 'Report',
    description: 'Force colour on or off (else FORCE_COLOR, NO_COLOR, the terminal)'
  },
  { name: 'help', alias: 'h', kind: 'boolean', group: 'Other', description: 'Show this help' },
  { name: 'version', alias: 'v', kind: 'boolean', group: 'Other', description: 'Show the version' }
]

export const configJsOption: OptionSpec = {
  name: 'config-js',
  kind: 'negative',
  group: 'Configuration',
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
    group: 'What is judged',
    description: 'Judge every file by this profile instead of detecting one'
  },
  {
    name: 'config',
    alias: 'c',
    kind: 'string',
    value: 'FILE',
    source: 'file',
    isNegatable: true,
    group: 'Configuration',
    description: 'Use this configuration file alone; --no-config uses none'
  },
  configJsOption
]

/** Where a report goes. */
export const outputFileOption: OptionSpec = {
  name: 'output-file',
  alias: 'o',
  kind: 'string',
  value: 'FILE',
  source: 'file',
  isRepeatable: true,
  group: 'Report',
  description:
    'Write the report of the --format before it (or else of the next one without a file) to FILE; a format without a file goes to standard output'
}

export const unmatchedOption: OptionSpec = {
  name: 'error-on-unmatched-pattern',
  kind: 'negative',
  group: 'Exit code',
  description: 'Do not fail when a path matches nothing, or no plan is found'
}

/** How the report of a run is written, and when it fails the run. */
export const reportOptions: readonly OptionSpec[] = [
  {
    name: 'format',
    alias: 'f',
    kind: 'string',
    value: 'NAME',
    source: 'format',
    isRepeatable: true,
    group: 'Report',
    description: 'Format of the report; repeatable'
  },
  outputFileOption,
  { name: 'quiet', alias: 'q', kind: 'boolean', group: 'Report', description: 'Report errors alone' },
  {
    name: 'max-warnings',
    kind: 'count',
    value: 'N',
    group: 'Exit code',
    description: 'Fail when there are more than N warnings'
  }
]

/** Of the commands that list things. */
export const listFormatOption: OptionSpec = {
  name: 'format',
  alias: 'f',
  kind: 'string',
  value: 'NAME',
  source: 'list-format',
  group: 'Report',
  description: 'text or json'
}
