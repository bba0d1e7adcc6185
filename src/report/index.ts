import type { Reporter } from './types.ts'

/** Every format, with the line that `--help` says of it. */
export const formatDescriptions = {
  stylish: 'Code frames, problems and remedies for a person at a terminal',
  compact: 'One line per problem for vim, emacs and problem matchers',
  json: 'The whole result, stable and with a published schema',
  github: 'Annotations on the lines of a pull request in GitHub Actions',
  sarif: 'SARIF 2.1.0 for code scanning',
  junit: 'JUnit XML for test reports',
  gitlab: 'GitLab Code Quality report',
  markdown: 'Summary for a pull-request comment or a step summary',
  agent: 'One short line per problem with its remedy, for an LLM agent'
} as const

/** The name of a format. */
export type FormatName = keyof typeof formatDescriptions

/** The names in the order in which help shows them. */
export const formatNames = Object.keys(formatDescriptions) as FormatName[]

/** Loaders: a run pays only for the formats that it uses. */
export const formats: Record<FormatName, () => Promise<Reporter>> = {
  stylish: async () => (await import('./stylish.ts')).stylish,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  github: async () => (await import('./github.ts')).github,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  markdown: async () => (await import('./markdown.ts')).markdown,
  agent: async () => (await import('./agent.ts')).agent
}

/** Whether a format of that name exists. */
export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}
