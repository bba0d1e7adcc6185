/** Where a command that stands in running text without backticks surely ends. */
import { programIndex } from '../runners.ts'
import { alone, isTool, proseNames, subcommands, targetRunners, testRunners } from '../tools.ts'
import { looksLikeCommand } from './looks.ts'
import { proseWords } from './program-looks.ts'

/** What one says of a command, as words of their own behind it. In none of these could the first word be the command's last. */
const said =
  /^(?:(?:still|now|must|should|all) (?:pass(?:es)?|succeeds?|exits?|finishes|completes)|exits? (?:with |0|1|2|non-?zero|cleanly)|(?:is|stays|are|remains) (?:green|clean|happy|quiet|silent|empty)|(?:reports?|prints?|shows?|finds?|lists?|outputs?|returns?) \S|(?:passes|succeeds|finishes|completes|works|runs|ends|builds) (?:with|without|cleanly|again|locally|in CI)\b|with(?:out| no| zero) (?:errors?|warnings?|findings?|failures?)|(?:→|->|=>|—|–) |\()/

/** The same, alone at the end of the text: "passes". */
const saidAlone = /^(?:pass(?:es)?|succeeds?|works|completes|finishes)[.;,]?$/

/** Words that hold a slash or a full stop and are prose. */
const prose = /^(?:and\/or|w\/o?|n\/a|yes\/no|e\.g|i\.e|a\.k\.a)\b/i

/** Programs that run a script by its name behind "run". */
const managers = new Set(['npm', 'pnpm', 'yarn', 'bun', 'deno'])

/**
 * The command at the start of a text, where its end is beyond doubt: nothing but code stands in it, and behind it nothing, or words that tell its result.
 * A full stop that ends the sentence is no part of it; one that is an argument (`.`, `./...`) is.
 *
 * @param text one line, trimmed
 */
export function sureCommand(text: string): string | undefined {
  const words = [...text.matchAll(/"[^"]*"\S*|'[^']*'\S*|\S+/g)]
  for (const [index, { 0: word, index: at }] of words.entries()) {
    if (index === 0) continue
    const rest = text.slice(at)
    const last = words[index - 1]![0]
    const isOption = last.startsWith('-')
    if (said.test(rest) || (!isOption && saidAlone.test(rest))) return checked(text.slice(0, at).trimEnd(), true)
    if (proseWords.has(word)) return undefined
  }
  return checked(text, false)
}

function checked(text: string, isFollowed: boolean): string | undefined {
  const command = isFollowed ? text.replace(/[,;]$/, '') : withoutStop(text)
  const isMany = /\s(?:&&|\|\||[|;])\s/.test(command)
  return (isMany ? looksWhole(command) : isSure(command)) && looksLikeCommand(command) ? command : undefined
}

function looksWhole(command: string): boolean {
  return command.split(/\s(?:&&|\|\||[|;])\s/).every(part => isSure(part.trim()))
}

/** Without the full stop that ends a sentence: one behind a letter, or behind the `...` of a pattern. */
function withoutStop(text: string): string {
  return /(?:[\p{L}\p{N}"')\]]|\/\.{3})\.$/u.test(text) ? text.slice(0, -1) : text
}

/** Is each word of a simple command code, by its form or its place? */
function isSure(part: string): boolean {
  const words = part.match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  const start = words.findIndex(word => !/^[A-Za-z_]\w*=/.test(word))
  if (start < 0) return false
  const own = words.slice(start)
  const at = programIndex(own)
  const name = own[at]!
  if (own.length === 1) return alone.has(name) || isCode(name) || (isTool(name) && !proseNames.has(name))
  return own.every((word, index) => isCode(word) || index <= at || isNamed(own, at, index))
}

/** Is a plain word known by its place: a subcommand, a target, a script? */
function isNamed(words: readonly string[], at: number, index: number): boolean {
  const word = words[index]!
  if (!/^[a-z][\w-]*$/.test(word) || proseWords.has(word)) return false
  const name = words[at]!
  const isRun = managers.has(name) && /^(?:run|run-script)$/.test(words[at + 1] ?? '')
  return (
    (index === at + 1 &&
      (targetRunners.has(name) ||
        (Object.hasOwn(subcommands, name) && subcommands[name]!.has(word)) ||
        (testRunners.has(name) && word === 'run'))) ||
    (index === at + 2 && isRun) ||
    words[index - 1] === '--'
  )
}

/** Could a word be none of prose: an option, a path, a pattern, a quoted one, a setting? */
function isCode(word: string): boolean {
  if (/^(["']).*\1$/.test(word)) return true
  if (prose.test(word) || /[,;:!?…]$/.test(word) || (/[^./]\.+$/.test(word) && !/\/\.+$/.test(word))) return false
  return /^--?[A-Za-z]|^--$|^\.{1,3}$|[/*=@_$<>&|]|\w[.:]\w/.test(word)
}
