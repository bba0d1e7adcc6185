import { commentsOf } from './comments.ts'
import { firstTyped } from './first-line.ts'
import { longestScript, parseShell } from './grammar.ts'
import { looksLikeCommand } from './looks.ts'
import { canTell } from './outcome.ts'
import { remember } from '../util/remember.ts'
import { isTool } from './tools.ts'
import { anglesOf, mask } from './placeholders.ts'
import { blankPrompts } from './prompts.ts'
import type { Problem, Script } from './types.ts'
import { commandsOf } from './walk.ts'

const shells = new Set([
  'sh',
  'bash',
  'shell',
  'zsh',
  'ksh',
  'dash',
  'console',
  'terminal',
  'shell-session',
  'shellsession',
  'sh-session',
  'bash-session'
])
const plain = new Set(['', 'text', 'txt', 'plaintext', 'plain'])

/**
 * Reads the text of a fence or of an inline code span as shell commands, without running anything. Total; linear in the text.
 *
 * @param text - the code's text
 * @param lang - the fence's info word; none for a code span
 * @returns shared by all who ask about the same text: not to be changed
 */
export function parseScript(text: string, lang = ''): Script {
  return read(`${languageOf(lang)}\n${text}`)
}

const read = remember(
  tagged => {
    const at = tagged.indexOf('\n')
    return readText(tagged.slice(at + 1), tagged.slice(0, at))
  },
  500,
  200
)

function readText(text: string, lang: string): Script {
  if (text.length > longestScript) return nothing()
  const blanked = blankPrompts(withoutReturns(text), lang)
  if (shells.has(lang)) return readShell(text, blanked, lang !== 'zsh' && lang !== 'ksh')
  if ((text.includes(':\\') && /(?:^|\n)(?:PS )?[A-Z]:\\[^>\s]{0,200}>/.test(text)) || !plain.has(lang))
    return readLines(text, blanked)
  return startsLikeShell(blanked) ? readShell(text, blanked, lang === '', true) : readLines(text, blanked)
}

/** Windows' line ends as Unix's; as long as before. */
const withoutReturns = (text: string): string =>
  text.includes('\r')
    ? text
        .replace(/\\\r\n/g, ' \\\n')
        .replace(/\r\n/g, '\n\n')
        .replace(/\r/g, ' ')
    : text

/** `bash`, `{.bash}`, `bash:run`, `Bash` are one language. */
const languageOf = (lang: string): string => /[\w-]+/.exec(lang.toLowerCase())?.[0] ?? ''

const nothing = (): Script => ({
  commands: [],
  comments: [],
  expected: [],
  complete: false,
  language: 'undecided',
  placeholders: [],
  outcome: 'tells'
})

function startsLikeShell(blanked: string): boolean {
  const first = firstTyped(blanked, 200)
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
  const inside = angles.filter(
    angle => !comments.some(comment => angle.start >= comment.start && angle.end <= comment.end)
  )
  const script: Script = {
    commands,
    comments,
    expected: comments.flatMap(comment => (comment.expected ? [comment.expected] : [])),
    complete: error === undefined,
    language: 'sh',
    placeholders: inside,
    outcome: error || canTell(statements, masked) ? 'tells' : 'never'
  }
  if (error && judged && isJudged(masked, error.pos)) script.problem = problemOf(error.message, error.pos, masked)
  return script
}

/** Prose and program output stand in shell fences too: only what starts like a command is judged. */
function isJudged(text: string, at: number): boolean {
  const first = firstTyped(text, 200)
  if (first === undefined || !opens(first)) return false
  const from = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1
  const stop = text.indexOf('\n', at)
  const line = text.slice(from, stop < 0 ? text.length : stop).trim()
  return line === first || line === '' || opens(line) || /^(?:fi|done|then|else|esac|do)\b|^[)}|&;"']/.test(line)
}

/** Starts a line like a command, whatever follows its first operator or quote? */
function opens(line: string): boolean {
  if (looksLikeCommand(line) || /^(?:echo|printf|export) |^for \w+ in |^\w+=/.test(line)) return true
  const head = line
    .replace(/^(?:(?:if|elif|while|until|!) |[({] ?)/, '')
    .split(/[|&;()<>"'`{}]/, 1)[0]!
    .trim()
  return looksLikeCommand(head) || isTool(head)
}

/** The grammar's complaint, at the rest of its line. */
function problemOf(message: string, at: number, text: string): Problem {
  const start = Math.max(0, Math.min(at, text.length - 1))
  const stop = text.indexOf('\n', start)
  return { message, start, end: Math.max(start + 1, (stop < 0 ? text : text.slice(0, stop)).trimEnd().length) }
}

/** A Windows program by its path, a cmdlet. */
const program =
  /^(?:[A-Z]:\/|\.{0,2}\/?)[\w.~/-]{1,200}\.(?:exe|ps1|bat|cmd)(?:\s|$)|^(?:Get|Set|Test|New|Remove|Invoke|Select|Start|Stop|Copy|Move)-[A-Z]\w{1,40}(?:\s|$)/

/** Blanks prompts and `$env:X = …;` and turns backslashes round; as long as before. */
function normaliseLine(line: string): string {
  const blank = (mark: string): string => ' '.repeat(mark.length)
  let bare = line.replace(/^(?:PS )?(?:[A-Z]:\\[^>\n]*)?> ?/, blank)
  for (let i = 0; i < 8; i++) bare = bare.replace(/^\s*\$env:\w+ ?= ?(?:'[^']*'|"[^"]*"|[^;\s'"]*) ?;/, blank)
  return bare
    .replace(/\\/g, '/')
    .replace(/`$/, ' ')
    .replace(/^(\s*)& /, '$1  ')
}

/** Another language, or none: the lines that are commands in any. */
function readLines(text: string, blanked: string): Script {
  const script = nothing()
  let offset = 0
  for (const line of blanked.split('\n')) {
    const bare = normaliseLine(line)
    const typed = bare.trim()
    if (looksLikeCommand(typed) || program.test(typed))
      addLine(script, text, typed, offset + bare.length - bare.trimStart().length)
    offset += line.length + 1
  }
  return script
}

function addLine(script: Script, text: string, line: string, offset: number): void {
  const angles = anglesOf(line)
  const masked = mask(line, angles)
  const parsed = parseShell(masked)
  if (!parsed) return
  const before = script.commands.length
  for (const command of commandsOf(parsed.statements, text.slice(offset, offset + line.length), masked))
    script.commands.push(shift(command, offset, text))
  const first = script.commands[before]
  if (before > 0 && first) first.joined = 'newline'
  script.placeholders.push(...angles.map(angle => ({ ...angle, start: angle.start + offset, end: angle.end + offset })))
}

function shift(command: Script['commands'][number], by: number, text: string): Script['commands'][number] {
  const move = <T extends { start: number; end: number }>(item: T): T => ({
    ...item,
    start: item.start + by,
    end: item.end + by
  })
  const moved = move(command)
  return {
    ...moved,
    text: text.slice(moved.start, moved.end),
    tokens: command.tokens.map(move),
    redirections: command.redirections.map(item => (item.target ? { ...item, target: move(item.target) } : item))
  }
}
