import type { Statement, CommandNode, Command } from 'unbash'
import { alone, subcommands, anyArguments, interpreters, wrappers, wrapperPairs, proseNames } from '../tools.ts'
import { isLoneScript, programLooks, proseWords } from './program-looks.ts'
import { remember } from '../../util/remember.ts'
import { mask, anglesOf } from '../placeholders.ts'
import { parseShell } from './grammar.ts'
import { tokenOf } from './words.ts'
import { programIndex } from '../runners.ts'
import type { Token } from '../types.ts'

/** Most code spans are a name or a path, for which the grammar need not be asked. */
const oneWord = /^[\w.@/+-]+$/

/**
 * Is an inline code span a command that one could type, rather than an identifier, path, flag, key, address, call or value? In doubt no.
 *
 * @param text - the code span's text
 */
export function looksLikeCommand(text: string): boolean {
  const line = text.trim().replace(/^[$%❯] (?=\S)/, '')
  if (line === '' || line.length > 2000) return false
  if (oneWord.test(line)) return alone.has(line) || isLoneScript(line)
  return isCommand(line)
}

const isCommand = remember(readsAsCommand)

function readsAsCommand(line: string): boolean {
  if (/[\r\n]/.test(line) || isOther(line)) return false
  const masked = mask(line, anglesOf(line))
  const parsed = parseShell(masked)
  const first = parsed?.statements[0]
  if (!parsed || !first) return false
  if (parsed.error) return /["'`]/.test(line) && isKnown(line.split(/\s+/, 3))
  return statementLooks(first, line, masked)
}

/** What no command line starts with or holds: calls, keys, flags, arrows, addresses, comments, tags. */
function isOther(line: string): boolean {
  if (/^(?:-|--|#|<|>|\{|\}|\/\/|\*|@|"|'|`|=|\d|\?|!\w|&|%)/.test(line)) return true
  if (
    /^[\w.$]+\(|^[\w.-]+:(?:\s|$)|^\w+:\/\/|^[\w.$[\]'"]+\s(?:=|==|===|!=|:=|\+=|->|=>|<=|>=|<|>|:|\+|\*|\?|—|–|→)(?:\s|$)/.test(
      line
    )
  )
    return true
  return /^\$?\w+=(?:\S*|"[^"]*"|'[^']*')$/.test(line) || /\s(?:->|=>|→|⇒)\s/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))
}

function statementLooks(statement: Statement, line: string, masked: string): boolean {
  const node = statement.command
  if (node.type === 'AndOr') return pipelineLooks(node.commands[0], line, masked, true)
  return pipelineLooks(node, line, masked, false)
}

function pipelineLooks(
  node: Statement['command'] | undefined,
  line: string,
  masked: string,
  chained: boolean
): boolean {
  if (!node) return false
  if (node.type === 'Pipeline')
    return (
      node.commands[0] !== undefined &&
      commandLooks(node.commands[0], line, masked, chained || node.commands.length > 1)
    )
  return node.type !== 'AndOr' && commandLooks(node, line, masked, chained)
}

function commandLooks(node: CommandNode, line: string, masked: string, chained: boolean): boolean {
  switch (node.type) {
    case 'Command':
      return simpleLooks(node, line, masked, chained)
    case 'Redirected':
      return commandLooks(node.command, line, masked, chained)
    case 'TestCommand':
    case 'If':
    case 'For':
    case 'While':
    case 'Case':
      return true
    case 'Subshell':
    case 'BraceGroup': {
      const inner = node.body.commands[0]
      return inner !== undefined && statementLooks(inner, line, masked)
    }
    default:
      return false
  }
}

function simpleLooks(node: Command, line: string, masked: string, chained: boolean): boolean {
  if (!node.name) return false
  const tokens = [node.name, ...node.args].flatMap(word => (word.type === 'Word' ? tokenOf(word, line, masked) : []))
  const words = tokens.map(token => token.value)
  const at = programIndex(words)
  if (at > 0) return isRun(words, at, tokens)
  const assigned = node.prefix.length > 0 || node.redirects.length > 0 || words[0] === 'export'
  const strong = chained || (assigned && words[0] !== 'export') || node.args.length > words.length - 1
  return programLooks(words, tokens, strong, assigned)
}

/** `npx x`, `uv run x`: whatever x is, unless it is prose ("sudo rights"). */
function isRun(words: readonly string[], at: number, tokens: readonly Token[]): boolean {
  if (words[0] === 'env' || words[0] === 'command' || words[0] === 'exec' || words[0] === 'timeout') {
    // "timeout 5 uv run x": what it wraps may wrap again.
    const inner = words.findIndex((_, i) => i > 0 && i < at && i + programIndex(words.slice(i)) === at)
    return inner > 0
      ? isRun(words.slice(inner), at - inner, tokens.slice(inner))
      : programLooks(words.slice(at), tokens.slice(at), false, false)
  }
  return /^[@\w./-]/.test(words[at]!) && !words.slice(at).some(word => proseWords.has(word))
}

/** An unbalanced command: still one where its first words say so. */
function isKnown(words: readonly string[]): boolean {
  const [name = '', second = ''] = words
  if (Object.hasOwn(subcommands, name)) return subcommands[name]!.has(second)
  return (
    (anyArguments.has(name) ||
      interpreters.has(name) ||
      Object.hasOwn(wrappers, name) ||
      Object.hasOwn(wrapperPairs, name)) &&
    !proseNames.has(name) &&
    second !== ''
  )
}
