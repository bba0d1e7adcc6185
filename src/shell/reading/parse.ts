import { commentsOf } from './comments.ts'
import { firstTyped } from './first-line.ts'
import { longestScript, parseShell } from './grammar.ts'
import { readInPlace } from '../in-place.ts'
import { languageOf, otherShells, plainTexts, posixShells } from '../languages.ts'
import { looksLikeCommand } from './looks.ts'
import { outcomesOf } from '../outcome.ts'
import { remember } from '../../util/remember.ts'
import { loopsOf } from '../loops.ts'
import { isTool } from '../tools.ts'
import { anglesOf, mask } from '../placeholders.ts'
import { blankPrompts } from './prompts.ts'
import type { SyntaxProblem, Script } from '../types.ts'
import { commandsOf } from '../walk.ts'

/** In place of a language: the text stands where a command belongs, so that it is one whatever its program is. */
export const inPlace = 'command'

/**
 * Reads the text of a fence or of an inline code span as shell commands, without running anything. Total; linear in the text.
 *
 * @param text - the code's text
 * @param lang - what stands behind the fence's opening ticks; none for a code span, `inPlace` for one where a command belongs
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
  if (lang === inPlace && readInPlace(text) === 'blank')
    return { ...nothing(), placeholders: [{ text: text.trim(), start: 0, end: text.length }] }
  const foreign = isForeign(text)
  if (posixShells.has(lang) && !(lang === inPlace && foreign)) return readShell(text, blanked, lang)
  if (foreign || !plainTexts.has(lang)) return readLines(text, blanked, lang)
  return startsLikeShell(blanked) ? readShell(text, blanked, lang) : readLines(text, blanked, lang)
}

/** Windows' prompts, PowerShell's variables, a program called by a path with backslashes. */
const isForeign = (text: string): boolean =>
  (text.includes(':\\') && /(?:^|\n)(?:PS )?[A-Z]:\\[^>\s]{0,200}>/.test(text)) ||
  /^(?:\$env:\w|& |[.\w]{0,40}\\)/.test(text)

/** Windows' line ends as Unix's; as long as before. */
const withoutReturns = (text: string): string =>
  text.includes('\r')
    ? text
        .replace(/\\\r\n/g, ' \\\n')
        .replace(/\r\n/g, '\n\n')
        .replace(/\r/g, ' ')
    : text

/** A script without commands. */
const nothing = (): Script => ({
  commands: [],
  comments: [],
  expected: [],
  complete: false,
  language: 'undecided',
  placeholders: [],
  outcome: 'tells',
  hidden: [],
  loops: []
})

function startsLikeShell(blanked: string): boolean {
  const first = firstTyped(blanked, 200)
  return first !== undefined && looksLikeCommand(first.endsWith('\\') ? first.slice(0, -1) : first)
}

function readShell(text: string, blanked: string, lang: string): Script {
  // Nobody said that it is shell: errors of the grammar make it undecided.
  const guessed = plainTexts.has(lang)
  const angles = anglesOf(blanked)
  const masked = mask(blanked, angles)
  const parsed = parseShell(masked)
  if (!parsed) return nothing()
  const { statements, error } = parsed
  if (error && guessed && blanked.trim().includes('\n')) return readLines(text, blanked, lang)
  const comments = commentsOf(statements, masked)
  const commands = commandsOf(statements, text, masked)
  const inside = angles.filter(
    angle => !comments.some(comment => angle.start >= comment.start && angle.end <= comment.end)
  )
  const expected = comments.flatMap(comment => (comment.expected ? [comment.expected] : []))
  const outcomes = error ? { hidden: [], tells: true } : outcomesOf(statements, masked, expected.length > 0)
  const script: Script = {
    commands,
    comments,
    expected,
    complete: error === undefined,
    language: 'sh',
    placeholders: inside,
    outcome: outcomes.tells ? 'tells' : 'never',
    hidden: outcomes.hidden,
    loops: error ? [] : loopsOf(statements, masked)
  }
  const isChecked = lang === '' || (posixShells.has(lang) && lang !== 'zsh' && lang !== 'ksh')
  if (error && isChecked && (lang === inPlace || startsLikeCommand(masked, error.pos)))
    script.problem = problemOf(error.message, error.pos, masked)
  return script
}

/** Prose and program output stand in shell fences too: only what starts like a command is judged. */
function startsLikeCommand(text: string, at: number): boolean {
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
function problemOf(said: string, at: number, text: string): SyntaxProblem {
  const start = Math.max(0, Math.min(at, text.length - 1))
  const stop = text.indexOf('\n', start)
  return { said, start, end: Math.max(start + 1, (stop < 0 ? text : text.slice(0, stop)).trimEnd().length) }
}

/** A Windows program by its path, a cmdlet. */
const program =
  /^(?:[A-Z]:\/|\.{0,2}\/?)[\w.~/-]{1,200}\.(?:exe|ps1|bat|cmd)(?:\s|$)|^(?:Get|Set|Test|New|Remove|Invoke|Select|Start|Stop|Copy|Move)-[A-Z]\w{1,40}(?:\s|$)/

/** Blanks prompts and `$env:X = …;` and turns backslashes round; as long as before. */
function normaliseLine(line: string, lang: string): string {
  const blank = (mark: string): string => ' '.repeat(mark.length)
  let bare = line.replace(/^(?:PS )?(?:[A-Z]:\\[^>\n]*)?> ?/, blank)
  for (let i = 0; i < 8; i++) bare = bare.replace(/^\s*\$env:\w+ ?= ?(?:'[^']*'|"[^"]*"|[^;\s'"]*) ?;/, blank)
  if (lang === 'fish') bare = bare.replace(/; and /g, '  && ').replace(/; or /g, ' || ')
  if (/^(?:bat|batch|cmd|dosbatch)$/.test(lang)) bare = bare.replace(/^\s*@?(?:echo off$|rem\b.*|::.*|call )?/i, blank)
  return bare
    .replace(/\\/g, '/')
    .replace(/`$/, ' ')
    .replace(/^(\s*)& /, '$1  ')
}

/** Another language, or none: the lines that are commands in any. */
function readLines(text: string, blanked: string, lang: string): Script {
  const script = nothing()
  let offset = 0
  for (const line of blanked.split('\n')) {
    const bare = normaliseLine(line, lang)
    const typed = bare.trim()
    if (looksLikeCommand(typed) || program.test(typed) || isTyped(typed, lang))
      addLine(script, text, typed, offset + bare.length - bare.trimStart().length)
    offset += line.length + 1
  }
  return script
}

/** Where a command belongs, whatever reads as one is one. */
function isTyped(line: string, lang: string): boolean {
  if (line === '' || !(lang === inPlace || otherShells.has(lang))) return false
  const reading = readInPlace(line)
  return reading === 'command' || reading === 'phrase' || reading === 'word' || reading === 'name'
}

function addLine(script: Script, text: string, line: string, offset: number): void {
  const angles = anglesOf(line)
  const masked = mask(line, angles)
  const parsed = parseShell(masked)
  if (!parsed) return
  const before = script.commands.length
  for (const command of commandsOf(parsed.statements, text.slice(offset, offset + line.length), masked))
    script.commands.push(shift(command, offset, text))
  if (!parsed.error)
    for (const { start, end, why } of outcomesOf(parsed.statements, masked, false).hidden)
      script.hidden.push({ start: start + offset, end: end + offset, why })
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
