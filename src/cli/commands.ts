/** The commands: each in a file of its own, loaded when it is called. */
import {
  commonOptions,
  configJsOption,
  configOptions,
  diffOptions,
  initOptions,
  lintOptions,
  mergeOptions,
  statusOptions
} from './args/option-table.ts'
import type { OptionSpec } from './args/option-table.ts'
import type { Command } from './call.ts'

const formatOption: OptionSpec = {
  name: 'format',
  alias: 'f',
  kind: 'string',
  value: 'NAME',
  source: 'list-format',
  group: 'Report',
  description: 'text or json'
}

/** What `planlint` does without a command. */
export const lintCommand: Command = {
  usage: 'planlint [paths…]',
  description: 'Lint plan documents',
  options: lintOptions,
  words: 'file',
  load: async () => (await import('./commands/lint.ts')).run
}

/** By name. */
export const commands: Record<string, Command> = {
  explain: {
    usage: 'planlint explain <rule>',
    description: 'Show the page of a rule',
    minWords: 1,
    words: 'rule',
    options: commonOptions,
    load: async () => (await import('./commands/explain.ts')).run
  },
  rules: {
    usage: 'planlint rules',
    description: 'List the rules',
    maxWords: 0,
    options: [formatOption, ...commonOptions],
    load: async () => (await import('./commands/rules.ts')).run
  },
  profiles: {
    usage: 'planlint profiles [name]',
    description: 'List the profiles, show what one demands, or draft one from a template',
    maxWords: 1,
    words: 'profile',
    options: [
      formatOption,
      {
        name: 'from',
        kind: 'string',
        value: 'FILE',
        source: 'file',
        group: 'Report',
        description: 'Draft a profile from a template document'
      },
      ...commonOptions
    ],
    load: async () => (await import('./commands/profiles.ts')).run
  },
  status: {
    usage: 'planlint status [paths…]',
    description: 'Show how far the plans are, and which need a look',
    words: 'file',
    options: statusOptions,
    load: async () => (await import('./commands/status.ts')).run
  },
  diff: {
    usage: 'planlint diff <plan>',
    description: 'Compare a plan with the change that carries it out',
    minWords: 1,
    maxWords: 1,
    words: 'file',
    options: diffOptions,
    load: async () => (await import('./commands/diff.ts')).run
  },
  init: {
    usage: 'planlint init <profile> [file]',
    description: 'Write a plan to fill in',
    minWords: 1,
    maxWords: 2,
    words: 'profile',
    options: initOptions,
    load: async () => (await import('./commands/init.ts')).run
  },
  merge: {
    usage: 'planlint merge <reports…>',
    description: 'Make one report of several JSON reports',
    minWords: 1,
    words: 'file',
    options: mergeOptions,
    load: async () => (await import('./commands/merge.ts')).run
  },
  hook: {
    usage: 'planlint hook <client>',
    description: 'Judge the plan that a coding agent has just written: claude-code',
    minWords: 1,
    maxWords: 1,
    options: [...configOptions, ...commonOptions],
    load: async () => (await import('./commands/hook.ts')).run
  },
  lsp: {
    usage: 'planlint lsp --stdio',
    description: 'Start a language server for editors',
    maxWords: 0,
    options: [
      { name: 'stdio', kind: 'boolean', group: 'Other', description: 'Talk over standard input and output' },
      {
        name: 'clientProcessId',
        kind: 'count',
        value: 'ID',
        group: 'Other',
        description: 'The process of the editor, which clients name by themselves: the server ends with it'
      },
      configJsOption,
      ...commonOptions
    ],
    load: async () => (await import('./commands/lsp.ts')).run
  },
  completion: {
    usage: 'planlint completion <shell>',
    description: 'Print a completion script for bash, zsh or fish',
    minWords: 1,
    maxWords: 1,
    words: 'shell',
    options: commonOptions,
    load: async () => (await import('./commands/completion.ts')).run
  }
}
