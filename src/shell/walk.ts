import type { Command, CommandNode, Redirection as RedirectNode, Statement } from 'unbash'
import type { Folder } from './folder.ts'
import { enter } from './folder.ts'
import { programIndex } from './runners.ts'
import type { Redirection, SimpleCommand, Token } from './types.ts'
import { tokenOf } from './reading/words.ts'

interface CommandWalk {
  source: string
  masked: string
  folder: Folder
  found: SimpleCommand[]
  end: number
  /** A line before this one began with `cd x &&`. */
  unsure: boolean
}
interface CommandContext {
  background?: true
  nested?: true
  negated?: true
  guarded?: true
}

type Flag = keyof CommandContext

/** All simple commands of a parsed script in text order. Recursion is as deep as the grammar's own limit of nesting. */
export function commandsOf(statements: readonly Statement[], source: string, masked: string): SimpleCommand[] {
  const walk: CommandWalk = { source, masked, folder: {}, found: [], end: 0, unsure: false }
  const scoped = isPerLine(statements)
  for (const statement of statements) {
    visitList([statement], walk, {})
    if (scoped) walk.folder = {}
    else if (startsIn(statement)) walk.unsure = true
  }
  return walk.found
}

/** `cd a && x` on several lines, never a `cd` by itself: each line is meant from the start. */
function isPerLine(statements: readonly Statement[]): boolean {
  let lines = 0
  for (const { command } of statements) {
    if (command.type === 'Command' && command.name?.value === 'cd') return false
    const first = command.type === 'AndOr' ? command.commands[0] : undefined
    if (first?.type !== 'Command' || first.name?.value !== 'cd') continue
    const [target] = first.args
    if (target?.type === 'Word' && target.value.startsWith('..')) return false
    lines++
  }
  return lines > 1
}

/** `cd web && npm test`. */
function startsIn({ command }: Statement): boolean {
  const first = command.type === 'AndOr' ? command.commands[0] : undefined
  return first?.type === 'Command' && first.name?.value === 'cd'
}

function visitList(statements: readonly Statement[], walk: CommandWalk, context: CommandContext): void {
  for (const statement of statements)
    visit(statement.command, walk, statement.background ? { ...context, background: true } : context)
}

function visit(node: Statement['command'], walk: CommandWalk, context: CommandContext): void {
  if (node.type === 'AndOr') {
    const lastOr = node.operators.lastIndexOf('||')
    for (const [index, command] of node.commands.entries())
      visit(command, walk, withFlag(context, index <= lastOr, 'guarded'))
  } else if (node.type === 'Pipeline') {
    const negated = node.prefixes.some(prefix => prefix.type === 'Negation')
    for (const command of node.commands) visitCommand(command, walk, withFlag(context, negated, 'negated'))
  } else visitCommand(node, walk, context)
}

const withFlag = (context: CommandContext, on: boolean, flag: Flag): CommandContext =>
  on ? { ...context, [flag]: true } : context

function visitCommand(node: CommandNode, walk: CommandWalk, context: CommandContext): void {
  const nested: CommandContext = { ...context, nested: true }
  switch (node.type) {
    case 'Command':
      simple(node, walk, context)
      return
    case 'Redirected':
      visitCommand(node.command, walk, context)
      return
    case 'BraceGroup':
      visitList(node.body.commands, walk, context)
      return
    case 'Subshell': {
      const { folder } = walk
      visitList(node.body.commands, walk, context)
      walk.folder = folder
      return
    }
    case 'If':
      visitList(node.clause.commands, walk, { ...nested, guarded: true })
      visitList(node.then.commands, walk, nested)
      for (const branch of node.elif) {
        visitList(branch.clause.commands, walk, { ...nested, guarded: true })
        visitList(branch.then.commands, walk, nested)
      }
      if (node.else) visitList(node.else.commands, walk, nested)
      return
    case 'While':
      visitList(node.clause.commands, walk, { ...nested, guarded: true })
      visitList(node.body.commands, walk, nested)
      return
    case 'For':
    case 'Select':
    case 'ArithmeticFor':
      visitList(node.body.commands, walk, nested)
      return
    case 'Case':
      for (const item of node.items) visitList(item.body.commands, walk, nested)
      return
    case 'Function':
    case 'Coproc':
      if (node.body.type === 'CompoundList') visitList(node.body.commands, walk, nested)
      else visitCommand(node.body, walk, nested)
      return
    default:
  }
}

