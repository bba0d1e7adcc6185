import type { StatusReport } from './types.ts'

/** The formats with the line that `--help` says of each. */
export const statusFormats = {
  text: 'A table for a terminal',
  json: 'Everything, stable',
  markdown: 'A table for a wiki or a comment',
  html: 'One page to open in a browser, with filters and the findings in context'
} as const

export type StatusFormat = keyof typeof statusFormats

/** Loaders: a run pays only for the format that it uses. */
export const statusRenderers: Record<StatusFormat, () => Promise<(report: StatusReport) => string>> = {
  text: async () => (await import('./text.ts')).statusText,
  json: async () => (await import('./json.ts')).statusJson,
  markdown: async () => (await import('./markdown.ts')).statusMarkdown,
  html: async () => (await import('./html.ts')).statusHtml
}

export function isStatusFormat(name: string): name is StatusFormat {
  return Object.hasOwn(statusFormats, name)
}
