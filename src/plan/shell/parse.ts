import { commentsOf } from './comments.ts'
import { parseShell } from './grammar.ts'
import { looksLikeCommand } from './looks.ts'
import { outcomeOf } from './outcome.ts'
import { anglesOf, mask } from './placeholders.ts'
import { blankPrompts } from './prompts.ts'
import type { Problem, Script } from './types.ts'
import { commandsOf } from './walk.ts'

const shells = new Set(['sh', 'bash', 'shell', 'zsh', 'ksh', 'dash', 'console', 'terminal', 'shell-session', 'shellsession', 'sh-session', 'bash-session'])
const plain = new Set(['', 'text', 'txt', 'plaintext', 'plain'])

/**
 * Reads the text of a fence or of an inline code span as shell commands, without running anything. Total; linear in the text.
 *
 * @param text - the code's text
 * @param opts - `lang`: the fence's info word; `inline`: the text is an inline code span
 */
export function parseScript(text: string, opts: { lang?: string; inline?: boolean }): Script {
  const lang = languageOf(opts.lang ?? '')
  if (text.length > 20_000) return nothing()
  const blanked = blankPrompts(text, lang)
  if (shells.has(lang)) return readShell(text, blanked, lang !== 'zsh' && lang !== 'ksh')
  if (/^PS [A-Z]:\\|^[A-Z]:\\[^>\n]*>/m.test(text) || !plain.has(lang)) return readLines(text, blanked)
  return startsLikeShell(blanked) ? readShell(text, blanked, opts.inline === true || lang === '', true) : readLines(text, blanked)
}

/** `bash`, `{.bash}`, `bash:run`, `Bash` are one language. */
const languageOf = (lang: string): string => /[\w-]+/.exec(lang.toLowerCase())?.[0] ?? ''

const nothing = (): Script => ({ commands: [], comments: [], expected: [], complete: false, language: 'undecided', placeholders: [], outcome: 'fails' })

function startsLikeShell(blanked: string): boolean {
  const first = blanked.split('\n', 200).map(line => line.trim()).find(line => line !== '' && !line.startsWith('#'))
  return first !== undefined && looksLikeCommand(first.endsWith('\\') ? first.slice(0, -1) : first)
}

/** @param guessed - nobody said that it is shell: errors of the grammar make it undecided */
function readShell(text: string, blanked: string, judged: boolean, guessed = false): Script {
  const angles = anglesOf(blanked)
  const masked = mask(blanked, angles)
  const parsed = parseShell(masked)
  if (!parsed) return nothing()
  const { statements, error } = parsed
  if (error && guessed && blanked.trim().includes('\n')) return readLines(text, blanked)
  const comments = commentsOf(statements, masked)
  const commands = commandsOf(statements, text, masked)
  const inside = angles.filter(angle => !comments.some(comment => angle.start >= comment.start && angle.end <= comment.end))
  const script: Script = {
    commands, comments, expected: comments.flatMap(comment => comment.expected ? [comment.expected] : []), complete: error === undefined,
    language: 'sh', placeholders: inside, outcome: error ? 'fails' : outcomeOf(statements, masked)
  }
  if (error && judged) script.problem = problemOf(error.message, error.pos, masked)
  return script
}

/** The grammar's complaint, at the rest of its line. */
function problemOf(message: string, at: number, text: string): Problem {
  const start = Math.max(0, Math.min(at, text.length - 1))
  const stop = text.indexOf('\n', start)
  return { message, start, end: Math.max(start + 1, (stop < 0 ? text : text.slice(0, stop)).trimEnd().length) }
}

/** Another language, or none: the lines that are commands in any. */
function readLines(text: string, blanked: string): Script {
  const script = nothing()
  let offset = 0
  for (const line of blanked.split('\n')) {
    const bare = line.replace(/^(?:PS )?(?:[A-Z]:\\[^>\n]*)?> ?/, mark => ' '.repeat(mark.length))
    const indent = bare.length - bare.trimStart().length
    if (looksLikeCommand(bare.trim())) addLine(script, text, bare.trim(), offset + indent)
    offset += line.length + 1
  }
  return script
}

function addLine(script: Script, text: string, line: string, offset: number): void {
  const angles = anglesOf(line)
  const padded = ' '.repeat(offset) + mask(line, angles)
  const parsed = parseShell(mask(line, angles))
  if (!parsed) return
  const shifted = commandsOf(parsed.statements, line, padded.slice(offset))
  for (const command of shifted) script.commands.push(shift(command, offset, text))
  script.placeholders.push(...angles.map(angle => ({ ...angle, start: angle.start + offset, end: angle.end + offset })))
}

function shift(command: Script['commands'][number], by: number, text: string): Script['commands'][number] {
  const move = <T extends { start: number; end: number }>(item: T): T => ({ ...item, start: item.start + by, end: item.end + by })
  const moved = move(command)
  return {
    ...moved, text: text.slice(moved.start, moved.end), tokens: command.tokens.map(move),
    redirections: command.redirections.map(item => item.target ? { ...item, target: move(item.target) } : item)
  }
}
