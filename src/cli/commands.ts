/** The commands: each in a file of its own, which says all that is to be known of it and is loaded when it is called. */
import type { Command } from './call.ts'

/** What `planlint` does without a command. */
export const lintCommand = async (): Promise<Command> => (await import('./commands/lint.ts')).lint

/** By name, in the order of help. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  setup: async () => (await import('./commands/setup.ts')).setup,
  explain: async () => (await import('./commands/explain.ts')).explain,
  rules: async () => (await import('./commands/rules.ts')).rules,
  profiles: async () => (await import('./commands/profiles.ts')).profiles,
  status: async () => (await import('./commands/status.ts')).status,
  diff: async () => (await import('./commands/diff.ts')).diff,
  init: async () => (await import('./commands/init.ts')).init,
  merge: async () => (await import('./commands/merge.ts')).merge,
  hook: async () => (await import('./commands/hook.ts')).hook,
  mcp: async () => (await import('./commands/mcp.ts')).mcp,
  lsp: async () => (await import('./commands/lsp.ts')).lsp,
  completion: async () => (await import('./commands/completion.ts')).completion
}

/** All of them, loaded: for help and documents. */
export async function loadCommands(): Promise<Command[]> {
  return Promise.all(Object.values(commands).map(async load => load()))
}
