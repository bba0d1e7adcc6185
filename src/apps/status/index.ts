import type { StatusReport } from './types.ts'

/** A format of `planlint status`. */
interface StatusFormat {
  /** Shows lines of the plans. */
  showsSource?: true
  render(report: StatusReport): string
}

/** By name; a run loads only those that it uses. */
export const statusFormats: Readonly<Record<string, () => Promise<StatusFormat>>> = {
  text: async () => ({ render: (await import('./text.ts')).statusText }),
  json: async () => ({ render: (await import('./json.ts')).statusJson }),
  markdown: async () => ({ render: (await import('./markdown.ts')).statusMarkdown }),
  html: async () => ({ showsSource: true, render: (await import('./html.ts')).statusHtml })
}
