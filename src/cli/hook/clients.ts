/** The agents that call a hook after they have written a file: where each says which file, and how each wants to be answered. */

/** An event as an agent sends it: JSON of its own making. */
export type ToolEvent = Readonly<Record<string, unknown>>

interface HookClient {
  /** The page that says so. */
  source: string
  /** Files that were written, as the event names them. */
  files(event: ToolEvent): string[]
  /** The folder that their paths are relative to. */
  folder(event: ToolEvent): unknown
  /** @param isWrong there are errors: they are to be fixed; warnings are told */
  answer(report: string, isWrong: boolean, event: ToolEvent): Record<string, unknown>
}

export const hookClients: Readonly<Record<string, HookClient>> = {
  'claude-code': {
    source: 'https://code.claude.com/docs/en/hooks',
    files: event => pathsIn(event['tool_input']),
    folder: event => event['cwd'],
    answer: blockOrTell
  },
  codex: {
    source: 'https://developers.openai.com/codex/hooks',
    files: event => [...patchedIn(event['tool_input']), ...pathsIn(event['tool_input'])],
    folder: event => event['cwd'],
    answer: blockOrTell
  },
  copilot: {
    source: 'https://docs.github.com/en/copilot/reference/hooks-reference',
    files: event => {
      const given = parsed(event['toolArgs'] ?? event['tool_input'])
      return [...patchedIn(given), ...pathsIn(given)]
    },
    folder: event => event['cwd'],
    answer: report => ({ additionalContext: report })
  },
  cursor: {
    source: 'https://cursor.com/docs/agent/hooks',
    // `afterFileEdit` names the file itself, `postToolUse` the tool's arguments.
    files: event => [...pathsIn(event), ...pathsIn(parsed(event['tool_input']))],
    folder: event => event['cwd'] ?? first(event['workspace_roots']),
    answer: report => ({ additional_context: report })
  },
  gemini: {
    source: 'https://geminicli.com/docs/hooks/reference',
    files: event => pathsIn(event['tool_input']),
    folder: event => event['cwd'],
    // To deny would hide from the agent what its tool has done.
    answer: report => ({ hookSpecificOutput: { hookEventName: 'AfterTool', additionalContext: report } })
  }
}

/** A `reason` beside `decision: "block"` is shown to the agent as something to fix, `additionalContext` as something to know. */
function blockOrTell(report: string, isWrong: boolean, { hook_event_name: name }: ToolEvent): Record<string, unknown> {
  if (isWrong) return { decision: 'block', reason: report }
  return {
    hookSpecificOutput: { hookEventName: typeof name === 'string' ? name : 'PostToolUse', additionalContext: report }
  }
}

function pathsIn(given: unknown): string[] {
  if (!isObject(given)) return []
  const found = given['file_path'] ?? given['filePath'] ?? given['path']
  return typeof found === 'string' ? [found] : []
}

/** `*** Add File: docs/plan.md`, as `apply_patch` takes it. */
const patched = /^\*\*\* (?:Add File|Update File|Move to): (.{1,4096})$/gm

function patchedIn(given: unknown): string[] {
  const texts = isObject(given) ? [given['command'], given['input'], given['patch']] : [given]
  return texts.flatMap(text =>
    typeof text === 'string' ? [...text.matchAll(patched)].map(([, name]) => name!.trim()) : []
  )
}

/** Some agents hand arguments on as the text of their JSON. */
function parsed(given: unknown): unknown {
  if (typeof given !== 'string' || !given.trimStart().startsWith('{')) return given
  try {
    return JSON.parse(given)
  } catch {
    return given
  }
}

function first(given: unknown): unknown {
  return Array.isArray(given) ? given[0] : undefined
}

function isObject(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null
}
