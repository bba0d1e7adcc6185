import { sessions } from '../languages.ts'
import { looksLikeCommand } from './looks.ts'

const dollar = /^\s*(?:\([\w.-]{1,40}\) )?[$❯➜] (?=\S)/
const host = /^\s*\[?[\w.-]{1,40}@[\w.-]{1,60}[: ][^$#%\n]{0,100}[$#%] (?=\S)/

/** Without one of these there is no prompt, but for the `# ` of a session. */
const signs = /[$❯➜@%>]/

/**
 * Blanks prompts and, where there are any, the output between them; offsets stay.
 *
 * @param lang - the fence's language, in lower case
 */
export function blankPrompts(text: string, lang: string): string {
  const session = sessions.has(lang)
  if (!session && !signs.test(text)) return text
  const lines = text.split('\n')
  const prompt = promptOf(lines, session)
  return prompt ? blankSession(lines, prompt) : text
}

/** The prompt that a text uses; undefined where it has none. */
function promptOf(lines: readonly string[], session: boolean): RegExp | undefined {
  if (lines.some(line => dollar.test(line) || host.test(line))) return new RegExp(`${dollar.source}|${host.source}`)
  const bodies = lines.filter(line => line.trim() !== '')
  for (const prompt of [/^> (?=\S)/, /^% (?=\S)/]) {
    if (
      bodies.length > 0 &&
      prompt.test(bodies[0]!) &&
      (session || bodies.every(line => prompt.test(line))) &&
      looksLikeCommand(bodies[0]!.slice(2))
    )
      return prompt
  }
  if (session && bodies.length > 0 && bodies.every(line => line.startsWith('# ') && looksLikeCommand(line.slice(2))))
    return /^# /
  return undefined
}

/** Keeps what was typed: prompt lines, their continuations and here-documents; comments stay as well. */
function blankSession(lines: readonly string[], prompt: RegExp): string {
  const out: string[] = []
  let open = false
  let delimiter: string | undefined
  for (const line of lines) {
    const mark: string | undefined = prompt.exec(line)?.[0] ?? (open ? /^> ?/.exec(line)?.[0] : undefined)
    const bare: string = mark === undefined ? line : ' '.repeat(mark.length) + line.slice(mark.length)
    if (delimiter !== undefined) {
      out.push(bare)
      if (bare.trim() === delimiter) delimiter = undefined
      continue
    }
    const typed = mark !== undefined || open
    if (!typed) {
      out.push(/^\s*#(?!!)/.test(line) ? line : ' '.repeat(line.length))
      continue
    }
    out.push(bare)
    open = bare.endsWith('\\')
    delimiter = /<<-?\s?\\?["']?(\w+)/.exec(bare)?.[1]
  }
  return out.join('\n')
}
