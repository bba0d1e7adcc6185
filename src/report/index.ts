import type { Format } from './types.ts'

/** Every format, in the order of help; a run loads only those that it uses. */
export const formats = {
  stylish: async () => (await import('./stylish.ts')).stylish,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  github: async () => (await import('./github.ts')).github,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  markdown: async () => (await import('./markdown.ts')).markdown,
  agent: async () => (await import('./agent.ts')).agent
} satisfies Formats

/** Formats by name. */
export type Formats = Readonly<Record<string, () => Promise<Format>>>

/** The name of a format. */
export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as FormatName[]

/** Each format's name with the line about it, in the order of help. */
export async function formatSummaries(all: Formats = formats): Promise<[string, string][]> {
  return Promise.all(
    Object.entries(all).map(async ([name, load]) => [name, (await load()).summary] as [string, string])
  )
}
