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
    description:
      "Print what holds for a file, as JSON: its profile, every rule's severity and by whose word; judge nothing"
  },
  {
    name: 'rule',
    kind: 'string',
    value: "'ID: SEVERITY'",
    source: 'rule',
    isRepeatable: true,
    group: 'Configuration',
    description: "Set a rule's severity, over the configuration: off, warn or error; repeatable"
  },
  {
    name: 'list-files',
    kind: 'boolean',
    group: 'What is judged',
    description:
      'List each file with its profile, or why there is none, and by whose word (--format text or json); judge nothing'
  },
  ...reportOptions,
  {
    name: 'report-unused-disable-directives',
    kind: 'boolean',
    group: 'Report',
    description: 'Tell of <!--lint disable …--> and ignore comments that silence nothing'
  },
  {
    name: 'statistics',
    kind: 'boolean',
    group: 'Report',
    description: 'Count the findings of each rule: in place of them with stylish, besides them with json'
  },
  unmatchedOption,
  ...stageOptions,
  ...commonOptions
]
