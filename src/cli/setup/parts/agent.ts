/** Claude Code is told of the findings in a plan that it has just written. */
import { readJson, setInJson } from '../edit/json.ts'
import type { SetupPart } from '../part.ts'
import { claudeHook } from '../recipes.ts'

const file = '.claude/settings.json'

export const agentPart: SetupPart = {
  name: 'agent',
  propose({ read, has }) {
    if (!has('.claude')) return { kind: 'none', says: 'no .claude folder; docs/agents.md has hooks of other agents' }
    const text = read(file) ?? ''
    if (/planlint/.test(text)) return { kind: 'ready', says: `${file} calls planlint` }
    try {
      const { hooks } = readJson(text) as { hooks?: { PostToolUse?: unknown[] } }
      const edited = setInJson(text, ['hooks', 'PostToolUse', hooks?.PostToolUse?.length ?? 0], claudeHook)
      if (edited !== undefined)
        return {
          kind: 'change',
          says: 'Claude Code is told of the findings in plans that it writes',
          changes: [{ path: file, text: edited }]
        }
    } catch {
      // Said below.
    }
    return {
      kind: 'by-hand',
      says: `${file} can't be edited safely; hooks.PostToolUse needs`,
      lines: JSON.stringify(claudeHook, null, 2)
    }
  }
}
