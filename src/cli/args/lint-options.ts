/** The options of a lint run. They are known before its command is loaded: the first word of the arguments may be the value of one of them. */
import type { OptionSpec } from './option.ts'
import { commonOptions, configOptions, reportOptions, unmatchedOption } from './shared-options.ts'
import { stageOptions } from './stage-options.ts'

export const lintOptions: readonly OptionSpec[] = [
  ...configOptions,
  {
    name: 'stdin-filename',
    kind: 'string',
    value: 'FILE',
    source: 'file',
    group: 'What is judged',
    description: 'The path that the text from "-" belongs to'
  },
  {
    name: 'print-config',
    kind: 'string',
    value: 'FILE',
    source: 'file',
    group: 'Configuration',
    description: 'Print the options that hold for a file, as JSON, and judge nothing'
  },
  {
    name: 'list-files',
    kind: 'boolean',
    group: 'What is judged',
    description:
      'List each file with its profile, or why there is none, and by whose word (--format text or json); judge nothing'
  },
  ...reportOptions,
  unmatchedOption,
  ...stageOptions,
  ...commonOptions
]