function simple(node: Command, walk: CommandWalk, context: CommandContext): void {
  const joined = joinOf(walk, node.pos)
  walk.end = node.end
  if (!node.name) return
  const { source, masked, folder } = walk
  const tokens = [node.name, ...node.args].map(word =>
    word.type === 'Word' ? tokenOf(word, source, masked) : plainToken(word, source)
  )
  const words = tokens.map(token => token.value)
  const at = programIndex(words)
  const redirections = node.redirects.map(redirect => redirectionOf(redirect, source, masked))
  const command: SimpleCommand = {
    words,
    tokens,
    name: baseName(words[at]!),
    via: words.slice(0, at),
    args: words.slice(at + 1),
    env: environment(node, words.slice(0, at), source),
    start: node.pos,
    end: node.end,
    text: source.slice(node.pos, node.end),
    redirects: node.redirects.map(redirect => source.slice(redirect.pos, redirect.end)),
    redirections,
    ...context
  }
  if (walk.found.length > 0) command.joined = joined
  if (folder.path !== undefined) command.cwd = folder.path
  if (walk.unsure && folder.path !== undefined) command.unsure = true
  if (folder.lost) command.lost = true
  if (node.redirects.some(redirect => redirect.type === 'HereDoc')) command.heredoc = true
  walk.found.push(command)
  if (/^(?:cd|pushd)$/.test(command.name))
    walk.folder = enter(
      folder,
      tokens.slice(at + 1).find(token => token.value !== '--')
    )
  else if (command.name === 'popd') walk.folder = { lost: true }
}

/** `/usr/bin/env` is `env`; `./run.sh` and `bin/x` stay paths. */
const baseName = (name: string): string =>
  /^\/(?:usr\/(?:local\/)?)?bin\/[\w.-]+$/.test(name)
    ? name.slice(name.lastIndexOf('/') + 1)
    : name.replace(/^(?:\.\/)?(?:node_modules\/\.bin|\.venv\/bin|venv\/bin)\//, '')

function plainToken(node: { pos: number; end: number }, source: string): Token {
  const value = source.slice(node.pos, node.end)
  return { value, start: node.pos, end: node.end, fixed: !/[$`]/.test(value), quoted: /["']/.test(value) }
}

function environment(node: Command, via: readonly string[], source: string): Record<string, string> {
  const env: Record<string, string> = Object.create(null) as Record<string, string>
  for (const item of node.prefix)
    if (item.type === 'Assignment')
      env[item.name] = item.value.type === 'Word' ? item.value.value : source.slice(item.value.pos, item.value.end)
  for (const word of via) {
    const split = /^[A-Za-z_]\w*=/.test(word) ? word.indexOf('=') : -1
    if (split > 0) env[word.slice(0, split)] = word.slice(split + 1)
  }
  return env
}

function redirectionOf(node: RedirectNode, source: string, masked: string): Redirection {
  const found: Redirection = { operator: node.operator }
  if (node.type !== 'HereDoc' && node.target) found.target = tokenOf(node.target, source, masked)
  if (node.descriptor?.type === 'FileDescriptor') found.fd = node.descriptor.value
  return found
}

/** The operator between the end of the last command and here. */
function joinOf(walk: CommandWalk, start: number): NonNullable<SimpleCommand['joined']> {
  const gap = walk.masked.slice(walk.end, start).replace(/#[^\n]*/g, '')
  if (gap.includes('&&')) return '&&'
  if (gap.includes('||')) return '||'
  if (gap.includes('|')) return '|'
  if (/[^>]&(?!>)|^&/.test(gap)) return '&'
  return gap.includes('\n') ? 'newline' : ';'
}
