import type { Command, CommandNode, Statement } from 'unbash'
import { remember } from '../util/remember.ts'
import { parseShell } from './reading/grammar.ts'
import { looksLikeCommand } from './reading/looks.ts'
import { proseWords } from './reading/program-looks.ts'
import { anglesOf, mask } from './placeholders.ts'
import { programIndex } from './runners.ts'
import { isTool, proseNames } from './tools.ts'
import { tokenOf } from './reading/words.ts'

/**
 * What a piece of code is where a command belongs: a command; words that are one where the sentence says so (`phrase`: several plain words, `word`: one,
 * `name`: one written like an identifier); text to be filled in; or something else.
 */
export type CodeReading = 'command' | 'phrase' | 'word' | 'name' | 'blank' | 'other'

/**
 * How a piece of code reads where a command belongs. There the list of known tools does not decide: whatever is not plainly an identifier, a call, a value,
 * a key, an address, output or a path to a document is a command.
 *
 * @param text - a code span's text, its line breaks as spaces
 */
export const readInPlace: (text: string) => CodeReading = remember(read)

function read(text: string): CodeReading {
  const line = text.trim().replace(/^[$%❯] (?=\S)/, '')
  if (line === '' || line.length > 2000 || /[\r\n]/.test(line)) return 'other'
  if (isBlank(line)) return 'blank'
  if (/^(?:true|false|:)$/.test(line)) return 'word'
  if (looksLikeCommand(line) || isForeign(line)) return 'command'
  if (isValue(line) && !isGroup(line)) return 'other'
  const masked = mask(line, anglesOf(line))
  const parsed = parseShell(masked)
  const first = parsed?.statements[0]
  if (!parsed || !first) return 'other'
  // A quote or a bracket left open; an apostrophe is prose.
  if (parsed.error) return /\w['’]\w/.test(line) || !opensCommand(line) ? 'other' : 'command'
  return combine(parsed.statements.map(statement => ofNode(statement.command, line, masked)))
}

/** Nothing but text to be filled in: `[run the check]`, `<command>`, `{{command}}`, `TBD`, `...`. */
const isBlank = (line: string): boolean => {
  if (/^(?:TBD|TODO|FIXME|\?{2,}|\.{3}|…)$/.test(line)) return true
  const inner = /^(?:\[([^[\]]+)\]|<([^<>]+)>|\{\{([^{}]+)\}\})$/.exec(line)
  const text = (inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? '').trim()
  if (!/^[A-Za-z][\w ’'/…-]*\.{0,3}$/.test(text)) return false
  return (
    /\b(?:commands?|cmd|check|test|verification|verify|run)\b/i.test(text) ||
    (line.startsWith('[') && text.includes(' '))
  )
}

/** PowerShell's ways to begin, a variable as the program, a Windows program. */
const isForeign = (line: string): boolean =>
  /^\$env:\w+ ?= ?[^;]*; ?\S|^& ["'.\w\\]|^"?\$\{?\w+\}?"? (?:-|\S+ -)|^[A-Za-z]+-[A-Z][A-Za-z]+(?: [-$"'.\w]|$)/.test(
    line
  ) || /^(?:[A-Za-z]:\\)?(?:[.\w~-]*[\\/])*\w[\w.-]*\.(?:exe|bat|cmd|ps1)(?:\s|$)/i.test(line)

/** `{ npm test; }`: what stands between the braces tells whether it is one. */
const isGroup = (line: string): boolean => line.startsWith('{ ') && line.endsWith('; }') && !isValue(line.slice(2, -3))

/** Calls, keys, flags, assignments, comparisons, addresses, tags, requests, numbers. */
function isValue(line: string): boolean {
  const bare = line.replace(/"[^"]*"|'[^']*'/g, '""')
  return (
    /^[-#<>{}*@"'`=?%&+:,;|\d]|^!\S/.test(line) ||
    /^\w+:\/\/|^[\w.-]+(?: [a-z]+)?:(?:\s|$)|^v?\d+(?:\.\d+)+$|^[\da-f]{7,40}$/.test(line) ||
    /[\w\])]\(|^\$?[\w.[\]]+\s?(?:=|==|===|!=|:=|\+=)(?:\s|\S+$)/.test(bare) ||
    /\s(?:->|=>|→|⇒|==|===|!=|>=|<=|:=|=)(?:\s|$)/.test(bare) ||
    // `failed > 0` compares.
    /^[\w.]+ [<>] -?\d+$/.test(bare)
  )
}

/** Words that begin code of a language, a value or output, never a command. */
const others = new Set(
  'import from const let var def class return function async await interface enum struct fn func impl throw raise yield assert lambda except catch finally print not and or in is the a an no none null nil undefined all any each every this that it its ok pass passed fail failed failing error errors warning warnings success successful successfully succeeded exit exited found finished total returned returns status expected actual got usage zero one two with without when then given should must as if on at of'.split(
    ' '
  )
)
/** How output ends. */
const tails =
  /^(?:passed|passing|failed|failing|found|ok|errors?|warnings?|successfully|succeeded|skipped|completed?|done|pass|fails?)$/
const isProse = (words: readonly string[]): boolean =>
  words.some((word, index) => proseWords.has(word) || (/[,;.!?:]$/.test(word) && index < words.length - 1))

function opensCommand(line: string): boolean {
  const [name = '', ...args] = line.split(/\s+/, 12)
  return (
    (isProgram(name) && !others.has(name) && args.length > 0 && (isTool(name) || !isProse([name, ...args]))) ||
    /^(?:if|for|while|until|case) .*[;\n]|^[([{] ?\S+ .*(?:&&|\|\||;)/.test(line)
  )
}

/** Can a program be called so? Capitals are a type's or a constant's; a dot starts a file's ending, or a version. */
const isProgram = (name: string): boolean =>
  /^[a-z][a-z\d_+-]*(?:\.\d+)*$/.test(name) ||
  isPath(name) ||
  /^(?:R|Rscript|Xvfb|MSBuild|PlistBuddy)$/.test(name) ||
  isTool(name)
const isPath = (name: string): boolean =>
  /^(?:\.{0,2}\/|~\/|\$\{?\w+\}?\/)?(?:[\w@.-]+\/)*[\w@.+-]+$/.test(name) &&
  (name.includes('/') || runnable.test(name)) &&
  !documents.test(name)
const runnable = /\.(?:sh|bash|zsh|fish|py|rb|pl|js|mjs|exe|bat|cmd|ps1)$/
/** Files that nobody runs by their name alone. */
const documents =
  /\.(?:md|mdx|markdown|rst|adoc|txt|json[c5l]?|ya?ml|toml|ini|cfg|conf|lock|env|csv|tsv|xml|html?|s?css|less|sql|log|tsx?|jsx|cts|mts|cjs|vue|svelte|astro|go|rs|java|kt|kts|swift|c|cc|cpp|h|hpp|cs|php|ex|exs|proto|graphql|svg|png|jpe?g|gif|pdf|ipynb|snap|tf|lua|dart|scala|gradle)$/i

function combine(readings: readonly CodeReading[]): CodeReading {
  if (readings.includes('other')) return 'other'
  return readings.length > 1 ? 'command' : (readings[0] ?? 'other')
}

function ofNode(node: Statement['command'] | CommandNode, line: string, masked: string): CodeReading {
  switch (node.type) {
    case 'AndOr':
      return combine(node.commands.map(each => ofNode(each, line, masked)))
    case 'Pipeline':
      return ofPipeline(
        node.commands.map(each => ofNode(each, line, masked)),
        node.prefixes.length > 0
      )
    case 'Command':
      return ofSimple(node, line, masked)
    case 'Redirected':
      return ofNode(node.command, line, masked) === 'other' ? 'other' : 'command'
    case 'Subshell':
    case 'BraceGroup':
      return combine(node.body.commands.map(each => ofNode(each.command, line, masked)))
    case 'TestCommand':
    case 'ArithmeticCommand':
    case 'If':
    case 'For':
    case 'While':
    case 'Case':
      return 'command'
    default:
      return 'other'
  }
}

/** `string | null` is a type: one of the commands must do more than be named. */
function ofPipeline(readings: readonly CodeReading[], isNegated: boolean): CodeReading {
  if (readings.includes('other')) return 'other'
  if (readings.length === 1) return isNegated ? 'command' : readings[0]!
  return readings.some(each => each === 'command' || each === 'phrase') ? 'command' : 'other'
}

function ofSimple(node: Command, line: string, masked: string): CodeReading {
  const prefixed = node.prefix.length > 0 || node.redirects.length > 0
  // `out=$(npm test)` runs what is in it.
  if (!node.name)
    return node.prefix.some(({ pos, end }) => masked.slice(pos, end).includes('=$(')) ? 'command' : 'other'
  const tokens = [node.name, ...node.args].flatMap(word => (word.type === 'Word' ? tokenOf(word, line, masked) : []))
  const all = tokens.map(token => token.value)
  const at = programIndex(all)
  const words = all.slice(at)
  const [name = '', ...args] = words
  const typed = masked.slice(node.pos, node.end)
  if (looksLikeCommand(typed)) return 'command'
  if (name === '[' || name === '.' || name === ':') return args.length > 0 || name === ':' ? 'command' : 'other'
  if (!isProgram(name) || others.has(name) || (tokens[at]!.quoted && !name.includes('/'))) return 'other'
  if (args.length === 0) return prefixed || at > 0 ? 'command' : ofWord(name)
  const hints = tokens
    .slice(at + 1)
    .some(token => token.quoted || !token.fixed || /^--?\w|[/*=@:]|^\.{1,2}$|\w\.\w|^\.\w/.test(token.value))
  if (isProse(args) && !isTool(name) && !isPath(name)) return 'other'
  if (hints || prefixed || isPath(name)) return 'command'
  if (
    isProse(args) ||
    proseNames.has(name) ||
    tails.test(args.at(-1)!) ||
    args.some(arg => /^[A-Z][A-Z_]+$|^[A-Z][a-z]/.test(arg))
  )
    return 'other'
  return 'phrase'
}

/** A path in somebody's home. */
const atHome = /^\/(?:Users|home)\/[\w.-]+\/\S/

/** A word alone. */
function ofWord(name: string): CodeReading {
  if (name.includes('/')) {
    if (name.endsWith('/')) return 'other'
    // "/api/items" is an address.
    if (/^\/(?!usr\/|bin\/|opt\/)/.test(name) && !atHome.test(name)) return 'other'
    if (/\w\.(?:sh|bash|exe|bat|cmd|ps1)$/.test(name) || (runnable.test(name) && /^\.{1,2}\//.test(name)))
      return 'command'
    return runnable.test(name) && !atHome.test(name) ? 'name' : 'word'
  }
  if (/\w\.(?:exe|bat|cmd|ps1|sh)$/.test(name)) return 'command'
  if (runnable.test(name)) return 'other'
  return name.includes('_') ? 'name' : 'word'
}
