import type { Command, CommandNode, Statement } from 'unbash'
import { programIndex } from './runners.ts'
import { isSpared, isVerification, passive } from './status-words.ts'
import { printers } from './tools.ts'
import type { Script, SimpleCommand } from './types.ts'

/**
 * What a piece of a script does for the result: its status counts (`check`), it makes ready or tidies up (`spare`), it shows what it computes (`shows`), it
 * succeeds always (`silent`), or its failure is hidden and that is told (`told`).
 */
export type Role = 'check' | 'spare' | 'shows' | 'silent' | 'told'

export const commandWords = (node: Command): string[] =>
  [node.name, ...node.args].flatMap(word => (word === undefined ? [] : [word.type === 'Word' ? word.value : '$']))

export function nameOf(node: CommandNode): string {
  if (node.type === 'Redirected') return nameOf(node.command)
  if (node.type !== 'Command') return ''
  const words = commandWords(node)
  return words[programIndex(words)] ?? ''
}

/** `true`, `:`, `exit 0`. */
export function isSilencer(node: Statement['command']): boolean {
  if (node.type !== 'Command') return false
  const words = commandWords(node)
  return words[0] === 'true' || words[0] === ':' || ((words[0] === 'exit' || words[0] === 'return') && words[1] === '0')
}

export function printerRole(node: Command): Role {
  if (node.redirects.some(redirect => redirect.type !== 'Redirect' || !/^\d?$/.test(redirect.target?.value ?? '')))
    return 'spare'
  return node.suffix.some(word => /[$`*]/.test('text' in word ? String(word.text) : '')) ? 'shows' : 'silent'
}

/** Does a script make ready, change or put away, and nothing else: an install, a folder, a commit? */
export function isDeed({ commands }: Script): boolean {
  return commands.some(isWork) && commands.every(each => isWork(each) || isBeside(each))
}

/** Is a check all that a script does, whatever becomes of its failure: `npx vitest run || true`? */
export function checksAlone({ commands }: Script): boolean {
  const [first, ...others] = commands
  return first !== undefined && isVerification(first.name, first.args) && others.every(isBeside)
}

/** Is a commit made of what was checked in the same script? */
export function isGuardedCommit({ commands }: Script): boolean {
  return (
    commands.some(({ name, args }) => name === 'git' && args[0] === 'commit') &&
    commands.some(({ name, args }) => isVerification(name, args))
  )
}

const isWork = ({ name, args, negated, nested, redirects }: SimpleCommand): boolean =>
  !negated && !nested && (isSpared(name, args) || (redirects.length > 0 && (printers.has(name) || name === 'cat')))

/** It speaks, keeps quiet about a failure, or shortens what is printed. */
const isBeside = ({ name, joined }: SimpleCommand): boolean =>
  printers.has(name) || name === 'true' || name === ':' || (joined === '|' && passive.has(name))
